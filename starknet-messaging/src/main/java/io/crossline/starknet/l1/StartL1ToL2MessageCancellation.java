// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import io.crossline.core.chain.Frame;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.CoreRules;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.event.MessageToL2CancellationStarted;

/**
 * {@code startL1ToL2MessageCancellation} of {@code StarknetMessaging.sol}. The sender of the
 * message is the caller. Every accepted request restarts the clock, even one that has run out
 * already; a refused one leaves the old time. Returns the message hash.
 *
 * <p>Immutable and thread-safe.
 *
 * @param to the L2 contract, any word
 * @param selector the entry point, any word
 * @param payload the payload
 * @param nonce the message's nonce
 */
@CoreFunction.Named("startL1ToL2MessageCancellation")
public record StartL1ToL2MessageCancellation(
    UInt256 to, UInt256 selector, Payload payload, UInt256 nonce)
    implements CoreOperation<Bytes32> {
  @Override
  public Bytes32 run(CoreState state, Frame frame) {
    L1ToL2Message message = L1ToL2Message.of(frame.caller(), to, selector, payload, nonce);
    frame.emit(new MessageToL2CancellationStarted(message).toLog(frame.self()));
    Bytes32 hash = message.hash();
    Guards.require(!state.l1ToL2Messages.get(hash).isZero(), "NO_MESSAGE_TO_CANCEL");
    state.l1ToL2MessageCancellations.put(hash, frame.block().timestamp().toUInt256());
    return hash;
  }

  @Override
  public Bytes returnData(Bytes32 hash, CoreRules rules) {
    return rules.startReturnsHash() ? hash.toBytes() : Bytes.EMPTY;
  }
}
