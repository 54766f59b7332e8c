// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc.gateway;

import io.crossline.core.chain.Chain;
import io.crossline.core.state.JournaledList;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.gateway.HandlerContract;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import io.crossline.vectors.ipc.gateway.HandledForm.Handled;
import java.util.Optional;
import java.util.function.Function;

/**
 * An exchange of a case, where it is deployed.
 *
 * @param chain the chain
 * @param address where
 * @param contract the exchange as a contract
 * @param handled what its handlers were given so far
 */
record Exchange(
    Chain chain,
    EthAddress address,
    HandlerContract<ScriptedExchange> contract,
    JournaledList<Handled> handled) {
  /** A transaction that calls a function of the exchange. */
  <T> Outcome<T> call(EthAddress caller, UInt256 value, Function<ScriptedExchange, T> function) {
    return chain.execute(
        caller,
        address,
        value,
        contract.operation((exchange, context) -> function.apply(exchange)));
  }

  Optional<IpcEnvelope> inflight(Bytes32 id) {
    return call(EthAddress.ZERO, UInt256.ZERO, exchange -> exchange.inflightMsg(id)).orThrow();
  }

  UInt256 handledResults() {
    return call(EthAddress.ZERO, UInt256.ZERO, ScriptedExchange::handledResults).orThrow();
  }
}
