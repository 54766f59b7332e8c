// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All that is known of one message hash in one direction. */
abstract class TrackedHash {
  private final Predicate<BlockPoint> fixed;
  private final ChangeLog log;

  /**
   * @param fixed which blocks can no longer be taken back
   * @param log where changes are told
   */
  TrackedHash(Predicate<BlockPoint> fixed, ChangeLog log) {
    this.fixed = fixed;
    this.log = log;
  }

  /** Takes in an event, the latest of its layer, and tells what it changes. */
  abstract void see(Fact fact);

  /** Takes away the latest event of its layer; tells nothing yet. */
  abstract void lose(Fact fact, BlockPoint where);

  /** Tells what is different from what was told. */
  abstract void tell();

  /** The messages with this hash. */
  abstract List<TrackedMessage> messages();

  /** What is known of the copy, to describe it. */
  abstract Evidence evidence(int index);

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

  final boolean isFixed(BlockPoint point) {
    return fixed.test(point);
  }

  final void follow(TrackedMessage message, List<Reached> path, @Nullable BlockPoint by) {
    message.follow(path, by, fixed, log);
  }

  static Fact takenBack(BlockPoint where) {
    return Fact.because(
        MessageEvent.TAKEN_BACK,
        where,
        "the block that it was sent in is no longer on " + where.layer());
  }
}
