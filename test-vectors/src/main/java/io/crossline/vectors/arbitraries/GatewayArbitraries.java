// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.arbitraries;

import io.crossline.ipc.ActivityCommitment;
import io.crossline.ipc.ActivityRollup;
import io.crossline.ipc.AggregatedStats;
import io.crossline.ipc.BatchCommitment;
import io.crossline.ipc.BottomUpCheckpoint;
import io.crossline.ipc.BottomUpMsgBatch;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.ParentFinality;
import io.crossline.ipc.StateCommitment;
import io.crossline.ipc.Subnet;
import io.crossline.ipc.ValidatorActivity;
import io.crossline.ipc.checkpoint.BatchInclusion;
import io.crossline.ipc.checkpoint.Membership;
import io.crossline.ipc.checkpoint.Validator;
import io.crossline.ipc.event.GatewayEvent;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * What gateways of IPC keep, carry to one another and emit. Values are of the right form and need
 * not fit together: no commitment is that of the messages beside it.
 *
 * <p>Thread-safe: functions without a state.
 */
@SuppressWarnings("exports") // jqwik is required statically, see module-info
public final class GatewayArbitraries {
  private static final int MOST_MESSAGES = 3;

  private GatewayArbitraries() {}

  /**
   * Children as a gateway keeps them.
   *
   * @return the arbitrary
   */
  public static Arbitrary<Subnet> subnet() {
    Arbitrary<UInt256> coins = ValueArbitraries.uint256();
    Arbitrary<UInt64> nonce = ValueArbitraries.uint64();
    return Combinators.combine(coins, coins, coins, nonce, nonce, IpcArbitraries.subnetId())
        .as(Subnet::new)
        .withoutEdgeCases();
  }

  /**
   * Blocks of the parent that a child takes for final.
   *
   * @return the arbitrary
   */
  public static Arbitrary<ParentFinality> parentFinality() {
    return Arbitraries.oneOf(
            Combinators.combine(ValueArbitraries.uint256(), ValueArbitraries.bytes32())
                .as(ParentFinality::new),
            Arbitraries.of(ParentFinality.NONE))
        .withoutEdgeCases();
  }

  /**
   * Validators.
   *
   * @return the arbitrary
   */
  public static Arbitrary<Validator> validator() {
    return Combinators.combine(
            ValueArbitraries.uint256(), ValueArbitraries.ethAddress(), ValueArbitraries.bytes(70))
        .as(Validator::new);
  }

  /**
   * Sets of validators.
   *
   * @return the arbitrary
   */
  public static Arbitrary<Membership> membership() {
    return Combinators.combine(validator().list().ofMaxSize(4), ValueArbitraries.uint64())
        .as(Membership::new)
        .withoutEdgeCases();
  }

  /**
   * What validators did, by each of them.
   *
   * @return the arbitrary
   */
  public static Arbitrary<ActivityRollup> activityRollup() {
    Arbitrary<ValidatorActivity> one =
        Combinators.combine(ValueArbitraries.ethAddress(), ValueArbitraries.uint64())
            .as(ValidatorActivity::new);
    return Combinators.combine(aggregatedStats(), one.list().ofMaxSize(4))
        .as(ActivityRollup::new)
        .withoutEdgeCases();
  }

  private static Arbitrary<AggregatedStats> aggregatedStats() {
    return Combinators.combine(ValueArbitraries.uint64(), ValueArbitraries.uint64())
        .as(AggregatedStats::new);
  }

  /**
   * What a checkpoint commits to.
   *
   * @return the arbitrary
   */
  public static Arbitrary<StateCommitment> stateCommitment() {
    Arbitrary<BatchCommitment> messages =
        Combinators.combine(ValueArbitraries.uint64(), ValueArbitraries.bytes32())
            .as(BatchCommitment::new);
    Arbitrary<ActivityCommitment> activity =
        Combinators.combine(aggregatedStats(), ValueArbitraries.bytes32())
            .as(ActivityCommitment::new);
    return Combinators.combine(
            ValueArbitraries.bytes(40), messages, ValueArbitraries.uint64(), activity)
        .as(StateCommitment::new)
        .withoutEdgeCases();
  }

  /**
   * Checkpoints, as the node of a subnet cuts them.
   *
   * @return the arbitrary
   */
  public static Arbitrary<BottomUpCheckpoint> bottomUpCheckpoint() {
    return Combinators.combine(stateCommitment(), messages(), activityRollup())
        .as(BottomUpCheckpoint::new)
        .withoutEdgeCases();
  }

  /**
   * Batches of messages that go up.
   *
   * @return the arbitrary
   */
  public static Arbitrary<BottomUpMsgBatch> bottomUpMsgBatch() {
    return Arbitraries.oneOf(
            Combinators.combine(IpcArbitraries.subnetId(), ValueArbitraries.uint256(), messages())
                .as(BottomUpMsgBatch::new),
            Arbitraries.of(BottomUpMsgBatch.NONE))
        .withoutEdgeCases();
  }

  /**
   * Messages with proofs, which prove nothing.
   *
   * @return the arbitrary
   */
  public static Arbitrary<BatchInclusion> batchInclusion() {
    return Combinators.combine(
            IpcArbitraries.envelope(), ValueArbitraries.bytes32().list().ofMaxSize(4))
        .as(BatchInclusion::new)
        .withoutEdgeCases();
  }

  private static Arbitrary<List<IpcEnvelope>> messages() {
    return IpcArbitraries.meaningfulEnvelope().list().ofMaxSize(MOST_MESSAGES);
  }

  /**
   * What gateways emit.
   *
   * @return the arbitrary
   */
  public static Arbitrary<GatewayEvent> gatewayEvent() {
    Arbitrary<Bytes32> id = ValueArbitraries.bytes32();
    Arbitrary<UInt64> height = ValueArbitraries.uint64();
    return Arbitraries.<GatewayEvent>oneOf(
            Combinators.combine(ValueArbitraries.ethAddress(), IpcArbitraries.envelope(), id)
                .as(GatewayEvent.NewTopDownMessage::new),
            id.map(GatewayEvent.QueuedBottomUpMessage::new),
            id.map(GatewayEvent.MessageStoredInPostbox::new),
            id.map(GatewayEvent.MessagePropagatedFromPostbox::new),
            ValueArbitraries.uint256().map(GatewayEvent.NewBottomUpMsgBatch::new),
            IpcArbitraries.subnetId().map(GatewayEvent.SubnetDestroyed::new),
            Combinators.combine(height, stateCommitment())
                .as(GatewayEvent.StateCommitmentCreated::new),
            Combinators.combine(height, messages()).as(GatewayEvent.BottomUpBatchRecorded::new),
            Combinators.combine(height, activityRollup())
                .as(GatewayEvent.ActivityRollupRecorded::new))
        .withoutEdgeCases();
  }
}
