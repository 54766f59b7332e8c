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
import io.crossline.starknet.event.MessageToL2Canceled;

/**
 * {@code cancelL1ToL2Message} of {@code StarknetMessaging.sol}. The sender of the message is the
 * caller. It is allowed from request time + delay on, that second included. Nobody is paid: the fee
 * stays in the contract. The request time stays stored. Returns the message hash.
 *
 * <p>Immutable and thread-safe.
 *
 * @param to the L2 contract, any word
 * @param selector the entry point, any word
 * @param payload the payload
 * @param nonce the message's nonce
 */
@CoreFunction.Named("cancelL1ToL2Message")
public record CancelL1ToL2Message(UInt256 to, UInt256 selector, Payload payload, UInt256 nonce)
    implements CoreOperation<Bytes32> {
  @Override
  public Bytes32 run(CoreState state, Frame frame) {
    CoreRules rules = state.rules;
    L1ToL2Message message = L1ToL2Message.of(frame.caller(), to, selector, payload, nonce);
    frame.emit(new MessageToL2Canceled(message).toLog(frame.self()));
    Bytes32 hash = message.hash();
    UInt256 pending = state.l1ToL2Messages.get(hash);
    Guards.require(!pending.isZero(), "NO_MESSAGE_TO_CANCEL");
    UInt256 requested = state.l1ToL2MessageCancellations.get(hash);
    Guards.require(!requested.isZero(), "MESSAGE_CANCELLATION_NOT_REQUESTED");
    UInt256 allowed = Guards.plus(rules, requested, state.messageCancellationDelay.get());
    // Only wrapping arithmetic comes here after an overflow; checked arithmetic has given a panic.
    Guards.require(allowed.compareTo(requested) >= 0, "CANCEL_ALLOWED_TIME_OVERFLOW");
    Guards.require(
        frame.block().timestamp().toUInt256().compareTo(allowed) >= 0,
        "MESSAGE_CANCELLATION_NOT_ALLOWED_YET");
    state.l1ToL2Messages.put(hash, rules.cancelLeaves().of(pending));
    return hash;
  }

  @Override
  public Bytes returnData(Bytes32 hash, CoreRules rules) {
    return rules.cancelReturnsHash() ? hash.toBytes() : Bytes.EMPTY;
  }
}
