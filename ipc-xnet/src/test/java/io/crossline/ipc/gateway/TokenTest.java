// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import static io.crossline.ipc.gateway.GatewayFixture.OWNER;
import static io.crossline.ipc.gateway.GatewayFixture.PERSON;
import static io.crossline.ipc.gateway.GatewayFixture.SENDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.abi.AbiValue;
import io.crossline.ipc.Asset;
import io.crossline.ipc.FvmAddress;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.IpcError;
import io.crossline.ipc.IpcRequire;
import io.crossline.ipc.SubnetId;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A child that counts its supply in a token. */
class TokenTest {
  private static final EthAddress ACTOR = GatewayFixture.address(0xd1);
  private static final FvmAddress TO = FvmAddress.of(PERSON);

  private final GatewayFixture root = GatewayFixture.root();
  private final TestToken token = new TestToken(root.chain);
  private final SubnetId child = root.here.child(ACTOR);

  @BeforeEach
  void register() {
    root.chain.deploy(ACTOR, GatewayFixture.actor(Asset.erc20(TestToken.AT)));
    for (EthAddress account : List.of(ACTOR, PERSON, SENDER)) {
      token.balances.put(account, coins(1_000));
    }
    root.gateway.as(OWNER).approveSubnet(ACTOR).orThrow();
    root.gateway.as(ACTOR).register(coins(100), coins(0), coins(0)).orThrow();
  }

  private static UInt256 coins(long amount) {
    return UInt256.of(amount);
  }

  private UInt256 held() {
    return token.balances.get(root.gateway.address());
  }

  private UInt256 supply() {
    return root.gateway.view().subnet(child).orElseThrow().circSupply();
  }

  private Delivery fromChild(EthAddress receiver, long value) {
    IpcEnvelope call =
        GatewayFixture.call(
            IpcAddress.of(child, PERSON), IpcAddress.of(root.here, receiver), value);
    return root.gateway.as(ACTOR).execBottomUpMsgBatch(List.of(call)).orThrow().get(0);
  }

  @Test
  void tokensAreLockedAndPaidOut() {
    assertThat(held()).isEqualTo(coins(100));
    root.gateway.as(PERSON).fundWithToken(child, TO, coins(30)).orThrow();
    assertThat(held()).isEqualTo(coins(130));
    assertThat(supply()).isEqualTo(coins(130));

    Delivery paid = fromChild(GatewayFixture.RECEIVER, 130);
    assertThat(paid.fate()).isEqualTo(Delivery.Fate.EXECUTED);
    assertThat(token.balances.get(GatewayFixture.RECEIVER)).isEqualTo(coins(130));
    assertThat(held()).isEqualTo(coins(0));
  }

  @Test
  void trap11AValueOf0TowardsATokenReverts() {
    root.refuses(
        () -> root.gateway.as(SENDER).sendContractXnetMessage(root.callTo(child, 0), coins(0)),
        IpcRequire.NO_BALANCE_INCREASE.data());
    assertThat(
            root.gateway
                .as(SENDER)
                .sendContractXnetMessage(root.callTo(child, 1), coins(0))
                .isAccepted())
        .isTrue();
  }

  @Test
  void trap28OnlyFundWithTokenCountsWhatArrived() {
    token.fee = coins(10);
    root.gateway.as(PERSON).fundWithToken(child, TO, coins(30)).orThrow();
    assertThat(supply()).isEqualTo(coins(120));
    root.gateway.as(SENDER).sendContractXnetMessage(root.callTo(child, 30), coins(0)).orThrow();
    assertThat(supply()).isEqualTo(coins(150));
    assertThat(held()).isEqualTo(coins(140));
  }

  @Test
  void trap29APayoutDoesNotLookAtTheAnswerButALockDoes() {
    token.answer = TestToken.FALSE;
    assertThat(fromChild(GatewayFixture.RECEIVER, 5).fate()).isEqualTo(Delivery.Fate.EXECUTED);
    root.refuses(
        () -> root.gateway.as(PERSON).fundWithToken(child, TO, coins(30)),
        IpcError.SAFE_ERC20_FAILED_OPERATION.revert(AbiValue.address(TestToken.AT)).data());
    token.answer = Bytes.of((byte) 1);
    root.refuses(() -> root.gateway.as(PERSON).fundWithToken(child, TO, coins(30)), Bytes.EMPTY);
  }

  @Test
  void trap30AnEmptyTokenRevertIsFailedInnerCallInALockOnly() {
    token.reverts = true;
    token.answer = Bytes.EMPTY;
    root.refuses(
        () -> root.gateway.as(PERSON).fundWithToken(child, TO, coins(30)),
        IpcError.FAILED_INNER_CALL);
    Delivery unpaid = fromChild(GatewayFixture.RECEIVER, 5);
    assertThat(unpaid.fate()).isEqualTo(Delivery.Fate.FAILED);
    assertThat(unpaid.ret()).isEqualTo(Bytes.EMPTY);
    assertThat(root.received).isEmpty();
  }

  @Test
  void tokensComeBackWhenTheReceiverFails() {
    EthAddress broken = GatewayFixture.address(0x77);
    root.deploy(
        broken,
        (envelope, context) -> {
          throw context.revert("no");
        });
    assertThat(fromChild(broken, 5).fate()).isEqualTo(Delivery.Fate.FAILED);
    assertThat(held()).isEqualTo(coins(100));
    assertThat(token.balances.get(broken)).isEqualTo(coins(0));
  }
}
