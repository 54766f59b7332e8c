// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.ipc;

import io.crossline.messaging.Bytes32;

/**
 * Which tracing ids were seen, as 64 bits of each: 8 bytes an id, and at most as much again free.
 * Among ten million ids two share these bits once in 300,000 runs.
 */
final class IdTable {
  private long[] ids = new long[64];
  private int size;

  /** Whether the id is new. */
  boolean add(Bytes32 id) {
    long bits = id.limb(0) == 0 ? 1 : id.limb(0);
    int at = find(bits);
    if (ids[at] == bits) {
      return false;
    }
    ids[at] = bits;
    size++;
    if (size * 4L > ids.length * 3L) {
      grow();
    }
    return true;
  }

  private int find(long bits) {
    int at = (int) bits & (ids.length - 1);
    while (ids[at] != 0 && ids[at] != bits) {
      at = (at + 1) & (ids.length - 1);
    }
    return at;
  }

  private void grow() {
    long[] old = ids;
    ids = new long[Math.multiplyExact(old.length, 2)];
    for (long bits : old) {
      if (bits != 0) {
        ids[find(bits)] = bits;
      }
    }
  }
}
