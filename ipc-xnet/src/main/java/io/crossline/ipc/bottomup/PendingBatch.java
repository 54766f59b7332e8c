// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.bottomup;

import io.crossline.ipc.BatchCommitment;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt64;
import java.util.List;

/**
 * A batch that was committed to and not executed whole: an entry of {@code
 * listPendingBatchCommitments} upstream.
 *
 * <p>Immutable and thread-safe.
 *
 * @param height the checkpoint's height
 * @param commitment how many messages it has, and the root of their tree
 * @param executed the leaves of the messages that were executed, in order
 */
public record PendingBatch(UInt64 height, BatchCommitment commitment, List<Bytes32> executed) {
  /** Copies the leaves. */
  public PendingBatch {
    executed = List.copyOf(executed);
  }
}
