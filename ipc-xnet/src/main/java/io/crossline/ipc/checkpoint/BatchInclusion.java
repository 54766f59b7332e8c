// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.checkpoint;

import io.crossline.ipc.IpcEnvelope;
import io.crossline.messaging.Bytes32;
import java.util.List;

/**
 * A message and the proof that a checkpoint's batch has it: {@code BottomUpBatch.Inclusion}
 * upstream.
 *
 * <p>Immutable and thread-safe.
 *
 * @param msg the message
 * @param proof the siblings of its leaf, from the leaf up
 */
public record BatchInclusion(IpcEnvelope msg, List<Bytes32> proof) {
  /** Copies the proof. */
  public BatchInclusion {
    proof = List.copyOf(proof);
  }
}
