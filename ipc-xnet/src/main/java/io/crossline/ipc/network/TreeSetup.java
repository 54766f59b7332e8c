// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import io.crossline.core.state.State;
import io.crossline.core.store.NetworkSetup;
import io.crossline.messaging.store.StateStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a tree in a store was begun with: it goes on with the same, or not at all. */
final class TreeSetup {
  private final NetworkSetup setup;
  private final Map<String, String> wanted = new LinkedHashMap<>();
  private final Set<String> ownTables = new TreeSet<>(Set.of("network/", "outbox/"));

  TreeSetup(State state, IpcNetworkBuilder builder) {
    setup = new NetworkSetup(state);
    wanted.put("system", "ipc");
    wanted.put("chain id", Long.toString(builder.chainId()));
    builder.settings().forEach(this::want);
  }

  private void want(String path, SubnetSettings its) {
    ownTables.add(path + "/");
    String of = " of " + path;
    wanted.put("block time" + of, its.blockTime().toString());
    wanted.put("checkpoint period" + of, Long.toString(its.checkpointPeriod()));
    wanted.put("finality depth" + of, Long.toString(its.finalityDepth()));
    wanted.put("relay interval" + of, its.relayInterval().toString());
    wanted.put("genesis coins" + of, its.genesisCoins().toString());
    wanted.put("collateral" + of, its.collateral().toString());
    wanted.put("depth of the tree" + of, Integer.toString(its.maxTreeDepth()));
    wanted.put("rules" + of, its.rules().name());
    wanted.put("supply token" + of, its.supplyToken().orElse("none"));
  }

  /**
   * Compares, or takes note if the store holds no tree yet.
   *
   * @return whether the tree was there before
   * @throws io.crossline.core.store.DifferentSetupException if it is another one
   */
  boolean check(StateStore store) {
    return setup.check(store, wanted, ownTables);
  }
}
