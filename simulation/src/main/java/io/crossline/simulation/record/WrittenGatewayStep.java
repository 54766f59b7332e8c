// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.record;

import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.List;

/**
 * A step of a gateway.
 *
 * @param block the block
 * @param text the step, without the balances that changed
 * @param gateway the gateway's coins after the step before and after this one
 * @param others the coins of the others that took part
 */
record WrittenGatewayStep(UInt64 block, String text, Change gateway, List<Change> others)
    implements WrittenStep {
  /** What the gateway owned after the step. */
  UInt256 coins() {
    return gateway.after();
  }
}
