// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.starknet;

import io.crossline.messaging.UInt64;
import io.crossline.starknet.Int256;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The blocks of L2 that no state update in a final block of L1 covers. Empty ones need no place.
 */
final class HeldL2 {
  private final Deque<Held> blocks = new ArrayDeque<>();
  private boolean any;
  private UInt64 head = UInt64.ZERO;

  private record Held(UInt64 number, List<Run> runs) {}

  /** Adds the next block. */
  void add(UInt64 number, List<Run> runs) {
    if (any && number.compareTo(head) <= 0) {
      throw new IllegalArgumentException(
          "L2: found block "
              + number
              + " after block "
              + head
              + "; say first which blocks were taken back");
    }
    any = true;
    head = number;
    if (!runs.isEmpty()) {
      blocks.addLast(new Held(number, runs));
    }
  }

  /** Forgets the blocks above a number. */
  void takenBack(UInt64 last) {
    while (!blocks.isEmpty() && blocks.getLast().number.compareTo(last) > 0) {
      blocks.removeLast();
    }
    head = last.compareTo(head) < 0 ? last : head;
  }

  /** What ran in the blocks up to a number, which are held no longer. */
  List<Run> releaseTo(Int256 number) {
    List<Run> runs = new ArrayList<>();
    while (!blocks.isEmpty()
        && new Int256(blocks.getFirst().number.toUInt256()).compareTo(number) <= 0) {
      runs.addAll(blocks.removeFirst().runs);
    }
    return runs;
  }

  /** What ran in all blocks, which are held no longer. */
  List<Run> releaseAll() {
    List<Run> runs = new ArrayList<>();
    blocks.forEach(block -> runs.addAll(block.runs));
    blocks.clear();
    return runs;
  }
}
