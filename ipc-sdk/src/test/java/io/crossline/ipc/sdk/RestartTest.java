// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.ipc.gateway.HandlerContract;
import io.crossline.ipc.network.IpcNetwork;
import io.crossline.ipc.network.IpcSubnet;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A contract object is made anew over the storage of the old one, as after a restart. */
class RestartTest {
  private static final EthAddress AT = EthAddress.of(UInt256.of(0x77));

  private final IpcNetwork net = IpcNetwork.root(314).subnet("games").start();
  private final AtomicReference<HandlerContract<Player>> code = new AtomicReference<>();

  private <T> T ask(Function<Player, T> body) {
    return net.root()
        .execute(
            IpcSubnet.USER,
            AT,
            UInt256.ZERO,
            code.get().operation((player, context) -> body.apply(player)))
        .orThrow();
  }

  private void start() {
    code.set(new HandlerContract<>(new Player(), net.root().id(), net.root().gateway().address()));
  }

  @Test
  void aHandleIsFoundAgainAndTheResultFindsItsHandler() {
    var ledger = net.at("games").deploy("ledger", new LedgerContract());
    start();
    net.root().deployContract("player", AT, (frame, data) -> code.get().call(frame, data));
    Bytes32 id = ask(player -> player.increment(ledger.address(), 2)).tracingId();

    start();
    IpcCall<UInt64> found = ask(player -> player.call(id, UInt64.class));
    assertThat(found.state()).isInstanceOf(CallState.InFlight.class);
    assertThat(ask(IpcExchange::inflight)).extracting(InflightCall::tracingId).containsExactly(id);
    assertThat(net.await(found).orThrow()).isEqualTo(UInt64.of(2));
    assertThat(ask(Player::seen)).isEqualTo(UInt64.of(2));

    start();
    assertThat(ask(player -> player.call(id, UInt64.class)).orThrow()).isEqualTo(UInt64.of(2));
  }
}
