// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.network;

import io.crossline.messaging.UInt64;

/**
 * The block that an event tells of.
 *
 * <p>Immutable and thread-safe.
 *
 * @param chain the chain, as its tables in a store are called
 * @param number the number of the block
 */
public record ToldBlock(String chain, UInt64 number) {}
