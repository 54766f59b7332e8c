// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.bottomup;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.abi.AbiValue;
import io.crossline.core.abi.RawRevert;
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
import io.crossline.ipc.abi.ContractFunctions;
import io.crossline.ipc.abi.SubnetActorFunctions;
import io.crossline.ipc.checkpoint.BatchInclusion;
import io.crossline.ipc.gateway.Gateway;
import io.crossline.ipc.gateway.GatewayConfig;
import io.crossline.ipc.merkle.StandardMerkleTree;
import io.crossline.ipc.quorum.QuorumCertificate;
import io.crossline.ipc.quorum.QuorumVerifier;
import io.crossline.ipc.quorum.ValidatorKey;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.Revert;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The calldata face of a subnet actor, whose checkpoints a quorum of validators signs. */
class SubnetActorCalldataTest {
  private static final EthAddress OWNER = EthAddress.of(UInt256.of(1));
  private static final EthAddress ACTOR = EthAddress.of(UInt256.of(2));
  private static final EthAddress ANYONE = EthAddress.of(UInt256.of(3));
  private static final SubnetId ROOT = SubnetId.root(314);
  private static final SubnetId SUBNET = ROOT.child(ACTOR);
  private static final UInt64 HEIGHT = UInt64.of(10);
  private static final List<ValidatorKey> KEYS =
      Stream.of(1, 2, 3, 4).map(number -> ValidatorKey.of(UInt256.of(number))).toList();
  private static final IpcEnvelope MESSAGE =
      IpcEnvelope.createTransferMsg(
              IpcAddress.of(SUBNET, ANYONE), IpcAddress.of(ROOT, ANYONE), UInt256.of(5))
          .withNonces(UInt64.ZERO, UInt64.ZERO);
  private static final StandardMerkleTree TREE = StandardMerkleTree.of(List.of(MESSAGE));
  private static final StateCommitment BREAKDOWN =
      new StateCommitment(
          Bytes.utf8("state"),
          new BatchCommitment(UInt64.ONE, TREE.root()),
          UInt64.ZERO,
          new ActivityCommitment(new AggregatedStats(UInt64.ZERO, UInt64.ZERO), Bytes32.ZERO));
  private static final CheckpointHeader HEADER =
      new CheckpointHeader(SUBNET, HEIGHT, AppHash.of(BREAKDOWN));
  private static final List<BatchInclusion> INCLUSIONS =
      List.of(new BatchInclusion(MESSAGE, TREE.proof(0)));

  private final Chain chain = new Chain("test", new BlockInfo(UInt64.ONE, UInt64.ONE));
  private final Gateway gateway =
      Gateway.deploy(
          chain, EthAddress.of(UInt256.of(9)), GatewayConfig.of(ROOT, UInt256.of(10), OWNER));
  private final QuorumVerifier quorum =
      QuorumVerifier.of(
          Map.of(
              KEYS.get(0).address(), UInt256.ONE,
              KEYS.get(1).address(), UInt256.ONE,
              KEYS.get(2).address(), UInt256.ONE,
              KEYS.get(3).address(), UInt256.ONE));
  private final SubnetActor actor =
      SubnetActor.deploy(
          chain,
          ACTOR,
          new SubnetActorConfig(
              gateway, SUBNET, UInt256.of(10), Asset.NATIVE, Asset.NATIVE, quorum));

  @BeforeEach
  void register() {
    chain.mint(ACTOR, UInt256.of(100));
    chain.mint(ANYONE, UInt256.of(100));
    gateway.as(OWNER).approveSubnet(ACTOR).orThrow();
    actor.register(UInt256.of(100), UInt256.ZERO).orThrow();
  }

  private static Bytes certificate(int signers) {
    return new QuorumCertificate(
            KEYS.subList(0, signers).stream().map(key -> key.sign(HEADER)).toList())
        .encoded();
  }

  private static Bytes submission(int signers) {
    return SubnetActorFunctions.SUBMIT_BOTTOM_UP_CHECKPOINT.encodeCall(
        new SubnetActorFunctions.SignedCheckpoint(
                SUBNET, HEIGHT, HEADER.appHash(), certificate(signers))
            .encoded());
  }

  private static Bytes breakdown() {
    return SubnetActorFunctions.RECORD_APP_HASH_BREAKDOWN.encodeCall(
        new SubnetActorFunctions.Breakdown(HEIGHT, SUBNET, BREAKDOWN));
  }

