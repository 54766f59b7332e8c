// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt64;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The latest blocks of one layer, as many as can be taken back, and the one before them. */
final class LayerChain {
  private static final UInt64 LATEST_TIME = UInt64.of(Instant.MAX.getEpochSecond());

  private final Layer layer;
  private final int limit;
  private final Deque<Applied> undoable = new ArrayDeque<>();
  private @Nullable Applied base;

  /** A block, and the events that it brought. */
  static final class Applied {
    final BlockPoint point;
    final Bytes32 hash;
    final List<Sighting> sightings = new ArrayList<>();

    Applied(BlockPoint point, Bytes32 hash) {
      this.point = point;
      this.hash = hash;
    }
  }

  /**
   * An event, and whose it is.
   *
   * @param confirms the sending whose confirmations are reached by it
   */
  record Sighting(TrackedHash message, Fact fact, Optional<Sighting> confirms) {}

  LayerChain(Layer layer, int limit) {
    this.layer = layer;
    this.limit = limit;
  }

  /**
   * Looks where a block belongs.
   *
   * @return the block, not appended yet; nothing if it is known already
   */
  Optional<Applied> place(BlockInfo info, Bytes32 hash, Bytes32 parentHash) {
    UInt64 number = info.number();
    Applied head = head();
    if (head != null && number.compareTo(head.point.number()) <= 0) {
      requireKnown(number, hash);
      return Optional.empty();
    }
    if (head != null) {
      UInt64 next = head.point.number().plus(UInt64.ONE);
      if (!number.equals(next)) {
        throw new MissingBlockException(layer, next, number);
      }
      if (!parentHash.equals(head.hash)) {
        throw new ConflictingBlockException(
            layer, head.point.number(), head.hash, parentHash, " as parent of #" + number);
      }
    }
    return Optional.of(new Applied(new BlockPoint(layer, number, time(info, head)), hash));
  }

  private Instant time(BlockInfo info, @Nullable Applied head) {
    if (info.timestamp().compareTo(LATEST_TIME) > 0) {
      throw new MalformedInputException(
          layer
              + " block "
              + info.number()
              + ": found timestamp "
              + info.timestamp()
              + ", must be seconds since 1970 and at most "
              + LATEST_TIME);
    }
    Instant time = Instant.ofEpochSecond(info.timestamp().longValueExact());
    if (head != null && time.isBefore(head.point.time())) {
      throw new MalformedInputException(
          layer
              + " block "
              + info.number()
              + ": found timestamp "
              + info.timestamp()
              + ", must not be before that of its parent, "
              + head.point.time().getEpochSecond());
    }
    return time;
  }

  private void requireKnown(UInt64 number, Bytes32 hash) {
    Applied oldest = base != null ? base : undoable.getFirst();
    if (number.compareTo(oldest.point.number()) < 0) {
      throw new BlockOutOfReachException(
          layer, "cannot compare", number, oldest.point.number(), limit);
    }
    Applied known =
        undoable.stream()
            .filter(block -> block.point.number().equals(number))
            .findFirst()
            .orElse(oldest);
    if (!known.hash.equals(hash)) {
      throw new ConflictingBlockException(layer, number, known.hash, hash, "");
    }
  }

  /** Appends a block that was placed. The oldest one may not be taken back any more for it. */
  void push(Applied block) {
    undoable.addLast(block);
    if (undoable.size() > limit) {
      Applied fixed = undoable.removeFirst();
      base = new Applied(fixed.point, fixed.hash);
    }
  }

  /** Takes note that the blocks up to a number cannot be taken back any more. */
  void fixUpTo(UInt64 number) {
    while (!undoable.isEmpty() && undoable.getFirst().point.number().compareTo(number) <= 0) {
      Applied fixed = undoable.removeFirst();
      base = new Applied(fixed.point, fixed.hash);
    }
  }

  /**
   * Takes back all blocks above a number.
   *
   * @return those blocks, newest first
   */
  List<Applied> takeBackAbove(UInt64 number) {
    Applied oldest = base;
    if (oldest != null && number.compareTo(oldest.point.number()) < 0) {
      throw new BlockOutOfReachException(
          layer, "cannot roll back to", number, oldest.point.number(), limit);
    }
    List<Applied> taken = new ArrayList<>();
    while (!undoable.isEmpty() && undoable.getLast().point.number().compareTo(number) > 0) {
      taken.add(undoable.removeLast());
    }
    return taken;
  }

  @Nullable Applied head() {
    return undoable.isEmpty() ? base : undoable.getLast();
  }

  /** Whether a block can no longer be taken back. */
  boolean isFixed(BlockPoint point) {
    return base != null && point.number().compareTo(base.point.number()) <= 0;
  }

  /** Whether the layer was ever followed and has not come to a time yet. */
  boolean isBehind(Instant time) {
    Applied head = head();
    return head != null && head.point.time().isBefore(time);
  }
}
