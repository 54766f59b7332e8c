// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.state;

import io.crossline.messaging.UInt256;
import io.crossline.messaging.Word;

/**
 * A journaled map from 256-bit words to 256-bit words, in which every key that was not written
 * reads as 0: what an EVM contract's {@code mapping(… => uint256)} is. Open addressing over longs,
 * no object per entry: 64 bytes a slot, at most three quarters of the slots in use. A key set to 0
 * gives its slot back.
 *
 * <p>Not thread-safe.
 */
public final class WordTable {
  private static final int SLOT = 8;
  private static final int FIRST_CAPACITY = 16;
  private static final int MAX_CAPACITY = 1 << 27;

  private final Journal journal;
  private long[] slots = new long[FIRST_CAPACITY * SLOT];
  private int capacity = FIRST_CAPACITY;
  private int size;

  WordTable(Journal journal) {
    this.journal = journal;
  }

  /**
   * Reads a value.
   *
   * @param key the key
   * @return the value written last, 0 if none was
   */
  public UInt256 get(Word key) {
    int at = find(key.limb(0), key.limb(1), key.limb(2), key.limb(3));
    return used(at)
        ? UInt256.ofLimbs(slots[at + 4], slots[at + 5], slots[at + 6], slots[at + 7])
        : UInt256.ZERO;
  }

  /**
   * Writes a value.
   *
   * @param key the key
   * @param value the new value
   * @throws IllegalStateException if the table is full, at about 100 million keys
   */
  public void put(Word key, UInt256 value) {
    long k0 = key.limb(0);
    long k1 = key.limb(1);
    long k2 = key.limb(2);
    long k3 = key.limb(3);
    int at = find(k0, k1, k2, k3);
    journal.noteWord(
        this, k0, k1, k2, k3, slots[at + 4], slots[at + 5], slots[at + 6], slots[at + 7]);
    write(k0, k1, k2, k3, value.limb(0), value.limb(1), value.limb(2), value.limb(3));
  }

  /**
   * How many keys have a value other than 0.
   *
   * @return the number of keys
   */
  public int size() {
    return size;
  }

  /** Writes without a note in the journal. */
  void write(long k0, long k1, long k2, long k3, long v0, long v1, long v2, long v3) {
    int at = find(k0, k1, k2, k3);
    boolean present = used(at);
    if ((v0 | v1 | v2 | v3) == 0) {
      if (present) {
        remove(at);
      }
      return;
    }
    if (!present) {
      if (4 * (size + 1) > 3 * capacity) {
        grow();
        at = find(k0, k1, k2, k3);
      }
      slots[at] = k0;
      slots[at + 1] = k1;
      slots[at + 2] = k2;
      slots[at + 3] = k3;
      size++;
    }
    slots[at + 4] = v0;
    slots[at + 5] = v1;
    slots[at + 6] = v2;
    slots[at + 7] = v3;
  }

  private boolean used(int at) {
    return (slots[at + 4] | slots[at + 5] | slots[at + 6] | slots[at + 7]) != 0;
  }

  /** The slot that holds a key, or the free one where it would go. */
  private int find(long k0, long k1, long k2, long k3) {
    int index = home(k0, k1, k2, k3);
    while (true) {
      int at = index * SLOT;
      if (!used(at)
          || slots[at + 3] == k3 && slots[at + 2] == k2 && slots[at + 1] == k1 && slots[at] == k0) {
        return at;
      }
      index = index + 1 & capacity - 1;
    }
  }

  private int home(long k0, long k1, long k2, long k3) {
    long mixed = (k0 ^ k2) * 0x9E3779B97F4A7C15L + (k1 ^ k3) * 0xC2B2AE3D27D4EB4FL;
    mixed ^= mixed >>> 29;
    mixed *= 0xBF58476D1CE4E5B9L;
    return (int) (mixed >>> 32) & capacity - 1;
  }

  private void remove(int at) {
    clearSlot(at);
    size--;
    int hole = at / SLOT;
    int index = hole + 1 & capacity - 1;
    while (used(index * SLOT)) {
      int from = index * SLOT;
      int home = home(slots[from], slots[from + 1], slots[from + 2], slots[from + 3]);
      if ((index - home & capacity - 1) >= (index - hole & capacity - 1)) {
        System.arraycopy(slots, from, slots, hole * SLOT, SLOT);
        clearSlot(from);
        hole = index;
      }
      index = index + 1 & capacity - 1;
    }
  }

  private void clearSlot(int at) {
    java.util.Arrays.fill(slots, at, at + SLOT, 0);
  }

  private void grow() {
    if (capacity == MAX_CAPACITY) {
      throw new IllegalStateException(
          "word table: more than " + 3L * MAX_CAPACITY / 4 + " entries in one table");
    }
    long[] old = slots;
    slots = new long[2 * capacity * SLOT];
    capacity *= 2;
    for (int at = 0; at < old.length; at += SLOT) {
      if ((old[at + 4] | old[at + 5] | old[at + 6] | old[at + 7]) != 0) {
        int to = find(old[at], old[at + 1], old[at + 2], old[at + 3]);
        System.arraycopy(old, at, slots, to, SLOT);
      }
    }
  }
}
