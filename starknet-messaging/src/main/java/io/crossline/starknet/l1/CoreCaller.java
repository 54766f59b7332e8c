// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import io.crossline.core.chain.Transaction;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.Word;
import io.crossline.starknet.AddressWord;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.Selector;
import io.crossline.starknet.event.LogStateUpdate;
import java.util.List;

/**
 * The core contract as one outside caller sees it. Each method is a transaction; its outcome has
 * the contract's logs, or the revert, which leaves no change.
 *
 * <p>Administration goes through {@link #transact}, with operations such as {@link
 * SetMessageCancellationDelay}.
 *
 * <p>Not thread-safe: one thread uses a chain at a time.
 */
public final class CoreCaller {
  private final StarknetCore core;
  private final EthAddress caller;
  private final CoreEntry entry;

  CoreCaller(StarknetCore core, EthAddress caller, CoreEntry entry) {
    this.core = core;
    this.caller = caller;
    this.entry = entry;
  }

  /**
   * Who calls.
   *
   * @return the caller's address
   */
  public EthAddress address() {
    return caller;
  }

  /**
   * Runs any operation without value.
   *
   * @param operation the operation
   * @param <T> what it returns
   * @return result and logs, or the revert
   */
  public <T> Outcome<T> transact(CoreOperation<T> operation) {
    return transact(operation, UInt256.ZERO);
  }

  /**
   * Runs any operation.
   *
   * @param operation the operation
   * @param value the ether to send along, in wei
   * @param <T> what it returns
   * @return result and logs, or the revert
   */
  public <T> Outcome<T> transact(CoreOperation<T> operation, UInt256 value) {
    return entry.run(() -> core.transact(caller, value, operation));
  }

  /**
   * Sends a message to L2.
   *
   * @param to the L2 contract, any word
   * @param selector the entry point, any word
   * @param payload the payload
   * @param fee the fee in wei, which the caller must own; under the deployed rules 1 wei to 1 ether
   * @return the message with its nonce and its hash, or the revert
   * @see SendMessageToL2
   */
  public Outcome<SentMessage> sendMessageToL2(
      Word to, Word selector, Payload payload, UInt256 fee) {
    return transact(new SendMessageToL2(word(to), word(selector), payload), fee);
  }

  /**
   * Sends a message to a function of an L2 contract.
   *
   * @param to the L2 contract, any word
   * @param function the name of its l1_handler
   * @param payload the payload
   * @param fee the fee in wei
   * @return the message with its nonce and its hash, or the revert
   */
  public Outcome<SentMessage> sendMessageToL2(
      Word to, String function, Payload payload, UInt256 fee) {
    return sendMessageToL2(to, Selector.ofName(function), payload, fee);
  }

  /**
   * Consumes a message from L2 that is for the caller.
   *
   * @param from the L2 contract that sent it
   * @param payload the payload
   * @return the message hash, or the revert
   * @see ConsumeMessageFromL2
   */
  public Outcome<Bytes32> consumeMessageFromL2(Word from, Payload payload) {
    return transact(new ConsumeMessageFromL2(word(from), payload));
  }

  /**
   * Consumes a message from L2. The contract takes the caller for the message's receiver, whatever
   * the message says.
   *
   * @param message the message
   * @return the message hash, or the revert
   */
  public Outcome<Bytes32> consumeMessageFromL2(L2ToL1Message message) {
    return consumeMessageFromL2(message.from(), message.payloadWords());
  }

  /**
   * Asks to cancel a message that the caller has sent; the contract takes the caller for its
   * sender, whatever the message says.
   *
   * @param message the message
   * @return the message hash, or the revert
   * @see StartL1ToL2MessageCancellation
   */
  public Outcome<Bytes32> startL1ToL2MessageCancellation(L1ToL2Message message) {
    return transact(
        new StartL1ToL2MessageCancellation(
            message.to().value(), message.selector(), message.payloadWords(), message.nonce()));
  }

  /**
   * Cancels a message whose cancellation was requested at least the contract's delay ago, five days
   * on the deployed one. The fee is not refunded.
   *
   * @param message the message
   * @return the message hash, or the revert
   * @see CancelL1ToL2Message
   */
  public Outcome<Bytes32> cancelL1ToL2Message(L1ToL2Message message) {
    return transact(
        new CancelL1ToL2Message(
            message.to().value(), message.selector(), message.payloadWords(), message.nonce()));
  }

  /**
   * Makes a message from L2 consumable, on a contract with the mock's functions.
   *
   * @param message the message
   * @return the message hash, or the revert
   * @see MockSendMessageFromL2
   */
  public Outcome<Bytes32> mockSendMessageFromL2(L2ToL1Message message) {
    return transact(
        new MockSendMessageFromL2(
            message.from().value(), message.to().value(), message.payloadWords()));
  }

  /**
   * Consumes a pending message to L2 as a state update would, on a contract with the mock's
   * functions.
   *
   * @param message the message
   * @return the message hash, or the revert
   * @see MockConsumeMessageToL2
   */
  public Outcome<Bytes32> mockConsumeMessageToL2(L1ToL2Message message) {
    return transact(
        new MockConsumeMessageToL2(
            message.from().toUInt256(),
            message.to().value(),
            message.selector(),
            message.payloadWords(),
            message.nonce()));
  }

  /**
   * Updates the state, with the data of the update on chain.
   *
   * @param output the output of the Starknet OS
   * @param onchainDataHash the hash of the data
   * @param onchainDataSize how many words it has
   * @return the new state, or the revert
   * @see UpdateState
   */
  public Outcome<LogStateUpdate> updateState(
      ProgramOutput output, UInt256 onchainDataHash, UInt256 onchainDataSize) {
    return transact(new UpdateState(output, onchainDataHash, onchainDataSize));
  }

  /**
   * Updates the state, with the data of the update in blobs of the transaction.
   *
   * @param output the output of the Starknet OS
   * @param proofs one KZG proof a blob
   * @param blobHashes the versioned hashes of the transaction's blobs
   * @return the last event of the update, or the revert
   * @see UpdateStateKzgDA
   */
  public Outcome<LogStateUpdate> updateStateKzgDA(
      ProgramOutput output, List<Bytes> proofs, List<Bytes32> blobHashes) {
    Bytes calldata = new UpdateStateKzgDA(output, KzgProofs.of(proofs)).calldata(core.rules());
    Transaction transaction =
        new Transaction(caller, core.address(), UInt256.ZERO, calldata, blobHashes);
    Outcome<Bytes> outcome = entry.run(() -> core.chain().transact(transaction));
    return outcome.map(
        nothing ->
            new LogStateUpdate(core.stateRoot(), core.stateBlockNumber(), core.stateBlockHash()));
  }

  private static UInt256 word(Word word) {
    return AddressWord.of(word).value();
  }
}
