// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import io.crossline.messaging.Bytes32;
import io.crossline.starknet.L1ToL2Message;

/**
 * A message to L2 as the core contract took it.
 *
 * <p>Immutable and thread-safe.
 *
 * @param message the message, with the nonce that it was given and the fee that was paid
 * @param hash its hash, already computed
 */
public record SentMessage(L1ToL2Message message, Bytes32 hash) {}
