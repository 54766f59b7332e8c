// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.starknet;

import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.Int256;

/**
 * What the auditor has to be told of a network, because no log says it.
 *
 * <p>Immutable and thread-safe.
 *
 * @param core the core contract
 * @param firstNonce the nonce of the first message to L2
 * @param cancellationDelay how long after a request the core contract allows to cancel, in seconds;
 *     the same during the whole run
 * @param feeReceiver who is paid the fees: the fee collector, or the operator if there is none. It
 *     neither pays nor is paid anything else
 * @param openingOfCore the core contract's coins before the first block, in wei
 * @param openingOfFeeReceiver the fee receiver's coins before the first block, in wei
 * @param settledAtStart the L2 block that the core contract takes for settled before the first
 *     block
 * @param includesFailing whether a transaction whose handler fails stands in its block as REVERTED,
 *     as from v0.14.0 on
 */
public record StarknetAuditSettings(
    EthAddress core,
    UInt256 firstNonce,
    UInt256 cancellationDelay,
    EthAddress feeReceiver,
    UInt256 openingOfCore,
    UInt256 openingOfFeeReceiver,
    Int256 settledAtStart,
    boolean includesFailing) {
  private static final long FIVE_DAYS = 5 * 24 * 60 * 60;

  /**
   * A core contract as {@code initialize} leaves it, without coins: nonce 0, five days until a
   * cancellation, block -1; L2 from v0.14.0 on.
   *
   * @param core the core contract
   * @param feeReceiver who is paid the fees
   * @return the settings
   */
  public static StarknetAuditSettings of(EthAddress core, EthAddress feeReceiver) {
    return new StarknetAuditSettings(
        core,
        UInt256.ZERO,
        UInt256.of(FIVE_DAYS),
        feeReceiver,
        UInt256.ZERO,
        UInt256.ZERO,
        Int256.MINUS_ONE,
        true);
  }
}
