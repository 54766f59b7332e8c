// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.chain;

import io.crossline.core.hash.Keccak256;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Codec;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of one transaction of a block.
 *
 * <p>The calldata of a typed {@link Operation} is encoded when the receipt's hashes are asked for
 * first, at the latest when the block is sealed or committed: until then the receipt belongs to the
 * thread of the chain. A receipt of a {@link Block} may be shared between threads.
 */
public final class Receipt implements TransactionReceipt {
  /**
   * How a store keeps receipts. A revert that only the contract could name is read as its data and
   * description.
   */
  public static final Codec<Receipt> CODEC = ReceiptCodec.RECEIPT;

  /** How a store keeps the outcome of a transaction, with the reverts of {@link #CODEC}. */
  public static final Codec<Outcome<Bytes>> OUTCOME = ReceiptCodec.OUTCOME;

  /** Reads receipts of stores of format 1, in which value and hashes are not told. */
  public static final Codec<Receipt> OLD_CODEC = ReceiptCodec.OLD;

  private final int index;
  private final EthAddress from;
  private final EthAddress to;
  private final UInt256 value;
  private final Outcome<Bytes> outcome;

  /** What ran, and the hash of the block before, until the two hashes are made of them. */
  private @Nullable Operation<?> operation;

  private final Bytes32 parentHash;
  private @Nullable Bytes32 calldataHash;
  private @Nullable Bytes32 transactionHash;

  /**
   * Makes a receipt whose hashes are known.
   *
   * @param index its place within the block, from 0
   * @param from who sent the transaction
   * @param to the contract or account that it called
   * @param value the coins that it sent along, in the smallest unit
   * @param calldataHash the Keccak-256 of its calldata
   * @param transactionHash what identifies it
   * @param outcome the return data and the logs, or the revert
   */
  public Receipt(
      int index,
      EthAddress from,
      EthAddress to,
      UInt256 value,
      Bytes32 calldataHash,
      Bytes32 transactionHash,
      Outcome<Bytes> outcome) {
    this.index = index;
    this.from = from;
    this.to = to;
    this.value = value;
    this.outcome = outcome;
    this.parentHash = Bytes32.ZERO;
    this.calldataHash = calldataHash;
    this.transactionHash = transactionHash;
  }

  Receipt(
      int index,
      EthAddress from,
      EthAddress to,
      UInt256 value,
      Operation<?> operation,
      Bytes32 parentHash,
      Outcome<Bytes> outcome) {
    this.index = index;
    this.from = from;
    this.to = to;
    this.value = value;
    this.outcome = outcome;
    this.operation = operation;
    this.parentHash = parentHash;
  }

  /**
   * The place of the transaction.
   *
   * @return its number within the block, from 0
   */
  public int index() {
    return index;
  }

  /**
   * Who sent the transaction.
   *
   * @return the sender's address
   */
  public EthAddress from() {
    return from;
  }

  /**
   * What the transaction called.
   *
   * @return the address of the contract or account
   */
  public EthAddress to() {
    return to;
  }

  /**
   * The coins that the transaction sent along.
   *
   * @return how many, in the smallest unit; 0 if a store of before recorded no value
   */
  public UInt256 value() {
    return value;
  }

  /**
   * The Keccak-256 of the calldata. A typed operation has the calldata that the same call would
   * have as ABI; an act of the host has none, so that this is the hash of nothing.
   *
   * @return the hash; zero if a store of before recorded none
   */
  public Bytes32 calldataHash() {
    Bytes32 known = calldataHash;
    if (known == null) {
      known = Keccak256.hash(Objects.requireNonNull(operation).calldata());
      calldataHash = known;
      // The operation that knows the calldata is not needed any more, so that it can be collected.
      operation = null;
    }
    return known;
  }

  /**
   * What identifies the transaction: a hash of its block's parent, its place, and what was called
   * by whom. It is not the hash of a signed transaction of any public chain.
   *
   * @return the hash; zero if a store of before recorded none
   */
  public Bytes32 transactionHash() {
    Bytes32 known = transactionHash;
    if (known == null) {
      Keccak256 sponge = new Keccak256().absorb(parentHash).absorb((long) index);
      absorbCall(sponge);
      known = sponge.digest();
      transactionHash = known;
    }
    return known;
  }

  /**
   * How the transaction ended.
   *
   * @return the return data and the logs, or the revert; a typed operation has no return data
   */
  public Outcome<Bytes> outcome() {
    return outcome;
  }

  @Override
  public List<Log> logs() {
    return outcome.logs();
  }

  /** Leaves out return data, which no receipt of an Ethereum node has either. */
  @Override
  public void absorbInto(Keccak256 sponge) {
    absorbCall(sponge);
    outcome.fold(
        (result, logs) -> {
          sponge.absorb(1L);
          TransactionReceipt.absorbLogs(logs, sponge);
          return sponge;
        },
        revert -> {
          sponge.absorb(0L);
          TransactionReceipt.absorbBytes(revert.data(), sponge);
          return sponge;
        });
  }

  private void absorbCall(Keccak256 sponge) {
    sponge.absorb(from).absorb(to).absorb(value).absorb(calldataHash());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Receipt that
        && index == that.index
        && from.equals(that.from)
        && to.equals(that.to)
        && value.equals(that.value)
        && outcome.equals(that.outcome)
        && transactionHash().equals(that.transactionHash());
  }

  @Override
  public int hashCode() {
    return Objects.hash(index, from, to, outcome);
  }

  /** Who called whom, and how it ended. */
  @Override
  public String toString() {
    return "transaction " + index + " from " + from + " to " + to + ": " + outcome;
  }
}
