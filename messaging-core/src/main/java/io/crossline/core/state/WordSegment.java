// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.state;

/**
 * The keys of a {@link WordTable} whose hashes begin with the same bits. Open addressing in one
 * array, five longs a slot: the key, and a value that is 0 only in a free slot. At most three
 * quarters of the slots are in use.
 *
 * <p>Slots stand in the order of hashes but for collisions, so that growing and splitting go
 * through memory from one end to the other.
 */
final class WordSegment {
  private static final int SLOT = 5;
  private static final int VALUE = 4;
  private static final int LEAST_CAPACITY = 8;

  private final WordHash hashing;
  private final int depth;
  private long[] slots;
  private int capacity;
  private int size;

  /**
   * Creates an empty segment.
   *
   * @param hashing the hash of the table's keys
   * @param depth how many first bits of their hashes its keys have in common
   * @param capacity how many slots it has at first
   */
  WordSegment(WordHash hashing, int depth, int capacity) {
    this.hashing = hashing;
    this.depth = depth;
    this.capacity = capacity;
    this.slots = new long[SLOT * capacity];
  }

  int depth() {
    return depth;
  }

  int capacity() {
    return capacity;
  }

  int size() {
    return size;
  }

  boolean isFull() {
    return 4L * (size + 1) > 3L * capacity;
  }

  /** The place of the slot that holds a key, or of the free one where it would go. */
  int find(long hash, long k0, long k1, long k2, long k3) {
    long[] all = slots;
    int at = home(hash);
    while (all[at + VALUE] != 0
        && (all[at + 3] != k3 || all[at + 2] != k2 || all[at + 1] != k1 || all[at] != k0)) {
      at = after(at);
    }
    return at;
  }

  /** The value in a slot, 0 if it is free. */
  long value(int at) {
    return slots[at + VALUE];
  }

  /** Gives a slot in use another value, not 0. */
  void setValue(int at, long value) {
    slots[at + VALUE] = value;
  }

  /** Adds a key that is not there, with a value that is not 0; the segment must not be full. */
  void add(long hash, long k0, long k1, long k2, long k3, long value) {
    int at = find(hash, k0, k1, k2, k3);
    slots[at] = k0;
    slots[at + 1] = k1;
    slots[at + 2] = k2;
    slots[at + 3] = k3;
    slots[at + VALUE] = value;
    size++;
  }

  /** Frees a slot, and moves those behind it up that are not in their home. */
  void remove(int at) {
    int hole = at;
    for (int next = after(at); slots[next + VALUE] != 0; next = after(next)) {
      if (distance(home(hashAt(next)), next) >= distance(hole, next)) {
        System.arraycopy(slots, next, slots, hole, SLOT);
        hole = next;
      }
    }
    slots[hole + VALUE] = 0;
    size--;
  }

  /** Makes room in place. */
  void grow(int slotsWanted) {
    WordSegment larger = new WordSegment(hashing, depth, slotsWanted);
    for (int at = 0; at < slots.length; at += SLOT) {
      if (slots[at + VALUE] != 0) {
        larger.addFrom(this, at, hashAt(at));
      }
    }
    slots = larger.slots;
    capacity = larger.capacity;
  }

  /**
   * Splits by the next bit of the hashes. This segment stays as it is.
   *
   * @return two half empty segments, the one of the lower hashes first
   */
  WordSegment[] split() {
    int highs = 0;
    for (int at = 0; at < slots.length; at += SLOT) {
      highs += slots[at + VALUE] != 0 ? side(hashAt(at)) : 0;
    }
    WordSegment[] sides = {
      new WordSegment(hashing, depth + 1, roomFor(size - highs)),
      new WordSegment(hashing, depth + 1, roomFor(highs))
    };
    for (int at = 0; at < slots.length; at += SLOT) {
      if (slots[at + VALUE] != 0) {
        long hash = hashAt(at);
        sides[side(hash)].addFrom(this, at, hash);
      }
    }
    return sides;
  }

  private static int roomFor(int keys) {
    return Math.max(LEAST_CAPACITY, 2 * keys);
  }

  private int side(long hash) {
    return (int) (hash << depth >>> 63);
  }

  private void addFrom(WordSegment other, int at, long hash) {
    long[] from = other.slots;
    add(hash, from[at], from[at + 1], from[at + 2], from[at + 3], from[at + VALUE]);
  }

  private long hashAt(int at) {
    return hashing.of(slots[at], slots[at + 1], slots[at + 2], slots[at + 3]);
  }

  /** Where a key goes if nothing is in its way: the slot at its hash's share of all hashes. */
  private int home(long hash) {
    return SLOT * (int) ((hash << depth >>> 32) * capacity >>> 32);
  }

  private int after(int at) {
    return at + SLOT == slots.length ? 0 : at + SLOT;
  }

  private int distance(int from, int to) {
    return to >= from ? to - from : to - from + slots.length;
  }
}
