// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.fault;

import io.crossline.messaging.Address;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * The faults of one network at work. The network asks at each point where something can go wrong;
 * tests add faults while it runs.
 *
 * <p>Each hop has chance of its own, made of the seed and its name: a hop more or less changes
 * nothing at the others. {@link Random} is used because its numbers are specified.
 *
 * <p>Not thread-safe: it belongs to its network.
 */
public final class Faults {
  private static final double SECONDS_PER_HOUR = 3600;
  private static final int CALLS_PER_RATE = 1000;
  private static final double MOST_CHANCE = 0.5;

  private final long seed;
  private final Duration start;
  private final FaultProfile profile;
  private final FaultPoints points;
  private final List<FaultPlan.Point> byHand;
  private final List<FaultPlan.Point> stopped = new ArrayList<>();
  private final Map<String, Hop> hops = new HashMap<>();
  private final Map<String, HandlerFaults> handlers = new HashMap<>();
  private final Map<FaultKind, Long> injected = new EnumMap<>(FaultKind.class);
  private Duration until;

  private static final class Hop {
    private final Random random;
    private Duration last;

    Hop(long seed, Duration start) {
      random = new Random(seed);
      last = start;
    }
  }

  /**
   * Puts a plan to work.
   *
   * @param plan the plan
   */
  public Faults(FaultPlan plan) {
    this(plan, Duration.ZERO);
  }

  /**
   * Puts a plan to work in a network that was at work before. What goes wrong by chance follows
   * from the seed and the time; of the faults at given points those up to that time are taken to
   * have struck.
   *
   * @param plan the plan
   * @param now the time since the first start of the network
   */
  public Faults(FaultPlan plan, Duration now) {
    this(plan, now, FaultPoints.ANY);
  }

  /**
   * Puts a plan to work in a network that says where something can go wrong.
   *
   * @param plan the plan
   * @param now the time since the first start of the network
   * @param points refuses what cannot strike, now and when a fault is added
   * @throws IllegalArgumentException if the plan has such a fault
   */
  public Faults(FaultPlan plan, Duration now, FaultPoints points) {
    this.points = points;
    plan.byHand().forEach(points::require);
    // Not the same chances again after each start; at time 0 those of the seed alone.
    seed = plan.seed() ^ now.toSeconds() * 0x9E3779B97F4A7C15L;
    start = now;
    profile = plan.profile();
    until = plan.until();
    byHand = new ArrayList<>(plan.byHand());
    byHand.removeIf(point -> !now.isZero() && point.when().compareTo(now) <= 0);
  }

  /**
   * Adds a fault at a given point.
   *
   * @param hop where
   * @param when it strikes the first time that something happens there at or after this time, since
   *     the start of the network
   * @param fault what goes wrong
   * @throws IllegalArgumentException if the network has no such hop, or this cannot happen there
   */
  public void at(String hop, Duration when, Fault fault) {
    FaultPlan.Point point = new FaultPlan.Point(hop, when, fault);
    points.require(point);
    byHand.add(point);
  }

  /**
   * Adds a fault that strikes the next time that something happens at a point.
   *
   * @param hop where
   * @param fault what goes wrong
   * @throws IllegalArgumentException if the network has no such hop, or this cannot happen there
   */
  public void next(String hop, Fault fault) {
    at(hop, Duration.ZERO, fault);
  }

  /**
   * Names a handler that is to fail. Nothing happens until one of the returned object's methods
   * says when, such as {@link HandlerFaults#failsAlways}.
   *
   * @param contract where it is
   * @param method the handler's name, as the network's timeline gives it; empty for the whole
   *     contract
   * @return lets the handler fail, and recover
   * @throws IllegalArgumentException if the contract is not deployed or has no such handler
   */
  public HandlerFaults handler(Address contract, String method) {
    points.requireHandler(contract, method);
    return handlers.computeIfAbsent(key(contract, method), key -> new HandlerFaults());
  }

  /**
   * Names all handlers of a contract, as {@link #handler(Address, String)} names one.
   *
   * @param contract where they are
   * @return lets the handlers fail, and recover
   * @throws IllegalArgumentException if the contract is not deployed
   */
  public HandlerFaults handler(Address contract) {
    return handler(contract, "");
  }

  /** Ends all faults: nothing goes wrong any more, whatever the plan says. */
  public void stop() {
    stopped.addAll(byHand);
    byHand.clear();
    handlers.values().forEach(HandlerFaults::recovers);
    until = Duration.ZERO;
  }

  /**
   * The faults that were planned and have not struck, those that {@link #stop} ended included.
   *
   * @return each in words; empty if all did
   */
  public List<String> unstruck() {
    List<String> left = new ArrayList<>();
    stopped.forEach(point -> left.add(describe(point)));
    byHand.forEach(point -> left.add(describe(point)));
    handlers.forEach(
        (handler, faults) -> {
          if (faults.neverStruck()) {
            left.add("handler " + handler + " was to fail");
          }
        });
    return left;
  }

