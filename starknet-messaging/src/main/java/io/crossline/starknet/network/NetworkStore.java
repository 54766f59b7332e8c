// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.core.chain.Chain;
import io.crossline.core.state.State;
import io.crossline.core.store.DifferentSetupException;
import io.crossline.core.store.NetworkSetup;
import io.crossline.core.store.Outbox;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.store.StateStore;
import io.crossline.starknet.l2.L2Chain;
import java.util.Optional;

/** Where a network is kept: in a store, or nowhere. */
final class NetworkStore {
  private final Optional<StateStore> store;
  private final Optional<Outbox> outbox;
  private final State state;
  private final boolean reopened;

  private NetworkStore(
      Optional<StateStore> store, Optional<Outbox> outbox, State state, boolean reopened) {
    this.store = store;
    this.outbox = outbox;
    this.state = state;
    this.reopened = reopened;
  }

  /** Keeps nothing. */
  static NetworkStore none() {
    return new NetworkStore(Optional.empty(), Optional.empty(), new State(), false);
  }

  /**
   * Opens what a store holds.
   *
   * @throws DifferentSetupException if it holds something else than a network with these parameters
   */
  static NetworkStore open(StateStore store, StarknetParameters parameters) {
    State state = new State(store, "network");
    boolean reopened =
        new NetworkSetup(state).check(store, SetupTexts.of(parameters), SetupTexts.TABLES);
    return new NetworkStore(Optional.of(store), Optional.of(new Outbox(store)), state, reopened);
  }

  /** Whether the network was there before. */
  boolean isReopened() {
    return reopened;
  }

  /** What the processes of the network keep, in tables of the host. */
  State state() {
    return state;
  }

  Optional<StateStore> store() {
    return store;
  }

  /** What listeners are told, if it is kept. */
  Optional<Outbox> outbox() {
    return outbox;
  }

  Chain l1(BlockInfo first) {
    return store.map(in -> new Chain("L1", first, in)).orElseGet(() -> new Chain("L1", first));
  }

  L2Chain l2(StarknetParameters parameters, BlockInfo first) {
    return store
        .map(in -> new L2Chain(parameters.chain(), first, parameters.l2Rules(), in))
        .orElseGet(() -> new L2Chain(parameters.chain(), first, parameters.l2Rules()));
  }
}
