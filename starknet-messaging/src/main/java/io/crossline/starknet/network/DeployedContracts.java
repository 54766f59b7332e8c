// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.core.state.HostTable;
import io.crossline.core.state.State;
import io.crossline.core.store.MissingContractsException;
import io.crossline.messaging.Codec;
import io.crossline.starknet.Felt;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which contracts were ever deployed on L2: code is not kept, but that it was there is. */
final class DeployedContracts {
  private final HostTable<Felt, String> ever;

  /** Those that are not deployed again yet, with their names. */
  private final Map<Felt, String> missing;

  DeployedContracts(State state) {
    ever = state.hostTable("contracts", Felt.CODEC, Codec.TEXT);
    missing = new LinkedHashMap<>(ever.entries());
  }

  void deployed(Felt address, String name) {
    ever.put(address, name);
    missing.remove(address);
  }

  /**
   * Checks that no message fails for want of a contract that was there.
   *
   * @throws MissingContractsException if one is not deployed again
   */
  void requireAll() {
    if (!missing.isEmpty()) {
      throw new MissingContractsException(
          missing.entrySet().stream()
              .map(contract -> contract.getValue() + " at " + contract.getKey())
              .toList());
    }
  }
}
