// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.core.chain.ChainUpgrade;
import io.crossline.core.store.StoreUpgrade;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Codec;
import io.crossline.starknet.Felt;
import java.util.List;

/** How a Starknet network in a store of format 1 becomes one of today. */
final class StarknetUpgrade implements StoreUpgrade.Rule {
  private static final String EVENTS = "outbox/events";
  private static final String CONTRACTS = "network/contracts";

  private StarknetUpgrade() {}

  /** All rules for a store that holds one. */
  static List<StoreUpgrade.Rule> rules() {
    return List.of(new StarknetUpgrade(), new ChainUpgrade());
  }

  @Override
  public boolean changes(String table) {
    return table.equals(EVENTS) || table.equals(CONTRACTS);
  }

  @Override
  public void upgrade(String table, Bytes key, Bytes value, StoreUpgrade.Rows out) {
    if (table.equals(EVENTS)) {
      NetworkEvent event = NetworkEventCodec.OLD_EVENT.decode(value);
      out.put(table, key, NetworkEventCodec.EVENT.encode(event));
    } else {
      // The place of a contract was its address alone, since none but those of L2 were noted.
      out.put(table, Codec.TEXT.encode("L2 " + Felt.CODEC.decode(key)), value);
    }
  }
}
