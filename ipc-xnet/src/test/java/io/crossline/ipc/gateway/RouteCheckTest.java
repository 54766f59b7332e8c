// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import static io.crossline.ipc.gateway.GatewayFixture.ACTOR_A;
import static io.crossline.ipc.gateway.GatewayFixture.PERSON;
import static io.crossline.ipc.gateway.GatewayFixture.ROOT;
import static io.crossline.ipc.gateway.GatewayFixture.SENDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.ipc.Asset;
import io.crossline.ipc.FvmAddress;
import io.crossline.ipc.InvalidXnetMessageReason;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.IpcError;
import io.crossline.ipc.SubnetId;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a message that passes through is checked, and with which reason it is refused. */
class RouteCheckTest {
  private static final EthAddress TOKEN_ACTOR = GatewayFixture.address(0xd1);
  private static final EthAddress UNKNOWN = GatewayFixture.address(0xd2);

  private final GatewayFixture root = GatewayFixture.root();
  private final GatewayFixture child = GatewayFixture.child();

  private static Delivery fromBelow(GatewayFixture at, EthAddress actor, IpcEnvelope message) {
    return at.gateway.as(actor).execBottomUpMsgBatch(List.of(message)).orThrow().get(0);
  }

  private Delivery fromAbove(IpcEnvelope message) {
    return child.system().applyCrossMessages(List.of(message)).orThrow().get(0);
  }

  private static IpcEnvelope call(SubnetId from, SubnetId to) {
    return GatewayFixture.call(IpcAddress.of(from, SENDER), IpcAddress.of(to, SENDER), 0);
  }

  private static void assertRefused(Delivery delivery, InvalidXnetMessageReason reason) {
    assertThat(delivery.fate()).isEqualTo(Delivery.Fate.REFUSED);
    assertThat(delivery.ret()).isEqualTo(IpcError.invalidXnetMessage(reason).data());
  }

  private SubnetId tokenChild() {
    child.chain.deploy(
        TOKEN_ACTOR, GatewayFixture.actor(Asset.erc20(GatewayFixture.address(0x70))));
    child.gateway.as(GatewayFixture.OWNER).approveSubnet(TOKEN_ACTOR).orThrow();
    child.gateway.as(TOKEN_ACTOR).register(UInt256.ZERO, UInt256.ZERO, UInt256.ZERO).orThrow();
    return child.here.child(TOKEN_ACTOR);
  }

  @Test
  void anEmptyDestinationIsAnsweredWithoutUsingANonce() {
    IpcEnvelope nowhere =
        GatewayFixture.call(IpcAddress.of(root.childA(), SENDER), IpcAddress.EMPTY, 0);
    assertRefused(fromBelow(root, ACTOR_A, nowhere), InvalidXnetMessageReason.DST_SUBNET);
    assertThat(root.gateway.view().subnet(root.childA()).orElseThrow().appliedBottomUpNonce())
        .isEqualTo(UInt64.ZERO);
  }

  @Test
  void anEmptyDestinationIsDstSubnetBelowTheRootToo() {
    child.refuses(
        () ->
            child
                .gateway
                .as(SENDER)
                .sendContractXnetMessage(child.callTo(SubnetId.EMPTY, 0), UInt256.ZERO),
        IpcError.invalidXnetMessage(InvalidXnetMessageReason.DST_SUBNET).data());
  }

  @Test
  void fromAboveAWrongNonceIsAnsweredAndTheNextOneRuns() {
    assertRefused(fromAbove(child.callFrom(ROOT, 0, 1)), InvalidXnetMessageReason.NONCE);
    assertThat(child.gateway.view().appliedTopDownNonce()).isEqualTo(UInt64.ZERO);
    assertThat(fromAbove(child.callFrom(ROOT, 0, 0)).fate()).isEqualTo(Delivery.Fate.EXECUTED);
  }

  @Test
  void aSiblingThatIsNotRegisteredIsDstSubnet() {
    assertRefused(
        fromBelow(root, ACTOR_A, call(root.childA(), root.here.child(UNKNOWN))),
        InvalidXnetMessageReason.DST_SUBNET);
    assertThat(fromBelow(root, GatewayFixture.ACTOR_B, call(root.childB(), root.childA())).fate())
        .isEqualTo(Delivery.Fate.STORED);
  }

  @Test
  void onTheWayDownAChildThatIsNotRegisteredIsDstSubnet() {
    assertRefused(
        fromAbove(call(ROOT, child.here.child(UNKNOWN))), InvalidXnetMessageReason.DST_SUBNET);
    Delivery passing = fromAbove(call(ROOT, child.childA()).withNonces(UInt64.ONE, UInt64.ZERO));
    assertThat(passing.fate()).isEqualTo(Delivery.Fate.STORED);
  }

  @Test
  void onTheWayUpTheChildBelowMustCountInCoins() {
    assertRefused(
        fromBelow(child, TOKEN_ACTOR, call(tokenChild(), ROOT)),
        InvalidXnetMessageReason.INCOMPATIBLE_SUPPLY_SOURCE);
    assertThat(fromBelow(child, ACTOR_A, call(child.childA(), ROOT)).fate())
        .isEqualTo(Delivery.Fate.STORED);
  }

  @Test
  void onTheWayDownTheChildBelowMustCountInCoins() {
    assertRefused(
        fromAbove(call(ROOT, tokenChild())), InvalidXnetMessageReason.INCOMPATIBLE_SUPPLY_SOURCE);
  }

  @Test
  void aMessageOfAChildToItselfIsNumberedAnewOnItsWayDown() {
    root.gateway.as(PERSON).fund(root.childA(), FvmAddress.of(PERSON), UInt256.ONE).orThrow();
    fromBelow(root, ACTOR_A, call(root.childA(), root.childA()));
    IpcEnvelope sent = root.gateway.as(PERSON).propagateAll(UInt256.ZERO).orThrow().get(0);
    assertThat(sent.localNonce()).isEqualTo(UInt64.ONE);
    assertThat(sent.originalNonce()).isEqualTo(UInt64.ONE);
  }
}
