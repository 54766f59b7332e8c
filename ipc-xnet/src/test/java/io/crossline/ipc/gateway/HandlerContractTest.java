// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import static io.crossline.ipc.gateway.GatewayFixture.ACTOR_A;
import static io.crossline.ipc.gateway.GatewayFixture.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.abi.Require;
import io.crossline.core.chain.Chain;
import io.crossline.core.chain.RevertSignal;
import io.crossline.core.handler.HandlerException;
import io.crossline.ipc.CallMsg;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.IpcError;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Codec;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.RevertedException;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Handlers written in Java, called through a gateway. */
class HandlerContractTest {
  private static final EthAddress AT = GatewayFixture.address(0x77);

  private final GatewayFixture root = GatewayFixture.root();

  private Delivery deliver(IpcHandler handler) {
    root.deploy(AT, handler);
    IpcEnvelope call =
        GatewayFixture.call(IpcAddress.of(root.childA(), PERSON), IpcAddress.of(root.here, AT), 3);
    return root.gateway.as(ACTOR_A).execBottomUpMsgBatch(List.of(call)).orThrow().get(0);
  }

  @Test
  void trap3WhatAHandlerReturnsIsCutWithItsAbiHead() {
    byte[] much = new byte[100];
    Arrays.fill(much, (byte) 7);
    Delivery delivery = deliver((envelope, context) -> Bytes.of(much));
    assertThat(delivery.ret().size()).isEqualTo(128);
    assertThat(delivery.ret().getUInt256(32)).isEqualTo(UInt256.of(100));
    assertThat(delivery.ret().slice(64)).isEqualTo(Bytes.of(much).slice(0, 64));
  }

  @Test
  void revertsGiveTheirExactData() {
    Delivery delivery =
        deliver(
            (envelope, context) -> {
              throw context.revert(IpcError.NOT_OWNER.revert());
            });
    assertThat(delivery.fate()).isEqualTo(Delivery.Fate.FAILED);
    assertThat(delivery.ret()).isEqualTo(IpcError.NOT_OWNER.revert().data());
  }

  @Test
  void aRevertedExceptionGivesItsRevert() {
    Delivery delivery =
        deliver(
            (envelope, context) -> {
              throw new RevertedException(IpcError.NOT_OWNER.revert());
            });
    assertThat(delivery.ret()).isEqualTo(IpcError.NOT_OWNER.revert().data());
  }

  @Test
  void anyOtherExceptionIsAnErrorWithItsMessage() {
    Delivery delivery =
        deliver(
            (envelope, context) -> {
              throw new IllegalStateException("paused");
            });
    assertThat(delivery.ret()).isEqualTo(new Require("paused").data());
  }

  @Test
  void anExceptionWithoutMessageIsAnErrorWithItsName() {
    Delivery delivery =
        deliver(
            (envelope, context) -> {
              throw new UnsupportedOperationException();
            });
    assertThat(delivery.ret()).isEqualTo(new Require("UnsupportedOperationException").data());
  }

  @Test
  void whatDoesNotDecodeRevertsAsSolidityDoes() {
    Delivery delivery =
        deliver((envelope, context) -> CallMsg.decode(Bytes.utf8("no call")).method());
    assertThat(delivery.ret()).isEqualTo(Bytes.EMPTY);
  }

  @Test
  void anErrorReachesTheHostAndNothingStays() {
    String before = root.everything();
    assertThatThrownBy(
            () ->
                deliver(
                    (envelope, context) -> {
                      throw new AssertionError("host");
                    }))
        .isInstanceOf(AssertionError.class)
        .hasMessage("host");
    assertThat(root.everything()).isEqualTo(before);
  }

  @Test
  void troubleOfTheEngineIsNotTakenForARevert() {
    root.chain.deploy(
        GatewayFixture.address(0x78),
        (frame, calldata) -> {
          throw new IllegalStateException("disk full");
        });
    assertThatThrownBy(
            () ->
                deliver(
                    (envelope, context) ->
                        context
                            .call(GatewayFixture.address(0x78), UInt256.ZERO, Bytes.EMPTY)
                            .data()))
        .isInstanceOf(EngineFailure.class)
        .hasMessageContaining("disk full");
  }

