// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.event;

import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.Payload;

/**
 * An event of the core contracts of before Starknet 0.7, whose messages to L2 had no nonce. It is
 * found on the main network up to the spring of 2022. No contract emits it any more, so that it is
 * no {@link CoreEvent}.
 *
 * <p>The hash of such a message is not known: nodes disagree whether it leaves the nonce out or has
 * 0 in its place (Juno, Pathfinder).
 *
 * <p>Immutable and thread-safe.
 *
 * @param name the event's name in the contract: LogMessageToL2 or ConsumedMessageToL2
 * @param from the L1 contract that sent
 * @param to the L2 contract
 * @param selector the entry point that handles the message
 * @param payload the payload
 */
public record EventBeforeNonces(
    String name, EthAddress from, UInt256 to, UInt256 selector, Payload payload) {}
