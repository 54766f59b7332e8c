// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.record;

import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.l1.StarknetCore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Entries of the maps of a core contract, by message hash.
 *
 * @param toL2 pending messages to L2
 * @param cancellations when cancellations were requested
 * @param toL1 messages to L1 that can be consumed
 */
record CoreEntries(
    Map<Bytes32, UInt256> toL2, Map<Bytes32, UInt256> cancellations, Map<Bytes32, UInt256> toL1) {
  CoreEntries() {
    this(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
  }

  static CoreEntries of(StarknetCore core, List<Bytes32> toL2, List<Bytes32> toL1) {
    CoreEntries entries = new CoreEntries();
    for (Bytes32 hash : toL2) {
      entries.toL2.put(hash, core.l1ToL2Messages(hash));
      entries.cancellations.put(hash, core.l1ToL2MessageCancellations(hash));
    }
    toL1.forEach(hash -> entries.toL1.put(hash, core.l2ToL1Messages(hash)));
    return entries;
  }

  /** Takes later ones in. */
  void putAll(CoreEntries later) {
    toL2.putAll(later.toL2);
    cancellations.putAll(later.cancellations);
    toL1.putAll(later.toL1);
  }

  Members json() {
    return new Members()
        .put("l1ToL2Messages", json(toL2))
        .put("l1ToL2MessageCancellations", json(cancellations))
        .put("l2ToL1Messages", json(toL1));
  }

  private static Members json(Map<Bytes32, UInt256> map) {
    Members members = new Members();
    map.forEach((hash, value) -> members.put(hash.toString(), value));
    return members;
  }
}
