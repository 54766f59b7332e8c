// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import static io.crossline.ipc.gateway.GatewayFixture.ACTOR_A;
import static io.crossline.ipc.gateway.GatewayFixture.PERSON;
import static io.crossline.ipc.gateway.GatewayFixture.ROOT;
import static io.crossline.ipc.gateway.GatewayFixture.SENDER;
import static io.crossline.ipc.gateway.GatewayFixture.events;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.abi.Panic;
import io.crossline.ipc.EnvelopeKind;
import io.crossline.ipc.FvmAddress;
import io.crossline.ipc.InvalidXnetMessageReason;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.IpcError;
import io.crossline.ipc.IpcRequire;
import io.crossline.ipc.ResultMsgAbi;
import io.crossline.ipc.event.GatewayEvent.NewTopDownMessage;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.OutcomeType;
import io.crossline.messaging.ResultMsg;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What gateways do with messages that arrive, from below and from above. */
class ApplyMessagesTest {
  private final GatewayFixture root = GatewayFixture.root();
  private final GatewayFixture child = GatewayFixture.child();

  private Outcome<List<Delivery>> fromA(IpcEnvelope... messages) {
    return root.gateway.as(ACTOR_A).execBottomUpMsgBatch(List.of(messages));
  }

  private Outcome<List<Delivery>> fromParent(IpcEnvelope... messages) {
    return child.system().applyCrossMessages(List.of(messages));
  }

  private static ResultMsg result(Delivery delivery) {
    return ResultMsgAbi.decode(delivery.result().orElseThrow().message());
  }

  @Test
  void aCallFromBelowIsExecutedPaidAndAnswered() {
    IpcEnvelope call = root.callFrom(root.childA(), 30, 0);
    Outcome<List<Delivery>> outcome = fromA(call);

    Delivery delivery = outcome.orThrow().get(0);
    assertThat(delivery.fate()).isEqualTo(Delivery.Fate.EXECUTED);
    assertThat(root.received).containsExactly(call);
    assertThat(root.chain.balance(GatewayFixture.RECEIVER)).isEqualTo(UInt256.of(30));
    ResultMsg answer = result(delivery);
    assertThat(answer.id()).isEqualTo(call.tracingId());
    assertThat(answer.outcome()).isEqualTo(OutcomeType.OK);
    assertThat(answer.ret().slice(64, 70)).isEqualTo(Bytes.utf8("thanks"));
    IpcEnvelope sent = delivery.result().orElseThrow();
    assertThat(sent.value()).isEqualTo(UInt256.ZERO);
    assertThat(sent.from()).isEqualTo(call.to());
    assertThat(sent.to()).isEqualTo(call.from());
    assertThat(events(outcome))
        .containsExactly(new NewTopDownMessage(ACTOR_A, sent, sent.tracingId()));
    assertThat(root.gateway.view().subnet(root.childA()).orElseThrow().circSupply())
        .isEqualTo(UInt256.of(970));
  }

  @Test
  void trap7AWrongNonceIsAnsweredAndLaterMessagesRun() {
    List<Delivery> deliveries =
        fromA(root.callFrom(root.childA(), 0, 1), root.callFrom(root.childA(), 0, 0)).orThrow();

    assertThat(deliveries)
        .extracting(Delivery::fate)
        .containsExactly(Delivery.Fate.REFUSED, Delivery.Fate.EXECUTED);
    assertThat(result(deliveries.get(0)).outcome()).isEqualTo(OutcomeType.SYSTEM_ERR);
    assertThat(result(deliveries.get(0)).ret())
        .isEqualTo(IpcError.invalidXnetMessage(InvalidXnetMessageReason.NONCE).data());
    assertThat(root.gateway.view().subnet(root.childA()).orElseThrow().appliedBottomUpNonce())
        .isEqualTo(UInt64.ONE);
  }

  @Test
  void onlyAChildsActorMayBringABatch() {
    IpcEnvelope call = root.callFrom(root.childA(), 0, 0);
    root.refuses(
        () -> root.gateway.as(PERSON).execBottomUpMsgBatch(List.of(call)),
        IpcError.SUBNET_NOT_FOUND);
    root.refuses(
        () -> root.gateway.as(EthAddress.ZERO).execBottomUpMsgBatch(List.of(call)),
        IpcError.INVALID_ACTOR_ADDRESS);
  }

