// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.state;

import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Codec;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.Word;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A journaled map from 256-bit words to 256-bit words, in which every key that was not written
 * reads as 0: what an EVM contract's {@code mapping(… => uint256)} is. No object per entry: a key
 * with a value below 2^63 takes 53 to 80 bytes, one with a larger value 32 more. A key set to 0
 * gives its room to the next one; a table that was large keeps its memory.
 *
 * <p>Keys are spread over segments by the first bits of their hashes (extendible hashing). A
 * segment that is full grows, up to a size; then it is split in two. So no write copies more than
 * one segment, and the table is about as full at every size.
 *
 * <p>Not thread-safe.
 */
public final class WordTable extends Table {
  private static final int FIRST_CAPACITY = 8;
  private static final int SPLIT_CAPACITY = 4096;
  private static final int MAX_SIZE = 1 << 30;

  private final Journal journal;
  private final WordHash hashing;
  private final WideValues wide = new WideValues();

  /** The segment of each beginning of a hash, of {@link #depth} bits. */
  private WordSegment[] directory;

  private int depth;
  private int size;

  WordTable(Journal journal, String name, @Nullable Changes changes) {
    this(journal, name, changes, WordHash.OF_PROCESS);
  }

  WordTable(Journal journal, String name, @Nullable Changes changes, WordHash hashing) {
    super(name, changes, Codec.BYTES32, Codec.UINT256);
    this.journal = journal;
    this.hashing = hashing;
    this.directory = new WordSegment[] {new WordSegment(hashing, 0, FIRST_CAPACITY)};
  }

  /**
   * Reads a value.
   *
   * @param key the key
   * @return the value written last, 0 if none was
   */
  public UInt256 get(Word key) {
    long k0 = key.limb(0);
    long k1 = key.limb(1);
    long k2 = key.limb(2);
    long k3 = key.limb(3);
    long hash = hashing.of(k0, k1, k2, k3);
    WordSegment segment = directory[entryOf(hash)];
    long stored = segment.value(segment.find(hash, k0, k1, k2, k3));
    if (stored >= 0) {
      return stored == 0 ? UInt256.ZERO : UInt256.ofLimbs(0, 0, 0, stored);
    }
    return UInt256.ofLimbs(limb(stored, 0), limb(stored, 1), limb(stored, 2), limb(stored, 3));
  }

  /**
   * Writes a value.
   *
   * @param key the key
   * @param value the new value
   * @throws IllegalStateException if the table is full, at 2^30 keys
   */
  public void put(Word key, UInt256 value) {
    long k0 = key.limb(0);
    long k1 = key.limb(1);
    long k2 = key.limb(2);
    long k3 = key.limb(3);
    long hash = hashing.of(k0, k1, k2, k3);
    WordSegment segment = directory[entryOf(hash)];
    int at = segment.find(hash, k0, k1, k2, k3);
    long old = segment.value(at);
    journal.noteWord(this, k0, k1, k2, k3, limb(old, 0), limb(old, 1), limb(old, 2), limb(old, 3));
    if (isDurable()) {
      changed(Bytes32.ofLimbs(k0, k1, k2, k3));
    }
    set(
        segment,
        at,
        hash,
        k0,
        k1,
        k2,
        k3,
        value.limb(0),
        value.limb(1),
        value.limb(2),
        value.limb(3));
  }

  /**
   * How many keys have a value other than 0.
   *
   * @return the number of keys
   */
  public int size() {
    return size;
  }

  /** How many slots there are, in use or not. */
  long slots() {
    return Arrays.stream(directory).distinct().mapToLong(WordSegment::capacity).sum();
  }

  /** Writes without a note in the journal. */
  void write(long k0, long k1, long k2, long k3, long v0, long v1, long v2, long v3) {
    if (isDurable()) {
      changed(Bytes32.ofLimbs(k0, k1, k2, k3));
    }
    writeQuietly(k0, k1, k2, k3, v0, v1, v2, v3);
  }

