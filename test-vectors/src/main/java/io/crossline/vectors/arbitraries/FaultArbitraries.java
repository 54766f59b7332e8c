// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.arbitraries;

import static io.crossline.core.fault.FaultKind.CRASH;
import static io.crossline.core.fault.FaultKind.DELAY;
import static io.crossline.core.fault.FaultKind.DRIFT;
import static io.crossline.core.fault.FaultKind.DROP;
import static io.crossline.core.fault.FaultKind.DUPLICATE;
import static io.crossline.core.fault.FaultKind.REORDER;
import static io.crossline.core.fault.FaultKind.REORG;
import static io.crossline.core.fault.FaultKind.RIVAL;
import static io.crossline.core.fault.FaultKind.STALL;

import io.crossline.core.fault.Fault;
import io.crossline.core.fault.FaultKind;
import io.crossline.core.fault.FaultPlan;
import io.crossline.core.fault.FaultProfile;
import io.crossline.ipc.IpcHops;
import io.crossline.starknet.network.StarknetHops;
import io.crossline.starknet.network.StarknetNetwork;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * What goes wrong: faults, how often they come, and plans that a network takes. Plans end, so that
 * what is to happen when nothing goes wrong any more can be waited for.
 *
 * <p>Thread-safe: functions without a state.
 */
@SuppressWarnings("exports") // jqwik is required statically, see module-info
public final class FaultArbitraries {
  private static final long LONGEST_SECONDS = 1800;
  private static final int DEEPEST = StarknetNetwork.MAX_L1_REORG;
  private static final int MOST_POINTS = 8;
  private static final double MOST_PER_HOUR = 200;

  private FaultArbitraries() {}

  /**
   * Seeds; small ones, which people type, come often.
   *
   * @return the arbitrary
   */
  public static Arbitrary<Long> seed() {
    return Arbitraries.oneOf(Arbitraries.longs().between(0, 100), Arbitraries.longs())
        .withoutEdgeCases();
  }

  /**
   * Faults of every kind.
   *
   * @return the arbitrary
   */
  public static Arbitrary<Fault> fault() {
    return fault(EnumSet.allOf(FaultKind.class), DEEPEST);
  }

  /**
   * Faults of some kinds.
   *
   * @param kinds the kinds, at least one
   * @param deepest how many blocks a reorganisation takes at most, at least 1
   * @return the arbitrary
   */
  public static Arbitrary<Fault> fault(Set<FaultKind> kinds, int deepest) {
    // In the order of the enumeration, so that a seed always leads to the same.
    return Arbitraries.of(EnumSet.copyOf(kinds))
        .flatMap(kind -> ofKind(kind, deepest))
        .withoutEdgeCases();
  }

  private static Arbitrary<Fault> ofKind(FaultKind kind, int deepest) {
    return switch (kind) {
      case DELAY, CRASH, STALL -> duration().map(lasting -> new Fault(kind, lasting, 0));
      case DRIFT ->
          Combinators.combine(percent(), duration())
              .as((percent, lasting) -> new Fault(kind, lasting, percent));
      case REORG ->
          Arbitraries.oneOf(Arbitraries.of(1, deepest), Arbitraries.integers().between(1, deepest))
              .map(blocks -> new Fault(kind, Duration.ZERO, blocks));
      default -> Arbitraries.of(new Fault(kind, Duration.ZERO, 0));
    };
  }

  private static Arbitrary<Integer> percent() {
    return Arbitraries.oneOf(Arbitraries.of(50, 100, 200), Arbitraries.integers().between(10, 400));
  }

  private static Arbitrary<Duration> duration() {
    return Arbitraries.oneOf(
            Arbitraries.longs().between(0, 60), Arbitraries.longs().between(60, LONGEST_SECONDS))
        .map(Duration::ofSeconds);
  }

  /**
   * How often things go wrong: the named profiles up to {@code rough}, and others with any rate for
   * each kind. None takes a day, as {@code hostile} does, so that tests end soon.
   *
   * @return the arbitrary
   */
  public static Arbitrary<FaultProfile> faultProfile() {
    Arbitrary<Map<FaultKind, Double>> rates =
        Arbitraries.maps(
                Arbitraries.of(FaultKind.class),
                Arbitraries.oneOf(
                    Arbitraries.of(0.0), Arbitraries.doubles().between(0, MOST_PER_HOUR)))
            .ofMaxSize(FaultKind.values().length);
    return Arbitraries.frequencyOf(
            Tuple.of(1, Arbitraries.of(FaultProfile.CLEAN, FaultProfile.LIGHT, FaultProfile.ROUGH)),
            Tuple.of(
                3,
                Combinators.combine(rates, duration(), Arbitraries.integers().between(1, DEEPEST))
                    .as(
                        (perHour, longest, deepest) ->
                            new FaultProfile("any", perHour, longest, deepest))))
        .withoutEdgeCases();
  }

  /**
   * Plans for Starknet: chance, and faults at given points.
   *
   * @param within when the last fault can begin, since the start of the network; at least a second
   * @return the arbitrary
   */
  public static Arbitrary<FaultPlan> starknetPlan(Duration within) {
    return plan(
        Map.of(
            StarknetHops.L1, Set.of(REORG),
            StarknetHops.L1_READER, Set.of(DROP, DELAY, DUPLICATE),
            StarknetHops.SEQUENCER, Set.of(CRASH, STALL, DRIFT),
            StarknetHops.PROVER, Set.of(CRASH, STALL),
            StarknetHops.STATE_UPDATE, Set.of(DROP, DELAY, DUPLICATE, REORDER, RIVAL)),
        DEEPEST,
        within);
  }

  /**
   * Plans for a tree of IPC: chance, and faults at given points of its networks.
   *
   * @param tree the tree
   * @param within when the last fault can begin, since the start of the network; at least a second
   * @return the arbitrary
   */
  public static Arbitrary<FaultPlan> ipcPlan(IpcTree tree, Duration within) {
    Map<String, Set<FaultKind>> hops = new LinkedHashMap<>();
    if (tree.deepestReorg() > 0) {
      hops.put(IpcHops.ROOT, Set.of(REORG));
    }
    for (String path : tree.paths()) {
      hops.put(IpcHops.node(path), Set.of(CRASH, STALL, DRIFT));
    }
    for (String path : tree.children().keySet()) {
      hops.put(IpcHops.relay(path), Set.of(DROP, DELAY, DUPLICATE, REORDER, RIVAL, CRASH, STALL));
    }
    return plan(hops, Math.max(1, tree.deepestReorg()), within);
  }

  private static Arbitrary<FaultPlan> plan(
      Map<String, Set<FaultKind>> hops, int deepest, Duration within) {
    List<Map.Entry<String, Set<FaultKind>>> sorted =
        hops.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
    Arbitrary<FaultPlan.Point> point =
        Arbitraries.of(sorted)
            .flatMap(
                hop ->
                    Combinators.combine(moment(within), fault(hop.getValue(), deepest))
                        .as((when, fault) -> new FaultPlan.Point(hop.getKey(), when, fault)));
    return Combinators.combine(seed(), faultProfile(), point.list().ofMaxSize(MOST_POINTS))
        .as((seed, profile, points) -> new FaultPlan(seed, profile, within, points))
        .withoutEdgeCases();
  }

  private static Arbitrary<Duration> moment(Duration within) {
    return Arbitraries.longs().between(0, within.toSeconds()).map(Duration::ofSeconds);
  }
}