  private static Bytes batch() {
    return SubnetActorFunctions.EXEC_BOTTOM_UP_MSG_BATCH.encodeCall(
        new SubnetActorFunctions.Batch(HEIGHT, INCLUSIONS));
  }

  private Outcome<Bytes> call(Bytes calldata) {
    return chain.transact(ANYONE, ACTOR, UInt256.ZERO, calldata);
  }

  private static Revert refusal(Outcome<?> outcome) {
    return outcome.fold(
        (result, logs) -> {
          throw new AssertionError("accepted: " + result);
        },
        revert -> revert);
  }

  @Test
  void aCheckpointGoesThroughByCalldataAlone() {
    assertThat(call(submission(3)).orThrow()).isEqualTo(Bytes.EMPTY);
    assertThat(call(breakdown()).orThrow()).isEqualTo(Bytes.EMPTY);
    Outcome<Bytes> executed = call(batch());
    assertThat(executed.orThrow()).isEqualTo(Bytes.EMPTY);
    assertThat(executed.logs()).hasSize(1); // the Result on its way down
    assertThat(actor.lastCommittedHeight()).isEqualTo(HEIGHT);
    assertThat(actor.pendingBatches()).isEmpty();
    assertThat(chain.balance(ANYONE)).isEqualTo(UInt256.of(105));
  }

  @Test
  void bothFacesRefuseTheSame() {
    assertThat(refusal(call(submission(2))))
        .isEqualTo(refusal(actor.submitBottomUpCheckpoint(ANYONE, HEADER, certificate(2))));
    assertThat(refusal(call(breakdown())))
        .isEqualTo(refusal(actor.recordAppHashBreakdown(ANYONE, HEIGHT, BREAKDOWN)));
    assertThat(refusal(call(batch())))
        .isEqualTo(refusal(actor.execBottomUpMsgBatch(ANYONE, HEIGHT, INCLUSIONS)));
    assertThat(refusal(call(submission(2))).description())
        .isEqualTo(
            "checkpoint header not verified: its signers have 2 of 4, must have more than two"
                + " thirds");
    call(submission(3)).orThrow();
    assertThat(refusal(call(submission(3))))
        .isEqualTo(IpcError.BOTTOM_UP_CHECKPOINT_ALREADY_SUBMITTED.revert());
  }

  @Test
  void gettersTellWhatUsersNeed() {
    call(submission(4)).orThrow();
    var height = SubnetActorFunctions.LAST_BOTTOM_UP_CHECKPOINT_HEIGHT;
    assertThat(height.decodeReturn(call(height.encodeCall(Nothing.NOTHING)).orThrow()))
        .isEqualTo(UInt256.of(10));
    assertThat(height.selector()).hasToString("0x72d0a0e0");
    var period = SubnetActorFunctions.BOTTOM_UP_CHECK_PERIOD;
    assertThat(period.decodeReturn(call(period.encodeCall(Nothing.NOTHING)).orThrow()))
        .isEqualTo(UInt256.of(10));
    var address = SubnetActorFunctions.IPC_GATEWAY_ADDR;
    assertThat(address.decodeReturn(call(address.encodeCall(Nothing.NOTHING)).orThrow()))
        .isEqualTo(gateway.address());
    var supply = ContractFunctions.SUPPLY_SOURCE;
    assertThat(supply.decodeReturn(call(supply.encodeCall(Nothing.NOTHING)).orThrow()))
        .isEqualTo(Asset.NATIVE);
  }

  @Test
  void whatIsMalformedRevertsAsADiamondDoes() {
    for (Bytes calldata : List.of(submission(3), breakdown(), batch())) {
      assertThat(refusal(chain.transact(ANYONE, ACTOR, UInt256.ONE, calldata)))
          .isEqualTo(RawRevert.EMPTY);
      for (int size = 5; size < calldata.size() - 31; size += 7) {
        assertThat(refusal(call(calldata.slice(0, size)))).isEqualTo(RawRevert.EMPTY);
      }
    }
    Bytes unknown = Bytes.parse("0xdeadbeef");
    assertThat(refusal(call(unknown)))
        .isEqualTo(IpcError.FUNCTION_NOT_FOUND.revert(AbiValue.fixed(unknown)));
    assertThat(chain.transact(ANYONE, ACTOR, UInt256.ONE, Bytes.EMPTY).isAccepted()).isTrue();
    assertThat(actor.lastSubmittedHeight()).isEqualTo(UInt64.ZERO);
  }
}
