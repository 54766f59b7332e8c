// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.conformance;

import static io.crossline.core.fault.FaultKind.CRASH;
import static io.crossline.core.fault.FaultKind.DELAY;
import static io.crossline.core.fault.FaultKind.DROP;
import static io.crossline.core.fault.FaultKind.DUPLICATE;
import static io.crossline.core.fault.FaultKind.HANDLER;
import static io.crossline.core.fault.FaultKind.REORDER;
import static io.crossline.core.fault.FaultKind.REORG;
import static io.crossline.core.fault.FaultKind.RIVAL;

import io.crossline.core.fault.Fault;
import io.crossline.core.fault.FaultPlan;
import io.crossline.core.fault.FaultProfile;
import io.crossline.ipc.IpcHops;
import io.crossline.starknet.network.StarknetHops;
import java.time.Duration;
import java.util.Map;
import java.util.Random;

/**
 * Plans for short runs, in which much must go wrong within minutes: some faults at points that the
 * seed gives, so that each run has them, and others by chance.
 */
final class ShortPlans {
  private static final int DEEPER_THAN_CONFIRMATIONS = 10;

  /** So many of the contract's own node: a crash at the end of an empty block loses nothing. */
  private static final int CRASHES = 5;

  /** Of a thousand calls a hundred fail; a process crashes about once a minute. */
  private static final FaultProfile PROFILE =
      new FaultProfile(
          "short",
          Map.of(
              DROP, 30.0, DELAY, 30.0, DUPLICATE, 30.0, REORDER, 30.0, RIVAL, 30.0, CRASH, 60.0,
              REORG, 30.0, HANDLER, 100.0),
          Duration.ofSeconds(30),
          DEEPER_THAN_CONFIRMATIONS);

  private ShortPlans() {}

  /** A plan for Starknet's two layers. */
  static FaultPlan starknet(long seed) {
    Random random = new Random(seed);
    return FaultPlan.seeded(seed, PROFILE)
        .at(StarknetHops.SEQUENCER, minute(random, 2), Fault.crash(Duration.ofSeconds(10)))
        .at(StarknetHops.L1_READER, minute(random, 2), Fault.duplicate())
        .at(StarknetHops.L1, minute(random, 4), Fault.reorg(DEEPER_THAN_CONFIRMATIONS))
        .at(StarknetHops.STATE_UPDATE, minute(random, 5), Fault.duplicate());
  }

  /** A plan for a {@link CalledTree}. */
  static FaultPlan ipc(long seed) {
    Random random = new Random(seed);
    FaultPlan plan =
        FaultPlan.seeded(seed, PROFILE)
            .at(IpcHops.ROOT, minute(random, 1), Fault.reorg(1))
            .at(IpcHops.node("root"), minute(random, 1), Fault.crash(Duration.ofSeconds(5)));
    for (String child : CalledTree.CHILDREN) {
      plan =
          plan.at(IpcHops.relay(child), minute(random, 1), Fault.duplicate())
              .at(IpcHops.relay(child), minute(random, 2), Fault.rival());
      for (int i = child.equals(CalledTree.HOME) ? CRASHES : 1; i > 0; i--) {
        plan = plan.at(IpcHops.node(child), minute(random, 1), Fault.crash(Duration.ofSeconds(3)));
      }
    }
    return plan;
  }

  /** A time in a minute of the run, counted from 1. */
  private static Duration minute(Random random, int number) {
    return Duration.ofMinutes(number - 1L).plusSeconds(random.nextInt(60));
  }
}
