// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.hash.Keccak256;
import io.crossline.ipc.CallMsg;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.gateway.IpcHandler;
import io.crossline.ipc.network.node.BlockArchive;
import io.crossline.ipc.trace.HopStatus;
import io.crossline.ipc.trace.MessageStatus;
import io.crossline.ipc.trace.MessageTrace;
import io.crossline.ipc.trace.MessageTraces;
import io.crossline.ipc.trace.ObservedBlock;
import io.crossline.ipc.trace.TraceHop;
import io.crossline.ipc.trace.TracedNetwork;
import io.crossline.ipc.trace.Wait;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What traces say depends on the blocks alone, not on the order in which they come. */
class TraceOrderTest {
  private static final IpcHandler ANSWERS = (envelope, context) -> Bytes.utf8("thanks");
  private static final IpcHandler BROKEN =
      (envelope, context) -> {
        throw new IllegalStateException("broken");
      };
  private static final CallMsg PING = new CallMsg(Bytes.utf8("ping"), Bytes.EMPTY);

  private final IpcNetwork net =
      IpcNetwork.root(314).subnet("games").subnet("games/chess").subnet("shop").start();
  private final List<Bytes32> calls = new ArrayList<>();

  /** Calls in all directions, two of them equal, one to nowhere. */
  private TraceOrderTest() {
    var chess = net.at("games/chess").<IpcHandler>deploy("one", ANSWERS);
    var shop = net.at("shop").<IpcHandler>deploy("two", BROKEN);
    var root = net.root().<IpcHandler>deploy("three", ANSWERS);
    IpcAddress nowhere = IpcAddress.of(net.at("shop").id().child(EthAddress.ZERO), EthAddress.ZERO);
    for (int i = 0; i < 3; i++) {
      send(chess, shop.address(), i + 1);
      send(chess, nowhere, 0);
      send(root, chess.address(), 0);
      send(root, shop.address(), i + 1);
      net.advance(Duration.ofSeconds(31));
    }
    net.advance(Duration.ofMinutes(4));
  }

  private void send(Deployed<IpcHandler> from, IpcAddress to, long value) {
    from.subnet().give(from.ethAddress(), UInt256.of(value));
    calls.add(
        from.transact((handler, context) -> context.send(to, PING, UInt256.of(value)))
            .orThrow()
            .tracingId());
  }

  private List<ObservedBlock> blocks() {
    List<ObservedBlock> blocks = new ArrayList<>();
    for (IpcSubnet subnet : net.subnets()) {
      BlockArchive archive = subnet.member().blocks();
      for (long height = 0; height <= archive.head().bits(); height++) {
        blocks.add(ObservedBlock.of(subnet.id(), archive.block(UInt64.of(height))));
      }
    }
    return blocks;
  }

  private MessageTraces follower() {
    MessageTraces traces = new MessageTraces();
    for (IpcSubnet subnet : net.subnets()) {
      traces.follow(
          TracedNetwork.of(
                  subnet.id(),
                  subnet.gateway().address(),
                  subnet.gateway().config().bottomUpCheckPeriod())
              .named(subnet.name()));
    }
    return traces;
  }

  private MessageTraces follower(List<ObservedBlock> blocks) {
    MessageTraces traces = follower();
    blocks.forEach(traces::append);
    return traces;
  }

  /** The traces in an order of their own: that of the follower is the order of first appearance. */
  private static List<MessageTrace> sorted(MessageTraces traces) {
    return traces.traces().stream()
        .sorted(Comparator.comparing(MessageTrace::tracingId).thenComparingInt(MessageTrace::copy))
        .toList();
  }

  private static List<String> texts(List<MessageTrace> traces) {
    return traces.stream().map(MessageTrace::toString).toList();
  }

  @Test
  void theFinishedBlocksTellOfAllMessages() {
    MessageTraces traces = follower(blocks());
    assertThat(sorted(traces)).hasSize(24);
    assertThat(calls)
        .allSatisfy(call -> assertThat(traces.trace(call).orElseThrow().answer()).isPresent());
    assertThat(traces.traces(calls.get(2))).as("equal calls").hasSize(3);

    MessageTraces fed = follower();
    net.feed(fed);
    assertThat(sorted(fed)).isEqualTo(sorted(traces));
    net.feed(fed);
    assertThat(fed.head(net.root().id())).contains(net.root().member().blocks().head());
  }

