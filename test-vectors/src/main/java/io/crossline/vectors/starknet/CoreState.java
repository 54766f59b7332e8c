// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.starknet;

import io.crossline.core.abi.Signature;
import io.crossline.core.json.JsonValue;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.l1.StarknetCore;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a sequence says about the state: next nonce, balances, and entries of the maps. */
final class CoreState {
  static final Shape SHAPE =
      Shape.of()
          .expect("l1ToL2MessageNonce")
          .expect(CoreMap.fields())
          .optionalExpect("contractBalance", "feeCollectorBalance");

  private static final Bytes NONCE = Signature.parse("l1ToL2MessageNonce()").selector();

  private CoreState() {}

  /**
   * Compares the state.
   *
   * @param state what the case says
   * @param cores the contracts
   * @param collector whom fees are paid to
   * @param toL2 the messages to L2 of which entries must be listed, and no others
   * @param toL1 the same for messages to L1
   */
  static void compare(
      Fields state,
      TwinCores cores,
      EthAddress collector,
      Collection<Bytes32> toL2,
      Collection<Bytes32> toL1) {
    JsonValue where = state.object();
    state.expect(
        "l1ToL2MessageNonce",
        Forms.UINT256,
        cores.number(StarknetCore::l1ToL2MessageNonce, NONCE, where, state.differences()));
    for (CoreMap map : CoreMap.values()) {
      entries(state, cores, map, map == CoreMap.TO_L1 ? toL1 : toL2);
    }
    if (state.has("contractBalance")) {
      state.expect(
          "contractBalance",
          Forms.UINT256,
          cores.balance(TwinCores.CORE, where, state.differences()));
    }
    if (state.has("feeCollectorBalance")) {
      state.expect(
          "feeCollectorBalance",
          Forms.UINT256,
          cores.balance(collector, where, state.differences()));
    }
  }

  /** Compares the entries of a map, which must be those of the given messages. */
  static void entries(Fields state, TwinCores cores, CoreMap map, Collection<Bytes32> hashes) {
    Map<Bytes32, UInt256> entries = new LinkedHashMap<>();
    for (Bytes32 hash : hashes) {
      entries.put(
          hash,
          cores.number(
              core -> map.get(core, hash),
              map.getterCall(hash),
              state.object(),
              state.differences()));
    }
    state.expect(map.field(), StarknetForms.ENTRIES, entries);
  }
}
