// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.messaging.spi;

import java.util.function.Supplier;

/**
 * A kind of handler that a provider offers under a name.
 *
 * <p>Immutable and thread-safe.
 *
 * @param system the messaging system it is written for: {@link #STARKNET_L1}, {@link #STARKNET_L2}
 *     or {@link #IPC}
 * @param name its name within the provider, such as {@code tokenBridge}
 * @param factory makes a new handler for each deployment
 */
public record HandlerType(String system, String name, Supplier<?> factory) {
  /**
   * Contracts of the L1 that Starknet settles on: the factory makes an {@code
   * io.crossline.core.chain.Contract}.
   */
  public static final String STARKNET_L1 = "starknet-l1";

  /**
   * Contracts of Starknet: the factory makes an object with {@code @L1Handler} or {@code @External}
   * methods.
   */
  public static final String STARKNET_L2 = "starknet-l2";

  /** Contracts of an IPC subnet: the factory makes an {@code IpcHandler}. */
  public static final String IPC = "ipc";
}
