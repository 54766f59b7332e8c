// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import static io.crossline.ipc.gateway.GatewayFixture.ACTOR_A;
import static io.crossline.ipc.gateway.GatewayFixture.OWNER;
import static io.crossline.ipc.gateway.GatewayFixture.PERSON;
import static io.crossline.ipc.gateway.GatewayFixture.ROOT;
import static io.crossline.ipc.gateway.GatewayFixture.events;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.abi.AbiValue;
import io.crossline.core.chain.Nothing;
import io.crossline.ipc.Asset;
import io.crossline.ipc.FvmAddress;
import io.crossline.ipc.InvalidXnetMessageReason;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.IpcError;
import io.crossline.ipc.IpcRequire;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.event.GatewayEvent.NewTopDownMessage;
import io.crossline.ipc.event.GatewayEvent.QueuedBottomUpMessage;
import io.crossline.ipc.event.GatewayEvent.SubnetDestroyed;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import org.junit.jupiter.api.Test;

/** Registration, funds and stake. */
class ManagerTest {
  private static final FvmAddress TO = FvmAddress.of(PERSON);
  private static final EthAddress NEW_ACTOR = GatewayFixture.address(0xe1);

  private final GatewayFixture root = GatewayFixture.root();

  private static UInt256 coins(long amount) {
    return UInt256.of(amount);
  }

  private void newActor(boolean approved) {
    root.chain.deploy(NEW_ACTOR, GatewayFixture.actor(Asset.NATIVE));
    root.chain.mint(NEW_ACTOR, coins(100));
    if (approved) {
      root.gateway.as(OWNER).approveSubnet(NEW_ACTOR).orThrow();
    }
  }

  @Test
  void registersAnApprovedActor() {
    newActor(true);
    root.gateway.as(NEW_ACTOR).register(coins(60), coins(40), coins(100)).orThrow();

    var child = root.gateway.view().subnet(root.here.child(NEW_ACTOR)).orElseThrow();
    assertThat(child.circSupply()).isEqualTo(coins(60));
    assertThat(child.stake()).isEqualTo(coins(40));
    assertThat(child.genesisEpoch()).isEqualTo(coins(5));
    assertThat(root.gateway.view().totalSubnets()).isEqualTo(3);
  }

  @Test
  void theTwoAmountsOfARegistrationDoNotAddUp() {
    newActor(true);
    root.gateway.as(NEW_ACTOR).register(coins(60), coins(60), coins(60)).orThrow();
    assertThat(root.chain.balance(root.gateway.address())).isEqualTo(coins(2_060));
  }

  @Test
  void registrationsAreRefusedInOrder() {
    newActor(false);
    root.refuses(
        () -> root.gateway.as(NEW_ACTOR).register(coins(60), coins(0), coins(60)),
        IpcError.NOT_AUTHORIZED.revert(AbiValue.address(NEW_ACTOR)).data());
    root.gateway.as(OWNER).approveSubnet(NEW_ACTOR).orThrow();
    root.refuses(
        () -> root.gateway.as(NEW_ACTOR).register(coins(60), coins(0), coins(59)),
        IpcRequire.INSUFFICIENT_FUNDS.data());
    root.gateway.as(NEW_ACTOR).register(coins(60), coins(0), coins(60)).orThrow();
    root.refuses(
        () -> root.gateway.as(NEW_ACTOR).register(coins(1), coins(0), coins(1)),
        IpcError.ALREADY_REGISTERED_SUBNET);
  }

  @Test
  void onlyTheOwnerApproves() {
    newActor(true);
    root.refuses(() -> root.gateway.as(PERSON).approveSubnet(PERSON), IpcError.NOT_OWNER);
    root.refuses(() -> root.gateway.as(PERSON).rejectApprovedSubnet(NEW_ACTOR), IpcError.NOT_OWNER);
    assertThat(root.gateway.view().isApproved(NEW_ACTOR)).isTrue();
    root.gateway.as(OWNER).rejectApprovedSubnet(NEW_ACTOR).orThrow();
    assertThat(root.gateway.view().isApproved(NEW_ACTOR)).isFalse();
  }

