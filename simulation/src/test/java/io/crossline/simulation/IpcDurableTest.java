// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Receipt;
import io.crossline.core.fault.FaultPlan;
import io.crossline.core.fault.FaultProfile;
import io.crossline.core.store.HeapStore;
import io.crossline.ipc.network.IpcNetwork;
import io.crossline.ipc.network.IpcNetworkBuilder;
import io.crossline.ipc.network.IpcNetworkListener;
import io.crossline.ipc.network.IpcSubnet;
import io.crossline.messaging.UInt64;
import io.crossline.simulation.audit.AuditReport;
import io.crossline.simulation.audit.ipc.IpcAuditor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Traffic and faults on a tree whose process is killed again and again. An auditor that is shown
 * nothing but what the store holds in the end finds nothing wrong.
 */
class IpcDurableTest {
  private static final FaultProfile PROFILE =
      new FaultProfile("test", FaultProfile.HOSTILE.perHour(), Duration.ofMinutes(20), 2);
  private static final SimulationSettings SETTINGS = new SimulationSettings(1000, 1, PROFILE, 5, 3);
  private static final int STEPS = 120;

  private HeapStore store = new HeapStore();
  private IpcNetwork network;
  private IpcTraffic users;

  private static IpcNetworkBuilder tree(FaultPlan plan) {
    IpcNetworkBuilder builder = IpcNetwork.root(314).faults(plan);
    SubnetTree.describe(builder, SETTINGS);
    return builder;
  }

  private void open(long seed, long life) {
    store.close();
    store = store.reopen();
    network = tree(FaultPlan.seeded(seed, PROFILE)).store(store).start();
    users =
        new IpcTraffic(
            network, new SimulationSettings(1000, 1000 * seed + life, PROFILE, 5, 3), false);
  }

  private static TreeFinalState state(IpcNetwork network, IpcTraffic users) {
    return new TreeFinalState(network, subnet -> List.of(users.contract(subnet.id()).ethAddress()));
  }

  private void play(long seed) {
    open(seed, 0);
    Random random = new Random(seed);
    for (int step = 0; step < STEPS; step++) {
      users.send(1 + random.nextInt(3));
      if (random.nextInt(8) == 0) {
        open(seed, step + 1);
        users.send(random.nextInt(3));
      }
      network.advance(Duration.ofSeconds(random.nextInt(60)));
    }
    network.faults().stop();
    network.advance(Duration.ofHours(2));
    open(seed, STEPS + 1);
  }

  /** One that knows what the tree began with, which it tells of no tree that has run. */
  private IpcAuditor auditor() {
    IpcNetwork twin = tree(FaultPlan.NONE).start();
    TreeFinalState opening = state(twin, new IpcTraffic(twin, SETTINGS, false));
    return TreeAudit.of(network, opening, users.contracts());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anAuditorOfTheStoreFindsNothingWrong(long seed) {
    play(seed);
    IpcAuditor auditor = auditor();
    network.replay(0, new IpcFeed(auditor));
    AuditReport report = auditor.finish(state(network, users), true);
    assertThat(report.violations()).isEmpty();
    assertThat(report.checked()).hasSizeGreaterThan(20);
    assertThat(network.messages()).hasSizeGreaterThan(STEPS);
  }

  @Test
  void oneThatIsNotShownABlockFindsThat() {
    play(4);
    IpcAuditor auditor = auditor();
    IpcFeed feed = new IpcFeed(auditor);
    network.replay(
        0,
        new IpcNetworkListener() {
          private Optional<UInt64> passed = Optional.empty();

          @Override
          public void sealed(IpcSubnet at, Block<Receipt> block) {
            boolean told = block.logs().size() > 2 && at.parent().isPresent();
            if (passed.isEmpty() && told) {
              passed = Optional.of(block.info().number());
            } else {
              feed.sealed(at, block);
            }
          }

          @Override
          public void takenBack(IpcSubnet at, UInt64 last) {
            feed.takenBack(at, last);
          }
        });
    assertThat(auditor.finish(state(network, users), true).holds()).isFalse();
  }
}
