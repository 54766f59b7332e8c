// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc.gateway;

import io.crossline.ipc.ActivityCommitment;
import io.crossline.ipc.ActivityRollup;
import io.crossline.ipc.AggregatedStats;
import io.crossline.ipc.BatchCommitment;
import io.crossline.ipc.BottomUpCheckpoint;
import io.crossline.ipc.StateCommitment;
import io.crossline.ipc.ValidatorActivity;
import io.crossline.vectors.form.Form;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.form.ObjectForm;
import io.crossline.vectors.ipc.EnvelopeForms;
import java.util.function.Function;

/** How checkpoints and their parts are written in vectors. */
final class CheckpointForms {
  private static final Form<AggregatedStats> STATS =
      ObjectForm.record(AggregatedStats.class, Forms.UINT64, Forms.UINT64);

  private static final Form<ValidatorActivity> VALIDATOR =
      ObjectForm.record(ValidatorActivity.class, Forms.ADDRESS, Forms.UINT64);

  private static final Form<ActivityCommitment> ACTIVITY_COMMITMENT =
      consensus(
          ActivityCommitment.class,
          ObjectForm.record(ActivityCommitment.class, STATS, Forms.BYTES32));

  static final Form<ActivityRollup> ROLLUP =
      consensus(
          ActivityRollup.class,
          ObjectForm.record(ActivityRollup.class, STATS, Forms.list(VALIDATOR)));

  private static final Form<BatchCommitment> BATCH_COMMITMENT =
      ObjectForm.record(BatchCommitment.class, Forms.UINT64, Forms.BYTES32);

  static final Form<StateCommitment> COMMITMENT =
      ObjectForm.record(
          StateCommitment.class, Forms.BYTES, BATCH_COMMITMENT, Forms.UINT64, ACTIVITY_COMMITMENT);

  static final Form<BottomUpCheckpoint> CHECKPOINT =
      ObjectForm.record(
          BottomUpCheckpoint.class, COMMITMENT, Forms.list(EnvelopeForms.ENVELOPE), ROLLUP);

  private CheckpointForms() {}

  /** A struct whose only component is called consensus. */
  private static <T> Form<T> consensus(Class<T> type, Form<T> form) {
    return ObjectForm.<T>of()
        .field("consensus", form, Function.identity())
        .build(read -> read.get("consensus", type));
  }
}
