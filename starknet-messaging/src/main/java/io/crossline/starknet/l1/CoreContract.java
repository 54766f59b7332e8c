// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import io.crossline.core.abi.AbiReader;
import io.crossline.core.abi.ErrorCatalogue;
import io.crossline.core.abi.EvmRevert;
import io.crossline.core.chain.Frame;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.CallResult;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.CoreRules;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.Selector;

/**
 * The core contract as another contract of L1 calls it. What it refuses, the calling contract
 * refuses with the same data, as Solidity does. It is called as the deployed contract is, by
 * calldata of the rules that run today.
 *
 * <p>Immutable and thread-safe; a {@link Frame} is good on its own thread.
 *
 * @param address where it is
 */
public record CoreContract(EthAddress address) {
  /**
   * Sends a message to L2.
   *
   * @param frame the running call of the sending contract
   * @param to the receiver on L2
   * @param function the name of its handler
   * @param payload what to give it
   * @param fee the fee in wei, from the sending contract's coins
   * @return the message with its nonce
   */
  public L1ToL2Message sendMessageToL2(
      Frame frame, Felt to, String function, Payload payload, UInt256 fee) {
    UInt256 selector = Selector.ofName(function).value().toUInt256();
    UInt256 nonce =
        call(frame, fee, new SendMessageToL2(to.toUInt256(), selector, payload), 2).uint256(1);
    return L1ToL2Message.of(frame.self(), to.toUInt256(), selector, payload, nonce);
  }

  /**
   * Consumes a message from L2.
   *
   * @param frame the running call of the receiving contract
   * @param from the sender on L2
   * @param payload what it sent
   * @return the hash of the message
   */
  public Bytes32 consumeMessageFromL2(Frame frame, Felt from, Payload payload) {
    return hash(frame, new ConsumeMessageFromL2(from.toUInt256(), payload));
  }

  /**
   * Asks for the cancellation of a message to L2.
   *
   * @param frame the running call of the contract that sent it
   * @param message the message
   * @return its hash
   */
  public Bytes32 startL1ToL2MessageCancellation(Frame frame, L1ToL2Message message) {
    return hash(
        frame,
        new StartL1ToL2MessageCancellation(
            message.to().value(), message.selector(), message.payloadWords(), message.nonce()));
  }

  /**
   * Cancels a message to L2, when the delay is over.
   *
   * @param frame the running call of the contract that sent it
   * @param message the message
   * @return its hash
   */
  public Bytes32 cancelL1ToL2Message(Frame frame, L1ToL2Message message) {
    return hash(
        frame,
        new CancelL1ToL2Message(
            message.to().value(), message.selector(), message.payloadWords(), message.nonce()));
  }

  private Bytes32 hash(Frame frame, CoreOperation<Bytes32> operation) {
    return call(frame, UInt256.ZERO, operation, 1).bytes32(0);
  }

  private AbiReader.Head call(Frame frame, UInt256 value, CoreOperation<?> operation, int words) {
    CallResult result = frame.call(address, value, operation.calldata(CoreRules.DEPLOYED));
    if (!result.success()) {
      throw frame.revert(EvmRevert.decode(result.data(), ErrorCatalogue.EMPTY));
    }
    return new AbiReader(result.data()).head(words);
  }
}