  private void writeQuietly(
      long k0, long k1, long k2, long k3, long v0, long v1, long v2, long v3) {
    long hash = hashing.of(k0, k1, k2, k3);
    WordSegment segment = directory[entryOf(hash)];
    set(segment, segment.find(hash, k0, k1, k2, k3), hash, k0, k1, k2, k3, v0, v1, v2, v3);
  }

  @Override
  void restoreQuietly(Object any, @Nullable Object value) {
    Bytes32 key = (Bytes32) any;
    UInt256 word = value == null ? UInt256.ZERO : (UInt256) value;
    writeQuietly(
        key.limb(0),
        key.limb(1),
        key.limb(2),
        key.limb(3),
        word.limb(0),
        word.limb(1),
        word.limb(2),
        word.limb(3));
  }

  @Override
  @Nullable Object now(Object key) {
    UInt256 value = get((Bytes32) key);
    return value.isZero() ? null : value;
  }

  private void set(
      WordSegment segment,
      int at,
      long hash,
      long k0,
      long k1,
      long k2,
      long k3,
      long v0,
      long v1,
      long v2,
      long v3) {
    if (segment.value(at) != 0) {
      change(segment, at, v0, v1, v2, v3);
    } else if ((v0 | v1 | v2 | v3) != 0) {
      withRoom(segment, hash).add(hash, k0, k1, k2, k3, stored(v0, v1, v2, v3));
      size++;
    }
  }

  /** Gives a key that has a value another one, or none. */
  private void change(WordSegment segment, int at, long v0, long v1, long v2, long v3) {
    long old = segment.value(at);
    boolean fits = fitsLong(v0, v1, v2, v3);
    if (old < 0 && !fits) {
      wide.set(~(int) old, v0, v1, v2, v3);
      return;
    }
    if (fits && v3 == 0) {
      segment.remove(at);
      size--;
    } else {
      segment.setValue(at, stored(v0, v1, v2, v3));
    }
    if (old < 0) {
      wide.remove(~(int) old);
    }
  }

  private static boolean fitsLong(long v0, long v1, long v2, long v3) {
    return (v0 | v1 | v2) == 0 && v3 >= 0;
  }

  /** What a slot holds for a value: the value itself, or the complement of its place outside. */
  private long stored(long v0, long v1, long v2, long v3) {
    return fitsLong(v0, v1, v2, v3) ? v3 : ~wide.add(v0, v1, v2, v3);
  }

  private long limb(long stored, int index) {
    if (stored < 0) {
      return wide.limb(~(int) stored, index);
    }
    return index == 3 ? stored : 0;
  }

  private int entryOf(long hash) {
    // In two steps, since a shift by 64 would be none.
    return (int) (hash >>> 1 >>> (63 - depth));
  }

  /** The segment for a further key; not the given one if that is full and was split. */
  private WordSegment withRoom(WordSegment found, long hash) {
    if (size == MAX_SIZE) {
      throw new IllegalStateException("word table: full, with " + size + " keys");
    }
    WordSegment segment = found;
    while (segment.isFull()) {
      if (segment.capacity() < SPLIT_CAPACITY) {
        segment.grow(Math.min(SPLIT_CAPACITY, segment.capacity() * 3 / 2));
      } else {
        // Makes room even where it separates no keys: each side has twice the slots that it needs.
        split(segment, hash);
        segment = directory[entryOf(hash)];
      }
    }
    return segment;
  }

  private void split(WordSegment segment, long hash) {
    WordSegment[] sides = segment.split();
    if (segment.depth() == depth) {
      WordSegment[] old = directory;
      WordSegment[] doubled = new WordSegment[2 * old.length];
      Arrays.setAll(doubled, i -> old[i / 2]);
      directory = doubled;
      depth++;
    }
    int span = 1 << depth - segment.depth();
    int first = entryOf(hash) & -span;
    Arrays.fill(directory, first, first + span / 2, sides[0]);
    Arrays.fill(directory, first + span / 2, first + span, sides[1]);
  }
}
