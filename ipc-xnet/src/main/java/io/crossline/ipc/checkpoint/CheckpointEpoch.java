// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.checkpoint;

import io.crossline.core.abi.Panic;
import io.crossline.core.chain.RevertSignal;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;

/**
 * At which height the bottom-up messages of a block are cut into a batch: upstream's {@code
 * LibGateway.getNextEpoch}.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class CheckpointEpoch {
  private CheckpointEpoch() {}

  /**
   * The epoch whose batch takes the messages of a block: {@code (block / period + 1) * period}.
   * Block {@code e} itself belongs to {@code e + period}.
   *
   * @param blockNumber the block; only its lower 64 bits count (trap 18)
   * @param checkPeriod how many blocks make an epoch
   * @return the epoch, above the truncated block number
   * @throws RevertSignal with {@code Panic(0x12)} if the period is 0
   */
  public static UInt256 next(UInt256 blockNumber, UInt256 checkPeriod) {
    if (checkPeriod.isZero()) {
      throw new RevertSignal(Panic.DIVISION_BY_ZERO);
    }
    if (checkPeriod.bitLength() > 64) {
      return checkPeriod;
    }
    long block = blockNumber.limb(3);
    long begun = block - Long.remainderUnsigned(block, checkPeriod.limb(3));
    return UInt64.ofBits(begun).toUInt256().plus(checkPeriod);
  }
}
