// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import io.crossline.core.chain.ChainUpgrade;
import io.crossline.core.network.NetworkSetup;
import io.crossline.core.state.State;
import io.crossline.core.store.StoreUpgrade;
import io.crossline.ipc.trace.IpcNetworkEvent;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.store.StateStore;
import java.util.List;

/**
 * How a tree of IPC networks in a store of format 1 becomes one of today.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class IpcUpgrade implements StoreUpgrade.Rule {
  private static final String EVENTS = "outbox/events";

  private IpcUpgrade() {}

  /**
   * The rules for a store that holds a tree.
   *
   * @return the rules, to be given to {@link StoreUpgrade#run}
   */
  public static List<StoreUpgrade.Rule> rules() {
    return List.of(new IpcUpgrade(), new ChainUpgrade());
  }

  /**
   * Whether a store holds a tree, in whatever form.
   *
   * @param store the store, which is only read
   * @return true if it does
   */
  public static boolean appliesTo(StateStore store) {
    return new NetworkSetup(new State(store, "network")).get("system").equals("ipc");
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
