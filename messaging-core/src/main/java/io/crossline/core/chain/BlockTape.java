// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.chain;

import io.crossline.core.state.State;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Codec;
import io.crossline.messaging.UInt64;
import io.crossline.messaging.store.WriteBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The blocks of one chain, whatever runs on it: the open block with the receipts of its
 * transactions, and how finished blocks are sealed, undone, and found again in a store.
 *
 * <p>How this works: transactions add receipts to the open block. {@link #seal} hashes them, takes
 * the writes out of the chain's journal, and hands both out as a {@link Block}, which can undo
 * these writes later. The tape itself keeps no finished block: whoever may have to take blocks back
 * keeps them, and gives them back latest first. For example, to lose the two latest blocks of a
 * chain whose block 9 is open: {@code undo(block8)} undoes what ran in 9 and 8, and 8 is open and
 * empty; {@code undo(block7)} does the same to 7. Each block bears a link that only this tape can
 * have given it, so that a block of another chain, or one that is not the latest, is refused.
 *
 * <p>Not thread-safe: one thread uses a chain at a time.
 *
 * @param <R> the chain's receipts
 */
public final class BlockTape<R extends TransactionReceipt> {
  private final String name;
  private final String face;
  private final State state;
  private final BlockLog<R> blockLog;
  private final List<R> receipts = new ArrayList<>();
  private final List<Block<R>> restored = new ArrayList<>();
  private BlockInfo block;
  private Bytes32 parentHash = Bytes32.ZERO;
  private Block.Link tip = new Block.Link();
  private boolean running;

  /**
   * Opens the tape that the state's store holds, or begins one.
   *
   * @param name what people call the chain
   * @param face what contracts of the chain call each other through, for errors: {@code frame}
   * @param state the state that transactions change; in a store, the tape is kept in it too
   * @param codec how a store keeps receipts
   * @param first the block that is open at first, if no store holds the chain
   */
  public BlockTape(String name, String face, State state, Codec<R> codec, BlockInfo first) {
    this.name = name;
    this.face = face;
    this.state = state;
    this.block = first;
    blockLog = new BlockLog<>(state, codec);
    blockLog
        .open()
        .ifPresent(
            open -> {
              block = open.info();
              parentHash = open.parentHash();
              receipts.addAll(open.receipts());
            });
    for (BlockLog.Finished<R> finished : blockLog.finished()) {
      Block.Link link = new Block.Link();
      restored.add(
          new Block<>(
              finished.info(),
              finished.hash(),
              finished.parentHash(),
              finished.receipts(),
              finished.undo(),
              link,
              tip));
      tip = link;
    }
  }

  /**
   * The block that is open: the next transaction runs in it.
   *
   * @return its number and time
   */
  public BlockInfo block() {
    return block;
  }

  /**
   * The block before the open one.
   *
   * @return its hash; zero if there is none
   */
  public Bytes32 parentHash() {
    return parentHash;
  }

  /**
   * Whether nothing ran in the open block yet.
   *
   * @return true if it has no transaction
   */
  public boolean isEmpty() {
    return receipts.isEmpty();
  }

  /**
   * How many transactions the open block has.
   *
   * @return their number
   */
  public int size() {
    return receipts.size();
  }

  /**
   * What ran in the open block so far.
   *
   * @param first the number of the first transaction wanted, counted from 0
   * @return a receipt for each transaction from there on, in order
   * @throws IndexOutOfBoundsException if the number is negative or more than there are
   */
  public List<R> receiptsSince(int first) {
    Objects.checkFromToIndex(first, receipts.size(), receipts.size());
    return List.copyOf(receipts.subList(first, receipts.size()));
  }

  /**
   * Adds a transaction to the open block.
   *
   * @param receipt what became of it
   */
  public void add(R receipt) {
    receipts.add(receipt);
  }

  /**
   * Drops the latest transactions of the open block, whose writes the caller has undone.
   *
   * @param size how many stay
   */
  public void truncate(int size) {
    receipts.subList(size, receipts.size()).clear();
  }

  /**
   * Runs a transaction: as long as it does, nothing else may run and no block may end.
   *
   * @param transaction what runs
   * @param <T> what it gives
   * @return what it gave
   * @throws IllegalStateException if a transaction is running
   */
  public <T> T run(Supplier<T> transaction) {
    requireIdle();
    running = true;
    try {
      return transaction.get();
    } finally {
      running = false;
    }
  }

  /**
   * Whether a transaction is running.
   *
   * @return true within one
   */
  public boolean isRunning() {
    return running;
  }

  /**
   * Refuses what must not happen within a transaction.
   *
   * @throws IllegalStateException if one is running
   */
  public void requireIdle() {
    if (running) {
      throw new IllegalStateException(
          name
              + ": a transaction is running; a contract calls others through its "
              + face
              + ", not through the chain");
    }
  }

  /**
   * Gives the open block another time, as long as nothing ran in it.
   *
   * @param timestamp its time in seconds since 1970, not before the one it has
   * @throws IllegalStateException if a transaction ran in it already, or is running
   * @throws IllegalArgumentException if the time is earlier
   */
  public void restamp(UInt64 timestamp) {
    requireIdle();
    if (!receipts.isEmpty()) {
      throw new IllegalStateException(
          name + ": block " + block.number() + " has transactions; its time cannot change");
    }
    if (timestamp.compareTo(block.timestamp()) < 0) {
      throw new IllegalArgumentException(
          name + ": time " + timestamp + " is before the block's time " + block.timestamp());
    }
    block = new BlockInfo(block.number(), timestamp);
  }

  /**
   * Ends the open block and opens the next one.
   *
   * @param next number and time of the next block; the number is larger, the time not earlier
   * @return the block that ended
   * @throws IllegalArgumentException if the next block does not follow
   * @throws IllegalStateException if a transaction is running
   */
  public Block<R> seal(BlockInfo next) {
    requireIdle();
    if (next.number().compareTo(block.number()) <= 0
        || next.timestamp().compareTo(block.timestamp()) < 0) {
      throw new IllegalArgumentException(
          name
              + ": "
              + next
              + " does not follow "
              + block
              + ": its number must be larger and its time not earlier");
    }
    Bytes32 hash = Block.hash(parentHash, block, receipts);
    Block.Link link = new Block.Link();
    BlockLog.Undo undo = blockLog.seal(block, hash, parentHash, receipts);
    Block<R> sealed = new Block<>(block, hash, parentHash, receipts, undo, link, tip);
    receipts.clear();
    tip = link;
    parentHash = hash;
    block = next;
    return sealed;
  }

  /**
   * Undoes what ran in the open block: it stays open, and is empty. What a node loses that stops
   * before it has committed a block.
   *
   * @throws IllegalStateException if a transaction is running
   */
  public void undoOpen() {
    requireIdle();
    blockLog.undoOpen(block);
    receipts.clear();
  }

  /**
   * Undoes the block that was sealed last, and what ran in the open one. That block is open again,
   * and empty.
   *
   * @param last the block that {@link #seal} returned last
   * @throws IllegalArgumentException if another block was sealed last, or the block is of another
   *     chain
   * @throws IllegalStateException if a transaction is running
   */
  public void undo(Block<R> last) {
    requireIdle();
    // Not the hash, because two chains can have equal blocks.
    if (last.link() != tip) {
      throw new IllegalArgumentException(
          name
              + ": block "
              + last.info().number()
              + " is not the one that this chain sealed last. Undo blocks from the last one backwards.");
    }
    undoOpen();
    blockLog.undo(last.undo());
    tip = last.parentLink();
    parentHash = last.parentHash();
    block = last.info();
  }

  /**
   * The blocks that a store held when the chain was opened, and that can still be undone.
   *
   * @return oldest first; the last one is the one before the block that was open
   */
  public List<Block<R>> restored() {
    return List.copyOf(restored);
  }

  /**
   * Takes note that no block up to a number will be undone: a store forgets them.
   *
   * @param last the number of the last block that will stay
   */
  public void fixed(UInt64 last) {
    blockLog.fixed(last);
    restored.removeIf(old -> old.info().number().compareTo(last) <= 0);
  }

  /**
   * Adds what changed since this was asked last, tape and state, to what is written to the store.
   * Whoever asks has to commit it: it is not given again. Costs what changed, and nothing without a
   * store.
   *
   * @param batch what it is added to
   * @throws IllegalStateException if a transaction is running
   */
  public void collect(WriteBatch batch) {
    requireIdle();
    blockLog.collect(block, parentHash, receipts);
    state.collect(batch);
  }
}
