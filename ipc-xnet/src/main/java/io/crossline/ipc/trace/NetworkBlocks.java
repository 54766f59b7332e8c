// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

import io.crossline.ipc.trace.Sighting.Step;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt64;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The latest blocks of one network, as many as can be taken back, in whatever order they came. */
final class NetworkBlocks {
  private final TracedNetwork network;
  private final NavigableMap<UInt64, Seen> blocks = new TreeMap<>();
  private final NavigableSet<Sighting> queued = new TreeSet<>(Sighting.ORDER);

  /** The number of the latest block, when blocks were dropped behind it. */
  private UInt64 oldest = UInt64.ZERO;

  /** A block and what it said. */
  record Seen(ObservedBlock block, List<Sighting> sightings) {}

  NetworkBlocks(TracedNetwork network) {
    this.network = network;
  }

  TracedNetwork network() {
    return network;
  }

  /** Whether a block is new; refuses one that does not fit. */
  boolean fits(ObservedBlock block) {
    UInt64 number = block.info().number();
    if (number.compareTo(oldest) < 0) {
      throw new BlockOutOfReachException(network, "cannot take in", number, oldest);
    }
    Seen known = blocks.get(number);
    if (known != null) {
      requireSame(number, known.block.hash(), block.hash(), "");
      return false;
    }
    Map.Entry<UInt64, Seen> before = blocks.lowerEntry(number);
    if (before != null && isNext(before.getKey(), number) && block.parentHash().isPresent()) {
      requireSame(
          before.getKey(),
          before.getValue().block.hash(),
          block.parentHash().get(),
          " as parent of block " + number);
    }
    Map.Entry<UInt64, Seen> after = blocks.higherEntry(number);
    if (after != null && isNext(number, after.getKey())) {
      after
          .getValue()
          .block
          .parentHash()
          .ifPresent(
              parent ->
                  requireSame(number, parent, block.hash(), " below block " + after.getKey()));
    }
    return true;
  }

  private void requireSame(UInt64 number, Bytes32 known, Bytes32 found, String where) {
    if (!known.equals(found)) {
      throw new ConflictingBlockException(network.name(), number, known, found, where);
    }
  }

  private static boolean isNext(UInt64 number, UInt64 next) {
    return next.minus(number).equals(UInt64.ONE);
  }

  /** Adds a block that fits. What falls out of reach is kept by the messages alone. */
  void add(ObservedBlock block, List<Sighting> sightings) {
    // The logs are not needed any more, only what identifies the block.
    ObservedBlock bare =
        new ObservedBlock(
            block.network(), block.info(), block.hash(), block.parentHash(), List.of());
    blocks.put(block.info().number(), new Seen(bare, List.copyOf(sightings)));
    sightings.stream().filter(NetworkBlocks::isQueued).forEach(queued::add);
    UInt64 reach = UInt64.of(network.undoableBlocks());
    UInt64 head = blocks.lastKey();
    if (head.compareTo(reach) >= 0) {
      UInt64 first = head.minus(reach).plus(UInt64.ONE);
      if (first.compareTo(oldest) > 0) {
        oldest = first;
        blocks.headMap(oldest, false).clear();
        while (!queued.isEmpty() && isFixed(queued.first().at().block().number())) {
          queued.pollFirst();
        }
      }
    }
  }

  /** Takes back all blocks above a number; gives what they said. */
  List<Sighting> takeBackAbove(UInt64 number) {
    if (!oldest.equals(UInt64.ZERO) && number.compareTo(oldest.minus(UInt64.ONE)) < 0) {
      throw new BlockOutOfReachException(network, "cannot roll back to", number, oldest);
    }
    Collection<Seen> above = blocks.tailMap(number, false).values();
    List<Sighting> taken = new ArrayList<>();
    above.forEach(seen -> taken.addAll(seen.sightings));
    above.clear();
    taken.stream().filter(NetworkBlocks::isQueued).forEach(queued::remove);
    return taken;
  }

  Optional<UInt64> head() {
    return blocks.isEmpty() ? Optional.empty() : Optional.of(blocks.lastKey());
  }

  /** Whether a block can no longer be taken back. */
  boolean isFixed(UInt64 number) {
    return number.compareTo(oldest) < 0;
  }

  private static boolean isQueued(Sighting sighting) {
    return sighting.step() == Step.QUEUED;
  }

  /** What the blocks in reach say was queued, oldest first. */
  Stream<Sighting> queued() {
    return queued.stream();
  }
}
