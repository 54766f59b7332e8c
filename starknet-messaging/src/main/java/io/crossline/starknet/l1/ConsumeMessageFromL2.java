// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import io.crossline.core.chain.Frame;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.AddressWord;
import io.crossline.starknet.CoreRules;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.event.ConsumedMessageToL1;

/**
 * {@code consumeMessageFromL2} of {@code StarknetMessaging.sol}. The receiver of the message is the
 * caller, so that a wrong caller, sender or payload all give the same revert. Returns the message
 * hash.
 *
 * <p>Immutable and thread-safe.
 *
 * @param from the L2 contract that sent the message, any word
 * @param payload the payload
 */
@CoreFunction.Named("consumeMessageFromL2")
public record ConsumeMessageFromL2(UInt256 from, Payload payload)
    implements CoreOperation<Bytes32> {
  @Override
  public Bytes32 run(CoreState state, Frame frame) {
    L2ToL1Message message =
        new L2ToL1Message(new AddressWord(from), AddressWord.of(frame.caller()), payload);
    Bytes32 hash = message.hash();
    UInt256 count = state.l2ToL1Messages.get(hash);
    Guards.require(!count.isZero(), "INVALID_MESSAGE_TO_CONSUME");
    frame.emit(new ConsumedMessageToL1(message).toLog(frame.self()));
    state.l2ToL1Messages.put(hash, count.minus(UInt256.ONE));
    return hash;
  }

  @Override
  public Bytes returnData(Bytes32 hash, CoreRules rules) {
    return hash.toBytes();
  }
}
