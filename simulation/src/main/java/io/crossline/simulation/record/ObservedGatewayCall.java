// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.record;

import io.crossline.core.chain.Attempt;
import io.crossline.ipc.gateway.GatewayOperation;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.List;
import java.util.Optional;

/**
 * A call of a gateway that ran.
 *
 * @param block the block
 * @param transaction the transaction's place in it
 * @param caller who called
 * @param value the coins that came along
 * @param call the function and its arguments
 * @param outcome how it ended
 * @param logs the gateway's logs
 * @param gateway the gateway's coins
 * @param others the coins of the others that took part
 * @param calls what the gateway called, as JSON
 * @param trouble why vectors cannot tell it, if so
 * @param state what the gateway held after it
 */
record ObservedGatewayCall(
    UInt64 block,
    int transaction,
    EthAddress caller,
    UInt256 value,
    GatewayOperation<?> call,
    Attempt<?> outcome,
    List<Log> logs,
    Change gateway,
    List<Change> others,
    List<Object> calls,
    Optional<String> trouble,
    Members state)
    implements ObservedCall {
  @Override
  public boolean failed() {
    return outcome instanceof Attempt.Failed<?>;
  }
}
