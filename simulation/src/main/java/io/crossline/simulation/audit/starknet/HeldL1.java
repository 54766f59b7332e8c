// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.starknet;

import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.UInt64;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The latest blocks of L1, which a reorganisation can take back. */
final class HeldL1 {
  private final Deque<Held> blocks = new ArrayDeque<>();
  private @Nullable UInt64 head;

  /** The latest block that is final. */
  private @Nullable UInt64 fixed;

  /** A block and the notes of its logs. */
  record Held(BlockInfo info, List<Note> notes) {}

  /** Adds the next block and gives back the one that has become final, if there is one. */
  Optional<Held> add(Held block) {
    UInt64 number = block.info().number();
    if (head != null && number.compareTo(head) <= 0) {
      throw new IllegalArgumentException(
          "L1: found block "
              + number
              + " after block "
              + head
              + "; say first which blocks were taken back");
    }
    head = number;
    blocks.addLast(block);
    return blocks.size() > StarknetAuditor.DEEPEST_REORG ? next() : Optional.empty();
  }

  /** Takes blocks above a number away, and tells what their logs said. */
  void takenBack(UInt64 last, LostLogs lost) {
    if (fixed != null && last.compareTo(fixed) < 0) {
      throw new IllegalArgumentException(
          "L1: block "
              + last
              + " is said to be the last one that stays, must be "
              + fixed
              + " or above: at most "
              + StarknetAuditor.DEEPEST_REORG
              + " blocks can be taken back");
    }
    while (!blocks.isEmpty() && blocks.getLast().info().number().compareTo(last) > 0) {
      lost.add(blocks.removeLast().notes());
    }
    head = head == null || head.compareTo(last) > 0 ? last : head;
  }

  /** The oldest block that is held, which is held no longer. */
  Optional<Held> next() {
    Optional<Held> oldest = Optional.ofNullable(blocks.pollFirst());
    oldest.ifPresent(block -> fixed = block.info().number());
    return oldest;
  }

  /** The latest state update in blocks that are held. */
  Optional<Note.Settled> latestUpdate() {
    for (Iterator<Held> block = blocks.descendingIterator(); block.hasNext(); ) {
      List<Note> notes = block.next().notes();
      for (int i = notes.size() - 1; i >= 0; i--) {
        if (notes.get(i) instanceof Note.Settled update) {
          return Optional.of(update);
        }
      }
    }
    return Optional.empty();
  }
}
