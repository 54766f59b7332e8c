// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import static io.crossline.ipc.gateway.GatewayFixture.ACTOR_A;
import static io.crossline.ipc.gateway.GatewayFixture.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.abi.RawRevert;
import io.crossline.core.abi.Require;
import io.crossline.ipc.CallMsg;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Codec;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a handler sees and can do while it runs. */
class HandlerContextTest {
  private static final EthAddress AT = GatewayFixture.address(0x77);

  private final GatewayFixture root = GatewayFixture.root();

  /** A handler that notes its context on plain coins, and answers any other call. */
  private static final class Noting implements IpcHandler {
    private final List<Object> notes;

    Noting(List<Object> notes) {
      this.notes = notes;
    }

    @Override
    public Bytes handleIpcMessage(IpcEnvelope envelope, IpcContext context) {
      return Bytes.utf8("handled");
    }

    @Override
    public void receive(IpcContext context) {
      notes.addAll(
          List.of(
              context.self(),
              context.caller(),
              context.value(),
              context.block(),
              context.subnet(),
              context.gateway(),
              context.balance(context.self())));
    }
  }

  private Outcome<List<Delivery>> deliver(IpcHandler handler, int nonce) {
    if (nonce == 0) {
      root.deploy(AT, handler);
    }
    IpcEnvelope call =
        GatewayFixture.call(IpcAddress.of(root.childA(), PERSON), IpcAddress.of(root.here, AT), 3)
            .withNonces(UInt64.of(nonce), UInt64.ZERO);
    return root.gateway.as(ACTOR_A).execBottomUpMsgBatch(List.of(call));
  }

  private Bytes answer(IpcHandler handler) {
    return deliver(handler, 0).orThrow().get(0).ret();
  }

  @Test
  void plainCoinsReachReceiveWithTheWholeContext() {
    List<Object> notes = new ArrayList<>();
    HandlerContract<Noting> contract = root.deploy(AT, new Noting(notes));
    UInt256 two = UInt256.of(2);
    assertThat(root.chain.transact(PERSON, AT, two, Bytes.EMPTY).orThrow()).isEqualTo(Bytes.EMPTY);
    assertThat(notes)
        .containsExactly(
            AT, PERSON, two, root.chain.block(), root.here, root.gateway.address(), two);
    assertThat(contract.handler().notes).isSameAs(notes);
  }

  @Test
  void handleIsHandleIpcMessage() {
    Noting handler = new Noting(new ArrayList<>());
    List<Bytes> answers = new ArrayList<>();
    root.deploy(
        GatewayFixture.address(0x78),
        (envelope, context) -> {
          answers.add(handler.handle(envelope, context));
          return Bytes.EMPTY;
        });
    IpcEnvelope call =
        GatewayFixture.call(
            IpcAddress.of(root.childA(), PERSON),
            IpcAddress.of(root.here, GatewayFixture.address(0x78)),
            0);
    root.gateway.as(ACTOR_A).execBottomUpMsgBatch(List.of(call)).orThrow();
    assertThat(answers).containsExactly(Bytes.utf8("handled"));
  }

  @Test
  void callsThatAHandlerDoesNotKnowRevertWithoutData() {
    root.deploy(AT, new Noting(new ArrayList<>()));
    Bytes unknown = Bytes.parse("0xdeadbeef");
    assertThat(GatewayFixture.revert(root.chain.transact(PERSON, AT, UInt256.ZERO, unknown)))
        .isEqualTo(RawRevert.EMPTY.data());
  }

  @Test
  void storageStaysAndLogsAreEmitted() {
    IpcHandler counter =
        (envelope, context) -> {
          var slot = context.storage().slot("n", Codec.UINT64, UInt64.ZERO);
          slot.set(UInt64.of(slot.get().longValueExact() + 1));
          context.emit(new Log(context.self(), List.of(), Bytes.of((byte) slot.get().bits())));
          return Bytes.EMPTY;
        };
    assertThat(deliver(counter, 0).logs()).contains(new Log(AT, List.of(), Bytes.of((byte) 1)));
    assertThat(deliver(counter, 1).logs()).contains(new Log(AT, List.of(), Bytes.of((byte) 2)));
  }

  @Test
  void sendGivesTheMessageAsItWasCommitted() {
    List<IpcEnvelope> sent = new ArrayList<>();
    IpcAddress to = IpcAddress.of(root.childB(), PERSON);
    CallMsg call = new CallMsg(Bytes.utf8("hi"), Bytes.EMPTY);
    answer(
        (envelope, context) -> {
          sent.add(context.send(to, call, UInt256.ONE));
          sent.add(context.send(to, call, UInt256.ONE));
          return Bytes.EMPTY;
        });
    IpcEnvelope first =
        IpcEnvelope.createCallMsg(IpcAddress.of(root.here, AT), to, UInt256.ONE, call);
    assertThat(sent).containsExactly(first, first.withNonces(UInt64.ONE, UInt64.ZERO));
  }

  @Test
  void accountsOfItsOwnNetworkAreCalledByEitherAddress() {
    EthAddress echo = GatewayFixture.address(0x79);
    root.chain.deploy(echo, (frame, calldata) -> calldata);
    Bytes answer =
        answer(
            (envelope, context) ->
                context
                    .call(IpcAddress.of(context.subnet(), echo), UInt256.ZERO, Bytes.utf8("echo"))
                    .data());
    assertThat(answer.slice(64, 68)).isEqualTo(Bytes.utf8("echo"));
  }

  @Test
  void accountsOfOtherNetworksAreNotCalled() {
    Bytes answer =
        answer(
            (envelope, context) ->
                context
                    .call(IpcAddress.of(root.childA(), PERSON), UInt256.ZERO, Bytes.EMPTY)
                    .data());
    assertThat(answer.truncate(4)).isEqualTo(new Require("").data().truncate(4));
    assertThat(answer.size()).isEqualTo(128);
  }

  @Test
  void revertWithAReasonIsTheErrorOfSolidity() {
    Bytes answer =
        answer(
            (envelope, context) -> {
              throw context.revert("no");
            });
    assertThat(answer).isEqualTo(new Require("no").data());
  }
}
