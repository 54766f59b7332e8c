// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc;

import java.util.List;

/**
 * What a node hands its gateway at the end of an epoch: {@code BottomUpCheckpoint} in upstream's
 * {@code CheckpointingFacet.sol}. The gateway checks nothing of it (trap 34).
 *
 * <p>Immutable and thread-safe.
 *
 * @param commitment what the checkpoint stands for
 * @param msgs the bottom-up messages
 * @param activity the activity of validators in full
 */
public record BottomUpCheckpoint(
    StateCommitment commitment, List<IpcEnvelope> msgs, ActivityRollup activity) {
  /** Copies the messages. */
  public BottomUpCheckpoint {
    msgs = List.copyOf(msgs);
  }
}
