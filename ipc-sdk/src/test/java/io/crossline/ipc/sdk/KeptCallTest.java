// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.store.HeapStore;
import io.crossline.ipc.network.Deployed;
import io.crossline.ipc.network.IpcNetwork;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt64;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls of contracts on a store: the process that takes the Result is not the one that called. */
class KeptCallTest {
  private HeapStore store = new HeapStore();
  private IpcNetwork net = start();
  private Deployed<LedgerContract> ledger = deployLedger();
  private Deployed<Player> player = net.root().deploy("player", new Player());

  private IpcNetwork start() {
    return IpcNetwork.root(314).subnet("games").store(store).start();
  }

  private Deployed<LedgerContract> deployLedger() {
    return net.at("games").deploy("ledger", new LedgerContract());
  }

  /** The process is killed and begins anew. */
  private void restart() {
    store.close();
    store = store.reopen();
    net = start();
    ledger = deployLedger();
    player = net.root().deploy("player", new Player());
  }

  private Bytes32 increment() {
    return player.transact(it -> it.increment(ledger.address(), 2)).orThrow().tracingId();
  }

  private IpcCall<UInt64> call(Bytes32 id) {
    return player.transact(it -> it.call(id, UInt64.class)).orThrow();
  }

  @Test
  void aCallIsFoundAgainByItsTracingId() {
    Bytes32 id = increment();
    restart();
    assertThat(call(id).state()).isInstanceOf(CallState.InFlight.class);
    assertThat(player.transact(IpcExchange::inflight).orThrow())
        .extracting(InflightCall::tracingId)
        .containsExactly(id);
    net.advance(Duration.ofSeconds(20));
    restart();
    assertThat(net.await(call(id)).orThrow()).isEqualTo(UInt64.of(2));
    restart();
    assertThat(call(id).orThrow()).isEqualTo(UInt64.of(2));
    assertThat(player.transact(Player::seen).orThrow()).isEqualTo(UInt64.of(2));
    assertThat(player.transact(IpcExchange::inflight).orThrow()).isEmpty();
  }

  @Test
  void itsFutureCompletesInTheProcessThatTakesTheResult() {
    Bytes32 id = increment();
    restart();
    List<UInt64> ended = new ArrayList<>();
    net.future(call(id)).thenAccept(state -> ended.add(state.orThrow()));
    net.advance(Duration.ofMinutes(10));
    assertThat(ended).containsExactly(UInt64.of(2));
  }
}
