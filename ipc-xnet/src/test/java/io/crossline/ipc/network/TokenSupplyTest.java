// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.abi.AbiWriter;
import io.crossline.core.abi.Signature;
import io.crossline.ethereum.Erc20Token;
import io.crossline.ipc.CallMsg;
import io.crossline.ipc.FvmAddress;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.IpcReverts;
import io.crossline.ipc.gateway.IpcHandler;
import io.crossline.ipc.trace.Answer;
import io.crossline.ipc.trace.MessageStatus;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import org.junit.jupiter.api.Test;

/** Networks whose coins a token of their parent backs. */
class TokenSupplyTest {
  private static final CallMsg PING = new CallMsg(Bytes.utf8("ping"), Bytes.EMPTY);
  private static final IpcHandler QUIET = (envelope, context) -> Bytes.EMPTY;

  private static final IpcHandler CLOSED =
      (envelope, context) -> {
        throw context.revert("closed");
      };

  private final IpcNetwork net =
      IpcNetwork.root(314)
          .subnet("games", its -> its.withSupplyToken("USDX").withCoins(coins(1000), coins(7)))
          .subnet("games/chess", its -> its.withCoins(coins(300), coins(20)))
          .subnet("shop", its -> its.withSupplyToken("USDX").withCoins(coins(40), coins(0)))
          .start();

  private final IpcSubnet root = net.root();
  private final IpcSubnet games = net.at("games");
  private final Erc20Token token = root.token("USDX");
  private final EthAddress alice = root.account("alice");

  private static UInt256 coins(long amount) {
    return UInt256.of(amount);
  }

  private UInt256 locked() {
    return token.balanceOf(root.gateway().address());
  }

  /** The node's count and the parent's agree, and the tokens locked are what the children have. */
  private void agree(long inGames) {
    for (String path : new String[] {"games", "games/chess", "shop"}) {
      IpcSubnet child = net.at(path);
      IpcSubnet parent = child.parent().orElseThrow();
      assertThat(child.circulatingSupply())
          .as(path)
          .isEqualTo(parent.gateway().view().subnet(child.id()).orElseThrow().circSupply());
    }
    assertThat(games.circulatingSupply()).isEqualTo(coins(inGames));
    assertThat(locked()).isEqualTo(coins(inGames + 40));
  }

  private Outcome<Bytes> ask(EthAddress caller, String function, EthAddress to, long amount) {
    Bytes arguments = new AbiWriter().word(to).word(coins(amount)).toBytes();
    return root.transact(
        caller,
        token.address(),
        UInt256.ZERO,
        Bytes.concat(Signature.parse(function).selector(), arguments));
  }

  private Outcome<Bytes> take(EthAddress caller, EthAddress from, EthAddress to, long amount) {
    Bytes arguments = new AbiWriter().word(from).word(to).word(coins(amount)).toBytes();
    return root.transact(
        caller,
        token.address(),
        UInt256.ZERO,
        Bytes.concat(
            Signature.parse("transferFrom(address,address,uint256)").selector(), arguments));
  }

  private static String refusal(Outcome<?> outcome) {
    return outcome.fold((result, logs) -> "accepted", IpcReverts::describe);
  }

