// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.follow;

import io.crossline.core.record.RecordReader;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Codec;
import io.crossline.messaging.UInt64;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The latest blocks of a chain that is followed, as many as can be taken back, with what each of
 * them said; and the last block before them.
 *
 * <p>How this works: a follower asks {@link #isNew} of each block that a node gives it. The block
 * is refused if it does not fit the known ones, by hash, parent or content; if it is known already
 * it changes nothing. Otherwise the follower reads it and {@link #append}s it, with what it read
 * kept beside it. When the node says that blocks are gone, {@link #takeBackAbove} gives back what
 * they said. For example, with two undoable blocks and 7 and 8 known: appending 9 makes 7 final,
 * and only its hash is kept, to check the parent of an 8 that takes the place of the one that is
 * lost.
 *
 * <p>Chains that are followed in order refuse a block whose predecessor is missing. Those followed
 * with gaps take blocks in whatever order they come.
 *
 * <p>Not thread-safe.
 *
 * @param <E> what blocks say
 */
public final class FollowedChain<E> {
  private final String name;
  private final int undoable;
  private final String limit;
  private final boolean gaps;
  private final NavigableMap<UInt64, Entry<E>> entries = new TreeMap<>();

  /** The last block that cannot be taken back any more. */
  private @Nullable Entry<E> base;

  /** The first number in reach, once blocks were dropped. */
  private UInt64 oldest = UInt64.ZERO;

  /**
   * A block, or empty ones and a last one, and what it said.
   *
   * @param <E> what blocks say
   */
  public static final class Entry<E> {
    private final UInt64 first;
    private final BlockInfo info;
    private final @Nullable Bytes32 hash;
    private final @Nullable Bytes32 parentHash;
    private final Supplier<Bytes32> content;
    private final List<E> said = new ArrayList<>();

    private Entry(
        UInt64 first,
        BlockInfo info,
        @Nullable Bytes32 hash,
        @Nullable Bytes32 parentHash,
        Supplier<Bytes32> content) {
      this.first = first;
      this.info = info;
      this.hash = hash;
      this.parentHash = parentHash;
      this.content = content;
    }

    /**
     * The block, the last one where there are several.
     *
     * @return its number and time
     */
    public BlockInfo info() {
      return info;
    }

    /**
     * Keeps what the block said.
     *
     * @param more comes behind what it said before
     */
    public void add(E more) {
      said.add(more);
    }

    /**
     * What the block said.
     *
     * @return all of it, in order
     */
    public List<E> said() {
      return said;
    }

    /**
     * How a store keeps an entry.
     *
     * @param words how it keeps what a block said
     * @param <E> what blocks say
     * @return the form; what the content is digested to is known then
     */
    public static <E> Codec<Entry<E>> codec(Codec<E> words) {
      return RecordReader.codec(
          (writer, entry) ->
              writer
                  .field(Codec.UINT64, entry.first)
                  .field(Codec.UINT64, entry.info.number())
                  .field(Codec.UINT64, entry.info.timestamp())
                  .optional(Codec.BYTES32, Optional.ofNullable(entry.hash))
                  .optional(Codec.BYTES32, Optional.ofNullable(entry.parentHash))
                  .field(Codec.BYTES32, entry.content.get())
                  .list(words, entry.said),
          reader -> {
            UInt64 first = reader.field(Codec.UINT64);
            BlockInfo info = new BlockInfo(reader.field(Codec.UINT64), reader.field(Codec.UINT64));
            @Nullable Bytes32 hash = reader.optional(Codec.BYTES32).orElse(null);
            @Nullable Bytes32 parentHash = reader.optional(Codec.BYTES32).orElse(null);
            Bytes32 content = reader.field(Codec.BYTES32);
            Entry<E> entry = new Entry<>(first, info, hash, parentHash, () -> content);
            reader.list(words).forEach(entry::add);
            return entry;
          });
    }

    /** The same as far as a number, where nothing but its place is known of the last block. */
    private Entry<E> upTo(UInt64 number) {
      BlockInfo last = new BlockInfo(number, info.timestamp());
      return new Entry<>(first, last, null, parentHash, () -> Bytes32.ZERO);
    }

    /** The same without what it said. */
    private Entry<E> withoutWords() {
      return new Entry<>(first, info, hash, parentHash, content);
    }
  }

  /**
   * Begins to follow a chain of which nothing is known.
   *
   * @param name what people call it
   * @param undoable how many blocks can be taken back
   * @param limit the name of the setting that says so
   * @param gaps whether blocks may be left out, and come in any order
   */
  public FollowedChain(String name, int undoable, String limit, boolean gaps) {
    this.name = name;
    this.undoable = undoable;
    this.limit = limit;
    this.gaps = gaps;
  }

  /**
   * Looks whether a block is new; it is not appended yet.
   *
   * @param block the block
   * @return false if it is known already
   * @throws ConflictingBlockException if another block is known in its place or as its parent
   * @throws DifferentContentException if the same block is known with other content
   * @throws MissingBlockException if the chain is followed in order and a block is missing
   * @throws BlockOutOfReachException if it is further back than what is remembered
   */
  public boolean isNew(FollowedBlock block) {
    UInt64 number = block.info().number();
    Entry<E> known = at(number);
    if (known != null) {
      requireSame(known, block);
      return false;
    }
    Entry<E> head = latest();
    boolean behindHead = head != null && number.compareTo(head.info.number()) <= 0;
    if (number.compareTo(oldest) < 0 || behindHead && !gaps) {
      UInt64 reach = base != null ? base.info.number() : entries.firstEntry().getValue().first;
      throw new BlockOutOfReachException(
          name, "cannot take in", number, gaps ? oldest : reach, undoable, limit);
    }
    if (head != null && !gaps) {
      UInt64 next = head.info.number().plus(UInt64.ONE);
      if (block.first().compareTo(next) > 0) {
        throw new MissingBlockException(name, next, block.first());
      }
    }
    requireParent(block);
    return true;
  }

  /** The entry that holds a number, if there is one. */
  private @Nullable Entry<E> at(UInt64 number) {
    Entry<E> last = latest();
    if (last == null || number.compareTo(last.info.number()) > 0) {
      return null;
    }
    Map.Entry<UInt64, Entry<E>> above = entries.ceilingEntry(number);
    if (above != null && above.getValue().first.compareTo(number) <= 0) {
      return above.getValue();
    }
    Entry<E> fixed = base;
    return fixed != null && fixed.info.number().equals(number) ? fixed : null;
  }

  private void requireSame(Entry<E> known, FollowedBlock block) {
    UInt64 number = block.info().number();
    if (!known.info.number().equals(number) || known.hash == null) {
      // One of several blocks of which somebody said that nothing is in them, without their hashes.
      requireContent(block, Bytes32.ZERO);
      return;
    }
    if (!known.hash.equals(block.hash())) {
      throw new ConflictingBlockException(name, number, known.hash, block.hash(), "");
    }
    requireContent(block, known.content.get());
  }

  private void requireContent(FollowedBlock block, Bytes32 known) {
    Bytes32 found = block.content().get();
    if (!known.equals(found)) {
      throw new DifferentContentException(name, block.info().number(), block.hash(), known, found);
    }
  }

  private void requireParent(FollowedBlock block) {
    if (block.first().equals(UInt64.ZERO)) {
      return;
    }
    UInt64 number = block.info().number();
    Entry<E> before = at(block.first().minus(UInt64.ONE));
    Bytes32 parent = block.parentHash().orElse(null);
    if (before != null && before.hash != null && parent != null && !before.hash.equals(parent)) {
      throw new ConflictingBlockException(
          name, before.info.number(), before.hash, parent, " as parent of block " + block.first());
    }
    Map.Entry<UInt64, Entry<E>> above = entries.higherEntry(number);
    Entry<E> after = above == null ? null : above.getValue();
    if (after != null
        && after.parentHash != null
        && after.first.minus(UInt64.ONE).equals(number)
        && !after.parentHash.equals(block.hash())) {
      throw new ConflictingBlockException(
          name, number, after.parentHash, block.hash(), " below block " + after.first);
    }
  }

  /**
   * Appends a block that is new. The oldest one may not be taken back any more for it.
   *
   * @param block the block
   * @return where to keep what it says
   */
  public Entry<E> append(FollowedBlock block) {
    Entry<E> last = latest();
    UInt64 first = block.first();
    if (last != null && !gaps) {
      first = last.info.number().plus(UInt64.ONE);
    }
    Entry<E> added =
        new Entry<>(
            first, block.info(), block.hash(), block.parentHash().orElse(null), block.content());
    entries.put(block.info().number(), added);
    UInt64 head = entries.lastKey();
    UInt64 reach = UInt64.of(undoable);
    if (head.compareTo(reach) >= 0) {
      finalized(head.minus(reach));
    }
    return added;
  }

  /**
   * Goes on with a block of before, which comes behind those that are there.
   *
   * @param block an entry of this chain, as a store kept it
   */
  public void restore(Entry<E> block) {
    entries.put(block.info.number(), block);
  }

  /**
   * The last entry that can be taken back.
   *
   * @return nothing if there is none
   */
  public Optional<Entry<E>> last() {
    return Optional.ofNullable(entries.lastEntry()).map(Map.Entry::getValue);
  }

  /**
   * The last block that cannot be taken back any more.
   *
   * @return its number; nothing if all can
   */
  public Optional<UInt64> lastFixed() {
    return oldest.equals(UInt64.ZERO) ? Optional.empty() : Optional.of(oldest.minus(UInt64.ONE));
  }

  /**
   * Takes note that the blocks up to a number cannot be taken back any more.
   *
   * @param number the last of them; nothing happens if it is not known yet
   */
  public void finalized(UInt64 number) {
    UInt64 last = entries.isEmpty() ? UInt64.ZERO : entries.lastKey();
    UInt64 fixed = number.compareTo(last) < 0 ? number : last;
    while (!entries.isEmpty() && entries.firstKey().compareTo(fixed) <= 0) {
      base = entries.pollFirstEntry().getValue().withoutWords();
    }
    if ((gaps || base != null) && fixed.compareTo(oldest) >= 0) {
      oldest = fixed.plus(UInt64.ONE);
    }
  }

  /**
   * Takes back all blocks above a number.
   *
   * @param number the last block that stays
   * @return what they said, newest block first; nothing if none is above
   * @throws BlockOutOfReachException if a block would have to be taken back that cannot be
   */
  public List<Entry<E>> takeBackAbove(UInt64 number) {
    if (!oldest.equals(UInt64.ZERO) && number.compareTo(oldest.minus(UInt64.ONE)) < 0) {
      throw new BlockOutOfReachException(
          name, "cannot roll back to", number, oldest.minus(UInt64.ONE), undoable, limit);
    }
    List<Entry<E>> taken = new ArrayList<>();
    while (!entries.isEmpty() && entries.lastKey().compareTo(number) > 0) {
      Entry<E> last = entries.pollLastEntry().getValue();
      taken.add(last);
      if (last.first.compareTo(number) <= 0) {
        entries.put(number, last.upTo(number));
      }
    }
    return taken;
  }

  /**
   * The latest block.
   *
   * @return its number and time; nothing if none was appended or all were taken back
   */
  public Optional<BlockInfo> head() {
    Entry<E> last = latest();
    return last == null ? Optional.empty() : Optional.of(last.info);
  }

  private @Nullable Entry<E> latest() {
    return entries.isEmpty() ? base : entries.lastEntry().getValue();
  }

  /**
   * Whether a block can no longer be taken back.
   *
   * @param number its number
   * @return true if it is final
   */
  public boolean isFixed(UInt64 number) {
    return number.compareTo(oldest) < 0;
  }
}
