// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Receipt;
import io.crossline.ipc.CallMsg;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.gateway.IpcHandler;
import io.crossline.ipc.network.Deployed;
import io.crossline.ipc.network.IpcNetwork;
import io.crossline.ipc.network.IpcNetworkListener;
import io.crossline.ipc.network.IpcSubnet;
import io.crossline.ipc.trace.QueueEvent.PassedBy;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Traces are made by the queues of gateways and by messages, which share nothing but events: each
 * half runs without the other, as late as it likes.
 */
class TraceHalvesTest {
  private static final CallMsg PING = new CallMsg(Bytes.utf8("ping"), Bytes.EMPTY);
  private static final IpcHandler ANSWERS = (envelope, context) -> Bytes.utf8("thanks");
  private static final IpcHandler BROKEN =
      (envelope, context) -> {
        throw new IllegalStateException("broken");
      };

  private final IpcNetwork net =
      IpcNetwork.root(314).subnet("games").subnet("games/chess").subnet("shop").start();

  /** Given to whole traces, and to queues alone. */
  private interface Step {
    void apply(MessageTraces whole);

    void apply(GatewayQueues queues);
  }

  private record Seen(ObservedBlock block) implements Step {
    @Override
    public void apply(MessageTraces whole) {
      whole.append(block);
    }

    @Override
    public void apply(GatewayQueues queues) {
      queues.append(block);
    }
  }

  private record Lost(IpcSubnet at, UInt64 last) implements Step {
    @Override
    public void apply(MessageTraces whole) {
      whole.rollbackTo(at.id(), last);
    }

    @Override
    public void apply(GatewayQueues queues) {
      queues.rollbackTo(at.id(), last);
    }
  }

  private final List<Step> steps = new ArrayList<>();

  private void run(long seed) {
    net.listen(
        new IpcNetworkListener() {
          @Override
          public void sealed(IpcSubnet at, Block<Receipt> block) {
            steps.add(new Seen(ObservedBlock.of(at.id(), block)));
          }

          @Override
          public void takenBack(IpcSubnet at, UInt64 last) {
            steps.add(new Lost(at, last));
          }
        });
    Random random = new Random(seed);
    List<Deployed<IpcHandler>> places = new ArrayList<>();
    for (IpcSubnet subnet : net.subnets()) {
      places.add(subnet.deploy("at " + subnet.name(), random.nextInt(4) == 0 ? BROKEN : ANSWERS));
    }
    for (int round = 0; round < 60; round++) {
      Deployed<IpcHandler> from = places.get(random.nextInt(places.size()));
      Deployed<IpcHandler> to = places.get(random.nextInt(places.size()));
      if (from != to) {
        send(from, to.address(), random.nextInt(3));
      }
      net.advance(Duration.ofSeconds(random.nextInt(12)));
      if (round % 15 == 14) {
        net.reorganise(2);
      }
    }
    net.advance(Duration.ofSeconds(random.nextInt(120)));
  }

  private static void send(Deployed<IpcHandler> from, IpcAddress to, long value) {
    from.subnet().give(from.ethAddress(), UInt256.of(value));
    from.transact((handler, context) -> context.send(to, PING, UInt256.of(value))).orThrow();
  }

  private TracedNetwork traced(IpcSubnet subnet) {
    return TracedNetwork.of(
            subnet.id(),
            subnet.gateway().address(),
            subnet.gateway().config().bottomUpCheckPeriod())
        .named(subnet.name());
  }

  private static List<String> texts(TraceBook book) {
    TraceReader reader = TraceReader.whole(book);
    return book.messages().stream()
        .flatMap(id -> reader.read(id).stream())
        .map(MessageTrace::toString)
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theHalvesRunApart(long seed) {
    run(seed);
    MessageTraces whole = new MessageTraces();
    Deque<QueueEvent> told = new ArrayDeque<>();
    GatewayQueues queues = new GatewayQueues(told::add);
    for (IpcSubnet subnet : net.subnets()) {
      whole.follow(traced(subnet));
      queues.follow(traced(subnet));
    }
    for (Step step : steps) {
      step.apply(whole);
      step.apply(queues);
    }
    // The queues have seen all before the messages hear of anything; then they take turns.
    Deque<Arrival> arrived = new ArrayDeque<>();
    TraceBook messages = new TraceBook(Optional.empty(), TraceReader::arrivals, arrived::add);
    int passed = 0;
    while (!told.isEmpty()) {
      while (!told.isEmpty()) {
        passed += told.peek() instanceof PassedBy ? 1 : 0;
        messages.accept(told.remove());
      }
      while (!arrived.isEmpty()) {
        queues.accept(arrived.remove());
      }
    }
    assertThat(passed).isGreaterThan(5);
    assertThat(texts(messages))
        .hasSizeGreaterThan(60)
        .isEqualTo(whole.traces().stream().map(MessageTrace::toString).sorted().toList());
  }

  @Test
  void aQueueKnowsItsHighestNonceAndForgetsNoArrival() {
    List<QueueEvent> told = new ArrayList<>();
    GatewayQueues queues = new GatewayQueues(told::add);
    QueueId down = QueueId.between(TraceFixture.ROOT, TraceFixture.A);
    QueueId up = QueueId.between(TraceFixture.A, TraceFixture.ROOT);
    assertThat(down.child()).contains(TraceFixture.A.actor());
    assertThat(up.child()).isEmpty();
    tell(queues, down, 4, Arrival.Kind.SEEN);
    tell(queues, down, 2, Arrival.Kind.SEEN);
    tell(queues, down, 9, Arrival.Kind.SEEN);
    tell(queues, down, 9, Arrival.Kind.UNSEEN);
    tell(queues, down, 4, Arrival.Kind.SETTLED);
    tell(queues, down, 2, Arrival.Kind.UNSEEN);
    tell(queues, down, 6, Arrival.Kind.SEEN);
    tell(queues, down, 6, Arrival.Kind.SEEN);
    tell(queues, down, 6, Arrival.Kind.UNSEEN);
    tell(queues, up, 0, Arrival.Kind.SEEN);
    tell(queues, up, 0, Arrival.Kind.UNSEEN);
    assertThat(told)
        .containsExactly(
            passed(down, 4),
            passed(down, 9),
            passed(down, 4),
            passed(down, 6),
            passed(up, 0),
            new PassedBy(up, Optional.empty()));
  }

  private static void tell(GatewayQueues queues, QueueId queue, long nonce, Arrival.Kind kind) {
    queues.accept(new Arrival(queue, UInt64.of(nonce), kind));
  }

  private static PassedBy passed(QueueId queue, long nonce) {
    return new PassedBy(queue, Optional.of(UInt64.of(nonce)));
  }
}
