// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.abi.Signature;
import io.crossline.core.fault.Fault;
import io.crossline.ipc.CallMsg;
import io.crossline.ipc.EnvelopeKind;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.IpcHops;
import io.crossline.ipc.network.Deployed;
import io.crossline.ipc.network.IpcNetwork;
import io.crossline.ipc.sdk.IpcCall;
import io.crossline.ipc.sdk.IpcExchange;
import io.crossline.ipc.sdk.IpcMethod;
import io.crossline.ipc.sdk.TypedExchange;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.ResultMsg;
import io.crossline.messaging.Slot;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@CrosslineTest
class IpcSpyTest {
  private static final String INCREMENT = "increment(uint64)";

  interface Counter {
    @IpcMethod
    UInt64 increment(UInt64 by);
  }

  static final class CounterContract extends TypedExchange implements Counter {
    private final Slot<UInt64> sum = slot("sum", UInt64.ZERO);

    @Override
    public UInt64 increment(UInt64 by) {
      return sum.update(n -> n.plus(by));
    }
  }

  static final class Player extends TypedExchange {
    IpcCall<UInt64> play(IpcAddress counter, long by) {
      return remote(Counter.class, counter).call(c -> c.increment(UInt64.of(by)));
    }
  }

  /** One that may repeat a call that is in flight. */
  static final class Caller extends IpcExchange {
    IpcEnvelope call(IpcAddress counter) {
      Bytes method = Signature.parse(INCREMENT).selector();
      Bytes params = UInt256.of(2).toBytes32().toBytes();
      return performIpcCall(counter, new CallMsg(method, params), UInt256.ZERO);
    }

    @Override
    protected Bytes handleIpcCall(IpcEnvelope envelope, CallMsg call) {
      throw context().revert("a caller is not called");
    }

    @Override
    protected void handleIpcResult(IpcEnvelope original, IpcEnvelope result, ResultMsg msg) {}
  }

  private IpcNetwork net;
  private Deployed<CounterContract> counter;
  private Deployed<Player> player;
  private IpcSpy spy;

  @BeforeEach
  void given(@Subnets({"games", "games/chess"}) IpcNetwork fresh) {
    net = fresh;
    counter = net.at("games/chess").deploy("counter", new CounterContract());
    player = net.root().deploy("player", new Player());
    spy = Spy.on(net);
  }

  private IpcCall<UInt64> play(long by) {
    return player.transact(p -> p.play(counter.address(), by)).orThrow();
  }

  @Test
  void followsACallDownAndItsResultUp() {
    IpcCall<UInt64> call = play(2);
    spy.assertSent(m -> m.from(player).to(counter).calling(INCREMENT)).once();
    spy.assertNotHandled(m -> m);
    net.await(call);
    // Both passed through the gateway of games, which counts for neither.
    spy.assertSent(m -> m).times(2);
    spy.assertHandled(m -> m).times(2);
    assertThat(spy.assertHandled(m -> m.from(player).to(counter)).once().tracingId())
        .isEqualTo(call.tracingId());
    spy.assertHandled(m -> m.from(counter.address()).ofKind(EnvelopeKind.RESULT)).once();
    spy.assertSent(m -> m.from(counter).to(player.address()).ofKind(EnvelopeKind.RESULT)).once();
    spy.assertHandled(spy.assertSent(m -> m.ofKind(EnvelopeKind.CALL)).once()).once();
  }

  @Test
  void followsACallUpAndItsResultDown() {
    var here = net.root().deploy("here", new CounterContract());
    var there = net.at("games/chess").deploy("there", new Player());
    IpcCall<UInt64> call = there.transact(p -> p.play(here.address(), 2)).orThrow();
    spy.assertSent(m -> m.from(there).to(here).calling(INCREMENT)).once();
    net.await(call);
    spy.assertSent(m -> m).times(2);
    spy.assertHandled(m -> m).times(2);
  }

  @Test
  void eachCriterionTellsMessagesApart() {
    play(2);
    spy.assertNotSent(m -> m.from(counter));
    spy.assertNotSent(m -> m.to(player));
    spy.assertNotSent(m -> m.calling("decrement(uint64)"));
    spy.assertNotSent(m -> m.ofKind(EnvelopeKind.RESULT));
    spy.assertNotSent(m -> m.carrying(UInt256.ONE));
    spy.assertNotSent(m -> m.where("odd", message -> message.localNonce().equals(UInt64.ONE)));
    spy.assertSent(
            m -> m.carrying(UInt256.ZERO).where("even", e -> e.localNonce().equals(UInt64.ZERO)))
        .once();
  }

