// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import static io.crossline.ipc.network.FaultyTree.seconds;
import static io.crossline.ipc.network.FaultyTree.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.fault.Fault;
import io.crossline.core.fault.FaultPlan;
import io.crossline.core.fault.FaultProfile;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.IpcHops;
import io.crossline.ipc.gateway.IpcHandler;
import io.crossline.ipc.network.node.BlockArchive;
import io.crossline.ipc.trace.MessageStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForgettingTest {
  private static final int MESSAGES = Integer.getInteger("crossline.forgettingMessages", 8_000);
  private static final int AT_ONCE = 20;

  private FaultyTree tree = forgetting(FaultPlan.NONE);

  private static FaultyTree forgetting(FaultPlan plan) {
    return new FaultyTree(
        IpcNetwork.root(314).subnet("games").subnet("games/chess").faults(plan).forgetting());
  }

  private void assertAtMost(int messages, int blocks) {
    assertThat(tree.net.tracker().size()).isLessThanOrEqualTo(messages);
    for (IpcSubnet subnet : tree.net.subnets()) {
      assertThat(subnet.member().blocks().size()).as(subnet.name()).isLessThanOrEqualTo(blocks);
    }
    assertThat(tree.net.timeline().entries()).hasSizeLessThanOrEqualTo(10_000);
  }

  @Test
  void whatIsKeptDoesNotGrowWithTheMessages() {
    List<Deployed<IpcHandler>> all = tree.contracts();
    int sent = 0;
    int most = 0;
    while (sent < MESSAGES) {
      for (int i = 0; i < AT_ONCE; i++) {
        send(all.get(sent % 3), all.get((sent + 1 + sent / 3 % 2) % 3));
        sent++;
      }
      tree.net.advance(seconds(2));
      most = Math.max(most, tree.net.tracker().size());
    }
    // Each is under way for about a minute, and so is its Result.
    assertThat(most).isLessThan(100 * AT_ONCE);
    assertAtMost(most, 2 * BlockArchive.KEPT + 32);
    tree.net.advance(Duration.ofMinutes(20));
    assertAtMost(0, 2 * BlockArchive.KEPT + 32);
    tree.requireConserved();
  }

  @Test
  void theTimelineIsTheSame() {
    FaultyTree whole = new FaultyTree(FaultPlan.NONE);
    for (FaultyTree one : List.of(whole, tree)) {
      for (int i = 0; i < 10; i++) {
        send(one.root, one.chess);
        send(one.chess, one.games);
        one.net.advance(Duration.ofMinutes(5));
      }
    }
    assertThat(whole.net.messages()).hasSize(40);
    // The last lines, as names are given anew after a message of the same tracing id (trap 1).
    assertThat(tree.net.timeline().entries())
        .extracting(entry -> entry.time() + entry.what().replaceAll("[crt][0-9]+", "m"))
        .isEqualTo(
            whole.net.timeline().entries().stream()
                .map(entry -> entry.time() + entry.what().replaceAll("[crt][0-9]+", "m"))
                .toList());
  }

  @Test
  void whatMayStillBeNeededIsKept() {
    tree.net.faults().next(IpcHops.node("root"), Fault.stall(Duration.ofHours(3)));
    IpcEnvelope up = send(tree.games, tree.root);
    tree.net.advance(Duration.ofHours(2));
    assertThat(tree.net.at("games").member().blocks().size()).isGreaterThan(3000);
    // All that was relayed meanwhile stands in the root's open block.
    tree.net.faults().next(IpcHops.node("root"), Fault.crash(seconds(5)));
    assertThat(tree.status(up)).isEqualTo(MessageStatus.EXECUTED);
    tree.net.advance(Duration.ofHours(1).plusSeconds(10));
    assertThat(tree.net.faults().injected()).hasSize(2);
    assertThat(tree.net.await(up).isOk()).isTrue();
    tree.net.advance(Duration.ofMinutes(10));
    assertAtMost(0, 2 * BlockArchive.KEPT + 32);
    assertThatThrownBy(() -> tree.net.await(up)).hasMessageContaining("forgotten");
  }

  @Test
  void itGetsThroughTheHarshestFaults() {
    tree = forgetting(FaultPlan.seeded(5, FaultProfile.HOSTILE));
    for (int i = 0; i < 100; i++) {
      send(tree.games, tree.root);
      send(tree.root, tree.chess);
      tree.net.advance(Duration.ofMinutes(2));
    }
    tree.net.faults().stop();
    tree.net.advance(Duration.ofDays(1).plusHours(2));
    assertAtMost(0, 2 * BlockArchive.KEPT + 32);
    tree.requireConserved();
  }
}
