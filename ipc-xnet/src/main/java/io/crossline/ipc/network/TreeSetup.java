// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import io.crossline.core.network.NetworkStore;
import io.crossline.messaging.store.StateStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a tree in a store was begun with, in the form in which a store keeps it. */
final class TreeSetup {
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Set<String> tables = new TreeSet<>(Set.of("network/", "outbox/"));

  private TreeSetup(long chainId, Map<String, SubnetSettings> settings) {
    texts.put("system", "ipc");
    texts.put("chain id", Long.toString(chainId));
    settings.forEach(this::add);
  }

  private void add(String path, SubnetSettings its) {
    tables.add(path + "/");
    String of = " of " + path;
    texts.put("block time" + of, its.blockTime().toString());
    texts.put("checkpoint period" + of, Long.toString(its.checkpointPeriod()));
    texts.put("finality depth" + of, Long.toString(its.finalityDepth()));
    texts.put("relay interval" + of, its.relayInterval().toString());
    texts.put("genesis coins" + of, its.genesisCoins().toString());
    texts.put("collateral" + of, its.collateral().toString());
    texts.put("depth of the tree" + of, Integer.toString(its.maxTreeDepth()));
    texts.put("rules" + of, its.rules().name());
    texts.put("supply token" + of, its.supplyToken().orElse("none"));
  }

  /**
   * Opens what the builder's store holds.
   *
   * @throws io.crossline.core.network.DifferentSetupException if it holds another tree
   */
  static NetworkStore open(
      long chainId, Map<String, SubnetSettings> settings, Optional<StateStore> store) {
    TreeSetup setup = new TreeSetup(chainId, settings);
    return NetworkStore.open(store, setup.texts, setup.tables);
  }
}
