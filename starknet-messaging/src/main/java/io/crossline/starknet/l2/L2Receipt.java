// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l2;

import io.crossline.core.chain.TransactionReceipt;
import io.crossline.core.hash.Keccak256;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Codec;
import io.crossline.messaging.Log;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L2ToL1Message;
import java.util.List;
import java.util.Optional;

/**
 * What became of a transaction of L2.
 *
 * <p>Immutable and thread-safe.
 *
 * @param transaction the transaction
 * @param revertReason why it failed; nothing if it succeeded
 * @param messagesSent the messages to L1 that it sent, in order over all its inner calls; none if
 *     it failed
 * @param events the events that it emitted; none if it failed
 * @param included whether it is in the block; before v0.14.0 a transaction that failed is not
 */
public record L2Receipt(
    L2Transaction transaction,
    Optional<String> revertReason,
    List<L2ToL1Message> messagesSent,
    List<Log> events,
    boolean included)
    implements TransactionReceipt {
  /** How a store keeps receipts. */
  public static final Codec<L2Receipt> CODEC = L2Codecs.RECEIPT;

  /** Copies the lists. */
  public L2Receipt {
    messagesSent = List.copyOf(messagesSent);
    events = List.copyOf(events);
  }

  /**
   * Whether the transaction went through.
   *
   * @return false if it failed
   */
  public boolean succeeded() {
    return revertReason.isEmpty();
  }

  /**
   * The transaction, if it handles a message from L1.
   *
   * @return nothing for that of an account
   */
  public Optional<L1HandlerTransaction> handled() {
    return transaction instanceof L1HandlerTransaction handler
        ? Optional.of(handler)
        : Optional.empty();
  }

  /**
   * The hash of the transaction.
   *
   * @return the hash, computed anew at each call: see {@link L2Transaction#transactionHash()}
   */
  public Felt transactionHash() {
    return transaction.transactionHash();
  }

  /** What the transaction emitted: its {@link #events}. */
  @Override
  public List<Log> logs() {
    return events;
  }

  @Override
  public void absorbInto(Keccak256 sponge) {
    transaction.absorbInto(sponge);
    sponge.absorb(succeeded() ? 1L : 0L);
    TransactionReceipt.absorbBytes(Bytes.utf8(revertReason.orElse("")), sponge);
    sponge.absorb((long) messagesSent.size());
    messagesSent.forEach(message -> sponge.absorb(message.hash()));
    TransactionReceipt.absorbLogs(events, sponge);
  }
}