  @Test
  void networksMayTakeTurnsInAnyOrder() {
    List<MessageTrace> expected = sorted(follower(blocks()));
    for (int seed = 0; seed < 10; seed++) {
      Random random = new Random(seed);
      List<Deque<ObservedBlock>> queues = new ArrayList<>();
      for (IpcSubnet subnet : net.subnets()) {
        queues.add(
            new ArrayDeque<>(
                blocks().stream().filter(b -> b.network().equals(subnet.id())).toList()));
      }
      MessageTraces traces = follower();
      while (!queues.isEmpty()) {
        Deque<ObservedBlock> queue = queues.get(random.nextInt(queues.size()));
        traces.append(queue.remove());
        queues.removeIf(Deque::isEmpty);
      }
      assertThat(sorted(traces)).as("seed %s", seed).isEqualTo(expected);
    }
  }

  @Test
  void blocksMayComeInAnyOrderAndTwice() {
    List<MessageTrace> expected = sorted(follower(blocks()));
    for (int seed = 0; seed < 10; seed++) {
      List<ObservedBlock> shuffled = new ArrayList<>(blocks());
      shuffled.addAll(blocks());
      Collections.shuffle(shuffled, new Random(seed));
      MessageTraces traces = follower();
      long fresh = shuffled.stream().filter(traces::append).count();
      assertThat(fresh).isEqualTo(shuffled.size() / 2);
      assertThat(sorted(traces)).as("seed %s", seed).isEqualTo(expected);
      assertThat(texts(sorted(traces))).isEqualTo(texts(expected));
    }
  }

  @Test
  void aRollbackLeavesWhatTheRemainingBlocksSay() {
    Random random = new Random(1);
    MessageTraces traces = follower(blocks());
    for (int round = 0; round < 40; round++) {
      IpcSubnet subnet = net.subnets().get(random.nextInt(net.subnets().size()));
      UInt64 last = UInt64.of(random.nextInt((int) subnet.member().blocks().head().bits()));
      traces.rollbackTo(subnet.id(), last);
      List<ObservedBlock> remaining =
          blocks().stream()
              .filter(
                  block ->
                      !block.network().equals(subnet.id())
                          || block.info().number().compareTo(last) <= 0)
              .toList();
      assertThat(sorted(traces)).as("round %s", round).isEqualTo(sorted(follower(remaining)));
      blocks().forEach(traces::append);
      assertThat(sorted(traces)).isEqualTo(sorted(follower(blocks())));
    }
  }

  @Test
  void afterAReorganisationTheMessageStandsInAnotherBlock() {
    MessageTraces traces = follower();
    Bytes32 call = calls.get(0);
    SubnetId root = net.root().id();
    blocks().stream().filter(block -> !block.network().equals(root)).forEach(traces::append);
    List<ObservedBlock> onRoot =
        blocks().stream().filter(block -> block.network().equals(root)).toList();
    UInt64 passed = passesRootIn(call);
    onRoot.stream()
        .filter(block -> block.info().number().compareTo(passed) <= 0)
        .forEach(traces::append);
    assertThat(hopDown(traces, call).committed().orElseThrow().block().number()).isEqualTo(passed);

    traces.rollbackTo(root, passed.minus(UInt64.ONE));
    TraceHop lost = hopDown(traces, call);
    assertThat(lost.committed()).isEmpty();
    assertThat(lost.status()).as("shop's answer shows that it came").isEqualTo(HopStatus.ARRIVED);

    ObservedBlock old = onRoot.get((int) passed.bits());
    ObservedBlock empty = moved(old, 0, List.of());
    traces.append(empty);
    traces.append(
        new ObservedBlock(
            root, next(old.info()), hash("b"), Optional.of(empty.hash()), old.logs()));
    assertThat(hopDown(traces, call).committed().orElseThrow().block().number())
        .isEqualTo(passed.plus(UInt64.ONE));
  }

  private static TraceHop hopDown(MessageTraces traces, Bytes32 call) {
    return traces.trace(call).orElseThrow().hops().get(2);
  }

