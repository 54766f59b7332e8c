// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import static io.crossline.ipc.gateway.GatewayFixture.ACTOR_A;
import static io.crossline.ipc.gateway.GatewayFixture.OWNER;
import static io.crossline.ipc.gateway.GatewayFixture.PERSON;
import static io.crossline.ipc.gateway.GatewayFixture.ROOT;
import static io.crossline.ipc.gateway.GatewayFixture.SENDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.ipc.Asset;
import io.crossline.ipc.FvmAddress;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.ParentFinality;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Every function has two faces, typed and calldata, which do the same to two equal gateways. */
class CalldataAgreementTest {
  private static final EthAddress ACTOR = GatewayFixture.address(0xe1);
  private static final FvmAddress TO = FvmAddress.of(PERSON);
  private static final UInt256 NO_COINS = UInt256.ZERO;

  private final GatewayFixture typed = GatewayFixture.child();
  private final GatewayFixture encoded = GatewayFixture.child();

  private static UInt256 coins(long amount) {
    return UInt256.of(amount);
  }

  private void newActor(Asset supply) {
    for (GatewayFixture fixture : List.of(typed, encoded)) {
      fixture.chain.deploy(ACTOR, GatewayFixture.actor(supply));
      fixture.chain.mint(ACTOR, coins(100));
    }
  }

  private static String everything(GatewayFixture fixture) {
    return fixture.everything() + fixture.gateway.view().isApproved(ACTOR);
  }

  private void agree(
      EthAddress caller,
      UInt256 value,
      GatewayOperation<?> operation,
      Bytes returned,
      Function<GatewayCaller, Outcome<?>> face) {
    String before = everything(encoded);
    Outcome<?> one = face.apply(typed.gateway.as(caller));
    Outcome<Bytes> other =
        encoded.chain.transact(caller, encoded.gateway.address(), value, operation.calldata());
    assertThat(one.isAccepted()).isTrue();
    assertThat(other.orThrow()).isEqualTo(returned);
    assertThat(other.logs()).isEqualTo(one.logs());
    assertThat(everything(encoded)).isEqualTo(everything(typed)).isNotEqualTo(before);
  }

  private void agree(
      EthAddress caller,
      UInt256 value,
      GatewayOperation<?> operation,
      Function<GatewayCaller, Outcome<?>> face) {
    agree(caller, value, operation, Bytes.EMPTY, face);
  }

  @Test
  void messages() {
    IpcEnvelope down = typed.callTo(typed.childA(), 5);
    agree(
        SENDER,
        coins(5),
        new SendContractXnetMessage(down),
        SendContractXnetMessage.FUNCTION.encodeReturn(down),
        gateway -> gateway.sendContractXnetMessage(down, coins(5)));
    List<IpcEnvelope> up =
        List.of(
            GatewayFixture.call(
                IpcAddress.of(typed.childA(), SENDER), IpcAddress.of(ROOT, PERSON), 3));
    agree(
        ACTOR_A,
        NO_COINS,
        new ExecBottomUpMsgBatch(up),
        gateway -> gateway.execBottomUpMsgBatch(up));
    agree(PERSON, coins(7), new PropagateAll(), gateway -> gateway.propagateAll(coins(7)));
  }

  @Test
  void whatTheNodeCalls() {
    List<IpcEnvelope> messages = List.of(typed.callFrom(ROOT, 0, 0));
    agree(
        SystemActors.SYSTEM_ACTOR,
        NO_COINS,
        new ApplyCrossMessages(messages),
        gateway -> gateway.applyCrossMessages(messages));
    ParentFinality previous = ParentFinality.NONE;
    for (long height : new long[] {3, 9}) {
      ParentFinality finality = new ParentFinality(UInt256.of(height), Bytes32.ZERO);
      agree(
          SystemActors.SYSTEM_ACTOR,
          NO_COINS,
          new CommitParentFinality(finality),
          CommitParentFinality.FUNCTION.encodeReturn(
              new GatewayFunctions.CommittedFinality(height != 3, previous)),
          gateway -> gateway.commitParentFinality(finality));
      previous = finality;
    }
    agree(
        SystemActors.SYSTEM_ACTOR,
        NO_COINS,
        new CommitCheckpoint(NodeFunctionsTest.CHECKPOINT),
        gateway -> gateway.commitCheckpoint(NodeFunctionsTest.CHECKPOINT));
  }

  @Test
  void funds() {
    agree(
        PERSON,
        coins(8),
        new Fund(typed.childA(), TO),
        gateway -> gateway.fund(typed.childA(), TO, coins(8)));
    agree(PERSON, coins(9), new Release(TO), gateway -> gateway.release(TO, coins(9)));
  }

  @Test
  void tokens() {
    newActor(Asset.erc20(TestToken.AT));
    for (GatewayFixture fixture : List.of(typed, encoded)) {
      new TestToken(fixture.chain).balances.put(PERSON, coins(100));
      fixture.gateway.as(OWNER).approveSubnet(ACTOR).orThrow();
      fixture.gateway.as(ACTOR).register(NO_COINS, NO_COINS, NO_COINS).orThrow();
    }
    agree(
        PERSON,
        NO_COINS,
        new FundWithToken(typed.here.child(ACTOR), TO, coins(30)),
        gateway -> gateway.fundWithToken(typed.here.child(ACTOR), TO, coins(30)));
  }

  @Test
  void subnets() {
    newActor(Asset.NATIVE);
    agree(OWNER, NO_COINS, new ApproveSubnet(ACTOR), gateway -> gateway.approveSubnet(ACTOR));
    agree(
        ACTOR,
        coins(40),
        new Register(NO_COINS, coins(40)),
        gateway -> gateway.register(NO_COINS, coins(40), coins(40)));
    agree(
        OWNER,
        NO_COINS,
        new RejectApprovedSubnet(ACTOR),
        gateway -> gateway.rejectApprovedSubnet(ACTOR));
    agree(ACTOR, coins(6), new AddStake(coins(5)), gateway -> gateway.addStake(coins(5), coins(6)));
    agree(ACTOR, NO_COINS, new ReleaseStake(coins(45)), gateway -> gateway.releaseStake(coins(45)));
    agree(ACTOR, NO_COINS, new Kill(), GatewayCaller::kill);
  }
}
