// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import io.crossline.messaging.spi.MessagingMetrics;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** How many messages stand where, and since when the oldest that has not ended is on its way. */
final class Backlog {
  private final Function<TrackedMessage, String> routes;
  private final Map<TrackedMessage, Place> places = new HashMap<>();
  private final Map<Place, Long> counts = new HashMap<>();
  private final Set<Place> changed = new LinkedHashSet<>();
  private final Set<String> gotOn = new LinkedHashSet<>();

  /** How many messages of a route that have not ended began at a time. */
  private final Map<String, TreeMap<Duration, Long>> pending = new LinkedHashMap<>();

  private record Place(String route, MessageStatus status) {}

  /** With who knows the route that a message goes. */
  Backlog(Function<TrackedMessage, String> routes) {
    this.routes = routes;
  }

  /** A message that was there before stands where it stood. */
  void add(TrackedMessage message) {
    leave(message);
    Place place = new Place(routes.apply(message), message.status());
    places.put(message, place);
    count(place, 1);
    TreeMap<Duration, Long> times = pending.computeIfAbsent(place.route, key -> new TreeMap<>());
    if (!place.status.isFinal()) {
      times.merge(message.began, 1L, Long::sum);
    }
  }

  /** A message got on, or was taken back. */
  void move(TrackedMessage message) {
    add(message);
    gotOn.add(routes.apply(message));
  }

  /** A message is forgotten, or will be counted anew. */
  void leave(TrackedMessage message) {
    Place place = places.remove(message);
    if (place == null) {
      return;
    }
    count(place, -1);
    TreeMap<Duration, Long> times = pending.get(place.route);
    if (times != null && !place.status.isFinal()) {
      times.computeIfPresent(message.began, (time, many) -> many == 1 ? null : many - 1);
    }
  }

  private void count(Place place, long more) {
    counts.merge(place, more, Long::sum);
    changed.add(place);
  }

  /** Tells what changed since this was asked last, and how old the oldest are. */
  void tell(MessagingMetrics metrics, Duration now) {
    for (Place place : changed) {
      metrics.backlog(place.route, place.status.name(), counts.getOrDefault(place, 0L));
    }
    changed.clear();
    gotOn.forEach(route -> metrics.progress(route, now));
    gotOn.clear();
    pending.forEach(
        (route, times) ->
            metrics.oldestPending(
                route, times.isEmpty() ? Duration.ZERO : now.minus(times.firstKey())));
  }
}
