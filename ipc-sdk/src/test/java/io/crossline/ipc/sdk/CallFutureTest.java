// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.network.StatusNotReachedException;
import io.crossline.ipc.network.Deployed;
import io.crossline.ipc.network.IpcNetwork;
import io.crossline.messaging.RevertedException;
import io.crossline.messaging.UInt64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CallFutureTest {
  private final IpcNetwork net = IpcNetwork.root(314).subnet("games").start();
  private final Deployed<LedgerContract> ledger =
      net.at("games").deploy("ledger", new LedgerContract());
  private final Deployed<Player> player = net.root().deploy("player", new Player());
  private final IpcCall<UInt64> call =
      player.transact(p -> p.increment(ledger.address(), 2)).orThrow();

  @Test
  void toWaitOnTheThreadOfTheNetworkFailsWithAdvice() {
    CompletableFuture<CallState<UInt64>> future = net.future(call);
    List<ThrowingCallable> waits =
        List.of(
            future::join,
            future::get,
            () -> future.get(1, TimeUnit.DAYS),
            () -> future.thenApply(CallState::orThrow).join());
    for (ThrowingCallable wait : waits) {
      assertThatThrownBy(wait)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("only the network moves time")
          .hasMessageContaining("Use IpcNetwork.await(call)");
    }
    assertThat(future).isNotDone();
    net.await(call);
    assertThat(future.join().orThrow()).isEqualTo(UInt64.of(2));
  }

  @Test
  void anotherThreadMayWait() throws Exception {
    CompletableFuture<CallState<UInt64>> future = net.future(call);
    CompletableFuture<UInt64> seen = new CompletableFuture<>();
    Thread waiter = new Thread(() -> seen.complete(future.join().orThrow()));
    waiter.start();
    net.advanceBlocks(100);
    waiter.join();
    assertThat(seen).isCompletedWithValue(UInt64.of(2));
  }

  @Test
  void aDropCompletesIt() {
    CompletableFuture<CallState<UInt64>> future = net.future(call);
    player
        .transact(
            p -> {
              p.dropMessages(List.of(call.tracingId()));
              return true;
            })
        .orThrow();
    assertThat(future.join()).isEqualTo(new CallState.Dropped<>());
  }

  @Test
  void whatHangsOnItRunsAsTimeMoves() {
    CompletableFuture<IpcCall<UInt64>> next =
        net.future(call)
            .thenApply(end -> player.transact(p -> p.increment(ledger.address(), 3)).orThrow());
    net.runUntil(next::isDone, IpcNetwork.AWAIT_LIMIT);
    assertThat(net.await(next.join()).orThrow()).isEqualTo(UInt64.of(5));
  }

  @Test
  void aContractCannotWait() {
    assertThatThrownBy(() -> player.transact(p -> net.await(call)).orThrow())
        .isInstanceOf(RevertedException.class)
        .hasMessageContaining("only the network moves time, and not while a contract runs");
    assertThat(net.time()).isZero();
    assertThat(net.await(call).orThrow()).isEqualTo(UInt64.of(2));
  }

  @Test
  void aResultThatIsLostFailsIt() {
    IpcCall<Boolean> failing =
        player
            .transact(
                p ->
                    p.ledger(ledger.address())
                        .onResult("failing")
                        .call(l -> l.fail("not for long")))
            .orThrow();
    CompletableFuture<CallState<Boolean>> future = net.future(failing);
    net.advanceBlocks(100);
    assertThatThrownBy(future::join).hasCauseInstanceOf(StatusNotReachedException.class);
    assertThatThrownBy(() -> net.future(failing).join())
        .hasCauseInstanceOf(StatusNotReachedException.class);
  }

  @Test
  void whatStillWaitsFailsWithTheNetwork() {
    CompletableFuture<CallState<UInt64>> future = net.future(call);
    net.close();
    assertThatThrownBy(future::join).hasMessageContaining("the network was closed");
  }

  @Test
  void aCallThatIsForgottenFailsItAndTheNetworkGoesOn() {
    IpcCall<UInt64> forgotten =
        player
            .transact(
                p ->
                    p.ledger(ledger.address())
                        .onResult("forgetting")
                        .call(l -> l.increment(UInt64.of(5))))
            .orThrow();
    CompletableFuture<CallState<UInt64>> future = net.future(forgotten);
    net.advanceBlocks(100);
    assertThatThrownBy(future::join).hasMessageContaining("the contract has forgotten it");
    assertThat(player.transact(Player::seen).orThrow()).isEqualTo(UInt64.of(7));
  }
}
