// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.handler;

import io.crossline.messaging.spi.MessageHandlerProvider;
import java.util.ServiceLoader;

/**
 * Where providers are looked for.
 *
 * <p>Immutable, and as thread-safe as the provider.
 *
 * @param name what people call it, such as the path of a jar
 * @param providers finds them
 */
public record ProviderSource(String name, ServiceLoader<MessageHandlerProvider> providers) {}