  @Test
  void equalCallsCountEach() {
    Deployed<Caller> caller = net.root().deploy("caller", new Caller());
    IpcEnvelope first = caller.transact(c -> c.call(counter.address())).orThrow();
    IpcEnvelope second = caller.transact(c -> c.call(counter.address())).orThrow();
    assertThat(first.tracingId()).isEqualTo(second.tracingId()); // trap 1
    net.advance(Duration.ofMinutes(5));
    spy.assertSent(first).times(2);
    spy.assertHandled(m -> m.to(counter)).times(2);
    // The caller keeps only one of two equal calls, and does not know the second Result.
    spy.assertHandled(m -> m.from(counter)).once();
    spy.assertFailed(m -> m.from(counter)).once();
  }

  @Test
  void aFailedCallIsNotHandledButItsResultIs() {
    net.faults().handler(counter.address()).failsOnce();
    net.await(play(2));
    spy.assertFailed(m -> m.from(player).to(counter)).once();
    spy.assertNotHandled(m -> m.to(counter));
    spy.assertHandled(m -> m.from(counter).to(player)).once();
  }

  @Test
  void whatAGatewayRefusesFailed() {
    var gone = net.at("games/chess").id().child(EthAddress.ZERO);
    var nobody = IpcAddress.of(gone, counter.ethAddress());
    player.transact(p -> p.play(nobody, 2)).orThrow();
    net.advance(Duration.ofMinutes(5));
    spy.assertFailed(m -> m.to(nobody)).once();
    spy.assertNotHandled(m -> m.to(nobody));
    spy.assertHandled(m -> m.to(player)).once();
  }

  @Test
  void seesNothingOfWhatWasBefore() {
    IpcCall<UInt64> early = play(2);
    IpcSpy late = Spy.on(net);
    late.assertNotSent(m -> m);
    play(3);
    late.assertSent(m -> m).once();
    net.await(early);
    late.assertSent(m -> m.calling(INCREMENT)).once();
    late.assertHandled(m -> m.calling(INCREMENT)).times(2);
  }

  @Test
  void whatAReorganisationLosesWasNotSent() {
    net.advance(Duration.ofSeconds(20));
    play(2);
    net.advance(Duration.ofSeconds(2));
    spy.assertSent(m -> m).once();
    net.reorganise(1);
    spy.assertNotSent(m -> m);
    assertThatThrownBy(() -> spy.assertSent(m -> m.from(player)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("\n  * root #")
        .hasMessageEndingWith(" (taken back)");
    play(2);
    spy.assertSent(m -> m).once();
  }

  @Test
  void whatACrashLosesIsHandledOnceInTheEnd() {
    IpcCall<UInt64> call = play(2);
    net.runUntil(() -> handled(), Duration.ofMinutes(5));
    spy.assertHandled(m -> m.to(counter)).once();
    net.faults().next(IpcHops.node("games/chess"), Fault.crash(Duration.ofSeconds(30)));
    net.runUntil(() -> !handled(), Duration.ofMinutes(5));
    spy.assertNotHandled(m -> m.to(counter));
    spy.assertNotSent(m -> m.from(counter));
    net.await(call);
    spy.assertHandled(m -> m.to(counter)).once();
    spy.assertSent(m -> m.from(counter)).once();
  }

  private boolean handled() {
    return spy.seen().stream()
        .anyMatch(seen -> seen.stands() && seen.what() == Sighting.What.HANDLED);
  }

  @Test
  void aFailedAssertionListsWhatWasSeen() {
    net.faults().handler(counter.address()).failsAlways();
    net.await(play(2));
    assertThatThrownBy(() -> spy.assertHandled(m -> m.from(player).to(counter).calling(INCREMENT)))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(
            "expected handled: a message from root:player to games/chess:counter calling "
                + "increment(uint64)\nbut found none; seen since the spy began (* is meant):\n")
        .hasMessageContaining(
            "\n  * root #1 sent: c1 Call from root:player to games/chess:counter, method 0x")
        .hasMessageContaining("\n  * games/chess #")
        .hasMessageContaining(" failed: c1 Call from root:player to games/chess:counter, method 0x")
        .hasMessageContaining(" handled: r1 Result from games/chess:counter to root:player");
  }
}
