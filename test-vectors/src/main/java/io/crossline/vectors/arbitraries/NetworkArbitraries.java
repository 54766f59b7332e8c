// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.arbitraries;

import io.crossline.ipc.network.SubnetSettings;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.simulation.SimulatedSystem;
import io.crossline.simulation.SimulationSettings;
import io.crossline.starknet.l2.L2Rules;
import io.crossline.starknet.l2.SequencerPolicy;
import io.crossline.starknet.network.StarknetParameters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Networks that run in this process: how they are set up, and what to simulate in them.
 *
 * <p>Thread-safe: functions without a state.
 */
@SuppressWarnings("exports") // jqwik is required statically, see module-info
public final class NetworkArbitraries {
  /** How many networks an arbitrary tree has at most, the root included: {@value}. */
  public static final int MOST_SUBNETS = 8;

  /** How many levels an arbitrary tree has at most, the root's included: {@value}. */
  public static final int MOST_LEVELS = 5;

  private static final EthAddress NOBODY = EthAddress.ZERO;

  private NetworkArbitraries() {}

  /**
   * How Starknet is set up: every version of L1 and L2, a sequencer that waits long or not at all,
   * with and without a fee collector.
   *
   * @return the arbitrary
   */
  public static Arbitrary<StarknetParameters> starknetParameters() {
    Arbitrary<Duration> delay =
        Arbitraries.oneOf(Arbitraries.of(Duration.ZERO, Duration.ofDays(5)), seconds(1, 1_000_000));
    return Combinators.combine(
            StarknetArbitraries.coreRules(),
            Arbitraries.of(L2Rules.V0_13, L2Rules.V0_14, L2Rules.UNCHECKED_RECEIVER),
            Arbitraries.oneOf(
                Arbitraries.of(UInt256.ZERO),
                Arbitraries.longs().greaterOrEqual(0).map(UInt256::of)),
            delay,
            Combinators.combine(seconds(1, 30), seconds(1, 30), seconds(10, 7200)).as(List::of),
            sequencerPolicy(),
            Arbitraries.of(StarknetParameters.DEFAULT.feeCollector(), NOBODY))
        .as(
            (core, l2, nonce, cancellation, times, sequencer, collector) ->
                StarknetParameters.builder()
                    .rules(core)
                    .l2Rules(l2)
                    .firstNonce(nonce)
                    .messageCancellationDelay(cancellation)
                    .l1BlockTime(times.get(0))
                    .l2BlockTime(times.get(1))
                    .settlementInterval(times.get(2))
                    .sequencer(sequencer)
                    .feeCollector(collector)
                    .genesis(Instant.ofEpochSecond(1_700_000_000L + times.get(0).toSeconds()))
                    .build())
        .withoutEdgeCases();
  }

  /**
   * When a sequencer includes messages: at once, as deployed, or late.
   *
   * @return the arbitrary
   */
  public static Arbitrary<SequencerPolicy> sequencerPolicy() {
    return Arbitraries.oneOf(
            Arbitraries.of(
                SequencerPolicy.DEFAULT, new SequencerPolicy(0, Duration.ZERO, Duration.ZERO)),
            Combinators.combine(
                    Arbitraries.integers().between(0, 64), seconds(0, 900), seconds(0, 900))
                .as(SequencerPolicy::new))
        .withoutEdgeCases();
  }

  /**
   * How one network of a tree runs.
   *
   * @return the arbitrary
   */
  public static Arbitrary<SubnetSettings> subnetSettings() {
    return Combinators.combine(
            seconds(1, 12),
            Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.of(1L, SubnetSettings.CHECKPOINT_PERIOD)),
                Tuple.of(2, Arbitraries.longs().between(2, 50))),
            Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.of(0L)), Tuple.of(3, Arbitraries.longs().between(1, 10))),
            seconds(1, 60),
            Arbitraries.of(0L, 1L, 500L).map(UInt256::of),
            Arbitraries.frequencyOf(Tuple.of(4, Arbitraries.of("")), Tuple.of(1, tokenName())))
        .as(NetworkArbitraries::settings)
        .withoutEdgeCases();
  }

  private static SubnetSettings settings(
      Duration blockTime,
      long period,
      long finality,
      Duration relay,
      UInt256 collateral,
      String token) {
    SubnetSettings settings =
        SubnetSettings.DEFAULT
            .withBlockTime(blockTime)
            .withCheckpointPeriod(period)
            .withFinalityDepth(finality)
            .withRelayInterval(relay)
            .withCoins(SubnetSettings.GENESIS_COINS, collateral);
    return token.isEmpty() ? settings : settings.withSupplyToken(token);
  }

  private static Arbitrary<String> tokenName() {
    return Arbitraries.of("token", "gold");
  }

  /**
   * Trees of at least two networks: chains, bushes and what lies between.
   *
   * @return the arbitrary
   */
  public static Arbitrary<IpcTree> ipcTree() {
    return Combinators.combine(
            subnetSettings().list().ofMinSize(2).ofMaxSize(MOST_SUBNETS),
            Arbitraries.of(1L, 314L, 31_415_926L),
            Arbitraries.longs())
        .as(NetworkArbitraries::tree)
        .withoutEdgeCases();
  }

  private static IpcTree tree(List<SubnetSettings> settings, long chainId, long shape) {
    Random random = new Random(shape);
    List<String> paths = new ArrayList<>(List.of(""));
    Map<String, SubnetSettings> children = new LinkedHashMap<>();
    for (int i = 1; i < settings.size(); i++) {
      String parent = paths.get(random.nextInt(paths.size()));
      boolean deep = parent.split("/").length >= MOST_LEVELS - 1;
      String path = parent.isEmpty() || deep ? "n" + i : parent + "/n" + i;
      paths.add(path);
      children.put(path, settings.get(i));
    }
    // What a root would owe a parent means nothing for it.
    SubnetSettings root = settings.get(0);
    return new IpcTree(
        chainId,
        SubnetSettings.DEFAULT
            .withBlockTime(root.blockTime())
            .withCheckpointPeriod(root.checkpointPeriod()),
        children);
  }

  /**
   * The systems that can be simulated.
   *
   * @return the arbitrary
   */
  public static Arbitrary<SimulatedSystem> simulatedSystem() {
    return Arbitraries.of(SimulatedSystem.values());
  }

  /**
   * What to simulate, under any profile of {@link FaultArbitraries#faultProfile}.
   *
   * @param most how many messages users send at most
   * @return the arbitrary
   */
  public static Arbitrary<SimulationSettings> simulationSettings(long most) {
    Arbitrary<Integer> depth = Arbitraries.integers().between(2, MOST_LEVELS);
    return depth
        .flatMap(
            levels ->
                Combinators.combine(
                        Arbitraries.longs().between(1, most),
                        FaultArbitraries.seed(),
                        FaultArbitraries.faultProfile(),
                        Arbitraries.integers().between(levels, levels + MOST_SUBNETS))
                    .as(
                        (messages, seed, profile, subnets) ->
                            new SimulationSettings(messages, seed, profile, subnets, levels)))
        .withoutEdgeCases();
  }

  private static Arbitrary<Duration> seconds(long least, long most) {
    return Arbitraries.longs().between(least, most).map(Duration::ofSeconds);
  }
}