  @Test
  void whatAFailedHandlerDidIsUndone() {
    Delivery delivery =
        deliver(
            (envelope, context) -> {
              context.storage().slot("n", Codec.UINT64, UInt64.ZERO).set(UInt64.ONE);
              context.send(
                  IpcAddress.of(root.childB(), PERSON),
                  new CallMsg(Bytes.EMPTY, Bytes.EMPTY),
                  UInt256.ONE);
              context.emit(new Log(context.self(), List.of(), Bytes.EMPTY));
              throw new IllegalStateException("after all");
            });
    assertThat(delivery.fate()).isEqualTo(Delivery.Fate.FAILED);
    var childB = root.gateway.view().subnet(root.childB()).orElseThrow();
    assertThat(childB.topDownNonce()).isEqualTo(UInt64.ZERO);
    assertThat(childB.circSupply()).isEqualTo(GatewayFixture.SUPPLY);
    assertThat(root.chain.balance(AT)).isEqualTo(UInt256.ZERO);
  }

  @Test
  void trap21WhatAHandlerSendsGoesBeforeItsAnswer() {
    Delivery delivery =
        deliver(
            (envelope, context) -> {
              context.send(envelope.from(), new CallMsg(Bytes.EMPTY, Bytes.EMPTY), UInt256.ONE);
              return Bytes.EMPTY;
            });
    assertThat(delivery.result().orElseThrow().localNonce()).isEqualTo(UInt64.ONE);
    assertThat(root.chain.balance(AT)).isEqualTo(UInt256.of(2));
  }

  @Test
  void aSendThatIsRefusedCanBeCaughtAndLeavesNothing() {
    Delivery delivery =
        deliver(
            (envelope, context) -> {
              try {
                context.send(context.address(), new CallMsg(Bytes.EMPTY, Bytes.EMPTY), UInt256.ONE);
              } catch (RevertSignal refused) {
                return refused.revert().data();
              }
              return Bytes.EMPTY;
            });
    assertThat(delivery.fate()).isEqualTo(Delivery.Fate.EXECUTED);
    assertThat(delivery.ret().slice(64, 68))
        .isEqualTo(IpcError.INVALID_XNET_MESSAGE.signature().selector());
    assertThat(root.chain.balance(AT)).isEqualTo(UInt256.of(3));
  }

  /** Calls itself until the chain says no, and counts how often it came back. */
  @Test
  void callsNestAsDeepAsTheChainAllows() {
    EthAddress deep = GatewayFixture.address(0x79);
    root.deploy(
        deep,
        new IpcHandler() {
          @Override
          public Bytes handleIpcMessage(IpcEnvelope envelope, IpcContext context) {
            return Bytes.EMPTY;
          }

          @Override
          public Bytes fallback(Bytes calldata, IpcContext context) {
            Bytes inner = context.call(context.self(), UInt256.ZERO, calldata).data();
            UInt256 below = inner.isEmpty() ? UInt256.ZERO : inner.getUInt256(0);
            return below.plus(UInt256.ONE).toBytes32().toBytes();
          }
        });
    Bytes counted = root.chain.transact(PERSON, deep, UInt256.ZERO, Bytes.utf8("down")).orThrow();
    assertThat(counted.getUInt256(0)).isEqualTo(UInt256.of(Chain.MAX_CALL_DEPTH));
  }

  @Test
  void otherCallsAndCoins() {
    root.deploy(AT, (envelope, context) -> Bytes.EMPTY);
    assertThat(root.chain.transact(PERSON, AT, UInt256.ONE, Bytes.EMPTY).isAccepted()).isTrue();
    root.refuses(
        () -> root.chain.transact(PERSON, AT, UInt256.ZERO, Bytes.utf8("what")), Bytes.EMPTY);
  }

  /** State in a field would survive a revert. */
  static final class Forgetful implements IpcHandler {
    private int seen;

    @Override
    public Bytes handleIpcMessage(IpcEnvelope envelope, IpcContext context) {
      seen++;
      return Bytes.of((byte) seen);
    }
  }

  @Test
  void aHandlerWithWritableFieldsIsRefused() {
    assertThatThrownBy(() -> root.deploy(AT, new Forgetful()))
        .isInstanceOf(HandlerException.class)
        .hasMessageContaining("seen");
  }
}
