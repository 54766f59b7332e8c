// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.messaging.spi.MessagingMetrics;
import io.crossline.starknet.tracking.Direction;
import io.crossline.starknet.tracking.MessageId;
import io.crossline.starknet.tracking.MessageStatus;
import io.crossline.starknet.tracking.MessageTracker;
import io.crossline.starknet.tracking.StatusChange;
import io.crossline.starknet.tracking.TrackerListener;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** How many messages stand where, and how long the oldest that is not finished has been there. */
final class Backlog implements TrackerListener {
  private final MessageTracker tracker;
  private final Map<Place, Long> counts = new HashMap<>();
  private final Set<Place> changed = new LinkedHashSet<>();
  private final Map<MessageId, Instant> pending = new HashMap<>();

  /** How many pending messages of a route were first seen at a time. */
  private final Map<Direction, TreeMap<Instant, Long>> firstSeen =
      Map.of(Direction.L1_TO_L2, new TreeMap<>(), Direction.L2_TO_L1, new TreeMap<>());

  private record Place(Direction route, MessageStatus status) {}

  Backlog(MessageTracker tracker) {
    this.tracker = tracker;
  }

  @Override
  public void changed(StatusChange change) {
    move(change, change.from(), Optional.of(change.to().status()));
  }

  @Override
  public void retracted(StatusChange change) {
    move(change, Optional.of(change.to().status()), change.from());
  }

  private void move(StatusChange change, Optional<MessageStatus> from, Optional<MessageStatus> to) {
    Direction route = change.message().direction();
    from.ifPresent(status -> count(new Place(route, status), -1));
    to.ifPresent(status -> count(new Place(route, status), 1));
    if (to.filter(status -> !status.isFinished()).isEmpty()) {
      ended(change.message());
    } else if (!pending.containsKey(change.message())) {
      began(change);
    }
  }

  private void count(Place place, long more) {
    counts.merge(place, more, Long::sum);
    changed.add(place);
  }

  private void began(StatusChange change) {
    // One that was finished before a rollback is as old as it was.
    Instant since =
        tracker
            .state(change.message())
            .map(state -> state.path().get(0).at().time())
            .orElse(change.to().at().time());
    pending.put(change.message(), since);
    seenAt(change.message().direction()).merge(since, 1L, Long::sum);
  }

  private void ended(MessageId message) {
    Instant since = pending.remove(message);
    if (since != null) {
      seenAt(message.direction())
          .computeIfPresent(since, (time, many) -> many == 1 ? null : many - 1);
    }
  }

  private TreeMap<Instant, Long> seenAt(Direction route) {
    TreeMap<Instant, Long> times = firstSeen.get(route);
    if (times == null) {
      throw new IllegalStateException("no times for " + route);
    }
    return times;
  }

  /** Tells what changed since this was asked last. */
  void tell(MessagingMetrics metrics, Instant genesis, Duration now) {
    Set<Direction> moved = EnumSet.noneOf(Direction.class);
    for (Place place : changed) {
      moved.add(place.route);
      metrics.backlog(nameOf(place.route), place.status.name(), counts.getOrDefault(place, 0L));
    }
    changed.clear();
    moved.forEach(route -> metrics.progress(nameOf(route), now));
    for (Direction route : Direction.values()) {
      TreeMap<Instant, Long> times = seenAt(route);
      Duration age =
          times.isEmpty() ? Duration.ZERO : Duration.between(times.firstKey(), genesis.plus(now));
      metrics.oldestPending(nameOf(route), age);
    }
  }

  private static String nameOf(Direction route) {
    return route == Direction.L1_TO_L2 ? "L1>L2" : "L2>L1";
  }
}
