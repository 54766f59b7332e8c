// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.bottomup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.abi.AbiValue;
import io.crossline.core.abi.Require;
import io.crossline.core.chain.Chain;
import io.crossline.core.chain.Nothing;
import io.crossline.ipc.ActivityCommitment;
import io.crossline.ipc.AggregatedStats;
import io.crossline.ipc.Asset;
import io.crossline.ipc.BatchCommitment;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.IpcError;
import io.crossline.ipc.StateCommitment;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.checkpoint.BatchInclusion;
import io.crossline.ipc.gateway.Delivery;
import io.crossline.ipc.gateway.Gateway;
import io.crossline.ipc.gateway.GatewayConfig;
import io.crossline.ipc.merkle.StandardMerkleTree;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.Revert;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SubnetActorTest {
  private static final SubnetId ROOT = SubnetId.root(7);
  private static final EthAddress OWNER = EthAddress.of(UInt256.of(1));
  private static final EthAddress ACTOR = EthAddress.of(UInt256.of(2));
  private static final EthAddress ANYONE = EthAddress.of(UInt256.of(3));
  private static final UInt64 FIRST = UInt64.of(10);
  private static final SubnetId SUBNET = ROOT.child(ACTOR);
  private static final List<IpcEnvelope> MESSAGES = List.of(transfer(0), transfer(1));
  private static final StandardMerkleTree TREE = StandardMerkleTree.of(MESSAGES);
  private static final StateCommitment BREAKDOWN = breakdown(2, TREE.root());

  private final Chain chain = new Chain("root", new BlockInfo(UInt64.ONE, UInt64.ONE));
  private boolean genuine = true;
  private final Gateway gateway =
      Gateway.deploy(
          chain, EthAddress.of(UInt256.of(9)), GatewayConfig.of(ROOT, UInt256.of(10), OWNER));
  private final SubnetActor actor =
      SubnetActor.deploy(
          chain,
          ACTOR,
          new SubnetActorConfig(
              gateway,
              SUBNET,
              UInt256.of(10),
              Asset.NATIVE,
              Asset.NATIVE,
              (header, certificate) -> genuine ? Optional.empty() : Optional.of("forged")));

  private static IpcEnvelope transfer(long nonce) {
    return IpcEnvelope.createTransferMsg(
            IpcAddress.of(SUBNET, ANYONE), IpcAddress.of(ROOT, ANYONE), UInt256.of(5))
        .withNonces(UInt64.of(nonce), UInt64.of(nonce));
  }

  private static StateCommitment breakdown(long count, Bytes32 root) {
    return new StateCommitment(
        Bytes.utf8("state"),
        new BatchCommitment(UInt64.of(count), root),
        UInt64.ZERO,
        new ActivityCommitment(new AggregatedStats(UInt64.ZERO, UInt64.ZERO), Bytes32.ZERO));
  }

  @BeforeEach
  void register() {
    chain.mint(ACTOR, UInt256.of(100));
    gateway.as(OWNER).approveSubnet(ACTOR).orThrow();
    actor.register(UInt256.of(100), UInt256.ZERO).orThrow();
  }

  private Outcome<Nothing> submit(UInt64 height, StateCommitment breakdown) {
    return actor.submitBottomUpCheckpoint(
        ANYONE, new CheckpointHeader(SUBNET, height, AppHash.of(breakdown)));
  }

  private static List<BatchInclusion> all() {
    return List.of(
        new BatchInclusion(MESSAGES.get(0), TREE.proof(0)),
        new BatchInclusion(MESSAGES.get(1), TREE.proof(1)));
  }

  private static void refused(Outcome<?> outcome, Revert revert) {
    assertThat(outcome).isEqualTo(Outcome.reverted(revert));
  }

  @Test
  void takesACheckpointInThreeSteps() {
    submit(FIRST, BREAKDOWN).orThrow();
    actor.recordAppHashBreakdown(ANYONE, FIRST, BREAKDOWN).orThrow();
    List<Delivery> deliveries = actor.execBottomUpMsgBatch(ANYONE, FIRST, all()).orThrow();

    assertThat(deliveries)
        .extracting(Delivery::fate)
        .containsExactly(Delivery.Fate.EXECUTED, Delivery.Fate.EXECUTED);
    assertThat(chain.balance(ANYONE)).isEqualTo(UInt256.of(10));
    assertThat(actor.pendingBatches()).isEmpty();
    assertThat(actor.lastSubmittedHeight()).isEqualTo(FIRST);
    assertThat(actor.lastCommittedHeight()).isEqualTo(FIRST);
  }

  @Test
  void messagesOutOfOrderAreLostAsNonceErrors() {
    submit(FIRST, BREAKDOWN).orThrow();
    actor.recordAppHashBreakdown(ANYONE, FIRST, BREAKDOWN).orThrow();
    List<Delivery> second =
        actor.execBottomUpMsgBatch(ANYONE, FIRST, all().subList(1, 2)).orThrow();
    assertThat(second).extracting(Delivery::fate).containsExactly(Delivery.Fate.REFUSED);
    refused(
        actor.execBottomUpMsgBatch(ANYONE, FIRST, all().subList(1, 2)),
        IpcError.BATCH_MSG_ALREADY_EXECUTED.revert());
    assertThat(actor.pendingBatches().get(0).executed()).containsExactly(TREE.leaves().get(1));
  }

  @Test
  void heightsComeOnePeriodAfterTheOther() {
    refused(
        submit(UInt64.of(20), BREAKDOWN),
        IpcError.INVALID_CHECKPOINT_EPOCH.revert(AbiValue.number(10), AbiValue.number(20)));
    submit(FIRST, BREAKDOWN).orThrow();
    refused(submit(FIRST, BREAKDOWN), IpcError.BOTTOM_UP_CHECKPOINT_ALREADY_SUBMITTED.revert());
    submit(UInt64.of(20), BREAKDOWN).orThrow();
  }

  @Test
  void aHeaderThatIsNotVerifiedIsRefused() {
    genuine = false;
    refused(submit(FIRST, BREAKDOWN), new Require("checkpoint header not verified: forged"));
    assertThat(actor.lastSubmittedHeight()).isEqualTo(UInt64.ZERO);
  }

  @Test
  void theBreakdownMustGiveTheAppHash() {
    refused(
        actor.recordAppHashBreakdown(ANYONE, FIRST, BREAKDOWN),
        IpcError.APP_HASH_NOT_EQUAL.revert());
    submit(FIRST, BREAKDOWN).orThrow();
    refused(
        actor.recordAppHashBreakdown(ANYONE, FIRST, breakdown(1, TREE.root())),
        IpcError.APP_HASH_NOT_EQUAL.revert());
    assertThat(actor.pendingBatches()).isEmpty();
  }

  @Test
  void anEmptyBatchIsNotRecorded() {
    StateCommitment empty = breakdown(0, Bytes32.ZERO);
    submit(FIRST, empty).orThrow();
    actor.recordAppHashBreakdown(ANYONE, FIRST, empty).orThrow();
    assertThat(actor.pendingBatches()).isEmpty();
    assertThat(actor.lastCommittedHeight()).isEqualTo(FIRST);
  }

  @Test
  void whatTheGatewayRefusesIsNotExecuted() {
    IpcEnvelope tooMuch =
        IpcEnvelope.createTransferMsg(
            IpcAddress.of(SUBNET, ANYONE), IpcAddress.of(ROOT, ANYONE), UInt256.of(101));
    StandardMerkleTree tree = StandardMerkleTree.of(List.of(tooMuch));
    StateCommitment breakdown = breakdown(1, tree.root());
    submit(FIRST, breakdown).orThrow();
    actor.recordAppHashBreakdown(ANYONE, FIRST, breakdown).orThrow();
    refused(
        actor.execBottomUpMsgBatch(ANYONE, FIRST, List.of(new BatchInclusion(tooMuch, List.of()))),
        IpcError.NOT_ENOUGH_SUBNET_CIRC_SUPPLY.revert());
    assertThat(actor.pendingBatches()).hasSize(1);
    assertThat(actor.pendingBatches().get(0).executed()).isEmpty();
  }

  @Test
  void anActorGovernsTheSubnetOfItsAddress() {
    assertThatThrownBy(() -> SubnetActor.deploy(chain, ANYONE, actor.config()))
        .hasMessageContaining("does not govern");
  }
}
