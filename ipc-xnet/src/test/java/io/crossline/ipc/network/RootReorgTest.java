// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import static io.crossline.ipc.network.FaultyTree.owns;
import static io.crossline.ipc.network.FaultyTree.seconds;
import static io.crossline.ipc.network.FaultyTree.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.fault.Fault;
import io.crossline.core.fault.FaultPlan;
import io.crossline.core.network.StatusNotReachedException;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.IpcHops;
import io.crossline.ipc.trace.MessageInfo;
import io.crossline.ipc.trace.MessageStatus;
import io.crossline.ipc.trace.MessageTraces;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import org.junit.jupiter.api.Test;

class RootReorgTest {
  private final FaultyTree tree = new FaultyTree(FaultPlan.NONE);
  private final IpcNetwork net = tree.net;

  @Test
  void theLatestBlocksAreReplacedByEmptyOnes() {
    IpcEnvelope early = send(tree.root, tree.games);
    net.advance(seconds(2));
    IpcEnvelope late = send(tree.root, tree.games);
    net.advance(seconds(2));
    IpcEnvelope open = send(tree.root, tree.games);
    BlockInfo block = net.root().chain().block();
    assertThat(net.trace(late.tracingId())).isPresent();
    MessageTraces follower = new MessageTraces();
    net.feed(follower);

    net.reorganise(1);
    // Calls down share their tracing id (trap 1); the oldest is where it was.
    assertThat(net.messages())
        .extracting(MessageInfo::status)
        .containsExactly(MessageStatus.SENT, MessageStatus.LOST, MessageStatus.LOST);
    assertThat(early.tracingId()).isEqualTo(open.tracingId());
    assertThat(net.root().chain().block()).isEqualTo(block);
    assertThat(owns(tree.root)).isEqualTo(UInt256.of(999_995));
    assertThat(tree.faultLines()).containsExactly("fault: root loses its latest block");
    assertThat(net.traces()).hasSize(1);
    net.advance(seconds(100));
    net.feed(follower);
    assertThat(follower.traces()).hasSize(2);
    assertThat(owns(tree.games)).isEqualTo(UInt256.of(1_000_005));
    tree.requireConserved();
  }

  @Test
  void checkpointsAreRelayedAgain() {
    IpcEnvelope call = send(tree.games, tree.root);
    net.advance(seconds(65));
    assertThat(tree.status(call)).isEqualTo(MessageStatus.EXECUTED);
    net.reorganise(2);
    assertThat(tree.status(call)).isEqualTo(MessageStatus.IN_CHECKPOINT);
    assertThat(owns(tree.root)).isEqualTo(UInt256.of(1_000_000));
    assertThat(net.messages().get(1).status()).isEqualTo(MessageStatus.LOST);
    net.advance(seconds(1));
    assertThat(tree.status(call)).isEqualTo(MessageStatus.EXECUTED);
    assertThat(net.messages().get(1).name()).isEqualTo("r1");
    net.await(call);
    assertThat(net.messages()).hasSize(2);
    assertThat(owns(tree.root)).isEqualTo(UInt256.of(1_000_005));
    tree.requireConserved();
  }

  @Test
  void aLostCallIsAwaitedInVainAndCanBeSentAgain() {
    IpcEnvelope call = send(tree.root, tree.games);
    net.advance(seconds(2));
    net.reorganise(1);
    assertThatThrownBy(() -> net.await(call))
        .isInstanceOf(StatusNotReachedException.class)
        .hasMessageContaining("LOST")
        .hasMessageContaining("send it again");
    assertThat(net.await(send(tree.root, tree.games)).call()).isEqualTo("c1");
  }

  @Test
  void whatTheHostDidStays() {
    FaultyTree young = new FaultyTree(FaultPlan.NONE);
    young.net.advance(seconds(2));
    young.net.reorganise(1);
    assertThat(owns(young.root)).isEqualTo(UInt256.of(1_000_000));
    young.net.advance(seconds(2));
    young.net.reorganise(2);
    assertThat(owns(young.root)).isEqualTo(UInt256.of(1_000_000));
  }

  @Test
  void onlyWhatNoChildTookForFinalCanBeLost() {
    assertThatThrownBy(() -> net.reorganise(1)).hasMessageContaining("from 1 to 0");
    net.advance(seconds(20));
    assertThatThrownBy(() -> net.reorganise(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> net.reorganise(3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("from 1 to 2");
    net.reorganise(2);
    UInt64 head = net.root().chain().block().number();
    net.faults().next(IpcHops.ROOT, Fault.reorg(40));
    net.advance(seconds(2));
    assertThat(tree.faultLines()).endsWith("fault: root loses its latest 2 blocks");
    assertThat(net.root().chain().block().number()).isEqualTo(head.plus(UInt64.ONE));
  }
}
