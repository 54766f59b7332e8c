// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import io.crossline.core.chain.Chain;
import io.crossline.core.state.State;
import io.crossline.core.store.DifferentSetupException;
import io.crossline.core.store.Outbox;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.store.StateStore;
import java.util.Optional;

/**
 * Where a tree is kept: in a store, or nowhere. Each chain has tables under its path, and what the
 * host keeps beside the chains has its own.
 */
final class TreeStore {
  private final Optional<StateStore> store;
  private final Optional<Outbox> outbox;
  private final State state;
  private final boolean reopened;

  /**
   * Opens what a store holds.
   *
   * @throws DifferentSetupException if it holds something else than the tree that is asked for
   */
  TreeStore(IpcNetworkBuilder builder) {
    store = builder.store();
    state = store.map(in -> new State(in, "network")).orElseGet(State::new);
    reopened = store.isPresent() && new TreeSetup(state, builder).check(store.get());
    outbox = store.map(Outbox::new);
  }

  /** Whether anything is kept. */
  boolean isDurable() {
    return store.isPresent();
  }

  /** Whether the tree was there before. */
  boolean isReopened() {
    return reopened;
  }

  Optional<StateStore> store() {
    return store;
  }

  /** What listeners are told. */
  Optional<Outbox> outbox() {
    return outbox;
  }

  /** What the host of the chains keeps. */
  State state() {
    return state;
  }

  Chain chain(String path, BlockInfo first) {
    return store.map(in -> new Chain(path, first, in)).orElseGet(() -> new Chain(path, first));
  }
}
