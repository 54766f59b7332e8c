// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import static io.crossline.ipc.gateway.GatewayFixture.ACTOR_A;
import static io.crossline.ipc.gateway.GatewayFixture.OWNER;
import static io.crossline.ipc.gateway.GatewayFixture.PERSON;
import static io.crossline.ipc.gateway.GatewayFixture.RECEIVER;
import static io.crossline.ipc.gateway.GatewayFixture.RICH;
import static io.crossline.ipc.gateway.GatewayFixture.ROOT;
import static io.crossline.ipc.gateway.GatewayFixture.SENDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.abi.Panic;
import io.crossline.core.abi.Require;
import io.crossline.core.chain.RevertSignal;
import io.crossline.ipc.Asset;
import io.crossline.ipc.FvmAddress;
import io.crossline.ipc.InvalidXnetMessageReason;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.IpcError;
import io.crossline.ipc.IpcRequire;
import io.crossline.ipc.Subnet;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Coins that are just enough and one too few, and accounts that do not take or give them. */
class CoinsTest {
  private static final EthAddress NEW_ACTOR = GatewayFixture.address(0xe1);
  private static final FvmAddress TO = FvmAddress.of(PERSON);

  private final GatewayFixture root = GatewayFixture.root();
  private final GatewayFixture child = GatewayFixture.child();

  private static UInt256 coins(long amount) {
    return UInt256.of(amount);
  }

  private Delivery fromParent(IpcEnvelope message) {
    return child.system().applyCrossMessages(List.of(message)).orThrow().get(0);
  }

  private IpcEnvelope transfer(long value) {
    return IpcEnvelope.createTransferMsg(
        IpcAddress.of(ROOT, PERSON), IpcAddress.of(child.here, PERSON), coins(value));
  }

  private static void refuseCoins(GatewayFixture at, EthAddress account) {
    at.chain.deploy(
        account,
        (frame, calldata) -> {
          throw new RevertSignal(new Require("no coins"));
        });
  }

  @Test
  void aCallMayCarryAllThatTheGatewayHasAndNoMore() {
    Delivery tooMuch = fromParent(child.callFrom(ROOT, 2_001, 0));
    assertThat(tooMuch.fate()).isEqualTo(Delivery.Fate.FAILED);
    assertThat(tooMuch.ret()).isEqualTo(IpcError.NOT_ENOUGH_BALANCE.revert().data());
    assertThat(fromParent(child.callFrom(ROOT, 2_000, 1)).fate()).isEqualTo(Delivery.Fate.EXECUTED);
    assertThat(child.chain.balance(RECEIVER)).isEqualTo(coins(2_000));
  }

  @Test
  void aTransferMayCarryAllThatTheGatewayHasAndNoMore() {
    assertThat(fromParent(transfer(2_001)).ret())
        .isEqualTo(IpcError.NOT_ENOUGH_BALANCE.revert().data());
    IpcEnvelope all = transfer(2_000).withNonces(UInt64.ONE, UInt64.ZERO);
    assertThat(fromParent(all).fate()).isEqualTo(Delivery.Fate.EXECUTED);
    assertThat(child.chain.balance(PERSON)).isEqualTo(RICH.plus(coins(2_000)));
  }

  @Test
  void whatAContractReturnsForATransferIsLost() {
    child.chain.deploy(NEW_ACTOR, (frame, calldata) -> Bytes.utf8("thanks"));
    IpcEnvelope transfer =
        IpcEnvelope.createTransferMsg(
            IpcAddress.of(ROOT, PERSON), IpcAddress.of(child.here, NEW_ACTOR), coins(1));
    Delivery delivery = fromParent(transfer);
    assertThat(delivery.fate()).isEqualTo(Delivery.Fate.EXECUTED);
    assertThat(delivery.ret()).isEqualTo(Bytes.EMPTY);
  }

  @Test
  void allThatTheGatewayHasMayBeBurnt() {
    child.gateway.as(SENDER).sendContractXnetMessage(child.callTo(ROOT, 2_000), coins(0)).orThrow();
    assertThat(child.chain.balance(child.gateway.address())).isEqualTo(coins(0));
  }

  @Test
  void coinsThatCannotBeBurntRevert() {
    refuseCoins(child, SystemActors.BURNT_FUNDS_ACTOR);
    child.refuses(() -> child.gateway.as(PERSON).release(TO, coins(8)), IpcError.CALL_FAILED);
  }

  @Test
  void whatPassesOnItsWayUpIsBurntWhenItLeavesThePostbox() {
    IpcEnvelope passing =
        GatewayFixture.call(IpcAddress.of(child.childA(), SENDER), IpcAddress.of(ROOT, SENDER), 30);
    child.gateway.as(ACTOR_A).execBottomUpMsgBatch(List.of(passing)).orThrow();
    assertThat(child.chain.balance(SystemActors.BURNT_FUNDS_ACTOR)).isEqualTo(coins(0));
    child.gateway.as(PERSON).propagateAll(coins(0)).orThrow();
    assertThat(child.chain.balance(SystemActors.BURNT_FUNDS_ACTOR)).isEqualTo(coins(30));
    assertThat(child.gateway.view().postbox(passing.hash())).isEmpty();
  }

  @Test
  void theWholeStakeCanBeReleasedAndIsPaid() {
    root.gateway.as(ACTOR_A).addStake(coins(70), coins(70)).orThrow();
    UInt256 before = root.chain.balance(ACTOR_A);
    root.gateway.as(ACTOR_A).releaseStake(coins(70)).orThrow();
    assertThat(root.chain.balance(ACTOR_A)).isEqualTo(before.plus(coins(70)));
    assertThat(root.chain.balance(root.gateway.address())).isEqualTo(coins(2_000));
  }

