// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.starknet;

import io.crossline.messaging.Bytes32;

/**
 * Numbers by hash, in one array of 53 to 107 bytes an entry, for what has to be kept of messages by
 * the million. Hashes are taken to be spread evenly.
 */
final class HashTable {
  private static final int STRIDE = 5;
  private static final int FIRST_CAPACITY = 64;

  /** Four words of the hash, then the number; a free entry has a hash of nought. */
  private long[] entries = new long[FIRST_CAPACITY * STRIDE];

  private int capacity = FIRST_CAPACITY;
  private int size;

  /** Is shown each entry. */
  interface Visitor {
    void visit(Bytes32 hash, long number);
  }

  boolean contains(Bytes32 hash) {
    return !isFree(find(hash));
  }

  /** The number of a hash; 0 if there is none. */
  long get(Bytes32 hash) {
    return entries[find(hash) + STRIDE - 1];
  }

  /** Sets the number of a hash. No Keccak hash is known to be nought, which is not allowed. */
  void put(Bytes32 hash, long number) {
    int at = find(hash);
    if (isFree(at)) {
      if (hash.isZero()) {
        throw new IllegalArgumentException("found a hash of nought, which no message has");
      }
      if ((size + 1) * 4L > capacity * 3L) {
        grow();
        at = find(hash);
      }
      size++;
      for (int limb = 0; limb < 4; limb++) {
        entries[at + limb] = hash.limb(limb);
      }
    }
    entries[at + STRIDE - 1] = number;
  }

  /** Shows the entries, in an order that follows from what was put. */
  void forEach(Visitor visitor) {
    for (int at = 0; at < capacity * STRIDE; at += STRIDE) {
      if (!isFree(at)) {
        visitor.visit(hashAt(at), entries[at + STRIDE - 1]);
      }
    }
  }

  private Bytes32 hashAt(int at) {
    return Bytes32.ofLimbs(entries[at], entries[at + 1], entries[at + 2], entries[at + 3]);
  }

  private boolean isFree(int at) {
    return (entries[at] | entries[at + 1] | entries[at + 2] | entries[at + 3]) == 0;
  }

  private int find(Bytes32 hash) {
    int index = (int) hash.limb(3) & (capacity - 1);
    while (!isFree(index * STRIDE) && !holds(index * STRIDE, hash)) {
      index = (index + 1) & (capacity - 1);
    }
    return index * STRIDE;
  }

  private boolean holds(int at, Bytes32 hash) {
    return entries[at + 3] == hash.limb(3)
        && entries[at] == hash.limb(0)
        && entries[at + 1] == hash.limb(1)
        && entries[at + 2] == hash.limb(2);
  }

  private void grow() {
    long[] old = entries;
    capacity *= 2;
    entries = new long[Math.multiplyExact(capacity, STRIDE)];
    for (int from = 0; from < old.length; from += STRIDE) {
      Bytes32 hash = Bytes32.ofLimbs(old[from], old[from + 1], old[from + 2], old[from + 3]);
      if (!hash.isZero()) {
        System.arraycopy(old, from, entries, find(hash), STRIDE);
      }
    }
  }
}
