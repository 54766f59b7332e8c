// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc.gateway;

import io.crossline.ipc.ActivityCommitment;
import io.crossline.ipc.ActivityRollup;
import io.crossline.ipc.AggregatedStats;
import io.crossline.ipc.BatchCommitment;
import io.crossline.ipc.BottomUpCheckpoint;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.StateCommitment;
import io.crossline.ipc.ValidatorActivity;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt64;
import io.crossline.vectors.form.Form;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.form.ObjectForm;
import io.crossline.vectors.ipc.EnvelopeForms;
import java.util.function.Function;

/** How checkpoints and their parts are written in vectors. */
final class CheckpointForms {
  private static final Form<AggregatedStats> STATS =
      ObjectForm.<AggregatedStats>of()
          .field("totalActiveValidators", Forms.UINT64, AggregatedStats::totalActiveValidators)
          .field("totalNumBlocksCommitted", Forms.UINT64, AggregatedStats::totalNumBlocksCommitted)
          .build(
              read ->
                  new AggregatedStats(
                      read.get("totalActiveValidators", UInt64.class),
                      read.get("totalNumBlocksCommitted", UInt64.class)));

  private static final Form<ValidatorActivity> VALIDATOR =
      ObjectForm.<ValidatorActivity>of()
          .field("validator", Forms.ADDRESS, ValidatorActivity::validator)
          .field("blocksCommitted", Forms.UINT64, ValidatorActivity::blocksCommitted)
          .build(
              read ->
                  new ValidatorActivity(
                      read.get("validator", EthAddress.class),
                      read.get("blocksCommitted", UInt64.class)));

  private static final Form<ActivityCommitment> ACTIVITY_COMMITMENT =
      consensus(
          ActivityCommitment.class,
          ObjectForm.<ActivityCommitment>of()
              .field("stats", STATS, ActivityCommitment::stats)
              .field("dataRootCommitment", Forms.BYTES32, ActivityCommitment::dataRootCommitment)
              .build(
                  read ->
                      new ActivityCommitment(
                          read.get("stats", AggregatedStats.class),
                          read.get("dataRootCommitment", Bytes32.class))));

  static final Form<ActivityRollup> ROLLUP =
      consensus(
          ActivityRollup.class,
          ObjectForm.<ActivityRollup>of()
              .field("stats", STATS, ActivityRollup::stats)
              .field("data", Forms.list(VALIDATOR), ActivityRollup::data)
              .build(
                  read ->
                      new ActivityRollup(
                          read.get("stats", AggregatedStats.class),
                          read.list("data", ValidatorActivity.class))));

  private static final Form<BatchCommitment> BATCH_COMMITMENT =
      ObjectForm.<BatchCommitment>of()
          .field("totalNumMsgs", Forms.UINT64, BatchCommitment::totalNumMsgs)
          .field("msgsRoot", Forms.BYTES32, BatchCommitment::msgsRoot)
          .build(
              read ->
                  new BatchCommitment(
                      read.get("totalNumMsgs", UInt64.class), read.get("msgsRoot", Bytes32.class)));

  static final Form<StateCommitment> COMMITMENT =
      ObjectForm.<StateCommitment>of()
          .field("stateRoot", Forms.BYTES, StateCommitment::stateRoot)
          .field("msgBatchCommitment", BATCH_COMMITMENT, StateCommitment::msgBatchCommitment)
          .field(
              "validatorNextConfigurationNumber",
              Forms.UINT64,
              StateCommitment::validatorNextConfigurationNumber)
          .field("activityCommitment", ACTIVITY_COMMITMENT, StateCommitment::activityCommitment)
          .build(
              read ->
                  new StateCommitment(
                      read.get("stateRoot", Bytes.class),
                      read.get("msgBatchCommitment", BatchCommitment.class),
                      read.get("validatorNextConfigurationNumber", UInt64.class),
                      read.get("activityCommitment", ActivityCommitment.class)));

  static final Form<BottomUpCheckpoint> CHECKPOINT =
      ObjectForm.<BottomUpCheckpoint>of()
          .field("commitment", COMMITMENT, BottomUpCheckpoint::commitment)
          .field("msgs", Forms.list(EnvelopeForms.ENVELOPE), BottomUpCheckpoint::msgs)
          .field("activity", ROLLUP, BottomUpCheckpoint::activity)
          .build(
              read ->
                  new BottomUpCheckpoint(
                      read.get("commitment", StateCommitment.class),
                      read.list("msgs", IpcEnvelope.class),
                      read.get("activity", ActivityRollup.class)));

  private CheckpointForms() {}

  /** A struct whose only component is called consensus. */
  private static <T> Form<T> consensus(Class<T> type, Form<T> form) {
    return ObjectForm.<T>of()
        .field("consensus", form, Function.identity())
        .build(read -> read.get("consensus", type));
  }
}
