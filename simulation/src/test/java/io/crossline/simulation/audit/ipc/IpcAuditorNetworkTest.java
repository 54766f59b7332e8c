// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.ipc;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.ipc.FvmAddress;
import io.crossline.ipc.network.IpcNetwork;
import io.crossline.ipc.network.IpcSubnet;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.simulation.audit.AuditReport;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Runs of real networks have no violation. */
class IpcAuditorNetworkTest {
  private static final UInt256 GENESIS = UInt256.of(1_000_000_000);

  private static IpcNetwork tree() {
    return IpcNetwork.root(314)
        .subnet("games", its -> its.withCoins(GENESIS, UInt256.of(7)))
        .subnet("games/chess", its -> its.withCoins(GENESIS, UInt256.of(7)))
        .subnet("games/chess/blitz", its -> its.withCoins(GENESIS, UInt256.of(7)))
        .subnet("shop", its -> its.withCoins(GENESIS, UInt256.of(7)).withCheckpointPeriod(7))
        .subnet("toys", its -> its.withSupplyToken("USDX").withCoins(GENESIS, UInt256.of(7)))
        .subnet("toys/dolls", its -> its.withCoins(GENESIS, UInt256.of(7)))
        .start();
  }

  private static AuditReport run(long seed, int messages, boolean drain, boolean reorganise) {
    AuditedRun run = new AuditedRun(tree());
    Random random = new Random(seed);
    List<String> names = List.copyOf(run.tellers.keySet());
    for (int i = 0; i < messages; i++) {
      String from = names.get(random.nextInt(names.size()));
      String to = names.get(random.nextInt(names.size()));
      if (!from.equals(to) && !(from.equals("root") && to.startsWith("toys"))) {
        run.send(from, to, random.nextInt(4) == 0 ? "no" : "yes", random.nextInt(50));
      }
      if (random.nextInt(10) == 0) {
        fund(run.net);
      }
      run.net.advance(Duration.ofMillis(random.nextInt(3000)));
      if (reorganise && random.nextInt(20) == 0) {
        run.net.reorganise(1 + random.nextInt(2));
      }
    }
    if (drain) {
      run.net.advance(Duration.ofMinutes(30));
    }
    return run.finish(drain);
  }

  /** An account pays a contract that refuses plain coins: its Result finds nobody. */
  private static void fund(IpcNetwork net) {
    IpcSubnet games = net.at("games");
    EthAddress user = IpcSubnet.USER;
    net.root()
        .follow(
            () ->
                net.root()
                    .gateway()
                    .as(user)
                    .fund(games.id(), FvmAddress.of(user), UInt256.of(3))
                    .orThrow());
    games.follow(
        () -> games.gateway().as(user).release(FvmAddress.of(user), UInt256.of(2)).orThrow());
  }

  @Test
  void aDrainedRunHolds() {
    AuditReport report = run(1, 400, true, false);
    assertThat(report.violations()).isEmpty();
    assertThat(report.checked()).hasSize(29);
    assertThat(report.exceptions())
        .containsOnlyKeys("ipc trap 1", "ipc trap 12", "ipc trap 4", "ipc trap 5", "ipc trap 6");
  }

  @Test
  void anUnfinishedRunHolds() {
    for (long seed = 0; seed < 5; seed++) {
      assertThat(run(seed, 100, false, false).violations()).isEmpty();
    }
  }

  @Test
  void aReorganisedRunHolds() {
    for (long seed = 0; seed < 3; seed++) {
      assertThat(run(seed, 200, true, true).violations()).isEmpty();
    }
  }
}
