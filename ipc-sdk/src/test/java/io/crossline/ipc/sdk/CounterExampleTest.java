// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.ipc.CallMsg;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.network.IpcNetwork;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.ResultMsg;
import io.crossline.messaging.Slot;
import io.crossline.messaging.UInt256;
import org.junit.jupiter.api.Test;

class CounterExampleTest {
  static final class Counter extends IpcExchange {
    private final Slot<UInt256> count =
        slot("count", UInt256.ZERO); // rolled back when a call reverts

    @Override
    protected Bytes handleIpcCall(IpcEnvelope envelope, CallMsg call) {
      UInt256 by = call.params().getUInt256(0);
      return count.update(n -> n.plus(by)).toBytes32().toBytes();
    }

    @Override
    protected void handleIpcResult(IpcEnvelope original, IpcEnvelope result, ResultMsg msg) {}
  }

  static final class Player extends IpcExchange {
    private final Slot<UInt256> seen = slot("seen", UInt256.ZERO);

    IpcEnvelope play(IpcAddress counter, long by) {
      Bytes params = UInt256.of(by).toBytes32().toBytes();
      return performIpcCall(counter, new CallMsg(Bytes.utf8("incr"), params), UInt256.ZERO);
    }

    @Override
    protected Bytes handleIpcCall(IpcEnvelope envelope, CallMsg call) {
      throw context().revert("a player is not called");
    }

    @Override
    protected void handleIpcResult(IpcEnvelope original, IpcEnvelope result, ResultMsg msg) {
      seen.set(msg.ret().getUInt256(64));
    }
  }

  @Test
  void countsInAChildAndReadsTheResultAtTheRoot() {
    try (var net = IpcNetwork.root(314).subnet("games").subnet("games/chess").start()) {
      var counter = net.at("games/chess").deploy("counter", new Counter());
      var player = net.root().deploy("player", new Player());
      var call = player.transact(p -> p.play(counter.address(), 2)).orThrow();
      var answer = net.await(call);
      assertThat(answer.asUInt256()).isEqualTo(UInt256.of(2));
      assertThat(player.transact(p -> p.seen.get()).orThrow()).isEqualTo(UInt256.of(2));
    }
  }
}
