// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import io.crossline.core.abi.AbiWriter;
import io.crossline.core.chain.Frame;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.AddressWord;
import io.crossline.starknet.CoreRules;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.event.LogMessageToL2;
import java.util.Optional;

/**
 * {@code sendMessageToL2} of {@code StarknetMessaging.sol}. The value of the call is the fee; it
 * stays in the contract. Nothing checks that the words are felts. A refused send uses up no nonce.
 *
 * <p>Immutable and thread-safe.
 *
 * @param to the L2 contract, any word
 * @param selector the entry point, any word
 * @param payload the payload
 */
@CoreFunction.Named("sendMessageToL2")
public record SendMessageToL2(UInt256 to, UInt256 selector, Payload payload)
    implements CoreOperation<SentMessage> {
  @Override
  public boolean isPayable(CoreRules rules) {
    return rules.payableSend();
  }

  @Override
  public SentMessage run(CoreState state, Frame frame) {
    CoreRules rules = state.rules;
    UInt256 fee = frame.value();
    if (rules.payableSend()) {
      Guards.require(fee.compareTo(rules.minFee()) >= 0, "L1_MSG_FEE_MUST_BE_GREATER_THAN_0");
      Guards.require(fee.compareTo(rules.maxFee()) <= 0, "MAX_L1_MSG_FEE_EXCEEDED");
    }
    UInt256 nonce = state.l1ToL2MessageNonce.get();
    state.l1ToL2MessageNonce.set(Guards.plus(rules, nonce, UInt256.ONE));
    L1ToL2Message message =
        new L1ToL2Message(
            frame.caller(),
            new AddressWord(to),
            selector,
            payload,
            nonce,
            rules.logsFee() ? Optional.of(fee) : Optional.empty());
    frame.emit(new LogMessageToL2(message).toLog(frame.self()));
    Bytes32 hash = message.hash();
    state.l1ToL2Messages.put(hash, stored(rules, state, hash, fee));
    return new SentMessage(message, hash);
  }

  private static UInt256 stored(CoreRules rules, CoreState state, Bytes32 hash, UInt256 fee) {
    return switch (rules.sendStores()) {
      case COUNT -> Guards.plus(rules, state.l1ToL2Messages.get(hash), UInt256.ONE);
      case FEE_PLUS_ONE -> fee.plusWrapping(UInt256.ONE);
    };
  }

  @Override
  public Bytes returnData(SentMessage sent, CoreRules rules) {
    AbiWriter out = AbiWriter.ofThread().word(sent.hash());
    return rules.sendReturnsNonce() ? out.word(sent.message().nonce()).toBytes() : out.toBytes();
  }
}
