// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import static io.crossline.ipc.network.FaultyTree.owns;
import static io.crossline.ipc.network.FaultyTree.seconds;
import static io.crossline.ipc.network.FaultyTree.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Receipt;
import io.crossline.core.fault.Fault;
import io.crossline.core.fault.FaultPlan;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.IpcHops;
import io.crossline.ipc.gateway.Delivery;
import io.crossline.ipc.trace.MessageStatus;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeFaultsTest {
  private static final String NODE = IpcHops.node("games");

  private final FaultyTree tree = new FaultyTree(FaultPlan.NONE);
  private final IpcNetwork net = tree.net;

  private long head(String path) {
    return net.at(path).chain().block().number().longValueExact() - 1;
  }

  @Test
  void aCrashLosesWhatFollowedTheLastFinishedBlockAndNothingElse() {
    IpcEnvelope kept = send(tree.games, tree.root);
    net.advance(seconds(3));
    assertThat(head("games")).isEqualTo(1);
    IpcEnvelope lost = send(tree.games, tree.root);
    assertThat(owns(tree.games)).isEqualTo(UInt256.of(999_990));
    net.faults().next(NODE, Fault.crash(seconds(20)));
    net.advance(seconds(1));

    assertThat(tree.status(kept)).isEqualTo(MessageStatus.QUEUED);
    assertThat(tree.status(lost)).isEqualTo(MessageStatus.LOST);
    assertThat(owns(tree.games)).isEqualTo(UInt256.of(999_995));
    assertThat(net.at("games").gateway().view().bottomUpNonce()).isEqualTo(UInt64.ONE);
    assertThat(tree.faultLines())
        .containsExactly("fault: node games crashes, back in 20 s; its open block is lost");
    net.advance(seconds(21));
    assertThat(head("games")).isEqualTo(1);
    net.advance(seconds(1));
    assertThat(head("games")).isEqualTo(2);

    IpcEnvelope again = send(tree.games, tree.root);
    assertThat(again).isEqualTo(lost);
    assertThat(net.await(again).call()).isEqualTo("c2");
    assertThat(net.await(kept).isOk()).isTrue();
    assertThat(owns(tree.root)).isEqualTo(UInt256.of(1_000_010));
    tree.requireConserved();
  }

  @Test
  void aCrashLosesTheCheckpointThatWasJustCut() {
    IpcEnvelope call = send(tree.games, tree.root);
    net.faults().at(NODE, seconds(60), Fault.crash(seconds(10)));
    net.advance(seconds(60));
    assertThat(net.timeline().entries())
        .anyMatch(entry -> entry.what().equals("checkpoint 30 with 1 message"));
    assertThat(tree.status(call)).isEqualTo(MessageStatus.QUEUED);
    net.advance(seconds(12));
    assertThat(tree.status(call)).isEqualTo(MessageStatus.IN_CHECKPOINT);
    assertThat(net.await(call).isOk()).isTrue();
    tree.requireConserved();
  }

  @Test
  void aCrashLosesWhatCameDownAndItComesAgain() {
    IpcEnvelope call = send(tree.root, tree.games);
    net.advance(seconds(6));
    assertThat(tree.status(call)).isEqualTo(MessageStatus.EXECUTED);
    net.faults().next(NODE, Fault.crash(seconds(10)));
    net.advance(seconds(2));
    assertThat(tree.status(call)).isEqualTo(MessageStatus.SENT);
    assertThat(owns(tree.games)).isEqualTo(UInt256.of(1_000_000));
    assertThat(net.messages().get(1).status()).isEqualTo(MessageStatus.LOST);
    net.advance(seconds(10));
    assertThat(tree.status(call)).isEqualTo(MessageStatus.EXECUTED);
    assertThat(net.messages().get(1).status()).isEqualTo(MessageStatus.QUEUED);
    assertThat(net.messages()).hasSize(2);
    net.await(call);
    assertThat(owns(tree.games)).isEqualTo(UInt256.of(1_000_005));
    tree.requireConserved();
  }

  @Test
  void aCrashOfTheParentLosesWhatWasRelayed() {
    IpcEnvelope call = send(tree.games, tree.root);
    net.advance(seconds(62));
    assertThat(tree.status(call)).isEqualTo(MessageStatus.EXECUTED);
    net.faults().next(IpcHops.node("root"), Fault.crash(seconds(10)));
    net.advance(seconds(2));
    // The relayer's turn comes after the node's: it has brought it again already.
    assertThat(tree.status(call)).isEqualTo(MessageStatus.EXECUTED);
    assertThat(net.messages()).hasSize(2);
    net.await(call);
    assertThat(owns(tree.root)).isEqualTo(UInt256.of(1_000_005));
    tree.requireConserved();
  }

  @Test
  void whatTheHostDidStays() {
    net.at("games").give(tree.games.ethAddress(), UInt256.of(7));
    net.faults().next(NODE, Fault.crash(seconds(10)));
    net.faults().at(NODE, seconds(3), Fault.crash(seconds(10)));
    net.advance(seconds(60));
    assertThat(net.faults().injected().values()).containsExactly(2L);
    assertThat(owns(tree.games)).isEqualTo(UInt256.of(1_000_007));
    tree.requireConserved();
  }

  @Test
  void aDayOfStandingStillIsCaughtUpWith() {
    net.faults().at(NODE, seconds(10), Fault.stall(Duration.ofDays(1)));
    net.advance(seconds(20));
    List<IpcEnvelope> calls = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      calls.add(send(tree.root, tree.chess));
      calls.add(send(tree.chess, tree.root));
      net.advance(Duration.ofMinutes(55));
    }
    assertThat(head("games")).isEqualTo(4);
    assertThat(head("root")).isGreaterThan(30_000);
    net.runUntil(() -> head("games") == 5, Duration.ofHours(3));
    assertThat(net.time()).isEqualTo(Duration.ofDays(1).plusSeconds(10));
    calls.forEach(call -> assertThat(net.await(call).isOk()).isTrue());
    assertThat(owns(tree.chess)).isEqualTo(UInt256.of(1_000_000));
    tree.requireConserved();
  }

  @Test
  void aSlowClockMakesFewerBlocksAndAQuickOneMore() {
    net.faults().next(NODE, Fault.drift(200, seconds(40)));
    net.advance(seconds(42));
    // One at 2 s, then one every 4 s.
    assertThat(head("games")).isEqualTo(11);
    net.advance(seconds(20));
    assertThat(head("games")).isEqualTo(21);
    net.faults().next(NODE, Fault.drift(50, seconds(10)));
    net.advance(seconds(12));
    assertThat(head("games")).isEqualTo(32);
    assertThat(tree.faultLines())
        .containsExactly(
            "fault: node games: clock at 200 % for 40 s",
            "fault: node games: clock at 50 % for 10 s");
    IpcEnvelope call = send(tree.root, tree.games);
    assertThat(net.await(call).isOk()).isTrue();
  }

  @Test
  void listenersSeeBlocksDeliveriesAndLosses() {
    List<String> seen = new ArrayList<>();
    net.listen(
        new IpcNetworkListener() {
          @Override
          public void sealed(IpcSubnet at, Block<Receipt> block) {
            if (at.name().equals("games")) {
              seen.add("block " + block.info().number());
            }
          }

          @Override
          public void takenBack(IpcSubnet at, UInt64 last) {
            seen.add(at + " back to " + last);
          }

          @Override
          public void delivered(IpcSubnet at, Delivery delivery) {
            seen.add(at + " " + delivery.fate());
          }
        });
    send(tree.root, tree.games);
    net.faults().at(NODE, seconds(8), Fault.crash(seconds(2)));
    net.advance(seconds(12));
    assertThat(seen)
        .containsExactly(
            "block 1",
            "block 2",
            "block 3",
            "games EXECUTED",
            "games back to 3",
            "games EXECUTED",
            "block 4");
  }

  @Test
  void plansAreCheckedWhenTheNetworkStarts() {
    assertThatThrownBy(() -> plan("node chess", Fault.crash(seconds(1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("node games/chess");
    assertThatThrownBy(() -> plan(IpcHops.ROOT, Fault.reorg(3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("from 1 to 2");
    plan(IpcHops.ROOT, Fault.reorg(2));
  }

  private static void plan(String hop, Fault fault) {
    new FaultyTree(FaultPlan.NONE.at(hop, seconds(1), fault));
  }

  @Test
  void aNetworkIsAskedForBlocksByName() {
    net.faults().next(NODE, Fault.stall(Duration.ofHours(1)));
    assertThat(net.advanceBlocks("games", 3).reached()).isTrue();
    assertThat(head("games")).isEqualTo(3);
    assertThat(net.time()).isEqualTo(Duration.ofHours(1).plusSeconds(6));
  }
}
