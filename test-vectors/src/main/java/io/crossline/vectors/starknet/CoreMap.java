// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.starknet;

import io.crossline.core.abi.Signature;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.l1.CoreSetup;
import io.crossline.starknet.l1.StarknetCore;
import java.util.Arrays;
import java.util.function.BiFunction;

/** The maps of the core contract by message hash, under the names of their getters. */
enum CoreMap {
  TO_L2("l1ToL2Messages", StarknetCore::l1ToL2Messages, CoreSetup.Builder::l1ToL2Message),
  CANCELLATIONS(
      "l1ToL2MessageCancellations",
      StarknetCore::l1ToL2MessageCancellations,
      CoreSetup.Builder::l1ToL2MessageCancellation),
  TO_L1("l2ToL1Messages", StarknetCore::l2ToL1Messages, CoreSetup.Builder::l2ToL1Message);

  private final String field;
  private final BiFunction<StarknetCore, Bytes32, UInt256> getter;
  private final Setter setter;
  private final Bytes selector;

  CoreMap(String field, BiFunction<StarknetCore, Bytes32, UInt256> getter, Setter setter) {
    this.field = field;
    this.getter = getter;
    this.setter = setter;
    this.selector = Signature.parse(field + "(bytes32)").selector();
  }

  /** What vectors call the map. */
  String field() {
    return field;
  }

  /** The names of all maps. */
  static String[] fields() {
    return Arrays.stream(values()).map(CoreMap::field).toArray(String[]::new);
  }

  /** An entry, through the typed face. */
  UInt256 get(StarknetCore core, Bytes32 hash) {
    return getter.apply(core, hash);
  }

  /** Calldata of the getter. */
  Bytes getterCall(Bytes32 hash) {
    return Bytes.concat(selector, hash.toBytes());
  }

  /** Writes an entry before the contract is deployed. */
  void put(CoreSetup.Builder setup, Bytes32 hash, UInt256 value) {
    setter.put(setup, hash, value);
  }

  /** Writes an entry of a setup. */
  private interface Setter {
    CoreSetup.Builder put(CoreSetup.Builder setup, Bytes32 hash, UInt256 value);
  }
}