  @Test
  void genesisLocksTokensForTheSupplyAndCoinsForTheCollateral() {
    agree(1320);
    assertThat(net.at("games/chess").circulatingSupply()).isEqualTo(coins(300));
    assertThat(root.balance(root.gateway().address())).isEqualTo(coins(7));
    assertThat(games.balance(games.gateway().address())).isEqualTo(coins(320));
    for (IpcSubnet child : new IpcSubnet[] {games, net.at("shop")}) {
      assertThat(token.balanceOf(child.actor().orElseThrow().address())).isEqualTo(UInt256.ZERO);
    }
    assertThatThrownBy(() -> games.token("USDX"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there is no token \"USDX\"");
  }

  @Test
  void tokensGoDownAsCoinsAndComeUpAsTokens() {
    EthAddress down = games.account("bob");
    token.mint(alice, coins(100));
    token.approve(alice, root.gateway().address(), coins(100));
    root.follow(
        () ->
            root.gateway()
                .as(alice)
                .fundWithToken(games.id(), FvmAddress.of(down), coins(60))
                .orThrow());
    net.await(net.messages().get(0).tracingId(), MessageStatus.EXECUTED, IpcNetwork.AWAIT_LIMIT);
    assertThat(games.balance(down)).isEqualTo(coins(60));
    assertThat(token.balanceOf(alice)).isEqualTo(coins(40));
    agree(1380);

    IpcEnvelope back =
        games.follow(
            () -> games.gateway().as(down).release(FvmAddress.of(alice), coins(25)).orThrow());
    net.await(back.tracingId(), MessageStatus.EXECUTED, IpcNetwork.AWAIT_LIMIT);
    assertThat(games.balance(down)).isEqualTo(coins(35));
    assertThat(token.balanceOf(alice)).isEqualTo(coins(65));
    assertThat(root.balance(alice)).isEqualTo(UInt256.ZERO);
    agree(1355);
  }

  @Test
  void aFailedCallBringsItsTokensBack() {
    var closed = games.<IpcHandler>deploy("closed", CLOSED);
    var player = root.<IpcHandler>deploy("player", QUIET);
    token.mint(player.ethAddress(), coins(50));
    token.approve(player.ethAddress(), root.gateway().address(), coins(50));
    assertThat(
            refusal(
                player.transact(
                    (handler, context) -> context.send(closed.address(), PING, coins(0)))))
        .as("value 0 towards a token (trap 11)")
        .contains("No balance increase");
    IpcEnvelope call =
        root.follow(
            () ->
                root.gateway()
                    .as(player.ethAddress())
                    .sendContractXnetMessage(
                        IpcEnvelope.createCallMsg(
                            IpcAddress.EMPTY, closed.address(), coins(30), PING),
                        UInt256.ZERO)
                    .orThrow());
    assertThat(token.balanceOf(player.ethAddress())).isEqualTo(coins(20));
    Answer answer = net.await(call);
    assertThat(answer.description()).isEqualTo("ActorErr: closed");
    assertThat(answer.value()).isEqualTo(coins(30));
    assertThat(token.balanceOf(player.ethAddress())).isEqualTo(coins(50));
    agree(1320);
  }

  @Test
  void networksOfOneTokenReachEachOther() {
    var counter = net.at("shop").<IpcHandler>deploy("counter", QUIET);
    var player = games.<IpcHandler>deploy("player", QUIET);
    games.give(player.ethAddress(), coins(10));
    IpcEnvelope call =
        player
            .transact((handler, context) -> context.send(counter.address(), PING, coins(10)))
            .orThrow();
    assertThat(net.await(call).isOk()).isTrue();
    assertThat(net.at("shop").balance(counter.ethAddress())).isEqualTo(coins(10));
    assertThat(locked()).isEqualTo(coins(1360));
    assertThat(games.circulatingSupply()).isEqualTo(coins(1310));
    assertThat(net.at("shop").circulatingSupply()).isEqualTo(coins(50));
  }

  @Test
  void theTokenRefusesWhatIsNotThere() {
    token.mint(alice, coins(10));
    EthAddress bob = root.account("bob");
    assertThat(refusal(ask(alice, "transfer(address,uint256)", bob, 10))).isEqualTo("accepted");
    assertThat(refusal(ask(alice, "transfer(address,uint256)", bob, 1)))
        .contains("ERC20InsufficientBalance");
    assertThat(refusal(take(alice, bob, alice, 4))).contains("ERC20InsufficientAllowance");
    assertThat(refusal(ask(bob, "approve(address,uint256)", alice, 4))).isEqualTo("accepted");
    assertThat(refusal(take(alice, bob, alice, 5))).contains("ERC20InsufficientAllowance");
    assertThat(refusal(take(alice, bob, alice, 4))).isEqualTo("accepted");
    assertThat(refusal(take(alice, bob, alice, 1))).contains("ERC20InsufficientAllowance");
    assertThat(token.balanceOf(alice)).isEqualTo(coins(4));
    assertThat(token.balanceOf(bob)).isEqualTo(coins(6));
  }

  @Test
  void aTransferToOneselfMovesNothing() {
    token.mint(alice, coins(10));
    assertThat(refusal(ask(alice, "transfer(address,uint256)", alice, 10))).isEqualTo("accepted");
    assertThat(token.balanceOf(alice)).isEqualTo(coins(10));
  }
}
