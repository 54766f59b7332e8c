// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.crossline.core.network.StatusNotReachedException;
import io.crossline.core.trace.Elapsed;
import io.crossline.core.trace.TimelineEntry;
import io.crossline.ipc.CallMsg;
import io.crossline.ipc.FvmAddress;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.gateway.IpcHandler;
import io.crossline.ipc.gateway.SystemActors;
import io.crossline.ipc.trace.Answer;
import io.crossline.ipc.trace.IpcCallFailedException;
import io.crossline.ipc.trace.MessageInfo;
import io.crossline.ipc.trace.MessageStatus;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.OutcomeType;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class IpcNetworkTest {
  private static final CallMsg PING = new CallMsg(Bytes.utf8("ping"), Bytes.EMPTY);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final IpcNetwork net =
      IpcNetwork.root(314).subnet("games").subnet("games/chess").subnet("shop").start();

  /** Takes everything and says nothing. */
  private static final IpcHandler QUIET = (envelope, context) -> Bytes.EMPTY;

  private static final IpcHandler BROKEN =
      (envelope, context) -> {
        throw new IllegalStateException("broken");
      };

  private static UInt256 coins(long amount) {
    return UInt256.of(amount);
  }

  private IpcEnvelope send(Deployed<IpcHandler> from, IpcAddress to, long value) {
    from.subnet().give(from.ethAddress(), coins(value));
    return from.transact((handler, context) -> context.send(to, PING, coins(value))).orThrow();
  }

  private static List<String> lines(List<TimelineEntry> entries) {
    return entries.stream().map(entry -> entry.time() + " " + entry.what()).toList();
  }

  @Test
  void aCallDownWaitsForFinalityAndItsResultForACheckpoint() {
    var counter = net.at("games").<IpcHandler>deploy("counter", QUIET);
    var player = net.root().<IpcHandler>deploy("player", QUIET);
    IpcEnvelope call = send(player, counter.address(), 0);
    net.await(call);

    // Block 1 is finished at 2 s, and with two blocks above it at 6 s; checkpoint 30 is cut at its
    // block's end.
    assertThat(lines(net.timeline().entries()))
        .containsExactly(
            "PT0S player sends c1 to games:counter, down to games, nonce 0",
            "PT6S parent finality 1: counter takes c1: Ok",
            "PT1M checkpoint 30 with 1 message",
            "PT1M2S checkpoint 30 of games: player takes r1: c1 was answered Ok");
    assertThat(net.time()).isEqualTo(Duration.ofSeconds(62));
  }

  @Test
  void statusesFollowTheWay() {
    var counter = net.at("games/chess").<IpcHandler>deploy("counter", QUIET);
    var player = net.root().<IpcHandler>deploy("player", QUIET);
    IpcEnvelope call = send(player, counter.address(), 5);
    assertThat(net.message(call.tracingId()).orElseThrow().status()).isEqualTo(MessageStatus.SENT);
    assertThat(net.message(call.tracingId()).orElseThrow().network()).isEqualTo("root");

    MessageInfo executed = net.await(call.tracingId(), MessageStatus.EXECUTED, MINUTE);
    assertThat(executed.network()).isEqualTo("games/chess");
    assertThat(executed.since()).isEqualTo(Duration.ofSeconds(12));
    assertThat(net.at("games/chess").balance(counter.ethAddress())).isEqualTo(coins(5));
    MessageInfo result = net.messages().get(1);
    assertThat(result.name()).isEqualTo("r1");
    assertThat(result.status()).isEqualTo(MessageStatus.QUEUED);

    Answer answer = net.await(call);
    assertThat(answer.status()).isEqualTo(MessageStatus.ANSWERED);
    assertThat(net.messages())
        .extracting(MessageInfo::status)
        .containsExactly(MessageStatus.ANSWERED, MessageStatus.DELIVERED);
  }

  @Test
  void aCallThroughTheCommonParentReachesTheOtherBranch() {
    var clerk = net.at("shop").<IpcHandler>deploy("clerk", QUIET);
    var player = net.at("games/chess").<IpcHandler>deploy("player", QUIET);
    Answer answer = net.await(send(player, clerk.address(), 40));

    assertThat(answer.isOk()).isTrue();
    assertThat(net.at("shop").balance(clerk.ethAddress())).isEqualTo(coins(40));
    assertConserved();
  }

  @Test
  void aFailingHandlerSendsTheValueBack() {
    var counter = net.at("games/chess").<IpcHandler>deploy("counter", BROKEN);
    var player = net.at("shop").<IpcHandler>deploy("player", QUIET);
    Answer answer = net.await(send(player, counter.address(), 40));

    assertThat(answer.result().outcome()).isEqualTo(OutcomeType.ACTOR_ERR);
    assertThat(answer.description()).isEqualTo("ActorErr: broken");
    assertThat(answer.value()).isEqualTo(coins(40));
    assertThatThrownBy(answer::orThrow)
        .isInstanceOf(IpcCallFailedException.class)
        .hasMessage("c1: ActorErr: broken; value 40 came back");
    assertThat(net.at("shop").balance(player.ethAddress())).isEqualTo(coins(40));
    assertConserved();
  }

  @Test
  void anUnregisteredDestinationIsRefusedOnTheWay() {
    IpcAddress nowhere = IpcAddress.of(net.at("shop").id().child(EthAddress.ZERO), EthAddress.ZERO);
    var player = net.at("games").<IpcHandler>deploy("player", QUIET);
    Answer answer = net.await(send(player, nowhere, 40));

    assertThat(answer.description()).isEqualTo("SystemErr: InvalidXnetMessage(DstSubnet)");
    assertThat(net.at("games").balance(player.ethAddress())).isEqualTo(coins(40));
    assertConserved();
  }

  @Test
  void trap4AResultForAnAccountIsLost() {
    EthAddress alice = net.root().account("alice");
    net.root().give(alice, coins(10));
    IpcEnvelope transfer =
        net.root()
            .follow(
                () ->
                    net.root()
                        .gateway()
                        .as(alice)
                        .fund(net.at("games").id(), FvmAddress.of(alice), coins(10))
                        .orThrow());
    Answer answer = net.await(transfer);

    assertThat(answer.call()).isEqualTo("t1");
    assertThat(answer.isOk()).isTrue();
    assertThat(answer.status()).isEqualTo(MessageStatus.UNANSWERED);
    assertThat(net.at("games").balance(alice)).isEqualTo(coins(10));
  }

  @Test
  void trap1EqualCallsAreTwoMessagesWithOneTracingId() {
    var counter = net.at("games").<IpcHandler>deploy("counter", QUIET);
    var player = net.root().<IpcHandler>deploy("player", QUIET);
    IpcEnvelope first = send(player, counter.address(), 0);
    IpcEnvelope second = send(player, counter.address(), 0);
    assertThat(second.tracingId()).isEqualTo(first.tracingId());
    net.await(second);
    assertThat(net.messages())
        .extracting(MessageInfo::name, MessageInfo::status)
        .containsExactly(
            tuple("c1", MessageStatus.ANSWERED),
            tuple("c2", MessageStatus.ANSWERED),
            tuple("r1", MessageStatus.DELIVERED),
            tuple("r2", MessageStatus.DELIVERED));
  }

  @Test
  void trap17AGatewayShortOfCoinsBlocksUntilSomebodyBringsThem() {
    // A forged refund passes games upwards; its gateway has only what it holds for chess.
    var player = net.at("games/chess").<IpcHandler>deploy("player", QUIET);
    var clerk = net.root().<IpcHandler>deploy("clerk", QUIET);
    IpcSubnet games = net.at("games");
    EthAddress gateway = games.gateway().address();
    UInt256 held = games.balance(gateway);
    games
        .follow(() -> games.member().chain().execute(gateway, EthAddress.ZERO, held, frame -> true))
        .orThrow();
    IpcEnvelope call = send(player, clerk.address(), 40);
    net.await(call.tracingId(), MessageStatus.IN_CHECKPOINT, MINUTE.multipliedBy(2));
    Elapsed stuck = net.advance(MINUTE.multipliedBy(3));

    assertThat(lines(stuck.entries()))
        .anyMatch(line -> line.endsWith("is refused: InsufficientFunds()"));
    assertThat(lines(stuck.entries()).stream().filter(line -> line.contains("refused")))
        .as("a refusal is told once")
        .hasSize(1);
    games.give(IpcSubnet.USER, coins(40));
    games.follow(() -> games.gateway().as(IpcSubnet.USER).propagateAll(coins(40))).orThrow();
    assertThat(net.await(call).isOk()).isTrue();
  }

  @Test
  void awaitingInVainSaysWhereTheMessageIs() {
    var counter = net.at("games").<IpcHandler>deploy("counter", QUIET);
    var player = net.root().<IpcHandler>deploy("player", QUIET);
    IpcEnvelope call = send(player, counter.address(), 0);
    assertThatThrownBy(() -> net.await(call.tracingId(), Duration.ofSeconds(5)))
        .isInstanceOf(StatusNotReachedException.class)
        .hasMessageContaining("c1")
        .hasMessageContaining("SENT in root since 00:00:00")
        .hasMessageContaining("waits for  until the block is final");
    net.await(call);
    assertThatThrownBy(
            () -> net.await(call.tracingId(), MessageStatus.FAILED, Duration.ofSeconds(5)))
        .hasMessageContaining("ANSWERED");
    assertThatThrownBy(() -> net.await(UInt64.ONE.toBytes32(), MINUTE))
        .hasMessageContaining("no gateway of this network");
  }

  @Test
  void blocksAndTime() {
    assertThat(net.root().chain().block().number()).isEqualTo(UInt64.ONE);
    net.advanceBlocks(3);
    assertThat(net.time()).isEqualTo(Duration.ofSeconds(6));
    assertThat(net.root().chain().block().number()).isEqualTo(UInt64.of(4));
    assertThat(net.root().chain().block().timestamp())
        .isEqualTo(IpcNetwork.GENESIS_TIME.plus(UInt64.of(6)));
    assertThat(net.runUntil(() -> false, Duration.ofSeconds(3)).reached()).isFalse();
    assertThat(net.time()).isEqualTo(Duration.ofSeconds(9));
    net.at("games").advanceBlocks(1);
    assertThat(net.time()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void settingsChangeTheWay() {
    IpcNetwork slow =
        IpcNetwork.root(1)
            .rootSettings(s -> s.withBlockTime(Duration.ofSeconds(10)))
            .subnet(
                "a",
                s ->
                    s.withCheckpointPeriod(5)
                        .withFinalityDepth(0)
                        .withRelayInterval(Duration.ofSeconds(7)))
            .start();
    var there = slow.at("a").<IpcHandler>deploy("there", QUIET);
    var here = slow.root().<IpcHandler>deploy("here", QUIET);
    slow.await(send(here, there.address(), 0));
    assertThat(lines(slow.timeline().entries()))
        .containsExactly(
            "PT0S here sends c1 to a:there, down to a, nonce 0",
            "PT10S parent finality 1: there takes c1: Ok",
            "PT20S checkpoint 10 with 1 message",
            "PT28S checkpoint 10 of a: here takes r1: c1 was answered Ok");
  }

  @Test
  void theSameCallsGiveTheSameRun() {
    List<TimelineEntry> first = run();
    assertThat(run()).isEqualTo(first).isNotEmpty();
  }

  private static List<TimelineEntry> run() {
    IpcNetwork net = IpcNetwork.root(314).subnet("games").subnet("games/chess").start();
    var counter = net.at("games/chess").<IpcHandler>deploy("counter", QUIET);
    var player = net.root().<IpcHandler>deploy("player", QUIET);
    net.await(
        player
            .transact((handler, context) -> context.send(counter.address(), PING, UInt256.ZERO))
            .orThrow());
    return net.timeline().entries();
  }

  @Test
  void mistakesAreNamed() {
    assertThatThrownBy(() -> IpcNetwork.root(0)).hasMessageContaining("chain id 0");
    assertThatThrownBy(() -> IpcNetwork.root(1).subnet("a/b"))
        .hasMessageContaining("parent of \"a/b\"");
    assertThatThrownBy(() -> IpcNetwork.root(1).subnet("a").subnet("a"))
        .hasMessageContaining("already");
    assertThatThrownBy(() -> IpcNetwork.root(1).subnet("a b")).hasMessageContaining("a b");
    assertThatThrownBy(() -> net.at("nowhere")).hasMessageContaining("games/chess");
    net.root().<IpcHandler>deploy("one", QUIET);
    assertThatThrownBy(() -> net.root().<IpcHandler>deploy("one", QUIET))
        .hasMessageContaining("one");
    assertThatThrownBy(() -> net.root().deployed("two")).hasMessageContaining("[one]");
    assertThatThrownBy(() -> net.at("shop").give(EthAddress.ZERO, UInt256.MAX))
        .hasMessageContaining("genesis coins");
  }

  /** What circulates in a child is what its parent counts, and what its node counts. */
  private void assertConserved() {
    for (IpcSubnet subnet : net.subnets()) {
      subnet
          .parent()
          .ifPresent(
              parent -> {
                UInt256 counted =
                    parent.gateway().view().subnet(subnet.id()).orElseThrow().circSupply();
                assertThat(subnet.circulatingSupply()).as(subnet.name()).isEqualTo(counted);
                assertThat(parent.balance(parent.gateway().address()).compareTo(counted))
                    .as(subnet.name() + " is covered")
                    .isNotNegative();
                assertThat(subnet.balance(SystemActors.BURNT_FUNDS_ACTOR).compareTo(UInt256.ZERO))
                    .isNotNegative();
              });
    }
  }
}