  private UInt64 passesRootIn(Bytes32 call) {
    return hopDown(follower(blocks()), call).committed().orElseThrow().block().number();
  }

  private static ObservedBlock moved(ObservedBlock block, int by, List<Log> logs) {
    return new ObservedBlock(
        block.network(), block.info(), hash("a" + by), block.parentHash(), logs);
  }

  private static BlockInfo next(BlockInfo info) {
    return new BlockInfo(info.number().plus(UInt64.ONE), info.timestamp());
  }

  private static Bytes32 hash(String text) {
    return Keccak256.hash(Bytes.utf8(text));
  }

  @Test
  void withoutTheLogsOfANetworkInBetweenItSaysSo() {
    MessageTraces traces = new MessageTraces();
    for (String path : List.of("games/chess", "root", "shop")) {
      IpcSubnet subnet = net.at(path);
      traces.follow(
          TracedNetwork.of(
                  subnet.id(),
                  subnet.gateway().address(),
                  subnet.gateway().config().bottomUpCheckPeriod())
              .named(path));
    }
    blocks().stream()
        .filter(block -> !block.network().equals(net.at("games").id()))
        .forEach(traces::append);
    MessageTrace trace = traces.trace(calls.get(0)).orElseThrow();
    assertThat(trace.status()).isEqualTo(MessageStatus.FAILED);
    assertThat(trace.hops())
        .extracting(TraceHop::status)
        .containsExactly(HopStatus.ARRIVED, HopStatus.ARRIVED, HopStatus.ARRIVED);
    assertThat(trace.hops().get(0).arrived()).isEmpty();
    assertThat(trace.hops().get(1).committed()).isEmpty();
    assertThat(trace.notes())
        .containsExactly("the logs of " + net.at("games").id() + " are not followed");
    assertThat(trace.toString()).contains("its sending not seen, arrived by block");
    // A refusal by shop is known from what shop sent; the way back ends at the gateway not
    // followed.
    MessageTrace refused = traces.trace(calls.get(1)).orElseThrow();
    assertThat(refused.answer().orElseThrow().by()).contains(net.at("shop").id());
    MessageTrace back = refused.answer().orElseThrow().way();
    assertThat(back.waitsFor().orElseThrow().kind()).isEqualTo(Wait.Kind.PARENT_FINALITY);
    assertThat(back.waitsFor().orElseThrow().network()).isEqualTo(net.at("games").id());
  }

  @Test
  void withoutTheLogsOfTheRefusingNetworkTheRefuserIsUnknown() {
    List<ObservedBlock> blocks =
        blocks().stream().filter(block -> !block.network().equals(net.at("shop").id())).toList();
    MessageTrace refused = follower(blocks).trace(calls.get(1)).orElseThrow();
    assertThat(refused.status()).isEqualTo(MessageStatus.REFUSED);
    assertThat(refused.answer().orElseThrow().by()).isEmpty();
    assertThat(refused.hops())
        .extracting(TraceHop::status)
        .containsExactly(HopStatus.ARRIVED, HopStatus.ARRIVED, HopStatus.ARRIVED, HopStatus.UNSEEN);
    assertThat(refused.answer().orElseThrow().way().hops())
        .extracting(TraceHop::status)
        .startsWith(HopStatus.UNSEEN, HopStatus.ARRIVED);
    assertThat(refused.answer().orElseThrow().explanation().text())
        .contains("no registered child of a network on the way leads to");
  }

  @Test
  void everySubsetOfBlocksHasATrace() {
    Random random = new Random(7);
    for (int round = 0; round < 100; round++) {
      int share = 1 + random.nextInt(9);
      List<ObservedBlock> some =
          blocks().stream().filter(block -> random.nextInt(10) < share).toList();
      for (MessageTrace trace : follower(some).traces()) {
        assertThat(trace.copies()).isBetween(1, 3);
        assertThat(trace.lines()).isNotEmpty();
        trace.hop().ifPresent(hop -> assertThat(hop).isLessThan(trace.hops().size()));
        assertThat(trace.status()).isNotEqualTo(MessageStatus.NOT_SEEN);
      }
    }
  }
}
