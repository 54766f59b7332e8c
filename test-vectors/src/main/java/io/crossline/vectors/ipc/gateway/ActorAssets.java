// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc.gateway;

import io.crossline.core.abi.RawRevert;
import io.crossline.core.chain.Contract;
import io.crossline.core.chain.RevertSignal;
import io.crossline.ipc.Asset;
import io.crossline.ipc.abi.ContractFunctions;
import io.crossline.messaging.Bytes;
import java.util.Optional;

/**
 * What a subnet actor says of itself when a gateway asks.
 *
 * @param supplySource the asset that circulates in the subnet
 * @param collateralSource the asset that stake is paid in
 */
record ActorAssets(Asset supplySource, Asset collateralSource) {
  private static final int SELECTOR_BYTES = 4;

  /** What the getters return; nothing for calldata of anything else. */
  Optional<Bytes> answer(Bytes calldata) {
    Bytes selector = calldata.truncate(SELECTOR_BYTES);
    if (selector.equals(ContractFunctions.SUPPLY_SOURCE.selector())) {
      return Optional.of(ContractFunctions.SUPPLY_SOURCE.encodeReturn(supplySource));
    } else if (selector.equals(ContractFunctions.COLLATERAL_SOURCE.selector())) {
      return Optional.of(ContractFunctions.COLLATERAL_SOURCE.encodeReturn(collateralSource));
    }
    return Optional.empty();
  }

  /** An actor that has no other function and takes plain coins. */
  Contract asContract() {
    return (frame, calldata) ->
        calldata.isEmpty()
            ? Bytes.EMPTY
            : answer(calldata).orElseThrow(() -> new RevertSignal(RawRevert.EMPTY));
  }
}