  @Test
  void aBatchMayNotCarryMoreThanCirculates() {
    assertThat(fromA(root.callFrom(root.childA(), 1_000, 0)).isAccepted()).isTrue();
    GatewayFixture other = GatewayFixture.root();
    IpcEnvelope one = other.callFrom(other.childA(), 1_000, 0);
    IpcEnvelope more = other.callFrom(other.childA(), 1, 1);
    other.refuses(
        () -> other.gateway.as(ACTOR_A).execBottomUpMsgBatch(List.of(one, more)),
        IpcError.NOT_ENOUGH_SUBNET_CIRC_SUPPLY);
  }

  @Test
  void aSumBeyondTheNumberRangePanics() {
    IpcEnvelope most =
        GatewayFixture.call(
            IpcAddress.of(root.childA(), SENDER),
            IpcAddress.of(root.here, GatewayFixture.RECEIVER),
            0);
    IpcEnvelope all =
        new IpcEnvelope(
            most.kind(),
            most.localNonce(),
            most.originalNonce(),
            UInt256.MAX,
            most.to(),
            most.from(),
            most.message());
    root.refuses(() -> fromA(all, root.callFrom(root.childA(), 1, 1)), Panic.ARITHMETIC.data());
  }

  @Test
  void trap20AFailedMessageBringsItsValueBack() {
    IpcAddress nobody = IpcAddress.of(root.here, GatewayFixture.address(0x404));
    IpcEnvelope call = GatewayFixture.call(IpcAddress.of(root.childA(), SENDER), nobody, 30);
    Delivery delivery = fromA(call).orThrow().get(0);

    assertThat(delivery.fate()).isEqualTo(Delivery.Fate.FAILED);
    assertThat(result(delivery).ret()).isEqualTo(IpcError.INVALID_SUBNET_ACTOR.revert().data());
    assertThat(delivery.result().orElseThrow().value()).isEqualTo(UInt256.of(30));
    assertThat(root.gateway.view().subnet(root.childA()).orElseThrow().circSupply())
        .isEqualTo(GatewayFixture.SUPPLY);
  }

  @Test
  void trap5AResultIsNeverAnswered() {
    IpcEnvelope result =
        IpcEnvelope.createResultMsg(root.callTo(root.childA(), 0), OutcomeType.OK, Bytes.EMPTY);
    Delivery taken = fromA(result).orThrow().get(0);
    assertThat(taken.fate()).isEqualTo(Delivery.Fate.EXECUTED);
    assertThat(taken.result()).isEmpty();
  }

  @Test
  void trap15AnEmptyMessageUsesANonceAndGetsNoAnswer() {
    IpcEnvelope empty =
        GatewayFixture.with(root.callFrom(root.childA(), 0, 0), EnvelopeKind.CALL, Bytes.EMPTY);
    Outcome<List<Delivery>> outcome = fromA(empty);

    assertThat(outcome.orThrow().get(0).result()).isEmpty();
    assertThat(outcome.orThrow().get(0).ret())
        .isEqualTo(IpcError.CANNOT_EXECUTE_EMPTY_ENVELOPE.revert().data());
    assertThat(root.gateway.view().subnet(root.childA()).orElseThrow().appliedBottomUpNonce())
        .isEqualTo(UInt64.ONE);
  }

  @Test
  void trap9TheSenderIsTakenAsItStands() {
    IpcEnvelope forged = root.callFrom(root.childB(), 5, 0);
    Delivery delivery = fromA(forged).orThrow().get(0);
    assertThat(delivery.fate()).isEqualTo(Delivery.Fate.EXECUTED);
    assertThat(delivery.result().orElseThrow().to().subnetId()).isEqualTo(root.childB());
  }

  @Test
  void theParentsMessagesAreForTheSystemActorAlone() {
    IpcEnvelope call = child.callFrom(ROOT, 0, 0);
    child.refuses(
        () -> child.gateway.as(PERSON).applyCrossMessages(List.of(call)),
        IpcError.NOT_SYSTEM_ACTOR);
    root.refuses(() -> root.system().applyCrossMessages(List.of()), IpcError.NO_PARENT_FOR_SUBNET);
    assertThat(fromParent(call).orThrow().get(0).fate()).isEqualTo(Delivery.Fate.EXECUTED);
    assertThat(child.gateway.view().appliedTopDownNonce()).isEqualTo(UInt64.ONE);
  }

