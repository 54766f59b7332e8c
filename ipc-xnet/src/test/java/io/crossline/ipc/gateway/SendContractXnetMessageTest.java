// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import static io.crossline.ipc.gateway.GatewayFixture.PERSON;
import static io.crossline.ipc.gateway.GatewayFixture.SENDER;
import static io.crossline.ipc.gateway.GatewayFixture.events;
import static io.crossline.ipc.gateway.GatewayFixture.revert;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.abi.AbiValue;
import io.crossline.ipc.EnvelopeKind;
import io.crossline.ipc.InvalidXnetMessageReason;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.IpcError;
import io.crossline.ipc.IpcRequire;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.event.GatewayEvent.NewTopDownMessage;
import io.crossline.ipc.event.GatewayEvent.QueuedBottomUpMessage;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SendContractXnetMessageTest {
  private final GatewayFixture root = GatewayFixture.root();

  private static UInt256 coins(long amount) {
    return UInt256.of(amount);
  }

  @Test
  void goesDownWithItsValue() {
    Outcome<IpcEnvelope> sent =
        root.gateway.as(SENDER).sendContractXnetMessage(root.callTo(root.childA(), 40), coins(40));

    IpcEnvelope expected = root.callTo(root.childA(), 40);
    assertThat(sent.orThrow()).isEqualTo(expected);
    assertThat(events(sent))
        .containsExactly(
            new NewTopDownMessage(GatewayFixture.ACTOR_A, expected, expected.tracingId()));
    var child = root.gateway.view().subnet(root.childA()).orElseThrow();
    assertThat(child.topDownNonce()).isEqualTo(UInt64.ONE);
    assertThat(child.circSupply()).isEqualTo(coins(1_040));
    assertThat(root.chain.balance(root.gateway.address())).isEqualTo(coins(2_040));
  }

  @Test
  void keepsOnlyReceiverValueAndMessageOfWhatIsGiven() {
    IpcEnvelope given =
        GatewayFixture.with(
                GatewayFixture.call(
                    root.callTo(root.childA(), 0).to(), root.callTo(root.childA(), 0).to(), 0),
                EnvelopeKind.RESULT,
                root.callTo(root.childA(), 0).message())
            .withNonces(UInt64.of(9), UInt64.of(9));

    IpcEnvelope sent =
        root.gateway.as(SENDER).sendContractXnetMessage(given, UInt256.ZERO).orThrow();

    assertThat(sent).isEqualTo(root.callTo(root.childA(), 0));
  }

  @Test
  void aSurplusOfCoinsStaysInTheGateway() {
    root.gateway
        .as(SENDER)
        .sendContractXnetMessage(root.callTo(root.childA(), 40), coins(50))
        .orThrow();

    assertThat(root.chain.balance(root.gateway.address())).isEqualTo(coins(2_050));
    assertThat(root.gateway.view().subnet(root.childA()).orElseThrow().circSupply())
        .isEqualTo(coins(1_040));
  }

  @Test
  void fewerCoinsThanTheValueAreRefused() {
    root.refuses(
        () ->
            root.gateway
                .as(SENDER)
                .sendContractXnetMessage(root.callTo(root.childA(), 40), coins(39)),
        IpcRequire.INSUFFICIENT_FUNDS.data());
  }

  @Test
  void anAccountWithoutCodeIsNoSender() {
    root.refuses(
        () ->
            root.gateway
                .as(PERSON)
                .sendContractXnetMessage(root.callTo(root.childA(), 0), coins(0)),
        invalid(InvalidXnetMessageReason.SENDER));
  }

  @Test
  void theMessageMustDecodeAsACall() {
    IpcEnvelope cut =
        GatewayFixture.with(
            root.callTo(root.childA(), 0), EnvelopeKind.CALL, Bytes.of(new byte[31]));
    root.refuses(() -> root.gateway.as(SENDER).sendContractXnetMessage(cut, coins(0)), Bytes.EMPTY);
  }

  @Test
  void destinationsAreChecked() {
    SubnetId unknown = root.here.child(GatewayFixture.address(0x77));
    root.refuses(() -> send(root, SubnetId.EMPTY), invalid(InvalidXnetMessageReason.DST_SUBNET));
    root.refuses(() -> send(root, unknown), invalid(InvalidXnetMessageReason.DST_SUBNET));
    root.refuses(() -> send(root, root.here), invalid(InvalidXnetMessageReason.REFLEXIVE_SEND));
  }

  @Test
  void trap14AnotherRootIsDstSubnetAtARootAndNoRouteBelowIt() {
    GatewayFixture child = GatewayFixture.child();
    root.refuses(() -> send(root, SubnetId.root(8)), invalid(InvalidXnetMessageReason.DST_SUBNET));
    child.refuses(() -> send(child, SubnetId.root(8)), invalid(InvalidXnetMessageReason.NO_ROUTE));
  }

  @Test
  void generalPurposeMessagesCanBeOff() {
    GatewayConfig on = root.gateway.config();
    Gateway off =
        Gateway.deploy(
            root.chain,
            GatewayFixture.address(0x6b),
            new GatewayConfig(
                root.here,
                on.bottomUpCheckPeriod(),
                on.majorityPercentage(),
                on.maxTreeDepth(),
                false,
                on.owner(),
                on.rules()));
    assertThat(
            revert(off.as(PERSON).sendContractXnetMessage(root.callTo(root.childA(), 0), coins(0))))
        .isEqualTo(
            IpcError.METHOD_NOT_ALLOWED
                .revert(AbiValue.text(IpcRequire.NO_GENERAL_PURPOSE))
                .data());
  }

  @Test
  void goesUpAndBurnsTheValue() {
    GatewayFixture child = GatewayFixture.child();
    Outcome<IpcEnvelope> sent =
        child
            .gateway
            .as(SENDER)
            .sendContractXnetMessage(child.callTo(GatewayFixture.ROOT, 40), coins(40));

    assertThat(events(sent)).containsExactly(new QueuedBottomUpMessage(sent.orThrow().tracingId()));
    assertThat(child.gateway.view().bottomUpMsgBatch(coins(10)).msgs())
        .containsExactly(sent.orThrow());
    assertThat(child.chain.balance(SystemActors.BURNT_FUNDS_ACTOR)).isEqualTo(coins(40));
    assertThat(child.chain.balance(child.gateway.address())).isEqualTo(coins(2_000));
  }

  @Test
  void trap10OnTheWayUpTheGatewaysOwnCoinsAreBurnt() {
    GatewayFixture child = GatewayFixture.child();
    child
        .gateway
        .as(SENDER)
        .sendContractXnetMessage(child.callTo(GatewayFixture.ROOT, 40), coins(0))
        .orThrow();
    assertThat(child.chain.balance(child.gateway.address())).isEqualTo(coins(1_960));

    child.refuses(
        () ->
            child
                .gateway
                .as(SENDER)
                .sendContractXnetMessage(child.callTo(GatewayFixture.ROOT, 1_961), coins(0)),
        IpcError.INSUFFICIENT_FUNDS.revert().data());
  }

  @Test
  void trap1EqualCallsDownShareATracingIdAndEqualCallsUpDoNot() {
    GatewayFixture child = GatewayFixture.child();
    IpcEnvelope down1 = send(root, root.childA()).orThrow();
    IpcEnvelope down2 = send(root, root.childA()).orThrow();
    IpcEnvelope up1 = send(child, GatewayFixture.ROOT).orThrow();
    IpcEnvelope up2 = send(child, GatewayFixture.ROOT).orThrow();

    assertThat(down2.localNonce()).isEqualTo(UInt64.ONE);
    assertThat(down2.originalNonce()).isEqualTo(UInt64.ZERO);
    assertThat(down2.tracingId()).isEqualTo(down1.tracingId());
    assertThat(up2.originalNonce()).isEqualTo(UInt64.ONE);
    assertThat(up2.tracingId()).isNotEqualTo(up1.tracingId());
  }

  @Test
  void theRulesOfAVersionMayRestrictRoutes() {
    GatewayRules.RouteRule neighbours =
        (here, envelope) -> {
          SubnetId to = envelope.to().subnetId();
          boolean next =
              to.parent().filter(here::equals).isPresent()
                  || here.parent().filter(to::equals).isPresent();
          return next ? Optional.empty() : Optional.of(InvalidXnetMessageReason.NO_ROUTE);
        };
    GatewayConfig any = root.gateway.config();
    Gateway gateway =
        Gateway.deploy(
            root.chain,
            GatewayFixture.address(0x6c),
            new GatewayConfig(
                root.here,
                any.bottomUpCheckPeriod(),
                any.majorityPercentage(),
                any.maxTreeDepth(),
                true,
                any.owner(),
                new GatewayRules("direct-neighbours", 128, neighbours)));
    gateway.as(GatewayFixture.OWNER).approveSubnet(GatewayFixture.ACTOR_A).orThrow();
    gateway.as(GatewayFixture.ACTOR_A).register(coins(0), coins(0), coins(0)).orThrow();
    IpcEnvelope near = root.callTo(root.childA(), 0);
    IpcEnvelope far = root.callTo(root.childA().child(GatewayFixture.ACTOR_B), 0);

    assertThat(gateway.as(SENDER).sendContractXnetMessage(near, coins(0)).isAccepted()).isTrue();
    assertThat(revert(gateway.as(SENDER).sendContractXnetMessage(far, coins(0))))
        .isEqualTo(invalid(InvalidXnetMessageReason.NO_ROUTE));
  }

  private static Outcome<IpcEnvelope> send(GatewayFixture from, SubnetId to) {
    return from.gateway.as(SENDER).sendContractXnetMessage(from.callTo(to, 0), UInt256.ZERO);
  }

  private static Bytes invalid(InvalidXnetMessageReason reason) {
    return IpcError.invalidXnetMessage(reason).data();
  }
}
