// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import static io.crossline.ipc.network.FaultyTree.applied;
import static io.crossline.ipc.network.FaultyTree.owns;
import static io.crossline.ipc.network.FaultyTree.seconds;
import static io.crossline.ipc.network.FaultyTree.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.fault.Fault;
import io.crossline.core.fault.FaultPlan;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.IpcHops;
import io.crossline.ipc.trace.MessageInfo;
import io.crossline.ipc.trace.MessageStatus;
import io.crossline.messaging.UInt256;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checkpoint 30 is cut at 60 s and relayed at 62 s when nothing goes wrong. */
class RelayFaultsTest {
  private static final String RELAY = IpcHops.relay("games");

  private FaultyTree tree = new FaultyTree(FaultPlan.NONE);

  private IpcEnvelope executedAt(Fault fault, long seconds, String... lines) {
    return executedAt(List.of(fault), seconds, lines);
  }

  /** Two calls go up under faults; they are executed at a time and not before, each once. */
  private IpcEnvelope executedAt(List<Fault> faults, long seconds, String... lines) {
    tree = new FaultyTree(FaultPlan.NONE);
    faults.forEach(fault -> tree.net.faults().next(RELAY, fault));
    IpcEnvelope first = send(tree.games, tree.root);
    IpcEnvelope second = send(tree.games, tree.root);
    tree.net.advance(seconds(seconds - 1));
    assertThat(tree.status(second)).isEqualTo(MessageStatus.IN_CHECKPOINT);
    tree.net.advance(seconds(1));
    assertThat(tree.status(first)).isEqualTo(MessageStatus.EXECUTED);
    assertThat(tree.status(second)).isEqualTo(MessageStatus.EXECUTED);
    assertThat(tree.faultLines()).containsExactly(lines);
    assertOnce(second);
    return first;
  }

  private void assertOnce(IpcEnvelope last) {
    tree.net.await(last);
    tree.net.advance(seconds(200));
    assertThat(owns(tree.root)).isEqualTo(UInt256.of(1_000_010));
    assertThat(applied(tree.net.root(), tree.net.at("games"))).isEqualTo(2);
    assertThat(tree.net.messages())
        .extracting(MessageInfo::status)
        .containsOnly(MessageStatus.ANSWERED, MessageStatus.DELIVERED)
        .hasSize(4);
    tree.requireConserved();
  }

  @Test
  void withoutAFault() {
    executedAt(List.of(), 62);
  }

  @Test
  void dropped() {
    executedAt(Fault.drop(), 64, "fault: relay of checkpoint 30 of games dropped");
  }

  @Test
  void delayed() {
    executedAt(
        Fault.delay(seconds(33)), 95, "fault: relay of checkpoint 30 of games delayed by 33 s");
  }

  @Test
  void duplicated() {
    executedAt(
        Fault.duplicate(),
        62,
        "fault: relay of checkpoint 30 of games duplicated",
        "fault: the second header of checkpoint 30 of games is refused:"
            + " BottomUpCheckpointAlreadySubmitted()",
        "fault: the second breakdown of checkpoint 30 of games is refused:"
            + " BottomUpCheckpointAlreadySubmitted()",
        "fault: the second batch of checkpoint 30 of games is refused: MissingBatchCommitment()");
  }

  @Test
  void reorderedTheBreakdownComesFirst() {
    executedAt(
        Fault.reorder(),
        62,
        "fault: relay of checkpoint 30 of games reordered",
        "fault: the early breakdown of checkpoint 30 of games is refused: AppHashNotEqual()");
  }

  @Test
  void reorderedALaterHeaderComesFirst() {
    executedAt(
        List.of(Fault.delay(seconds(63)), Fault.reorder()),
        125,
        "fault: relay of checkpoint 30 of games delayed by 63 s",
        "fault: relay of checkpoint 30 of games reordered",
        "fault: the early header of checkpoint 60 of games is refused:"
            + " InvalidCheckpointEpoch(30, 60)");
  }

  @Test
  void aRivalExecutesAPart() {
    tree.net.faults().next(RELAY, Fault.rival());
    IpcEnvelope first = send(tree.games, tree.root);
    IpcEnvelope second = send(tree.games, tree.root);
    tree.net.advance(seconds(62));
    assertThat(tree.status(first)).isEqualTo(MessageStatus.EXECUTED);
    assertThat(tree.status(second)).isEqualTo(MessageStatus.IN_CHECKPOINT);
    tree.net.advance(seconds(2));
    assertThat(tree.status(second)).isEqualTo(MessageStatus.EXECUTED);
    assertThat(tree.faultLines())
        .containsExactly(
            "fault: relay of checkpoint 30 of games a second one at the same time",
            "fault: the second header of checkpoint 30 of games is refused:"
                + " BottomUpCheckpointAlreadySubmitted()",
            "fault: the second breakdown of checkpoint 30 of games is refused:"
                + " BottomUpCheckpointAlreadySubmitted()",
            "fault: the second batch of checkpoint 30 of games is refused:"
                + " BatchMsgAlreadyExecuted()");
    assertOnce(second);
  }

  @Test
  void standsStill() {
    executedAt(Fault.stall(seconds(100)), 162, "fault: relayer of games stands still for 100 s");
  }

  @Test
  void crashesBetweenItsTransactions() {
    String crash = "fault: relayer of games crashes, back in 10 s";
    Fault fault = Fault.crash(seconds(10));
    // After the header; then after the breakdown and the batch, which is all.
    executedAt(List.of(fault, fault), 72, crash, crash);
    tree = new FaultyTree(FaultPlan.NONE);
    tree.net.faults().next(RELAY, fault);
    send(tree.games, tree.root);
    tree.net.advance(seconds(62));
    var actor = tree.net.at("games").actor().orElseThrow();
    assertThat(actor.lastSubmittedHeight().longValueExact()).isEqualTo(30);
    assertThat(actor.lastCommittedHeight().longValueExact()).isZero();
  }

  @Test
  void manyBatchesAtOnceKeepTheirOrderThroughCrashes() {
    tree.net.faults().next(RELAY, Fault.delay(seconds(240)));
    for (int i = 0; i < 4; i++) {
      send(tree.games, tree.root);
      tree.net.advance(seconds(60));
    }
    // The third crash of a relayer comes first, then those after one and two transactions.
    for (int i = 0; i < 8; i++) {
      tree.net.faults().next(RELAY, Fault.crash(seconds(2)));
    }
    tree.net.advance(seconds(200));
    assertThat(tree.net.messages().stream().filter(m -> m.name().startsWith("c")))
        .hasSize(4)
        .extracting(MessageInfo::status)
        .containsOnly(MessageStatus.ANSWERED);
    assertThat(owns(tree.root)).isEqualTo(UInt256.of(1_000_020));
    assertThat(tree.net.faults().injected().values()).containsExactlyInAnyOrder(1L, 8L);
  }
}
