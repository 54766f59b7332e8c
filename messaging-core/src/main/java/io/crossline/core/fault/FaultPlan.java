// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to go wrong in a run: faults at given points, and others that follow from a seed. The
 * same plan on the same network gives the same run.
 *
 * <p>A fault strikes at a hop: a place in a network where something can go wrong, such as the relay
 * of a checkpoint. {@code StarknetHops} and {@code IpcHops} name the hops of each system. For
 * example, {@code FaultPlan.seeded(7, FaultProfile.ROUGH)} lets chance strike everywhere, from seed
 * 7.
 *
 * <p>Immutable and thread-safe.
 *
 * @param seed where all chance comes from
 * @param profile how often chance strikes
 * @param until how long after the start of the network chance strikes; nothing goes wrong by chance
 *     from then on
 * @param byHand the faults at given points, in the order in which they were added
 */
public record FaultPlan(long seed, FaultProfile profile, Duration until, List<Point> byHand) {
  /** Nothing goes wrong. */
  public static final FaultPlan NONE = seeded(0, FaultProfile.CLEAN);

  /**
   * A fault at a given point.
   *
   * @param hop where
   * @param when it strikes the first time that something happens there at or after this time, since
   *     the start of the network
   * @param fault what goes wrong
   */
  public record Point(String hop, Duration when, Fault fault) {}

  /** Copies the list. */
  public FaultPlan {
    byHand = List.copyOf(byHand);
  }

  /**
   * A plan of chance alone, without an end.
   *
   * @param seed where all chance comes from
   * @param profile how often chance strikes
   * @return the plan
   */
  public static FaultPlan seeded(long seed, FaultProfile profile) {
    return new FaultPlan(seed, profile, Duration.ofSeconds(Long.MAX_VALUE), List.of());
  }

  /**
   * The same with an end of what goes wrong by chance.
   *
   * @param time from when on, since the start of the network
   * @return the plan
   */
  public FaultPlan until(Duration time) {
    return new FaultPlan(seed, profile, time, byHand);
  }

  /**
   * The same with a fault at a given point.
   *
   * @param hop where
   * @param when from when on, since the start of the network
   * @param fault what goes wrong
   * @return the plan
   */
  public FaultPlan at(String hop, Duration when, Fault fault) {
    List<Point> more = new ArrayList<>(byHand);
    more.add(new Point(hop, when, fault));
    return new FaultPlan(seed, profile, until, more);
  }
}
