// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

import io.crossline.ipc.Direction;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.trace.Sighting.Step;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * A gateway sent a message towards the next network of its way.
 *
 * @param sent the log that says so; nothing if that block was not given
 * @param cut on the way up: the checkpoint with it
 */
record HopSending(Optional<Sighting> sent, Optional<Sighting> cut) {
  /** All sendings of messages with one tracing id from a network to the next, in order. */
  static List<HopSending> of(MessageFacts facts, SubnetId here, SubnetId next) {
    if (Route.direction(here, next) == Direction.TOP_DOWN) {
      return facts.at(here, Step.SENT_DOWN).stream()
          .filter(sent -> sent.child().orElseThrow().equals(next.actor()))
          .map(sent -> new HopSending(Optional.of(sent), Optional.empty()))
          .toList();
    }
    List<Sighting> queued = new ArrayList<>(facts.at(here, Step.QUEUED));
    List<Sighting> cuts = new ArrayList<>(facts.at(here, Step.CUT));
    List<HopSending> commits = new ArrayList<>();
    match(queued, cuts, commits, (one, cut) -> one.epoch().equals(cut.epoch()));
    // A checkpoint is not bound to the height of its epoch (trap 34).
    match(queued, cuts, commits, (one, cut) -> Sighting.ORDER.compare(one, cut) < 0);
    queued.forEach(one -> commits.add(new HopSending(Optional.of(one), Optional.empty())));
    cuts.forEach(cut -> commits.add(new HopSending(Optional.empty(), Optional.of(cut))));
    commits.sort(Comparator.comparing(HopSending::first, Sighting.ORDER));
    return commits;
  }

  /** Gives each queued message the first checkpoint that may be its own. */
  private static void match(
      List<Sighting> queued,
      List<Sighting> cuts,
      List<HopSending> commits,
      BiPredicate<Sighting, Sighting> fits) {
    for (Sighting one : List.copyOf(queued)) {
      Optional<Sighting> cut = cuts.stream().filter(each -> fits.test(one, each)).findFirst();
      cut.ifPresent(
          found -> {
            queued.remove(one);
            cuts.remove(found);
            commits.add(new HopSending(Optional.of(one), cut));
          });
    }
  }

  /** The first log that speaks of it. */
  Sighting first() {
    return sent.or(() -> cut).orElseThrow();
  }

  /** The last log that speaks of it. */
  Sighting last() {
    return cut.or(() -> sent).orElseThrow();
  }

  /** Whether the message came out of the postbox, as far as logs tell. */
  boolean isPassing() {
    return sent.map(Sighting::passing).orElse(true);
  }

  Optional<IpcEnvelope> envelope() {
    return last().envelope();
  }

  Optional<UInt64> nonce() {
    return envelope().map(IpcEnvelope::localNonce);
  }

  Optional<UInt256> checkpoint() {
    return last().epoch();
  }
}
