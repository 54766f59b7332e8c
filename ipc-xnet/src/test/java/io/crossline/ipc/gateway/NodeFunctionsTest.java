// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import static io.crossline.ipc.gateway.GatewayFixture.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.abi.AbiValue;
import io.crossline.core.chain.Nothing;
import io.crossline.ipc.ActivityCommitment;
import io.crossline.ipc.ActivityRollup;
import io.crossline.ipc.AggregatedStats;
import io.crossline.ipc.BatchCommitment;
import io.crossline.ipc.BottomUpCheckpoint;
import io.crossline.ipc.IpcError;
import io.crossline.ipc.ParentFinality;
import io.crossline.ipc.StateCommitment;
import io.crossline.ipc.abi.GatewayGetters;
import io.crossline.ipc.event.GatewayEventType;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What only the node calls, and the calldata face. */
class NodeFunctionsTest {
  private static final AggregatedStats NONE = new AggregatedStats(UInt64.ZERO, UInt64.ZERO);
  static final BottomUpCheckpoint CHECKPOINT =
      new BottomUpCheckpoint(
          new StateCommitment(
              Bytes.utf8("root"),
              new BatchCommitment(UInt64.ZERO, Bytes32.ZERO),
              UInt64.ZERO,
              new ActivityCommitment(NONE, Bytes32.ZERO)),
          List.of(),
          new ActivityRollup(NONE, List.of()));

  private final GatewayFixture child = GatewayFixture.child();

  private static ParentFinality finality(long height) {
    return new ParentFinality(UInt256.of(height), Bytes32.ZERO);
  }

  private Outcome<Bytes> calldata(UInt256 value, Bytes calldata) {
    return child.chain.transact(PERSON, child.gateway.address(), value, calldata);
  }

  @Test
  void finalityOnlyGrows() {
    assertThat(child.system().commitParentFinality(finality(3)).orThrow())
        .isEqualTo(ParentFinality.NONE);
    assertThat(child.system().commitParentFinality(finality(9)).orThrow()).isEqualTo(finality(3));
    assertThat(child.gateway.view().getParentFinality(UInt256.of(3))).isEqualTo(finality(3));
    assertThat(child.gateway.view().getParentFinality(UInt256.of(4)))
        .isEqualTo(ParentFinality.NONE);

    for (long height : new long[] {0, 9}) {
      child.refuses(
          () -> child.system().commitParentFinality(finality(height)),
          IpcError.PARENT_FINALITY_ALREADY_COMMITTED);
    }
    child.refuses(
        () -> child.gateway.as(PERSON).commitParentFinality(finality(10)),
        IpcError.NOT_SYSTEM_ACTOR);
  }

  @Test
  void trap34ACheckpointIsOnePerBlockAtTheBlocksHeight() {
    Outcome<Nothing> committed = child.system().commitCheckpoint(CHECKPOINT);
    assertThat(committed.logs())
        .extracting(log -> log.topics().get(0))
        .containsExactly(
            GatewayEventType.STATE_COMMITMENT_CREATED.topic(),
            GatewayEventType.BOTTOM_UP_BATCH_RECORDED.topic(),
            GatewayEventType.ACTIVITY_ROLLUP_RECORDED.topic());
    assertThat(child.gateway.view().lastCheckpointHeight()).isEqualTo(UInt256.of(5));

    child.refuses(
        () -> child.system().commitCheckpoint(CHECKPOINT), IpcError.CHECKPOINT_ALREADY_EXISTS);
    child.refuses(
        () -> child.gateway.as(PERSON).commitCheckpoint(CHECKPOINT), IpcError.NOT_SYSTEM_ACTOR);
    child.chain.seal(new BlockInfo(UInt64.of(6), UInt64.of(1_002)));
    assertThat(child.system().commitCheckpoint(CHECKPOINT).isAccepted()).isTrue();
  }

  @Test
  void calldataAndReturnDataAreThoseOfTheTypedFace() {
    Bytes returned =
        calldata(UInt256.ZERO, GatewayGetters.GET_NETWORK_NAME.encodeCall(Nothing.NOTHING))
            .orThrow();
    assertThat(GatewayGetters.GET_NETWORK_NAME.decodeReturn(returned)).isEqualTo(child.here);
    Bytes committed =
        child
            .chain
            .transact(
                SystemActors.SYSTEM_ACTOR,
                child.gateway.address(),
                UInt256.ZERO,
                new CommitParentFinality(finality(3)).calldata())
            .orThrow();
    assertThat(CommitParentFinality.FUNCTION.decodeReturn(committed))
        .isEqualTo(new GatewayFunctions.CommittedFinality(false, ParentFinality.NONE));
  }

  @Test
  void anUnknownFunctionIsNotFound() {
    for (Bytes unknown : List.of(Bytes.parse("0x05aff0b3"), Bytes.parse("0x05"), Bytes.EMPTY)) {
      Bytes selector = Bytes.concat(unknown, Bytes.of(new byte[4])).slice(0, 4);
      child.refuses(
          () -> calldata(UInt256.ZERO, unknown),
          IpcError.FUNCTION_NOT_FOUND.revert(AbiValue.fixed(selector)).data());
    }
  }

  @Test
  void trap36FunctionsThatTakeNoCoinsRevertWithoutData() {
    Bytes kill = new Kill().calldata();
    child.refuses(() -> calldata(UInt256.ONE, kill), Bytes.EMPTY);
    child.refuses(() -> calldata(UInt256.ZERO, kill), IpcError.NOT_REGISTERED_SUBNET);
    Bytes propagate = new PropagateAll().calldata();
    assertThat(calldata(UInt256.ONE, propagate).isAccepted()).isTrue();
  }

  @Test
  void calldataThatDoesNotDecodeRevertsWithoutData() {
    Bytes cut = new AddStake(UInt256.ONE).calldata().slice(0, 35);
    child.refuses(() -> calldata(UInt256.ZERO, cut), Bytes.EMPTY);
  }

  @Test
  void aGatewayIsMadeWithSensibleNumbers() {
    assertThatThrownBy(() -> GatewayConfig.of(child.here, UInt256.ZERO, PERSON))
        .hasMessageContaining("InvalidSubmissionPeriod");
    assertThatThrownBy(
            () ->
                new GatewayConfig(
                    child.here, UInt256.ONE, 50, 10, true, PERSON, GatewayRules.CE27BC4A))
        .hasMessageContaining("InvalidMajorityPercentage");
  }
}
