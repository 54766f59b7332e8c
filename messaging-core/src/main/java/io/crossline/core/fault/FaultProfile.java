// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.fault;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How often and how badly things go wrong in a plan that is made of a seed.
 *
 * <p>Immutable and thread-safe.
 *
 * @param name what people call it
 * @param perHour how many faults of a kind to expect in an hour of virtual time at each point where
 *     it can happen; of {@link FaultKind#HANDLER} how many in a thousand calls
 * @param longest the longest delay, stand-still or absence; now and then one takes all of it
 * @param deepestReorg the most blocks that a reorganisation takes
 */
public record FaultProfile(
    String name, Map<FaultKind, Double> perHour, Duration longest, int deepestReorg) {
  /** Nothing goes wrong. */
  public static final FaultProfile CLEAN = new FaultProfile("clean", Map.of(), Duration.ZERO, 1);

  /** What a well-kept network sees: now and then a late relay, a restart, a block or two lost. */
  public static final FaultProfile LIGHT =
      new FaultProfile("light", rates(0.5, 0.1, 0.2, 5), Duration.ofMinutes(5), 2);

  /** A bad week, all the time. */
  public static final FaultProfile ROUGH =
      new FaultProfile("rough", rates(3, 0.5, 1, 20), Duration.ofMinutes(30), 6);

  /**
   * The harshest: several faults at any time, reorganisations deeper than confirmations, a day of
   * standing still.
   */
  public static final FaultProfile HOSTILE =
      new FaultProfile("hostile", rates(12, 1, 3, 100), Duration.ofDays(1), 40);

  /**
   * Copies the map and checks the ranges.
   *
   * @throws IllegalArgumentException saying what was found and what is allowed
   */
  public FaultProfile {
    perHour = Map.copyOf(perHour);
    perHour.forEach(
        (kind, rate) -> {
          if (!(rate >= 0 && rate <= 1_000_000)) {
            throw new IllegalArgumentException(
                name + ": " + kind + ": found a rate of " + rate + ", must be from 0 to 1,000,000");
          }
        });
    if (longest.isNegative() || deepestReorg < 1) {
      throw new IllegalArgumentException(
          name + ": longest must not be negative, deepestReorg at least 1");
    }
  }

  /**
   * The profiles that have a name.
   *
   * @param name {@code clean}, {@code light}, {@code rough} or {@code hostile}
   * @return the profile; nothing if there is none of that name
   */
  public static Optional<FaultProfile> named(String name) {
    return all().stream().filter(profile -> profile.name.equals(name)).findFirst();
  }

  /**
   * The profiles that have a name.
   *
   * @return the mildest first
   */
  public static List<FaultProfile> all() {
    return List.of(CLEAN, LIGHT, ROUGH, HOSTILE);
  }

  double rate(FaultKind kind) {
    return perHour.getOrDefault(kind, 0.0);
  }

  private static Map<FaultKind, Double> rates(
      double relay, double process, double chain, double handler) {
    Map<FaultKind, Double> rates = new EnumMap<>(FaultKind.class);
    for (FaultKind kind : FaultKind.values()) {
      rates.put(
          kind,
          switch (kind) {
            case DROP, DELAY, DUPLICATE, REORDER, RIVAL -> relay;
            case CRASH, STALL, DRIFT -> process;
            case REORG -> chain;
            case HANDLER -> handler;
          });
    }
    return rates;
  }
}
