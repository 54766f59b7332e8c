// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.network;

import io.crossline.core.chain.Chain;
import io.crossline.core.state.State;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.store.StateStore;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Where a network is kept: in a store, or nowhere.
 *
 * <p>Not thread-safe.
 */
public final class NetworkStore {
  private final Optional<StateStore> store;
  private final Optional<Outbox> outbox;
  private final State state;
  private final boolean reopened;

  private NetworkStore(Optional<StateStore> store, State state, boolean reopened) {
    this.store = store;
    this.outbox = store.map(Outbox::new);
    this.state = state;
    this.reopened = reopened;
  }

  /**
   * Opens what a store holds, or keeps nothing.
   *
   * @param store where the network is kept, if anywhere
   * @param settings what the network is set up with, as texts by their names
   * @param tables how the names of the tables begin that it has beside the kit's own
   * @return where it is kept
   * @throws DifferentSetupException if the store holds something else than a network with these
   *     settings
   * @throws io.crossline.messaging.store.StoreException if the store cannot be read, or an import
   *     has left it half filled
   */
  public static NetworkStore open(
      Optional<StateStore> store, Map<String, String> settings, Collection<String> tables) {
    if (store.isEmpty()) {
      return new NetworkStore(store, new State(), false);
    }
    State state = new State(store.get(), "network");
    boolean reopened = new NetworkSetup(state).check(store.get(), settings, tables);
    return new NetworkStore(store, state, reopened);
  }

  /**
   * Whether anything is kept.
   *
   * @return false without a store
   */
  public boolean isDurable() {
    return store.isPresent();
  }

  /**
   * Whether the store held the network before.
   *
   * @return false if it begins now
   */
  public boolean isReopened() {
    return reopened;
  }

  /**
   * The store.
   *
   * @return nothing if nothing is kept
   */
  public Optional<StateStore> store() {
    return store;
  }

  /**
   * What listeners are told, if it is kept.
   *
   * @return the outbox
   */
  public Optional<Outbox> outbox() {
    return outbox;
  }

  /**
   * What the processes of the network keep, in tables of the host.
   *
   * @return the state
   */
  public State state() {
    return state;
  }

  /**
   * Opens a chain of the network, or makes it.
   *
   * @param name what people call it, and its tables
   * @param first the block that is open at first
   * @return the chain
   */
  public Chain chain(String name, BlockInfo first) {
    return store.map(kept -> new Chain(name, first, kept)).orElseGet(() -> new Chain(name, first));
  }
}
