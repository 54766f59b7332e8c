// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import static io.crossline.ipc.gateway.GatewayFixture.ACTOR_A;
import static io.crossline.ipc.gateway.GatewayFixture.PERSON;
import static io.crossline.ipc.gateway.GatewayFixture.ROOT;
import static io.crossline.ipc.gateway.GatewayFixture.SENDER;
import static io.crossline.ipc.gateway.GatewayFixture.events;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.ipc.Asset;
import io.crossline.ipc.EnvelopeKind;
import io.crossline.ipc.InvalidXnetMessageReason;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.IpcError;
import io.crossline.ipc.IpcRequire;
import io.crossline.ipc.event.GatewayEvent.MessagePropagatedFromPostbox;
import io.crossline.ipc.event.GatewayEvent.MessageStoredInPostbox;
import io.crossline.ipc.event.GatewayEvent.NewTopDownMessage;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What waits at a gateway in between. */
class PostboxTest {
  private final GatewayFixture root = GatewayFixture.root();
  private final GatewayFixture child = GatewayFixture.child();

  private Outcome<List<Delivery>> fromA(IpcEnvelope... messages) {
    return root.gateway.as(ACTOR_A).execBottomUpMsgBatch(List.of(messages));
  }

  private Outcome<List<Delivery>> fromParent(IpcEnvelope... messages) {
    return child.system().applyCrossMessages(List.of(messages));
  }

  @Test
  void aMessageForASiblingWaitsInThePostboxAndIsPropagated() {
    IpcEnvelope passing =
        GatewayFixture.call(
            IpcAddress.of(root.childA(), SENDER),
            IpcAddress.of(root.childB(), GatewayFixture.RECEIVER),
            30);
    Outcome<List<Delivery>> stored = fromA(passing);
    assertThat(stored.orThrow().get(0).fate()).isEqualTo(Delivery.Fate.STORED);
    assertThat(events(stored)).containsExactly(new MessageStoredInPostbox(passing.tracingId()));
    assertThat(root.gateway.view().postboxMsgs()).containsExactly(passing.hash());

    Outcome<List<IpcEnvelope>> sent = root.gateway.as(PERSON).propagateAll(UInt256.ZERO);
    assertThat(sent.orThrow()).containsExactly(passing);
    assertThat(events(sent))
        .containsExactly(
            new NewTopDownMessage(GatewayFixture.ACTOR_B, passing, passing.tracingId()),
            new MessagePropagatedFromPostbox(passing.tracingId()));
    assertThat(root.gateway.view().postboxMsgs()).isEmpty();
    assertThat(root.gateway.view().subnet(root.childB()).orElseThrow().circSupply())
        .isEqualTo(UInt256.of(1_030));
  }

  @Test
  void trap12IncompatibleSupplyIsAskedInBetweenWhateverTheValue() {
    EthAddress tokenActor = GatewayFixture.address(0xd1);
    root.chain.deploy(tokenActor, GatewayFixture.actor(Asset.erc20(GatewayFixture.address(0x70))));
    root.gateway.as(GatewayFixture.OWNER).approveSubnet(tokenActor).orThrow();
    root.gateway.as(tokenActor).register(UInt256.ZERO, UInt256.ZERO, UInt256.ZERO).orThrow();
    IpcEnvelope passing =
        GatewayFixture.call(
            IpcAddress.of(root.childA(), SENDER),
            IpcAddress.of(root.here.child(tokenActor), GatewayFixture.RECEIVER),
            0);
    Delivery delivery = fromA(passing).orThrow().get(0);
    assertThat(delivery.fate()).isEqualTo(Delivery.Fate.REFUSED);
    assertThat(delivery.ret())
        .isEqualTo(
            IpcError.invalidXnetMessage(InvalidXnetMessageReason.INCOMPATIBLE_SUPPLY_SOURCE)
                .data());
  }

  @Test
  void trap17OneStuckEntryBlocksThePostboxAndTheParentsMessages() {
    IpcEnvelope empty =
        GatewayFixture.with(child.callTo(child.childB(), 0), EnvelopeKind.CALL, Bytes.EMPTY);
    IpcEnvelope fromBelow =
        new IpcEnvelope(
            EnvelopeKind.CALL,
            UInt64.ZERO,
            UInt64.ZERO,
            UInt256.ZERO,
            empty.to(),
            IpcAddress.of(child.childA(), SENDER),
            Bytes.EMPTY);
    child.gateway.as(ACTOR_A).execBottomUpMsgBatch(List.of(fromBelow)).orThrow();

    child.refuses(
        () -> child.gateway.as(PERSON).propagateAll(UInt256.ZERO),
        IpcRequire.MESSAGE_NOT_FOUND_IN_POSTBOX.data());
    child.refuses(
        () -> fromParent(child.callFrom(ROOT, 0, 0)),
        IpcRequire.MESSAGE_NOT_FOUND_IN_POSTBOX.data());
  }
}
