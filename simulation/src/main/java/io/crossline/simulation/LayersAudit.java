// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation;

import io.crossline.messaging.UInt256;
import io.crossline.simulation.audit.starknet.StarknetAuditSettings;
import io.crossline.simulation.audit.starknet.StarknetAuditor;
import io.crossline.starknet.Int256;
import io.crossline.starknet.network.StarknetParameters;

/**
 * Auditors of simulated Starknet networks.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class LayersAudit {
  private LayersAudit() {}

  /**
   * An auditor that has not been shown anything.
   *
   * @param network the parameters of a network that has not moved yet: L2's genesis is settled
   * @return the auditor
   */
  public static StarknetAuditor of(StarknetParameters network) {
    return new StarknetAuditor(
        new StarknetAuditSettings(
            network.core(),
            network.firstNonce(),
            UInt256.of(network.messageCancellationDelay().toSeconds()),
            network.feeCollector(),
            UInt256.ZERO,
            UInt256.ZERO,
            Int256.ZERO,
            network.l2Rules().includesFailing()));
  }
}
