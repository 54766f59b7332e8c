// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.chain;

import io.crossline.core.record.RecordReader;
import io.crossline.core.record.RecordWriter;
import io.crossline.core.state.Journal;
import io.crossline.core.state.Rows;
import io.crossline.core.state.State;
import io.crossline.core.store.StoreFormat;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Codec;
import io.crossline.messaging.UInt64;
import io.crossline.messaging.store.StateStore;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a chain on a store keeps beside its tables: the receipts of its blocks and what it takes to
 * undo them, those of the open block too. Where the chain's state is not durable, it only hands the
 * journal on.
 *
 * <p>How this works: the store has the tables of the state as they are now, and beside them four
 * tables of this log, whose keys begin with the number of a block. {@code receipts} has a row for
 * each transaction, {@code undo} a row for each commit that wrote something within the block (what
 * the writes since the commit before replaced), {@code finished} a row for each block that can
 * still be undone, and {@code tip} a single row for the open block. A commit in the middle of a
 * block therefore writes only what is new: {@link #collect} remembers how many receipts and undo
 * rows are there. To undo a block is to run the writes of its latest journal first, which may still
 * be in memory, and then its rows from the last one to the first.
 *
 * <p>For example, a process ends while block 7 is open, of which two commits wrote something. The
 * store then has {@code tip} = 7, rows (7, 0) and (7, 1) in {@code undo}, and blocks 5 and 6 in
 * {@code finished}. Whoever opens it can lose block 7 alone by its two rows, or 7 and 6 as well. As
 * soon as block 6 is {@link #fixed}, all rows of 5 and 6 are removed.
 *
 * <p>Not thread-safe.
 *
 * @param <R> receipts
 */
final class BlockLog<R> {
  private static final Codec<BlockInfo> INFO =
      RecordReader.codec(BlockInfo.class, Codec.UINT64, Codec.UINT64);

  private final State state;
  private final Codec<R> codec;
  private final Rows tip;
  private final Rows blocks;
  private final Rows receiptRows;
  private final Rows undoRows;

  /** How many rows each finished block has, oldest first. */
  private final Deque<Finished<R>> kept = new ArrayDeque<>();

  /** The rows of the open block. */
  private int receiptsWritten;

  private List<Bytes> earlier = new ArrayList<>();
  private int undosWritten;
  private Bytes tipWritten = Bytes.EMPTY;

  /**
   * How to undo what ran in a block.
   *
   * @param state whose writes they are
   * @param earlier the first writes, as a store kept them
   * @param rows how many rows of the store hold the writes
   * @param live the last writes
   */
  public record Undo(State state, List<Bytes> earlier, int rows, Journal.Sealed live) {
    /** Of a block of which nothing can be undone: there is no chain that it is on. */
    public static final Undo NONE = new Undo(new State(), List.of(), 0, new Journal().seal());

    /** Undoes it. */
    public void run() {
      live.undo();
      for (int i = earlier.size() - 1; i >= 0; i--) {
        Journal.Sealed.of(state, earlier.get(i)).undo();
      }
    }
  }

  /**
   * The block that was open at the last commit.
   *
   * @param info its number and time
   * @param parentHash the hash of the block before
   * @param receipts what ran in it
   * @param <R> receipts
   */
  public record Open<R>(BlockInfo info, Bytes32 parentHash, List<R> receipts) {}

  /**
   * A finished block that can still be undone.
   *
   * @param info its number and time
   * @param hash its hash
   * @param parentHash the hash of the block before
   * @param receipts what ran in it
   * @param undo how to undo it
   * @param <R> receipts
   */
  public record Finished<R>(
      BlockInfo info, Bytes32 hash, Bytes32 parentHash, List<R> receipts, Undo undo) {}

  /**
   * Opens the log of a chain.
   *
   * @param state the chain's state
   * @param codec how receipts are written
   */
  public BlockLog(State state, Codec<R> codec) {
    this.state = state;
    this.codec = codec;
    State own = state.scope("blocks");
    tip = own.rows("tip");
    blocks = own.rows("finished");
    receiptRows = own.rows("receipts");
    undoRows = own.rows("undo");
  }

  /**
   * Reads what the store holds. To be asked once, before anything else.
   *
   * @return the block that was open; nothing if the store holds nothing of this chain. {@link
   *     #finished} has the others.
   */
  public Optional<Open<R>> open() {
    requireCurrent();
    List<Open<R>> found = new ArrayList<>();
    Map<UInt64, List<R>> receipts = new LinkedHashMap<>();
    Map<UInt64, List<Bytes>> undos = new LinkedHashMap<>();
    receiptRows.scan(
        Bytes.EMPTY,
        (key, row) ->
            receipts
                .computeIfAbsent(number(key), none -> new ArrayList<>())
                .add(codec.decode(row)));
    undoRows.scan(
        Bytes.EMPTY,
        (key, row) -> undos.computeIfAbsent(number(key), none -> new ArrayList<>()).add(row));
    blocks.scan(
        Bytes.EMPTY,
        (key, row) -> {
          UInt64 number = number(key);
          List<Bytes> undo = undos.getOrDefault(number, List.of());
          kept.add(
              RecordReader.read(
                  row,
                  reader ->
                      new Finished<>(
                          reader.field(INFO),
                          reader.field(Codec.BYTES32),
                          reader.field(Codec.BYTES32),
                          List.copyOf(receipts.getOrDefault(number, List.of())),
                          new Undo(state, undo, undo.size(), new Journal().seal()))));
          return true;
        });
    tip.scan(
        Bytes.EMPTY,
        (key, row) -> {
          tipWritten = row;
          RecordReader reader = new RecordReader(row);
          BlockInfo info = reader.field(INFO);
          Bytes32 parentHash = reader.field(Codec.BYTES32);
          earlier = new ArrayList<>(undos.getOrDefault(info.number(), List.of()));
          undosWritten = earlier.size();
          List<R> ran = receipts.getOrDefault(info.number(), List.of());
          receiptsWritten = ran.size();
          return found.add(new Open<>(info, parentHash, ran));
        });
    return found.stream().findFirst();
  }

  /** Before receipts are read, whose form depends on it. */
  private void requireCurrent() {
    tip.scan(
        Bytes.EMPTY,
        (key, row) -> {
          if (!key.equals(StoreFormat.TIP)) {
            throw StoreFormat.old();
          }
          return true;
        });
  }

  /**
   * The finished blocks that can still be undone.
   *
   * @return oldest first
   */
  public List<Finished<R>> finished() {
    return List.copyOf(kept);
  }

  /**
   * A block is finished.
   *
   * @param info its number and time
   * @param hash its hash
   * @param parentHash the hash of the block before
   * @param receipts what ran in it
   * @return how to undo it
   */
  public Undo seal(BlockInfo info, Bytes32 hash, Bytes32 parentHash, List<R> receipts) {
    if (!state.isDurable()) {
      return new Undo(state, List.of(), 0, state.journal().seal());
    }
    writeOpen(info, receipts);
    Undo undo = new Undo(state, List.copyOf(earlier), undosWritten, state.journal().seal());
    blocks.put(
        key(info.number()),
        RecordWriter.write(
            writer ->
                writer
                    .field(INFO, info)
                    .field(Codec.BYTES32, hash)
                    .field(Codec.BYTES32, parentHash)));
    kept.addLast(new Finished<>(info, hash, parentHash, List.copyOf(receipts), undo));
    begin();
    return undo;
  }

  /**
   * Undoes what ran in the open block.
   *
   * @param info its number and time
   */
  public void undoOpen(BlockInfo info) {
    new Undo(state, earlier, undosWritten, state.journal().seal()).run();
    removeRows(info.number(), receiptsWritten, undosWritten);
    begin();
  }

  /**
   * Undoes the block that was finished last, whose successor is empty. It is open again, and empty.
   *
   * @param undo how to undo it
   */
  public void undo(Undo undo) {
    undo.run();
    if (state.isDurable()) {
      remove(kept.removeLast());
    }
  }

  /**
   * Takes note that no block up to a number will be undone, so that nothing of them has to be kept.
   *
   * @param last the number
   */
  public void fixed(UInt64 last) {
    while (!kept.isEmpty() && kept.getFirst().info().number().compareTo(last) <= 0) {
      remove(kept.removeFirst());
    }
  }

  /**
   * Adds what is new of the open block to what the next commit writes.
   *
   * @param info its number and time
   * @param parentHash the hash of the block before
   * @param receipts what ran in it
   */
  public void collect(BlockInfo info, Bytes32 parentHash, List<R> receipts) {
    if (state.isDurable()) {
      writeOpen(info, receipts);
      Bytes row =
          RecordWriter.write(writer -> writer.field(INFO, info).field(Codec.BYTES32, parentHash));
      if (!row.equals(tipWritten)) {
        tip.put(StoreFormat.TIP, row);
        tipWritten = row;
      }
    }
  }

  private void writeOpen(BlockInfo info, List<R> receipts) {
    for (; receiptsWritten < receipts.size(); receiptsWritten++) {
      receiptRows.put(
          key(info.number(), receiptsWritten), codec.encode(receipts.get(receiptsWritten)));
    }
    Bytes added = state.journal().takeNew().toBytes();
    if (!added.isEmpty()) {
      undoRows.put(key(info.number(), undosWritten++), added);
    }
  }

  private void begin() {
    earlier = new ArrayList<>();
    undosWritten = 0;
    receiptsWritten = 0;
  }

  private void remove(Finished<R> block) {
    blocks.remove(key(block.info().number()));
    removeRows(block.info().number(), block.receipts().size(), block.undo().rows());
  }

  private void removeRows(UInt64 number, int receipts, int undos) {
    for (int i = 0; i < receipts; i++) {
      receiptRows.remove(key(number, i));
    }
    for (int i = 0; i < undos; i++) {
      undoRows.remove(key(number, i));
    }
  }

  private static Bytes key(UInt64 number) {
    return Bytes.ofLong(number.bits());
  }

  private static Bytes key(UInt64 number, int index) {
    return Bytes.concat(key(number), Bytes.ofLong(index));
  }

  /** The oldest block of a chain that a store can still undo; nothing if there is none. */
  static Optional<UInt64> oldestUndoable(StateStore store, String chain) {
    List<UInt64> first = new ArrayList<>();
    store.scan(
        chain + "/blocks/finished",
        Bytes.EMPTY,
        (key, row) -> {
          first.add(number(key));
          return false;
        });
    return first.stream().findFirst();
  }

  private static UInt64 number(Bytes key) {
    return UInt64.ofBits(key.getLong(0));
  }
}
