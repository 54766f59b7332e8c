// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.bottomup;

import io.crossline.core.hash.Keccak256;
import io.crossline.ipc.StateCommitment;
import io.crossline.ipc.abi.AbiArguments;
import io.crossline.ipc.abi.AbiForm;
import io.crossline.messaging.Bytes32;

/**
 * What the header of a subnet's next block commits to: {@code
 * keccak256(abi.encode(AppHashBreakdown))}.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class AppHash {
  private static final AbiArguments<StateCommitment> FORM =
      AbiArguments.one(AbiForm.of(StateCommitment.class));

  private AppHash() {}

  /**
   * The app hash of a checkpoint.
   *
   * @param breakdown what it is made of
   * @return the hash
   */
  public static Bytes32 of(StateCommitment breakdown) {
    return Keccak256.hash(FORM.encode(breakdown));
  }
}
