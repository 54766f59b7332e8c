// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.chain;

import io.crossline.core.hash.Keccak256;
import io.crossline.core.record.RecordReader;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Codec;
import io.crossline.messaging.Log;
import io.crossline.messaging.UInt64;
import io.crossline.messaging.store.StateStore;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A finished block of any chain: what ran in it, and how to undo it.
 *
 * <p>Immutable but for the list of {@link #logs}, which is made when it is asked for first; threads
 * may share a block.
 *
 * @param <R> the chain's receipts
 */
public final class Block<R extends TransactionReceipt> {
  private final BlockInfo info;
  private final Bytes32 hash;
  private final Bytes32 parentHash;
  private final List<R> receipts;
  private final BlockLog.Undo undo;
  private final Link link;
  private final Link parentLink;
  private @Nullable List<Log> logs;

  /**
   * Tells one sealed block from every other; holds nothing, so that a block does not keep its
   * ancestors alive.
   */
  static final class Link {}

  Block(
      BlockInfo info,
      Bytes32 hash,
      Bytes32 parentHash,
      List<R> receipts,
      BlockLog.Undo undo,
      Link link,
      Link parentLink) {
    this.info = info;
    this.hash = hash;
    this.parentHash = parentHash;
    this.receipts = List.copyOf(receipts);
    this.undo = undo;
    this.link = link;
    this.parentLink = parentLink;
  }

  /**
   * How a store keeps what can be told of blocks. A block that is read cannot be undone.
   *
   * @param receipts how it keeps receipts
   * @param <R> the chain's receipts
   * @return the codec
   */
  public static <R extends TransactionReceipt> Codec<Block<R>> codec(Codec<R> receipts) {
    return RecordReader.codec(
        (writer, block) ->
            writer
                .field(Codec.UINT64, block.info.number())
                .field(Codec.UINT64, block.info.timestamp())
                .field(Codec.BYTES32, block.hash)
                .field(Codec.BYTES32, block.parentHash)
                .list(receipts, block.receipts),
        reader ->
            new Block<>(
                new BlockInfo(reader.field(Codec.UINT64), reader.field(Codec.UINT64)),
                reader.field(Codec.BYTES32),
                reader.field(Codec.BYTES32),
                reader.list(receipts),
                BlockLog.Undo.NONE,
                new Link(),
                new Link()));
  }

  /**
   * The oldest block of a chain that can still be undone, as a store has it.
   *
   * @param store the store, as it was committed last
   * @param chain the chain, as its tables are called
   * @return its number; nothing if no finished block can be undone
   */
  public static Optional<UInt64> oldestUndoable(StateStore store, String chain) {
    return BlockLog.oldestUndoable(store, chain);
  }

  /**
   * The hash of a block in which nothing ran.
   *
   * @param parentHash the hash of the block before
   * @param info its number and time
   * @return the hash
   */
  public static Bytes32 hashOfEmpty(Bytes32 parentHash, BlockInfo info) {
    return hash(parentHash, info, List.of());
  }

  static Bytes32 hash(
      Bytes32 parentHash, BlockInfo info, List<? extends TransactionReceipt> receipts) {
    Keccak256 sponge = new Keccak256();
    sponge.absorb(parentHash).absorb(info.number()).absorb(info.timestamp());
    for (int i = 0; i < receipts.size(); i++) {
      sponge.absorb((long) i);
      receipts.get(i).absorbInto(sponge);
    }
    return sponge.digest();
  }

  /**
   * Its number and time.
   *
   * @return number and time
   */
  public BlockInfo info() {
    return info;
  }

  /**
   * What identifies the block: a hash of its parent's hash, number, time and receipts. It is not
   * the header hash of any public chain.
   *
   * @return the block hash
   */
  public Bytes32 hash() {
    return hash;
  }

  /**
   * The block before.
   *
   * @return its hash; zero for the first block
   */
  public Bytes32 parentHash() {
    return parentHash;
  }

  /**
   * What ran in the block.
   *
   * @return a receipt for each transaction, in order
   */
  public List<R> receipts() {
    return receipts;
  }

  /**
   * What was emitted in the block.
   *
   * @return the logs of all its accepted transactions, in order
   */
  public List<Log> logs() {
    List<Log> all = logs;
    if (all == null) {
      // Kept, because every child of a network reads its parent's blocks.
      all = receipts.stream().flatMap(receipt -> receipt.logs().stream()).toList();
      logs = all;
    }
    return all;
  }

  BlockLog.Undo undo() {
    return undo;
  }

  Link link() {
    return link;
  }

  Link parentLink() {
    return parentLink;
  }
}
