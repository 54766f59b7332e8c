// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.ipc.CallMsg;
import io.crossline.ipc.FvmAddress;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.gateway.IpcHandler;
import io.crossline.ipc.trace.HopStatus;
import io.crossline.ipc.trace.LogPoint;
import io.crossline.ipc.trace.MessageInfo;
import io.crossline.ipc.trace.MessageStatus;
import io.crossline.ipc.trace.MessageTrace;
import io.crossline.ipc.trace.TraceHop;
import io.crossline.ipc.trace.Wait;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NetworkTracesTest {
  private static final CallMsg PING = new CallMsg(Bytes.utf8("ping"), Bytes.EMPTY);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private static final IpcHandler ANSWERS =
      (envelope, context) -> UInt64.of(2).toBytes32().toBytes();
  private static final IpcHandler BROKEN =
      (envelope, context) -> {
        throw new IllegalStateException("closed until the next season begins");
      };

  private final IpcNetwork net =
      IpcNetwork.root(314)
          .subnet("games")
          .subnet("games/chess")
          .subnet("games/chess/blitz")
          .subnet("shop")
          .start();

  private Deployed<IpcHandler> deploy(String network, String name, IpcHandler handler) {
    return net.at(network).<IpcHandler>deploy(name, handler);
  }

  private IpcEnvelope send(Deployed<IpcHandler> from, IpcAddress to, long value) {
    from.subnet().give(from.ethAddress(), UInt256.of(value));
    return from.transact((handler, context) -> context.send(to, PING, UInt256.of(value))).orThrow();
  }

  private MessageTrace trace(IpcEnvelope message) {
    return net.trace(message.tracingId()).orElseThrow();
  }

  private List<String> lines(IpcEnvelope message) {
    return trace(message).lines().stream().map(NetworkTracesTest::withoutIds).toList();
  }

  private static String withoutIds(String line) {
    return line.replaceAll("0x[0-9a-f]{64} ", "");
  }

  @Test
  void aCallOneHopDown() {
    IpcEnvelope call =
        send(deploy("root", "player", ANSWERS), deploy("games", "counter", ANSWERS).address(), 0);
    assertThat(trace(call).lines().get(0)).startsWith(call.tracingId() + " Call from");
    assertThat(lines(call))
        .containsExactly(
            "Call from root:player to games:counter",
            "  root → games: sent in block 1, nonce 0",
            "  waits since 2024-01-01T00:00:00Z for parent finality: games has to commit block 1 of"
                + " root, or a later one");

    net.advance(Duration.ofSeconds(6));
    assertThat(trace(call).status())
        .as("applied, and no log shows it")
        .matches(MessageStatus::isUnderway);
    assertThat(lines(call))
        .endsWith(
            "  note: if games has it, its Result is among 1 message queued there, which logs show"
                + " whole from checkpoint 30 on");

    net.await(call);
    assertThat(lines(call))
        .containsExactly(
            "Call from root:player to games:counter",
            "  root → games: sent in block 1, nonce 0, arrived by block 4 of games",
            "  answered by games: Ok(2)",
            "  Result",
            "    games → root: queued in block 4, in checkpoint 30, nonce 0",
            "    waits since 2024-01-01T00:00:58Z for the relay of checkpoint 30 of games to root",
            "    note: no log tells whether root has taken it in: nothing answers it");
    assertThat(trace(call).isComplete()).isTrue();
  }

  @Test
  void aCallThreeHopsDownAndItsResult() {
    IpcEnvelope call =
        send(
            deploy("root", "player", ANSWERS),
            deploy("games/chess/blitz", "counter", ANSWERS).address(),
            3);
    net.advance(Duration.ofSeconds(7));
    MessageTrace onItsWay = trace(call);
    assertThat(onItsWay.hops())
        .extracting(TraceHop::status)
        .containsExactly(HopStatus.ARRIVED, HopStatus.SENT, HopStatus.AHEAD);
    assertThat(onItsWay.hop()).contains(1);
    assertThat(onItsWay.waitsFor())
        .contains(
            new Wait(
                Wait.Kind.PARENT_FINALITY,
                net.at("games/chess").id(),
                net.at("games").id(),
                UInt256.of(4)));
    assertThat(onItsWay.since().map(LogPoint::network)).contains(net.at("games").id());

    net.await(call);
    MessageTrace answered = trace(call);
    assertThat(answered.status()).isEqualTo(MessageStatus.EXECUTED);
    assertThat(answered.hops()).extracting(TraceHop::status).containsOnly(HopStatus.ARRIVED);
    MessageTrace result = answered.answer().orElseThrow().way();
    assertThat(result.answers()).contains(call.tracingId());
    assertThat(net.trace(result.tracingId())).contains(result);
    assertThat(result.hops())
        .extracting(TraceHop::status)
        .containsExactly(HopStatus.ARRIVED, HopStatus.ARRIVED, HopStatus.IN_CHECKPOINT);
  }

  @Test
  void onTheWayUpTheMessageIsUnknownUntilItsCheckpoint() {
    IpcEnvelope call =
        send(
            deploy("games/chess", "player", ANSWERS),
            deploy("root", "counter", BROKEN).address(),
            9);
    assertThat(lines(call))
        .containsExactly(
            "message of which logs show the tracing id alone",
            "  games/chess → games: queued in block 1, for checkpoint 30",
            "  waits since 2024-01-01T00:00:00Z for checkpoint 30 of games/chess");
    assertThat(trace(call).waitsFor().orElseThrow().kind()).isEqualTo(Wait.Kind.CHECKPOINT);

    net.await(call.tracingId(), MessageStatus.IN_CHECKPOINT, Duration.ofMinutes(2));
    assertThat(lines(call))
        .contains(
            "Call of 9 from games/chess:player to root:counter",
            "  games/chess → games: queued in block 1, in checkpoint 30, nonce 0",
            "  waits since 2024-01-01T00:00:58Z for the relay of checkpoint 30 of games/chess to"
                + " games");

    net.await(call);
    MessageTrace answered = trace(call);
    assertThat(answered.status()).isEqualTo(MessageStatus.FAILED);
    assertThat(answered.answer().orElseThrow().value()).isEqualTo(UInt256.of(9));
    assertThat(answered.answer().orElseThrow().explanation())
        .hasToString("ActorErr: closed until the next season begins");
  }

  @Test
  void aCallAcrossTheRootAndBack() {
    IpcEnvelope call =
        send(
            deploy("games/chess", "player", ANSWERS), deploy("shop", "clerk", BROKEN).address(), 5);
    net.await(call);
    assertThat(lines(call))
        .containsExactly(
            "Call of 5 from games/chess:player to shop:clerk",
            "  games/chess → games: queued in block 1, in checkpoint 30, nonce 0, arrived by block"
                + " 32 of games",
            "  games → root: queued in block 32, in checkpoint 60, nonce 0, arrived by block 62 of"
                + " root",
            "  root → shop: sent in block 62, nonce 0, arrived by block 65 of shop",
            "  answered by shop: ActorErr: closed until the next season begins (5 goes back)",
            "  Result",
            "    shop → root: queued in block 65, in checkpoint 90, nonce 0, arrived by block 92 of"
                + " root",
            "    root → games: sent in block 92, nonce 0, arrived by block 95 of games",
            "    games → games/chess: sent in block 95, nonce 0",
            "    waits since 2024-01-01T00:03:08Z for parent finality: games/chess has to commit"
                + " block 95 of games, or a later one",
            "    note: no log tells whether games/chess has taken it in: nothing answers it");
  }

  @Test
  void trap19ASystemErrOfAHopBeginsAtThatHop() {
    IpcAddress nowhere = IpcAddress.of(net.at("shop").id().child(EthAddress.ZERO), EthAddress.ZERO);
    IpcEnvelope call = send(deploy("games", "player", ANSWERS), nowhere, 40);
    net.await(call);

    MessageTrace trace = trace(call);
    assertThat(trace.status()).isEqualTo(MessageStatus.REFUSED);
    assertThat(trace.answer().orElseThrow().by()).contains(net.at("shop").id());
    assertThat(trace.hops())
        .extracting(TraceHop::status)
        .containsExactly(HopStatus.ARRIVED, HopStatus.ARRIVED, HopStatus.NEVER);
    assertThat(trace.answer().orElseThrow().way().hops().get(0).from())
        .isEqualTo(net.at("shop").id());
    assertThat(trace.answer().orElseThrow().explanation().text())
        .isEqualTo(
            "InvalidXnetMessage(DstSubnet): no registered child of shop leads to "
                + nowhere.subnetId());
    assertThat(trace.notes())
        .containsExactly(
            "the Result names "
                + nowhere.subnetId()
                + " as its origin, but the gateway of shop sent it (trap 19)");
  }

  @Test
  void trap1EqualCallsShareATracingIdAndAreCounted() {
    var counter = deploy("games", "counter", ANSWERS);
    var player = deploy("root", "player", ANSWERS);
    IpcEnvelope first = send(player, counter.address(), 0);
    net.advance(Duration.ofSeconds(2));
    IpcEnvelope second = send(player, counter.address(), 0);
    assertThat(second.tracingId()).isEqualTo(first.tracingId());
    net.await(second);

    MessageTrace last = trace(second);
    assertThat(last.copy()).isEqualTo(2);
    assertThat(last.copies()).isEqualTo(2);
    assertThat(last.notes().get(0)).startsWith("2 messages share this tracing id (trap 1)");
    assertThat(last.hops().get(0).nonce()).contains(UInt64.ONE);
    List<MessageTrace> copies =
        net.traces().stream().filter(t -> t.tracingId().equals(first.tracingId())).toList();
    assertThat(copies)
        .extracting(copy -> copy.hops().get(0).committed().orElseThrow().block().number())
        .containsExactly(UInt64.ONE, UInt64.of(2));
    // On their way up the two Results have numbers of their own.
    assertThat(copies)
        .extracting(copy -> copy.answer().orElseThrow().way().hops().get(0).nonce().orElseThrow())
        .containsExactly(UInt64.ZERO, UInt64.ONE);
  }

  @Test
  void laterMessagesShowThatAResultWasTakenIn() {
    var counter = deploy("games", "counter", ANSWERS);
    var player = deploy("root", "player", ANSWERS);
    IpcEnvelope call = send(player, counter.address(), 0);
    net.await(call);
    assertThat(trace(call).answer().orElseThrow().way().status())
        .matches(MessageStatus::isUnderway);

    IpcEnvelope up = send(counter, player.address(), 0);
    net.await(up);
    MessageTrace result = trace(call).answer().orElseThrow().way();
    assertThat(result.status()).isEqualTo(MessageStatus.TAKEN_IN);
    assertThat(result.waitsFor()).isEmpty();
    assertThat(result.isComplete()).isTrue();
    assertThat(result.notes().get(0))
        .startsWith("root has taken it in, since later messages of the same queue passed");
  }

  @Test
  void aTransferHasATraceToo() {
    EthAddress alice = net.root().account("alice");
    net.root().give(alice, UInt256.of(10));
    IpcEnvelope fund =
        net.root()
            .gateway()
            .as(alice)
            .fund(net.at("games").id(), FvmAddress.of(alice), UInt256.of(10))
            .orThrow();
    net.advance(Duration.ofMinutes(2));
    assertThat(lines(fund))
        .contains("Transfer of 10 from root:alice to games:" + alice, "  answered by games: Ok");
  }

  @Test
  void itSaysWhatTheNetworkKnowsAsSoonAsLogsShowIt() {
    var chess = deploy("games/chess", "one", ANSWERS);
    var shop = deploy("shop", "two", BROKEN);
    var root = deploy("root", "three", ANSWERS);
    List<IpcEnvelope> sent = new ArrayList<>();
    int compared = 0;
    for (int second = 0; second < 300; second++) {
      if (second < 100 && second % 17 == 0) {
        sent.add(send(chess, shop.address(), second));
        sent.add(send(root, chess.address(), second));
        sent.add(send(shop, root.address(), second));
      }
      Map<Bytes32, List<MessageTrace>> traces =
          net.traces().stream().collect(Collectors.groupingBy(MessageTrace::tracingId));
      for (MessageInfo info : net.messages()) {
        List<MessageTrace> copies = traces.get(info.tracingId());
        assertThat(copies).as(info.toString()).hasSize(1);
        assertAgrees(info, copies.get(0));
        compared++;
      }
      net.advance(SECOND);
    }
    assertThat(compared).isGreaterThan(5_000);
    assertThat(sent).allSatisfy(message -> assertThat(trace(message).answer()).isPresent());
  }

  private static void assertAgrees(MessageInfo info, MessageTrace trace) {
    Supplier<String> both = () -> info + "\n" + trace;
    Optional<Wait.Kind> wait = trace.waitsFor().map(Wait::kind);
    switch (info.status()) {
      case SENT -> assertThat(wait).as(both).contains(Wait.Kind.PARENT_FINALITY);
      case QUEUED -> assertThat(wait).as(both).contains(Wait.Kind.CHECKPOINT);
      case IN_CHECKPOINT -> assertThat(wait).as(both).contains(Wait.Kind.RELAY);
      case ANSWERED, UNANSWERED -> assertThat(trace.answer()).as(both).isPresent();
      default -> assertThat(info.status()).as(both).isNotEqualTo(MessageStatus.LOST);
    }
    if (info.status().isUnderway()) {
      assertThat(trace.status()).as(both).isEqualTo(info.status());
    } else if (trace.status() != MessageStatus.TAKEN_IN && !trace.status().isUnderway()) {
      assertThat(info.status().follows(trace.status())).as(both).isTrue();
    }
    info.answer()
        .filter(known -> trace.answer().isPresent())
        .ifPresent(
            known ->
                assertThat(trace.answer().orElseThrow().result())
                    .as(both)
                    .isEqualTo(known.result()));
  }

  @Test
  void nobodyKnowsAnIdThatNoLogHas() {
    assertThat(net.trace(Bytes32.ZERO)).isEmpty();
    assertThat(net.traces()).isEmpty();
  }
}
