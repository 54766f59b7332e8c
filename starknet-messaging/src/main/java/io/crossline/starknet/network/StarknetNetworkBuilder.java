// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.core.fault.FaultPlan;
import io.crossline.core.network.DifferentSetupException;
import io.crossline.core.network.NetworkHost;
import io.crossline.core.network.NetworkStore;
import io.crossline.messaging.spi.MessagingMetrics;
import io.crossline.messaging.store.StateStore;
import io.crossline.messaging.store.StoreException;
import java.util.Optional;

/**
 * Describes how a {@link StarknetNetwork} is started.
 *
 * <p>Not thread-safe.
 */
public final class StarknetNetworkBuilder {
  private final StarknetParameters parameters;
  private FaultPlan faults = FaultPlan.NONE;
  private Optional<StateStore> store = Optional.empty();
  private MessagingMetrics metrics = MessagingMetrics.NONE;
  private boolean forgetting;

  StarknetNetworkBuilder(StarknetParameters parameters) {
    this.parameters = parameters;
  }

  /**
   * Lets things go wrong.
   *
   * @param plan what goes wrong and when; {@link StarknetHops} names where. When a network on a
   *     store is opened again, chance follows from the seed and the clock as before, and those of
   *     the plan's {@link FaultPlan#byHand} whose time has passed do not strike again.
   * @return this builder
   */
  public StarknetNetworkBuilder faults(FaultPlan plan) {
    faults = plan;
    return this;
  }

  /**
   * Keeps the network in a store, or goes on with the one that is there.
   *
   * <p>What a call did is safe in the store when the call returns; a long one commits on its way
   * too, always between two events of the clock. Opened again, the network is what it was at the
   * last commit: clock, blocks, balances, storage, statuses and names of messages, and when its
   * processes are due. What real nodes lose with their processes is lost: proofs that were not sent
   * yet, faults under way or given by hand, what the sequencer had read of L1 (it reads it again).
   * The timeline begins empty. No handler runs again for a message whose effect was committed.
   *
   * <p>Contracts are code, which no store keeps: deploy them again, on both layers, at the same
   * addresses and before anything else. The clock does not move while one is missing: {@link
   * io.crossline.core.network.MissingContractsException}. An {@link StarknetNetwork#account} is
   * there with its coins and its name; asking for it again gives it coins again, so ask {@link
   * StarknetNetwork#isReopened} first.
   *
   * <p>If a commit fails, the network stops: every further call throws a {@link StoreException}.
   *
   * @param kept the store, with nothing else of this or another network; whoever opened it closes
   *     it, after the network
   * @return this builder
   */
  public StarknetNetworkBuilder store(StateStore kept) {
    store = Optional.of(kept);
    return this;
  }

  /**
   * Forgets what is consumed, every few thousand events, as {@link
   * io.crossline.core.network.Network#forgetConsumed()} does. For a network whose consumers are
   * subscriptions.
   *
   * @return this builder
   */
  public StarknetNetworkBuilder forgettingConsumed() {
    forgetting = true;
    return this;
  }

  /**
   * Reports how messaging goes, with each commit to the {@link #store}; without one there is
   * nothing to report.
   *
   * @param told receives the reports
   * @return this builder
   */
  public StarknetNetworkBuilder metrics(MessagingMetrics told) {
    metrics = told;
    return this;
  }

  /**
   * Starts the network, or goes on with the one that the store holds.
   *
   * @return the network; its clock is at 0 if it begins
   * @throws DifferentSetupException if the store holds a network that is set up otherwise
   * @throws StoreException if the store cannot be read or written
   * @throws IllegalArgumentException if a planned fault cannot strike
   */
  public StarknetNetwork start() {
    NetworkStore kept = NetworkStore.open(store, SetupTexts.of(parameters), SetupTexts.TABLES);
    NetworkHost<NetworkEvent, NetworkListener> host =
        new NetworkHost<>(
            "the Starknet network",
            kept,
            NetworkEventCodec.EVENT,
            (event, listener) -> event.tell(listener),
            NetworkEvent::toldBlock);
    if (forgetting) {
      host.forgetWhenConsumed();
    }
    return new StarknetNetwork(parameters, faults, host, metrics);
  }
}