  @Test
  void aBottomUpMessageMustNotComeFromAbove() {
    IpcEnvelope upwards =
        GatewayFixture.call(
            IpcAddress.of(child.childA(), SENDER),
            IpcAddress.of(child.here, GatewayFixture.RECEIVER),
            0);
    child.refuses(() -> fromParent(upwards), IpcRequire.EXPECTING_TOP_DOWN_MESSAGES_ONLY.data());
  }

  @Test
  void trap6AnAnswerThatCannotBeRoutedUndoesTheWholeBatch() {
    IpcEnvelope fine = child.callFrom(ROOT, 0, 0);
    IpcEnvelope nowhere = GatewayFixture.call(IpcAddress.of(ROOT, SENDER), IpcAddress.EMPTY, 0);
    child.refuses(() -> fromParent(fine, nowhere), IpcError.NO_ADDRESS_FOR_ROOT);
  }

  @Test
  void trap8AMessageGoingDownInABatchFromBelowUsesTheGatewaysOwnNonce() {
    IpcEnvelope down =
        GatewayFixture.call(
            IpcAddress.of(root.here, SENDER), IpcAddress.of(root.childB(), SENDER), 0);
    fromA(down).orThrow();
    assertThat(root.gateway.view().appliedTopDownNonce()).isEqualTo(UInt64.ONE);
    assertThat(root.gateway.view().subnet(root.childA()).orElseThrow().appliedBottomUpNonce())
        .isEqualTo(UInt64.ZERO);
  }

  @Test
  void trap4ATransferToAnAccountIsPaidAndAnswered() {
    IpcEnvelope transfer =
        IpcEnvelope.createTransferMsg(
            IpcAddress.of(root.childA(), PERSON), IpcAddress.of(root.here, PERSON), UInt256.of(9));
    Delivery delivery = fromA(transfer).orThrow().get(0);
    assertThat(delivery.fate()).isEqualTo(Delivery.Fate.EXECUTED);
    assertThat(root.chain.balance(PERSON)).isEqualTo(GatewayFixture.RICH.plus(UInt256.of(9)));
    assertThat(result(delivery).ret()).isEqualTo(Bytes.EMPTY);
  }

  @Test
  void aReceiverThatIsNoEvmAddressFailsTheMessageAlone() {
    IpcEnvelope call =
        GatewayFixture.call(
            IpcAddress.of(root.childA(), SENDER),
            new IpcAddress(root.here, new FvmAddress(1, Bytes.utf8("bls"))),
            0);
    Delivery delivery = fromA(call).orThrow().get(0);
    assertThat(delivery.ret()).isEqualTo(IpcError.NOT_DELEGATED_EVM_ADDRESS.revert().data());
  }

  @Test
  void theGatewayItselfIsNoReceiver() {
    IpcEnvelope call =
        GatewayFixture.call(
            IpcAddress.of(root.childA(), SENDER),
            IpcAddress.of(root.here, root.gateway.address()),
            0);
    Delivery delivery = fromA(call).orThrow().get(0);
    assertThat(delivery.fate()).isEqualTo(Delivery.Fate.FAILED);
    assertThat(delivery.ret().truncate(4))
        .isEqualTo(IpcError.FUNCTION_NOT_FOUND.signature().selector());
  }

  @Test
  void emptyBatchesPass() {
    assertThat(fromA().orThrow()).isEmpty();
    assertThat(fromParent().orThrow()).isEmpty();
  }

  @Test
  void trap25WhatComesDownIsPaidInCoinsWhateverTheParentCountsIn() {
    // The parent locked a token for it; here its node minted coins, and nobody is asked.
    List<EthAddress> called = new ArrayList<>();
    child.chain.observe(
        (from, to, coins, calldata) -> {
          called.add(to);
          return result -> {};
        });
    child.chain.mint(child.gateway.address(), UInt256.of(30));
    IpcEnvelope call = child.callFrom(GatewayFixture.ROOT, 30, 0);
    assertThat(fromParent(call).orThrow().get(0).fate()).isEqualTo(Delivery.Fate.EXECUTED);
    assertThat(child.chain.balance(GatewayFixture.RECEIVER)).isEqualTo(UInt256.of(30));
    assertThat(called).containsExactly(GatewayFixture.RECEIVER);
  }
}
