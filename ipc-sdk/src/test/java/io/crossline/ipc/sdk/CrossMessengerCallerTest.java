// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.abi.AbiCoder;
import io.crossline.core.abi.AbiType;
import io.crossline.core.abi.AbiValue;
import io.crossline.core.abi.Signature;
import io.crossline.ipc.CallMsg;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.network.IpcNetwork;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.ResultMsg;
import io.crossline.messaging.Slot;
import io.crossline.messaging.UInt256;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Upstream's example contract in Java: counts the calls and the Results that reach it, and sends a
 * call of the method 0x00000000 without parameters. Upstream's sends past {@code performIpcCall},
 * so no Result of it is recognized; this one takes that way too, and the one that its base class
 * offers.
 */
class CrossMessengerCallerTest {
  static final class CrossMessengerCaller extends IpcExchange {
    private static final Signature CALL_RECEIVED = Signature.parse("CallReceived(bytes)");
    private static final Signature RESULT_RECEIVED = Signature.parse("ResultReceived(bytes32)");

    private final Slot<UInt256> callsReceived = slot("callsReceived", UInt256.ZERO);
    private final Slot<UInt256> resultsReceived = slot("resultsReceived", UInt256.ZERO);

    @Override
    protected Bytes handleIpcCall(IpcEnvelope envelope, CallMsg callMsg) {
      emit(
          CALL_RECEIVED,
          AbiCoder.encode(
              AbiType.parameters("(bytes)"), AbiValue.tuple(AbiValue.bytes(callMsg.method()))));
      callsReceived.update(n -> n.plus(UInt256.ONE));
      return Bytes.EMPTY;
    }

    @Override
    protected void handleIpcResult(IpcEnvelope original, IpcEnvelope result, ResultMsg resultMsg) {
      resultsReceived.update(n -> n.plus(UInt256.ONE));
      emit(RESULT_RECEIVED, original.tracingId().toBytes());
    }

    private void emit(Signature event, Bytes data) {
      context().emit(new Log(context().self(), List.of(event.topic()), data));
    }

    IpcEnvelope invokeSendMessage(SubnetId target, EthAddress recipient, UInt256 value) {
      return performIpcCall(IpcAddress.of(target, recipient), send(), value);
    }

    IpcEnvelope invokeCrossMessage(SubnetId target, EthAddress recipient, UInt256 value) {
      return context().send(IpcAddress.of(target, recipient), send(), value);
    }

    private static CallMsg send() {
      return new CallMsg(Bytes.parse("0x00000000"), Bytes.EMPTY);
    }
  }

  @Test
  void callsReachItAndResultsComeBack() {
    try (var net = IpcNetwork.root(314).subnet("games").start()) {
      var above = net.root().deploy("above", new CrossMessengerCaller());
      var below = net.at("games").deploy("below", new CrossMessengerCaller());
      SubnetId games = net.at("games").id();

      var sent =
          above
              .transact(c -> c.invokeSendMessage(games, below.ethAddress(), UInt256.ZERO))
              .orThrow();
      assertThat(net.await(sent).isOk()).isTrue();
      assertThat(below.transact(c -> c.callsReceived.get()).orThrow()).isEqualTo(UInt256.ONE);
      assertThat(above.transact(c -> c.resultsReceived.get()).orThrow()).isEqualTo(UInt256.ONE);

      var past =
          above
              .transact(c -> c.invokeCrossMessage(games, below.ethAddress(), UInt256.ZERO))
              .orThrow();
      net.await(past);
      assertThat(below.transact(c -> c.callsReceived.get()).orThrow()).isEqualTo(UInt256.of(2));
      assertThat(above.transact(c -> c.resultsReceived.get()).orThrow()).isEqualTo(UInt256.ONE);
    }
  }
}