  @Test
  void stakeIsForRegisteredActors() {
    root.chain.deploy(NEW_ACTOR, GatewayFixture.actor(Asset.NATIVE));
    root.chain.mint(NEW_ACTOR, coins(100));
    root.refuses(
        () -> root.gateway.as(NEW_ACTOR).addStake(coins(5), coins(5)),
        IpcError.NOT_REGISTERED_SUBNET);
    root.refuses(() -> root.gateway.as(PERSON).addStake(coins(5), coins(5)), Bytes.EMPTY);
  }

  @Test
  void anActorWithoutCodeRegistersWithoutAmountsOnly() {
    root.chain.mint(NEW_ACTOR, coins(100));
    root.gateway.as(OWNER).approveSubnet(NEW_ACTOR).orThrow();
    root.refuses(
        () -> root.gateway.as(NEW_ACTOR).register(coins(1), coins(0), coins(1)), Bytes.EMPTY);
    root.refuses(
        () -> root.gateway.as(NEW_ACTOR).register(coins(0), coins(1), coins(1)), Bytes.EMPTY);
    root.gateway.as(NEW_ACTOR).register(coins(0), coins(0), coins(9)).orThrow();
    root.refuses(() -> root.gateway.as(NEW_ACTOR).kill(), Bytes.EMPTY);
  }

  @Test
  void theRevertOfAnActorsGetterIsPassedOn() {
    refuseCoins(root, NEW_ACTOR);
    root.chain.mint(NEW_ACTOR, coins(100));
    root.gateway.as(OWNER).approveSubnet(NEW_ACTOR).orThrow();
    root.refuses(
        () -> root.gateway.as(NEW_ACTOR).register(coins(1), coins(0), coins(1)),
        new Require("no coins").data());
  }

  @Test
  void fundGivesTheMessageAsItWasCommitted() {
    root.gateway.as(PERSON).fund(root.childA(), TO, coins(1)).orThrow();
    IpcEnvelope second = root.gateway.as(PERSON).fund(root.childA(), TO, coins(8)).orThrow();
    assertThat(second)
        .isEqualTo(
            IpcEnvelope.createFundMsg(root.childA(), PERSON, TO, coins(8))
                .withNonces(UInt64.ONE, UInt64.ZERO));
  }

  @Test
  void coinsForAChildThatCountsInTokensAreUnexpected() {
    root.chain.deploy(NEW_ACTOR, GatewayFixture.actor(Asset.erc20(TestToken.AT)));
    root.gateway.as(OWNER).approveSubnet(NEW_ACTOR).orThrow();
    root.gateway.as(NEW_ACTOR).register(coins(0), coins(0), coins(0)).orThrow();
    root.refuses(
        () -> root.gateway.as(PERSON).fund(root.here.child(NEW_ACTOR), TO, coins(1)),
        IpcRequire.UNEXPECTED_ASSET.data());
    root.refuses(
        () -> root.gateway.as(PERSON).fundWithToken(root.here.child(NEW_ACTOR), TO, coins(0)),
        IpcError.invalidXnetMessage(InvalidXnetMessageReason.VALUE).data());
    root.refuses(
        () ->
            root.gateway
                .as(PERSON)
                .fundWithToken(root.here.child(ACTOR_A).child(NEW_ACTOR), TO, coins(1)),
        IpcError.NOT_REGISTERED_SUBNET);
  }

  @Test
  void aTokenIsNotAskedToMoveNothing() {
    TestToken token = new TestToken(root.chain);
    root.chain.deploy(NEW_ACTOR, GatewayFixture.actor(Asset.erc20(TestToken.AT)));
    root.gateway.as(OWNER).approveSubnet(NEW_ACTOR).orThrow();
    root.gateway.as(NEW_ACTOR).register(coins(0), coins(0), coins(0)).orThrow();
    token.reverts = true;
    IpcEnvelope call = root.callFrom(root.here.child(NEW_ACTOR), 0, 0);
    Delivery delivery =
        root.gateway.as(NEW_ACTOR).execBottomUpMsgBatch(List.of(call)).orThrow().get(0);
    assertThat(delivery.fate()).isEqualTo(Delivery.Fate.EXECUTED);
  }

  @Test
  void aNonceAtItsEndPanics() {
    Gateway worn =
        Gateway.deploy(
            root.chain,
            GatewayFixture.address(0x6b),
            root.gateway.config(),
            new GatewayContents(
                List.of(
                    new Subnet(
                        coins(0), coins(0), coins(0), UInt64.MAX, UInt64.ZERO, root.childA())),
                List.of(),
                coins(0)));
    assertThat(GatewayFixture.revert(worn.as(PERSON).fund(root.childA(), TO, coins(1))))
        .isEqualTo(Panic.ARITHMETIC.data());
  }

  @Test
  void aMajorityIs51To100Percent() {
    for (int fits : new int[] {51, 100}) {
      assertThat(majority(fits).majorityPercentage()).isEqualTo(fits);
    }
    for (int unfit : new int[] {50, 101}) {
      assertThatThrownBy(() -> majority(unfit)).hasMessageContaining("found " + unfit);
    }
  }

  private static GatewayConfig majority(int percentage) {
    return new GatewayConfig(ROOT, UInt256.ONE, percentage, 10, true, OWNER, GatewayRules.CE27BC4A);
  }
}
