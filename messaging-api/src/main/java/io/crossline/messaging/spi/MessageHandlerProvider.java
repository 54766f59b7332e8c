// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.messaging.spi;

import java.util.List;

/**
 * Brings handlers to a host. Found by {@link java.util.ServiceLoader}: name the class under {@code
 * provides} in the module descriptor and in {@code META-INF/services}. A provider offers handler
 * <em>types</em>; which contract a type serves is decided where it is deployed, because addresses
 * are known only there.
 *
 * <p>A host creates one instance, calls {@link #start}, asks for {@link #handlerTypes()}, and at
 * its end calls {@link #close}, all on one thread.
 */
public interface MessageHandlerProvider extends AutoCloseable {
  /** The version of this interface: {@value}. A host refuses providers written for another one. */
  int API_VERSION = 1;

  /**
   * The name of the provider, unique among those of a host.
   *
   * @return lower-case letters, digits, dots and hyphens, such as {@code acme.bridge}
   */
  String id();

  /**
   * The version of this interface that the provider was written for.
   *
   * @return {@link #API_VERSION} as the provider's author compiled it
   */
  int apiVersion();

  /**
   * What the provider offers.
   *
   * @return its handler types, each with a name that is unique within the provider
   */
  List<HandlerType> handlerTypes();

  /**
   * Called once before the first handler is created.
   *
   * @param config the provider's own configuration
   */
  default void start(PluginConfig config) {}

  /** Called once after the last handler has run. */
  @Override
  default void close() {}
}
