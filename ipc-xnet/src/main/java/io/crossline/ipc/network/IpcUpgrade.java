// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import io.crossline.core.chain.ChainUpgrade;
import io.crossline.core.store.StoreUpgrade;
import io.crossline.ipc.trace.IpcNetworkEvent;
import io.crossline.messaging.Bytes;
import java.util.List;

/** How a tree of IPC networks in a store of format 1 becomes one of today. */
final class IpcUpgrade implements StoreUpgrade.Rule {
  private static final String EVENTS = "outbox/events";

  private IpcUpgrade() {}

  /** All rules for a store that holds one. */
  static List<StoreUpgrade.Rule> rules() {
    return List.of(new IpcUpgrade(), new ChainUpgrade());
  }

  @Override
  public boolean changes(String table) {
    return table.equals(EVENTS);
  }

  @Override
  public void upgrade(String table, Bytes key, Bytes value, StoreUpgrade.Rows out) {
    IpcNetworkEvent event = IpcNetworkEvent.decodeOld(value);
    out.put(table, key, event.encode());
  }
}