  @Test
  void trap23KillingEmitsAnEmptyIdAndPaysTheStakeBack() {
    newActor(true);
    root.gateway.as(NEW_ACTOR).register(coins(0), coins(40), coins(40)).orThrow();
    Outcome<Nothing> killed = root.gateway.as(NEW_ACTOR).kill();

    assertThat(events(killed)).containsExactly(new SubnetDestroyed(SubnetId.EMPTY));
    assertThat(root.chain.balance(NEW_ACTOR)).isEqualTo(coins(100));
    assertThat(root.gateway.view().totalSubnets()).isEqualTo(2);
    root.refuses(() -> root.gateway.as(NEW_ACTOR).kill(), IpcError.NOT_REGISTERED_SUBNET);
    root.refuses(() -> root.gateway.as(ACTOR_A).kill(), IpcError.NOT_EMPTY_SUBNET_CIRC_SUPPLY);
  }

  @Test
  void fundSendsCoinsDown() {
    Outcome<IpcEnvelope> sent = root.gateway.as(PERSON).fund(root.childA(), TO, coins(8));
    IpcEnvelope expected = IpcEnvelope.createFundMsg(root.childA(), PERSON, TO, coins(8));
    assertThat(events(sent))
        .containsExactly(new NewTopDownMessage(ACTOR_A, expected, expected.tracingId()));
    assertThat(root.chain.balance(root.gateway.address())).isEqualTo(coins(2_008));
  }

  @Test
  void fundIsRefusedInOrder() {
    SubnetId unknown = root.here.child(NEW_ACTOR);
    root.refuses(
        () -> root.gateway.as(PERSON).fund(unknown, TO, coins(0)),
        IpcError.invalidXnetMessage(InvalidXnetMessageReason.VALUE).data());
    root.refuses(
        () -> root.gateway.as(PERSON).fund(unknown, TO, coins(1)), IpcError.NOT_REGISTERED_SUBNET);
    root.refuses(
        () -> root.gateway.as(PERSON).fundWithToken(root.childA(), TO, coins(1)),
        IpcRequire.UNEXPECTED_ASSET.data());
  }

  @Test
  void releaseBurnsWhatGoesUp() {
    GatewayFixture child = GatewayFixture.child();
    Outcome<IpcEnvelope> sent = child.gateway.as(PERSON).release(TO, coins(8));
    assertThat(events(sent)).containsExactly(new QueuedBottomUpMessage(sent.orThrow().tracingId()));
    assertThat(child.chain.balance(SystemActors.BURNT_FUNDS_ACTOR)).isEqualTo(coins(8));
    assertThat(sent.orThrow().to().subnetId()).isEqualTo(ROOT);

    child.refuses(
        () -> child.gateway.as(PERSON).release(TO, coins(0)),
        IpcError.invalidXnetMessage(InvalidXnetMessageReason.VALUE).data());
    root.refuses(
        () -> root.gateway.as(PERSON).release(TO, coins(1)), IpcError.NO_PARENT_FOR_SUBNET);
  }

  @Test
  void stakeComesAndGoes() {
    root.gateway.as(ACTOR_A).addStake(coins(70), coins(70)).orThrow();
    root.gateway.as(ACTOR_A).releaseStake(coins(30)).orThrow();
    assertThat(root.gateway.view().subnet(root.childA()).orElseThrow().stake())
        .isEqualTo(coins(40));

    root.refuses(
        () -> root.gateway.as(ACTOR_A).addStake(coins(0), coins(0)), IpcError.NOT_ENOUGH_FUNDS);
    root.refuses(
        () -> root.gateway.as(ACTOR_A).addStake(coins(2), coins(1)),
        IpcRequire.INSUFFICIENT_FUNDS.data());
    root.refuses(
        () -> root.gateway.as(ACTOR_A).releaseStake(coins(0)), IpcError.CANNOT_RELEASE_ZERO);
    root.refuses(
        () -> root.gateway.as(ACTOR_A).releaseStake(coins(41)),
        IpcError.NOT_ENOUGH_FUNDS_TO_RELEASE);
    root.refuses(
        () -> root.gateway.as(PERSON).releaseStake(coins(1)), IpcError.NOT_REGISTERED_SUBNET);
  }

  @Test
  void aTreeIsOnlySoDeep() {
    SubnetId deep = ROOT;
    for (int i = 1; i < GatewayConfig.MAX_TREE_DEPTH; i++) {
      deep = deep.child(GatewayFixture.address(i));
    }
    Gateway gateway =
        Gateway.deploy(
            root.chain, GatewayFixture.address(0x6d), GatewayConfig.of(deep, coins(10), OWNER));
    root.refuses(
        () -> gateway.as(ACTOR_A).register(coins(0), coins(0), coins(0)),
        IpcError.METHOD_NOT_ALLOWED.revert(AbiValue.text(IpcRequire.NO_CHILD_SUBNETS)).data());
  }
}
