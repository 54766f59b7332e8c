// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import static io.crossline.ipc.network.FaultyTree.owns;
import static io.crossline.ipc.network.FaultyTree.seconds;
import static io.crossline.ipc.network.FaultyTree.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.fault.FaultKind;
import io.crossline.core.fault.FaultPlan;
import io.crossline.core.fault.FaultProfile;
import io.crossline.ipc.FvmAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.trace.Answer;
import io.crossline.ipc.trace.MessageStatus;
import io.crossline.messaging.UInt256;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HandlerFaultsTest {
  private final FaultyTree tree = new FaultyTree(FaultPlan.NONE);
  private final IpcNetwork net = tree.net;

  @Test
  void onceAndNotAgain() {
    net.faults().handler(tree.games.address()).failsOnce();
    Answer failed = net.await(send(tree.root, tree.games));
    assertThat(failed.description()).isEqualTo("ActorErr: fault: the handler fails");
    assertThat(failed.value()).isEqualTo(FaultyTree.FIVE);
    assertThat(net.await(send(tree.root, tree.games)).isOk()).isTrue();
    assertThat(tree.faultLines()).containsExactly("fault: handler games:gamer fails on c1");
    assertThat(owns(tree.games)).isEqualTo(UInt256.of(1_000_005));
    tree.requireConserved();
  }

  @Test
  void aResultCanBeLostByHand() {
    net.faults().handler(tree.root.address()).failsAlways();
    IpcEnvelope call = send(tree.root, tree.games);
    assertThat(net.await(call).status()).isEqualTo(MessageStatus.UNANSWERED);
    assertThat(tree.faultLines()).containsExactly("fault: handler root:rooty fails on r1");
  }

  @Test
  void byChanceCallsFailAndResultsDoNot() {
    FaultyTree unlucky =
        new FaultyTree(
            FaultPlan.seeded(
                1, new FaultProfile("all", Map.of(FaultKind.HANDLER, 1000.0), Duration.ZERO, 1)));
    Answer answer = unlucky.net.await(send(unlucky.root, unlucky.games));
    assertThat(answer.isOk()).isFalse();
    assertThat(answer.status()).isEqualTo(MessageStatus.ANSWERED);
    assertThat(unlucky.faultLines()).containsExactly("fault: handler games:gamer fails on c1");
  }

  @Test
  void aPaymentFailsToo() {
    net.faults().handler(tree.games.address()).failsOnce();
    net.root().give(IpcSubnet.USER, UInt256.of(10));
    net.root()
        .follow(
            () ->
                net.root()
                    .gateway()
                    .as(IpcSubnet.USER)
                    .fund(
                        net.at("games").id(),
                        FvmAddress.of(tree.games.ethAddress()),
                        UInt256.of(10))
                    .orThrow());
    net.advance(seconds(10));
    assertThat(tree.faultLines()).containsExactly("fault: handler games:gamer fails on a payment");
    assertThat(owns(tree.games)).isEqualTo(UInt256.of(1_000_000));
  }

  @Test
  void onlyTheGatewaysCallsFail() {
    net.faults().handler(tree.root.address()).failsAlways();
    assertThat(
            net.root()
                .transact(
                    IpcSubnet.USER,
                    tree.root.ethAddress(),
                    UInt256.ZERO,
                    io.crossline.messaging.Bytes.EMPTY)
                .isAccepted())
        .isTrue();
    net.faults().stop();
    assertThat(net.await(send(tree.games, tree.root)).isOk()).isTrue();
  }
}
