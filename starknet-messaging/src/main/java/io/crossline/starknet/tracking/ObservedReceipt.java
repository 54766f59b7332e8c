// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import io.crossline.core.hash.Keccak256;
import io.crossline.messaging.Bytes32;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.MessageHash;
import io.crossline.starknet.l2.L1HandlerTransaction;
import io.crossline.starknet.l2.L2Receipt;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a tracker needs of the receipt of an L2 transaction, as {@code
 * starknet_getBlockWithReceipts} gives it. Transactions that neither handle a message nor send one
 * may be left out.
 *
 * <p>Immutable and thread-safe: of two threads that ask first, both compute the hash.
 */
public final class ObservedReceipt {
  private final Supplier<Felt> hash;
  private final Optional<Bytes32> messageHash;
  private final Optional<String> revertReason;
  private final List<L2ToL1Message> messagesSent;
  private @Nullable Felt known;

  /**
   * A receipt.
   *
   * @param transactionHash the transaction
   * @param messageHash the message that an L1_HANDLER handled; nothing for other transactions
   * @param revertReason why it failed; nothing if it succeeded
   * @param messagesSent the messages to L1 that it sent, in order
   * @throws IllegalArgumentException if a reverted transaction is said to have sent messages
   */
  public ObservedReceipt(
      Felt transactionHash,
      Optional<Bytes32> messageHash,
      Optional<String> revertReason,
      List<L2ToL1Message> messagesSent) {
    this(() -> transactionHash, messageHash, revertReason, messagesSent);
  }

  private ObservedReceipt(
      Supplier<Felt> hash,
      Optional<Bytes32> messageHash,
      Optional<String> revertReason,
      List<L2ToL1Message> messagesSent) {
    this.hash = hash;
    this.messageHash = messageHash;
    this.revertReason = revertReason;
    this.messagesSent = List.copyOf(messagesSent);
    if (revertReason.isPresent() && !messagesSent.isEmpty()) {
      throw new IllegalArgumentException(
          "receipt of "
              + transactionHash()
              + ": found "
              + messagesSent.size()
              + " messages sent by a reverted transaction, whose messages vanish with it");
    }
  }

  /**
   * The transaction. Of an L2 in this process the hash is computed when it is asked for first,
   * because it costs more than all else that becomes of a message.
   *
   * @return its hash
   */
  public Felt transactionHash() {
    Felt computed = known;
    if (computed == null) {
      computed = hash.get();
      known = computed;
    }
    return computed;
  }

  /**
   * The message that an L1_HANDLER handled.
   *
   * @return its hash; nothing for other transactions
   */
  public Optional<Bytes32> messageHash() {
    return messageHash;
  }

  /**
   * Why it failed.
   *
   * @return the reason; nothing if it succeeded
   */
  public Optional<String> revertReason() {
    return revertReason;
  }

  /**
   * The messages to L1 that it sent.
   *
   * @return the messages, in order
   */
  public List<L2ToL1Message> messagesSent() {
    return messagesSent;
  }

  /**
   * An L1_HANDLER that succeeded.
   *
   * @param transactionHash the transaction
   * @param messageHash the message that it handled
   * @param messagesSent the messages to L1 that it sent, in order
   * @return its receipt
   */
  public static ObservedReceipt handled(
      Felt transactionHash, Bytes32 messageHash, List<L2ToL1Message> messagesSent) {
    return new ObservedReceipt(
        transactionHash, Optional.of(messageHash), Optional.empty(), messagesSent);
  }

  /**
   * An L1_HANDLER that is in its block as REVERTED.
   *
   * @param transactionHash the transaction
   * @param messageHash the message that it did not handle
   * @param reason why
   * @return its receipt
   */
  public static ObservedReceipt reverted(Felt transactionHash, Bytes32 messageHash, String reason) {
    return new ObservedReceipt(
        transactionHash, Optional.of(messageHash), Optional.of(reason), List.of());
  }

  /**
   * A transaction of an account that sent messages to L1.
   *
   * @param transactionHash the transaction
   * @param messagesSent the messages, in order
   * @return its receipt
   */
  public static ObservedReceipt sent(Felt transactionHash, List<L2ToL1Message> messagesSent) {
    return new ObservedReceipt(transactionHash, Optional.empty(), Optional.empty(), messagesSent);
  }

  /**
   * A receipt of an L2 in this process.
   *
   * @param receipt the receipt
   * @return what a tracker needs of it
   */
  public static ObservedReceipt of(L2Receipt receipt) {
    return new ObservedReceipt(
        receipt::transactionHash,
        receipt.handled().map(ObservedReceipt::messageHash),
        receipt.revertReason(),
        receipt.messagesSent());
  }

  /** Whether a tracker learns anything from it. */
  boolean saysSomething() {
    return messageHash.isPresent() || !messagesSent.isEmpty();
  }

  /** Absorbs what a tracker learns from it, but for the reason, which nodes word differently. */
  void absorbInto(Keccak256 sponge) {
    sponge.absorb(messageHash.orElse(Bytes32.ZERO)).absorb(revertReason.isPresent() ? 1L : 0L);
    sponge.absorb((long) messagesSent.size());
    messagesSent.forEach(message -> sponge.absorb(message.hash()));
  }

  /** Of any sender, an L1 address or not. */
  private static Bytes32 messageHash(L1HandlerTransaction transaction) {
    return MessageHash.l1ToL2(
        transaction.fromAddress().toUInt256(),
        transaction.contractAddress().toUInt256(),
        transaction.entryPointSelector().value().toUInt256(),
        transaction.payload(),
        transaction.nonce().toUInt256());
  }
}
