// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.bottomup;

import io.crossline.core.abi.AbiWriter;
import io.crossline.ipc.AggregatedStats;
import io.crossline.ipc.StateCommitment;
import io.crossline.messaging.Bytes32;

/**
 * What the header of a subnet's next block commits to: {@code
 * keccak256(abi.encode(AppHashBreakdown))}.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class AppHash {
  private static final int HEAD_WORDS = 7;

  private AppHash() {}

  /**
   * The app hash of a checkpoint.
   *
   * @param breakdown what it is made of
   * @return the hash
   */
  public static Bytes32 of(StateCommitment breakdown) {
    AggregatedStats stats = breakdown.activityCommitment().stats();
    AbiWriter out = AbiWriter.ofThread();
    out.number(32);
    out.number(32L * HEAD_WORDS);
    out.word(breakdown.msgBatchCommitment().totalNumMsgs());
    out.word(breakdown.msgBatchCommitment().msgsRoot());
    out.word(breakdown.validatorNextConfigurationNumber());
    out.word(stats.totalActiveValidators());
    out.word(stats.totalNumBlocksCommitted());
    out.word(breakdown.activityCommitment().dataRootCommitment());
    out.bytes(breakdown.stateRoot());
    return out.keccak();
  }
}
