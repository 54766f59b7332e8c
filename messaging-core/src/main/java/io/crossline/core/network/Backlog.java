// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.network;

import io.crossline.messaging.spi.MessagingMetrics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How many messages stand where, and how old the oldest is that has not ended, by routes.
 *
 * <p>Not thread-safe.
 *
 * @param <M> what identifies a message
 */
public final class Backlog<M> {
  private final Map<M, Place> places = new HashMap<>();
  private final Map<Place, Long> counts = new HashMap<>();
  private final Set<Place> changed = new LinkedHashSet<>();
  private final Set<String> gotOn = new LinkedHashSet<>();

  /** How many messages of a route that have not ended began at a time. */
  private final Map<String, TreeMap<Duration, Long>> pending = new LinkedHashMap<>();

  /**
   * Where a message stands.
   *
   * @param route the route that it goes, such as {@code L1>L2}
   * @param status its status
   * @param ended whether it does not go on from there
   * @param began since when it is on its way, counted from the network's start
   */
  public record Place(String route, String status, boolean ended, Duration began) {
    /** Of messages that began at different times, for counting. */
    private Place counted() {
      return new Place(route, status, ended, Duration.ZERO);
    }
  }

  /**
   * Counts nothing so far.
   *
   * @param routes the routes of which the age is told though no message has gone them
   */
  public Backlog(Collection<String> routes) {
    routes.forEach(route -> pending.put(route, new TreeMap<>()));
  }

  /**
   * A message that was there before stands where it stood.
   *
   * @param message the message
   * @param place where
   */
  public void add(M message, Place place) {
    leave(message);
    places.put(message, place);
    count(place, 1);
    TreeMap<Duration, Long> times = pending.computeIfAbsent(place.route, key -> new TreeMap<>());
    if (!place.ended) {
      times.merge(place.began, 1L, Long::sum);
    }
  }

  /**
   * A message got on, or was taken back.
   *
   * @param message the message
   * @param place where it stands now
   */
  public void move(M message, Place place) {
    add(message, place);
    gotOn.add(place.route);
  }

  /**
   * Where a message stands.
   *
   * @param message the message
   * @return where; nothing if it is not known
   */
  public Optional<Place> place(M message) {
    return Optional.ofNullable(places.get(message));
  }

  /**
   * A message is forgotten.
   *
   * @param message the message
   */
  public void leave(M message) {
    Place place = places.remove(message);
    if (place == null) {
      return;
    }
    count(place, -1);
    TreeMap<Duration, Long> times = pending.get(place.route);
    if (times != null && !place.ended) {
      times.computeIfPresent(place.began, (time, many) -> many == 1 ? null : many - 1);
    }
  }

  private void count(Place place, long more) {
    Place counted = place.counted();
    counts.merge(counted, more, Long::sum);
    changed.add(counted);
  }

  /**
   * Tells what changed since this was asked last, and how old the oldest are.
   *
   * @param metrics is told
   * @param now what the clock shows
   */
  public void tell(MessagingMetrics metrics, Duration now) {
    for (Place place : changed) {
      metrics.backlog(place.route, place.status, counts.getOrDefault(place, 0L));
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
