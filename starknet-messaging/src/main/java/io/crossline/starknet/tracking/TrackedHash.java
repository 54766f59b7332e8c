// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import io.crossline.core.record.RecordReader;
import io.crossline.core.record.RecordWriter;
import io.crossline.messaging.Envelope;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All that is known of one message hash in one direction. */
abstract class TrackedHash {
  private final MessageKey key;
  private final TrackedMessages home;

  /**
   * @param home where changes are told, and which blocks can no longer be taken back
   */
  TrackedHash(MessageKey key, TrackedMessages home) {
    this.key = key;
    this.home = home;
  }

  final MessageKey key() {
    return key;
  }

  /** Takes in an event, the latest of its layer, and tells what it changes. */
  abstract void see(Fact fact, Optional<Envelope> shown);

  /** Takes away the latest event of its kind; tells nothing yet. */
  abstract void lose(MessageEvent event, BlockPoint where);

  /** Tells what is different from what was told. */
  abstract void tell();

  /** The messages with this hash. */
  abstract List<TrackedMessage> messages();

  /** What is known of the copy, to describe it. */
  abstract Evidence evidence(int index);

  /** How many rows a store keeps of it. */
  abstract int rows();

  /** Writes the row with a number. */
  abstract void write(int row, RecordWriter writer);

  /** Takes in the next row of those that a store kept. */
  abstract void read(TrackedRow row, RecordReader reader);

  /**
   * Forgets the messages that are over.
   *
   * @param done which blocks nobody needs any more
   * @return whether none is left
   */
  abstract boolean forget(Predicate<BlockPoint> done);

  /** What is known of one message. */
  record Evidence(TrackedMessage message, List<Reached> path, List<Fact> facts) {
    Optional<Fact> latest(MessageEvent... events) {
      List<MessageEvent> wanted = List.of(events);
      return facts.stream()
          .filter(fact -> wanted.contains(fact.event()))
          .reduce((earlier, later) -> later);
    }
  }

  final boolean isSettled(BlockPoint point) {
    return home.isSettled(point);
  }

  final void follow(int row, TrackedMessage message, List<Reached> path, @Nullable BlockPoint by) {
    if (message.follow(path, by, home::isSettled, home.log())) {
      changed(row);
    }
  }

  final void changed(int row) {
    home.changed(this, row);
  }

  static Fact takenBack(BlockPoint where) {
    return Fact.because(
        MessageEvent.TAKEN_BACK,
        where,
        "the block that it was sent in is no longer on " + where.layer());
  }
}