  private static String describe(FaultPlan.Point point) {
    return point.hop() + " " + point.fault() + ", planned from " + point.when() + " on";
  }

  /**
   * What went wrong so far.
   *
   * @return how often, by kind
   */
  public Map<FaultKind, Long> injected() {
    return Map.copyOf(injected);
  }

  /**
   * Asks whether something goes wrong; for networks.
   *
   * @param hop where
   * @param now the time since the start of the network
   * @param possible the kinds that can happen there
   * @return what goes wrong, at most one thing
   */
  public Optional<Fault> draw(String hop, Duration now, Set<FaultKind> possible) {
    Optional<Fault> fault = planned(hop, now, possible).or(() -> byChance(hop, now, possible));
    fault.ifPresent(this::count);
    return fault;
  }

  /**
   * Asks whether a handler fails at this call; for networks.
   *
   * @param contract where it is
   * @param method its name
   * @param now the time since the start of the network
   * @return true if it is to fail
   */
  public boolean handlerFails(Address contract, String method, Duration now) {
    boolean byHandNow = fails(contract, method) | fails(contract, "");
    double rate = now.compareTo(until) < 0 ? profile.rate(FaultKind.HANDLER) : 0;
    boolean fails =
        byHandNow
            || rate > 0 && hop("handler " + contract).random.nextDouble() * CALLS_PER_RATE < rate;
    if (fails) {
      injected.merge(FaultKind.HANDLER, 1L, Long::sum);
    }
    return fails;
  }

  private boolean fails(Address contract, String method) {
    if (handlers.isEmpty()) {
      return false;
    }
    HandlerFaults faults = handlers.get(key(contract, method));
    return faults != null && faults.next();
  }

  private Optional<Fault> planned(String hop, Duration now, Set<FaultKind> possible) {
    for (Iterator<FaultPlan.Point> planned = byHand.iterator(); planned.hasNext(); ) {
      FaultPlan.Point point = planned.next();
      if (point.hop().equals(hop) && point.when().compareTo(now) <= 0) {
        requirePossible(hop, point.fault().kind(), possible);
        planned.remove();
        return Optional.of(point.fault());
      }
    }
    return Optional.empty();
  }

  static void requirePossible(String hop, FaultKind kind, Set<FaultKind> possible) {
    if (!possible.contains(kind)) {
      throw new IllegalArgumentException(
          hop
              + ": found the fault "
              + kind
              + ", which cannot happen there; what can is "
              + EnumSet.copyOf(possible));
    }
  }

  private Optional<Fault> byChance(String name, Duration now, Set<FaultKind> possible) {
    if (now.compareTo(until) >= 0 || profile.perHour().isEmpty()) {
      return Optional.empty();
    }
    Hop hop = hop(name);
    double hours = now.minus(hop.last).toSeconds() / SECONDS_PER_HOUR;
    hop.last = now;
    double sum = 0;
    for (FaultKind kind : possible) {
      sum += chance(kind, hours);
    }
    // Behind a long pause all kinds would be sure to strike: none shall push another aside.
    double scale = sum > MOST_CHANCE ? MOST_CHANCE / sum : 1;
    double dice = hop.random.nextDouble();
    for (FaultKind kind : FaultKind.values()) {
      if (possible.contains(kind)) {
        double chance = chance(kind, hours) * scale;
        if (dice < chance) {
          return Optional.of(fault(kind, hop.random));
        }
        dice -= chance;
      }
    }
    return Optional.empty();
  }

  private double chance(FaultKind kind, double hours) {
    return kind == FaultKind.HANDLER ? 0 : profile.rate(kind) * hours;
  }

  private Hop hop(String name) {
    return hops.computeIfAbsent(name, key -> new Hop(seed * 31 + key.hashCode(), start));
  }

  private Fault fault(FaultKind kind, Random random) {
    return switch (kind) {
      case DELAY, CRASH, STALL -> new Fault(kind, duration(random), 0);
      case DRIFT -> new Fault(kind, duration(random), 50 + random.nextInt(151));
      case REORG -> new Fault(kind, Duration.ZERO, 1 + skewed(random, profile.deepestReorg()));
      default -> new Fault(kind, Duration.ZERO, 0);
    };
  }

  /** Mostly short, in one of a hundred cases as long as can be. */
  private Duration duration(Random random) {
    long longest = Math.max(1, profile.longest().toSeconds());
    boolean whole = random.nextInt(100) == 0;
    return Duration.ofSeconds(
        whole ? longest : 1 + skewed(random, (int) Math.min(longest, SECONDS_PER_HOUR)));
  }

  /** From 0 to bound - 1, small numbers more often. */
  private static int skewed(Random random, int bound) {
    return random.nextInt(1 + random.nextInt(bound));
  }

  private void count(Fault fault) {
    injected.merge(fault.kind(), 1L, Long::sum);
  }

  private static String key(Address contract, String method) {
    return contract + "." + method;
  }
}
