// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.abi.AbiCoder;
import io.crossline.core.abi.AbiValue;
import io.crossline.core.abi.Signature;
import io.crossline.core.network.StatusNotReachedException;
import io.crossline.ipc.CallMsg;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.network.Deployed;
import io.crossline.ipc.network.IpcNetwork;
import io.crossline.ipc.network.IpcSubnet;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.ResultMsg;
import io.crossline.messaging.RevertedException;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class TypedCallTest {
  private final IpcNetwork net = IpcNetwork.root(314).subnet("games").subnet("games/chess").start();
  private final Deployed<LedgerContract> ledger =
      net.at("games").deploy("ledger", new LedgerContract());
  private final Deployed<Player> player = net.root().deploy("player", new Player());

  private IpcCall<UInt64> increment(long by) {
    return player.transact(p -> p.increment(ledger.address(), by)).orThrow();
  }

  @Test
  void aCallEndsWithTheValue() {
    IpcCall<UInt64> call = increment(2);
    assertThat(call.state()).isEqualTo(new CallState.InFlight<>(net.root().chain().block()));
    assertThat(call.state()).hasToString("in flight since block 1");
    assertThat(call.end()).isEmpty();

    assertThat(net.await(call)).isEqualTo(new CallState.Ok<>(UInt64.of(2))).hasToString("Ok(2)");
    assertThat(call.orThrow()).isEqualTo(UInt64.of(2));
    assertThat(player.transact(Player::seen).orThrow()).isEqualTo(UInt64.of(2));
    assertThat(ledger.transact(LedgerContract::sum).orThrow()).isEqualTo(UInt64.of(2));
  }

  @Test
  void overTheWireGoSelectorAndEncodedArguments() {
    IpcCall<UInt64> call = increment(2);
    CallMsg wire = CallMsg.decode(call.original().message());
    assertThat(wire.method()).isEqualTo(Signature.parse("increment(uint64)").selector());
    assertThat(wire.params()).isEqualTo(UInt256.of(2).toBytes32().toBytes());
    assertThat(call.method()).isEqualTo("increment(uint64)");
    net.await(call);
    assertThat(net.await(call.original()).returned())
        .isEqualTo(UInt256.of(2).toBytes32().toBytes());
  }

  @Test
  void recordsTravelAsTuplesAndTheValueComesAlong() {
    EthAddress alice = EthAddress.of(UInt256.of(0xa11ce));
    net.root().give(player.ethAddress(), UInt256.of(5));
    IpcCall<Ledger.Entry> call =
        player
            .transact(
                p ->
                    p.ledger(ledger.address())
                        .withValue(UInt256.of(5))
                        .call(l -> l.credit(alice, UInt256.of(37))))
            .orThrow();
    assertThat(net.await(call).orThrow()).isEqualTo(new Ledger.Entry(alice, UInt256.of(42)));
  }

  @Test
  void aMethodWithoutValueIsRun() {
    net.await(increment(2));
    IpcCall<Void> call =
        player
            .transact(p -> p.ledger(ledger.address()).onResult("done").run(Ledger::reset))
            .orThrow();
    assertThat(net.await(call)).hasToString("Ok");
    assertThat(player.transact(Player::seen).orThrow()).isEqualTo(UInt64.of(99));
    assertThat(ledger.transact(LedgerContract::sum).orThrow()).isEqualTo(UInt64.ZERO);
  }

  @Test
  void aFailureComesDecodedAndTheCoinsComeBack() {
    net.root().give(player.ethAddress(), UInt256.of(5));
    IpcCall<Boolean> call =
        player
            .transact(
                p ->
                    p.ledger(ledger.address()).withValue(UInt256.of(5)).call(l -> l.fail("paused")))
            .orThrow();
    CallState<Boolean> end = net.await(call);
    assertThat(end).isInstanceOf(CallState.ActorErr.class);
    assertThat(end).hasToString("ActorErr: paused; value 5 came back");
    assertThatThrownBy(end::orThrow)
        .isInstanceOf(IpcCallNotOkException.class)
        .hasMessage("ActorErr: paused; value 5 came back");
    assertThat(net.root().balance(player.ethAddress())).isEqualTo(UInt256.of(5));
  }

  @Test
  void whatAGatewayRefusesComesAsSystemErr() {
    IpcAddress nowhere =
        IpcAddress.of(net.at("games/chess").id().child(EthAddress.ZERO), ledger.ethAddress());
    IpcCall<UInt64> call =
        player.transact(p -> p.ledger(nowhere).call(l -> l.increment(UInt64.ONE))).orThrow();
    CallState<UInt64> end = net.await(call);
    assertThat(end).isInstanceOf(CallState.SystemErr.class);
    assertThat(end.toString()).startsWith("SystemErr: InvalidXnetMessage(DstSubnet)");
  }

  @Test
  void aDroppedCallHasEnded() {
    IpcCall<UInt64> call = increment(2);
    drop(call);
    assertThat(call.state()).isEqualTo(new CallState.Dropped<>());
    assertThat(net.await(call)).hasToString("dropped");
    net.advanceBlocks(100);
    assertThat(call.state()).isEqualTo(new CallState.Dropped<>());
    assertThat(player.transact(Player::seen).orThrow()).isEqualTo(UInt64.ZERO);
  }

  private void drop(IpcCall<?> call) {
    player
        .transact(
            p -> {
              p.dropMessages(List.of(call.tracingId()));
              return true;
            })
        .orThrow();
  }

  @Test
  void twoEqualCallsDownTheTreeAreNotInFlightTogether() {
    IpcCall<UInt64> first = increment(2);
    UInt64 sent = topDownNonce();
    Outcome<IpcCall<UInt64>> second = player.transact(p -> p.increment(ledger.address(), 2));
    assertThatThrownBy(second::orThrow)
        .isInstanceOf(RevertedException.class)
        .hasMessageContaining("an equal call is in flight")
        .hasMessageContaining(first.tracingId().toString());
    assertThat(topDownNonce()).isEqualTo(sent);

    IpcCall<UInt64> other = increment(3);
    assertThat(net.await(first).orThrow()).isEqualTo(UInt64.of(2));
    assertThat(net.await(other).orThrow()).isEqualTo(UInt64.of(5));
    IpcCall<UInt64> again = increment(2);
    assertThat(again.tracingId()).isEqualTo(first.tracingId());
    assertThat(net.await(again).orThrow()).isEqualTo(UInt64.of(7));
    assertThat(first.orThrow()).isEqualTo(UInt64.of(2));
  }

  private UInt64 topDownNonce() {
    IpcSubnet games = net.at("games");
    return net.root().gateway().view().subnet(games.id()).orElseThrow().topDownNonce();
  }

  @Test
  void afterADropAnEqualCallMayGo() {
    IpcCall<UInt64> first = increment(2);
    drop(first);
    IpcCall<UInt64> second = increment(2);
    net.await(second);
    assertThat(first.state()).isEqualTo(new CallState.Dropped<>());
    // The Result of the first is taken for the second's: they cannot be told apart.
    assertThat(second.orThrow()).isEqualTo(UInt64.of(2));
  }

  @Test
  void equalCallsUpTheTreeAreToldApart() {
    var top = net.root().deploy("top", new LedgerContract());
    var below = net.at("games").deploy("below", new Player());
    IpcCall<UInt64> first = below.transact(p -> p.increment(top.address(), 2)).orThrow();
    IpcCall<UInt64> second = below.transact(p -> p.increment(top.address(), 2)).orThrow();
    assertThat(second.tracingId()).isNotEqualTo(first.tracingId());
    assertThat(net.await(first).orThrow()).isEqualTo(UInt64.of(2));
    assertThat(net.await(second).orThrow()).isEqualTo(UInt64.of(4));
  }

  @Test
  void callsInFlightAreListedInTheirOrder() {
    IpcCall<UInt64> first = increment(1);
    net.advanceBlocks(1);
    IpcCall<UInt64> second = increment(2);
    IpcCall<UInt64> third = increment(3);
    List<InflightCall> inflight = player.transact(IpcExchange::inflight).orThrow();
    assertThat(inflight)
        .extracting(InflightCall::tracingId)
        .containsExactly(first.tracingId(), second.tracingId(), third.tracingId());
    assertThat(inflight)
        .extracting(call -> call.since().number())
        .containsExactly(UInt64.of(1), UInt64.of(2), UInt64.of(2));
    drop(first);
    assertThat(player.transact(IpcExchange::inflight).orThrow())
        .extracting(InflightCall::original)
        .containsExactly(second.original(), third.original());
    net.await(third);
    net.await(second);
    assertThat(player.transact(IpcExchange::inflight).orThrow()).isEmpty();
  }

  @Test
  void aHandlerThatFailsLeavesTheCallInFlightAndAwaitSaysSo() {
    IpcCall<UInt64> call =
        player
            .transact(
                p ->
                    p.ledger(ledger.address())
                        .onResult("incremented")
                        .call(l -> l.increment(UInt64.MAX)))
            .orThrow();
    net.await(call);
    // The sum is at its end now, so the next call fails and orThrow in the handler with it.
    IpcCall<UInt64> next = increment(1);
    assertThatThrownBy(() -> net.await(next))
        .isInstanceOf(StatusNotReachedException.class)
        .hasMessageContaining("and never will")
        .hasMessageContaining("the Result was lost");
    assertThat(next.state()).isInstanceOf(CallState.InFlight.class);
    drop(next);
    assertThat(next.state()).isEqualTo(new CallState.Dropped<>());
  }

  /** Answers everything with more than a Result can carry. */
  static final class Talker extends IpcExchange {
    @Override
    protected Bytes handleIpcCall(IpcEnvelope envelope, CallMsg callMsg) {
      byte[] ones = new byte[100];
      Arrays.fill(ones, (byte) 1);
      return Bytes.of(ones);
    }

    @Override
    protected void handleIpcResult(IpcEnvelope original, IpcEnvelope result, ResultMsg resultMsg) {}
  }

  /** What a {@link Talker} is taken for. */
  interface Untrue {
    @IpcMethod
    boolean yes();
  }

  @Test
  void whatIsNoValueOfTheTypeIsSaidToBeUnreadable() {
    var talker = net.at("games").deploy("talker", new Mute());
    IpcCall<Boolean> call =
        player.transact(p -> p.remote(Untrue.class, talker.address()).call(Untrue::yes)).orThrow();
    assertThat(net.await(call)).isInstanceOf(CallState.Unreadable.class);
    assertThatThrownBy(call::orThrow)
        .isInstanceOf(IpcCallNotOkException.class)
        .hasMessageStartingWith("Ok, but unreadable: what came back is no bool: ");
  }

  @Test
  void whatWasCutIsSaidToBe() {
    var talker = net.at("games").deploy("talker", new Talker());
    IpcCall<Boolean> call =
        player.transact(p -> p.remote(Untrue.class, talker.address()).call(Untrue::yes)).orThrow();
    assertThat(net.await(call))
        .hasToString(
            "Ok, but unreadable: what came back is no bool: the receiver returned 100 bytes, of"
                + " which the gateway kept the first 64");
  }

  @Test
  void aHandlerMayPerformItsCallAgain() {
    IpcCall<UInt64> first =
        player
            .transact(
                p ->
                    p.ledger(ledger.address()).onResult("again").call(l -> l.increment(UInt64.ONE)))
            .orThrow();
    assertThat(net.await(first).orThrow()).isEqualTo(UInt64.ONE);
    net.advanceBlocks(200);
    assertThat(player.transact(Player::seen).orThrow()).isEqualTo(UInt64.of(3));
    assertThat(player.transact(IpcExchange::inflight).orThrow()).isEmpty();
    assertThat(first.orThrow()).isEqualTo(UInt64.ONE);
    IpcCall<UInt64> last = player.transact(p -> p.call(first.tracingId(), UInt64.class)).orThrow();
    assertThat(last.orThrow()).isEqualTo(UInt64.of(3));
  }

  @Test
  void foldTellsTheStatesApart() {
    IpcCall<UInt64> call = increment(2);
    assertThat(call.state().<String>fold(new Names())).isEqualTo("in flight");
    assertThat(net.await(call).<String>fold(new Names())).isEqualTo("ok 2");
    IpcCall<UInt64> gone = increment(2);
    drop(gone);
    assertThat(gone.state().<String>fold(new Names())).isEqualTo("dropped");
    IpcCall<Boolean> failed =
        player.transact(p -> p.ledger(ledger.address()).call(l -> l.fail("paused"))).orThrow();
    assertThat(net.await(failed).<String>fold(new Names())).isEqualTo("actor paused");
    IpcAddress nowhere =
        IpcAddress.of(net.at("games").id().child(EthAddress.ZERO), EthAddress.ZERO);
    IpcCall<Boolean> lost =
        player.transact(p -> p.ledger(nowhere).call(l -> l.fail("paused"))).orThrow();
    assertThat(net.await(lost).<String>fold(new Names()))
        .isEqualTo("system InvalidXnetMessage(DstSubnet)");
    var mute = net.at("games").deploy("mute", new Mute());
    IpcCall<Boolean> unreadable =
        player.transact(p -> p.remote(Untrue.class, mute.address()).call(Untrue::yes)).orThrow();
    assertThat(net.await(unreadable).<String>fold(new Names())).isEqualTo("unreadable 32");
  }

  private static final class Names implements CallState.Cases<Object, String> {
    @Override
    public String inFlight(CallState.InFlight<?> state) {
      return "in flight";
    }

    @Override
    public String ok(Object value) {
      return "ok " + value;
    }

    @Override
    public String unreadable(CallState.Unreadable<?> state) {
      return "unreadable " + state.returned().length().orElseThrow();
    }

    @Override
    public String actorErr(CallState.ActorErr<?> state) {
      return "actor " + state.explanation().description();
    }

    @Override
    public String systemErr(CallState.SystemErr<?> state) {
      return "system " + state.explanation().description();
    }

    @Override
    public String dropped() {
      return "dropped";
    }
  }

  /** Answers with words that are no truth value. */
  static final class Mute extends IpcExchange {
    @Override
    protected Bytes handleIpcCall(IpcEnvelope envelope, CallMsg callMsg) {
      return UInt256.MAX.toBytes32().toBytes();
    }

    @Override
    protected void handleIpcResult(IpcEnvelope original, IpcEnvelope result, ResultMsg resultMsg) {}
  }

  @Test
  void aRawReturnThatWasCutSaysSo() {
    var talker = net.at("games").deploy("talker", new Talker());
    CallMsg anything = new CallMsg(Bytes.EMPTY, Bytes.EMPTY);
    IpcEnvelope call =
        player.transact(p -> p.performIpcCall(talker.address(), anything, UInt256.ZERO)).orThrow();
    assertThat(net.await(call).description())
        .endsWith("the first 64 of 100 bytes; the gateway cut off the rest");
  }

  @Test
  void aRawCallBesideATypedOneDoesAsUpstream() {
    IpcCall<UInt64> typed = increment(2);
    CallMsg same =
        new CallMsg(
            Signature.parse("increment(uint64)").selector(),
            AbiCoder.encode(
                Signature.parse("increment(uint64)").parameters(),
                AbiValue.tuple(AbiValue.number(2))));
    IpcEnvelope raw =
        player.transact(p -> p.performIpcCall(ledger.address(), same, UInt256.ZERO)).orThrow();
    assertThat(raw.tracingId()).isEqualTo(typed.tracingId());
    assertThat(net.await(typed).orThrow()).isEqualTo(UInt64.of(2));
    net.advanceBlocks(100);
    assertThat(typed.orThrow()).isEqualTo(UInt64.of(2));
    assertThat(player.transact(IpcExchange::inflight).orThrow()).isEmpty();
  }

  @Test
  void aCallIsFoundByItsTracingId() {
    Bytes32 id = increment(2).tracingId();
    IpcCall<UInt64> found = player.transact(p -> p.call(id, UInt64.class)).orThrow();
    assertThat(net.await(found).orThrow()).isEqualTo(UInt64.of(2));
    assertThatThrownBy(() -> player.transact(p -> p.call(id, Boolean.class)).orThrow())
        .hasMessageContaining("increment(uint64) returns uint64, which is not Boolean");
    assertThatThrownBy(() -> player.transact(p -> p.call(Bytes32.ZERO, Boolean.class)).orThrow())
        .hasMessageContaining("has performed no typed call with tracing id " + Bytes32.ZERO);
  }

  @Test
  void aCallIsForgottenOnlyAfterItsEnd() {
    IpcCall<UInt64> call = increment(2);
    assertThatThrownBy(() -> forget(call)).hasMessageContaining("is in flight");
    net.await(call);
    var other = net.root().deploy("other", new Player());
    IpcCall<UInt64> its = other.transact(p -> p.increment(ledger.address(), 3)).orThrow();
    net.await(its);
    assertThatThrownBy(() -> forget(its)).hasMessageContaining("is a call of another contract");
    forget(call);
    assertThatThrownBy(call::state)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the contract has forgotten it");
    assertThatThrownBy(() -> player.transact(p -> p.call(call.tracingId(), UInt64.class)).orThrow())
        .hasMessageContaining("or has forgotten it");
  }

  private void forget(IpcCall<?> call) {
    player
        .transact(
            p -> {
              p.forgets(call);
              return true;
            })
        .orThrow();
  }

  @Test
  void ofAnUndoneTransactionNoCallIsKept() {
    List<IpcCall<UInt64>> escaped = new ArrayList<>();
    assertThatThrownBy(
            () ->
                player
                    .transact(
                        p -> {
                          escaped.add(p.increment(ledger.address(), 2));
                          throw new IllegalStateException("after all not");
                        })
                    .orThrow())
        .hasMessage("after all not");
    increment(3);
    assertThatThrownBy(escaped.get(0)::state)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the transaction that performed it was undone");
    assertThat(player.transact(IpcExchange::inflight).orThrow()).hasSize(1);
  }

  @Test
  void theLambdaIsOneCall() {
    Remote<Ledger> remote = player.transact(p -> p.ledger(ledger.address())).orThrow();
    for (var wrong :
        List.<Supplier<?>>of(
            () -> remote.call(l -> UInt64.ONE),
            () -> remote.call(l -> l.fail("x") ? UInt64.ONE : UInt64.ZERO),
            () -> remote.run(l -> {}),
            () ->
                remote.run(
                    l -> {
                      l.reset();
                      l.reset();
                    }))) {
      assertThatThrownBy(() -> player.transact(p -> wrong.get()).orThrow())
          .hasMessageContaining("must call one method of Ledger");
    }
    assertThatThrownBy(() -> player.transact(p -> remote.call(l -> l.twice(UInt64.ONE))).orThrow())
        .hasMessageContaining("Ledger.twice is no @IpcMethod");
    assertThatThrownBy(() -> player.transact(p -> remote.run(l -> l.fail("x"))).orThrow())
        .hasMessageContaining("use call instead of run");
    assertThatThrownBy(() -> player.transact(p -> remote.call(l -> l.increment(null))).orThrow())
        .hasMessageContaining("found null for a uint64");
  }

  @Test
  void theResultHandlerMustFit() {
    Remote<Ledger> remote = player.transact(p -> p.ledger(ledger.address())).orThrow();
    assertThatThrownBy(
            () -> player.transact(p -> remote.onResult("gone").run(Ledger::reset)).orThrow())
        .hasMessageContaining(
            "Player has no @ResultHandler \"gone\"; there is [again, done, failing, forgetting, incremented]");
    assertThatThrownBy(
            () -> player.transact(p -> remote.onResult("incremented").run(Ledger::reset)).orThrow())
        .hasMessageContaining(
            "Player.incremented takes uint64, but the called method returns nothing");
    assertThat(player.transact(IpcExchange::inflight).orThrow()).isEmpty();
  }
}
