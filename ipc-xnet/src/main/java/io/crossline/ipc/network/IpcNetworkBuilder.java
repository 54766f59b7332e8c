// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import io.crossline.core.fault.FaultPlan;
import io.crossline.core.network.DifferentSetupException;
import io.crossline.ipc.IpcHops;
import io.crossline.messaging.spi.MessagingMetrics;
import io.crossline.messaging.store.StateStore;
import io.crossline.messaging.store.StoreException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Describes a tree of networks. Paths name them: {@code games} is a child of the root, {@code
 * games/chess} a child of {@code games}, and a network is named before its children.
 *
 * <p>Not thread-safe: one thread describes a tree.
 */
public final class IpcNetworkBuilder {
  /** The path of the root: {@value}. */
  public static final String ROOT = "root";

  private final long chainId;
  private final Map<String, SubnetSettings> settings = new LinkedHashMap<>();
  private FaultPlan faults = FaultPlan.NONE;
  private boolean forgetting;
  private boolean forgettingConsumed;
  private Optional<StateStore> store = Optional.empty();
  private Optional<MessagingMetrics> metrics = Optional.empty();

  IpcNetworkBuilder(long chainId) {
    if (chainId < 1) {
      throw new IllegalArgumentException(
          "root: found chain id " + chainId + ", must be at least 1");
    }
    this.chainId = chainId;
    settings.put(ROOT, SubnetSettings.DEFAULT);
  }

  /**
   * Changes how the root runs.
   *
   * @param change makes the root's settings of the default ones
   * @return this builder
   */
  public IpcNetworkBuilder rootSettings(UnaryOperator<SubnetSettings> change) {
    settings.put(ROOT, change.apply(SubnetSettings.DEFAULT));
    return this;
  }

  /**
   * Adds a network with default settings.
   *
   * @param path its path
   * @return this builder
   */
  public IpcNetworkBuilder subnet(String path) {
    return subnet(path, UnaryOperator.identity());
  }

  /**
   * Adds a network.
   *
   * @param path its path
   * @param change makes its settings of the default ones
   * @return this builder
   * @throws IllegalArgumentException if the path is taken, malformed, or its parent was not named
   */
  public IpcNetworkBuilder subnet(String path, UnaryOperator<SubnetSettings> change) {
    if (!path.matches("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*")) {
      throw new IllegalArgumentException(
          "subnet: found path \""
              + path
              + "\", must be names of letters, digits, dots, hyphens and underscores, joined by /");
    }
    if (settings.containsKey(path)) {
      throw new IllegalArgumentException("subnet: there is a network \"" + path + "\" already");
    }
    if (!settings.containsKey(parentOf(path))) {
      throw new IllegalArgumentException(
          "subnet: the parent of \"" + path + "\" must be named before it");
    }
    settings.put(path, change.apply(SubnetSettings.DEFAULT));
    return this;
  }

  /**
   * Lets things go wrong; {@link IpcHops} says where.
   *
   * @param plan what and when
   * @return this builder
   */
  public IpcNetworkBuilder faults(FaultPlan plan) {
    faults = plan;
    return this;
  }

  /**
   * Makes a network for runs of millions of messages, which keeps only what is still needed:
   * messages that have not ended, the latest lines of the timeline, and of finished blocks those
   * that a child or a relayer still reads, at least the latest 64. What has ended and cannot be
   * taken back is unknown from then on: to {@link IpcNetwork#message}, to {@link
   * IpcNetwork#messages}, and to traces that were not asked for in time. Contracts keep what they
   * keep upstream.
   *
   * @return this builder
   */
  public IpcNetworkBuilder forgetting() {
    forgetting = true;
    return this;
  }

  /**
   * Forgets what is consumed, every few thousand events, as {@link
   * io.crossline.core.network.Network#forgetConsumed()} does. For a tree whose consumers are
   * subscriptions, and that is {@link #forgetting}: one that is not can undo all its blocks.
   *
   * @return this builder
   */
  public IpcNetworkBuilder forgettingConsumed() {
    forgettingConsumed = true;
    return this;
  }

  boolean isForgettingConsumed() {
    return forgettingConsumed;
  }

  /**
   * Keeps the tree in a store, so that nothing of it is lost with the process: each call of the
   * network that changes something is safe when it returns. Where the store holds a tree already,
   * {@link #start} opens it, and it goes on where it stood. The settings must be those of the first
   * time; faults, and whether it forgets, may be others. See {@link IpcNetwork} for what has to be
   * given again.
   *
   * @param kept the store, open; nobody else may commit to it while the network runs. Closing the
   *     network does not close it.
   * @return this builder
   */
  public IpcNetworkBuilder store(StateStore kept) {
    store = Optional.of(kept);
    return this;
  }

  /**
   * Starts the tree: all networks stand at the beginning of block 1, and every child is registered;
   * or, on a store that holds the tree already, it goes on.
   *
   * @return the network
   * @throws DifferentSetupException if the store holds a tree with other settings
   * @throws StoreException if the store cannot be read or written
   * @throws IllegalArgumentException if the faults have a point that there is not, or lose more
   *     blocks of the root than can be lost
   */
  public IpcNetwork start() {
    return IpcNetwork.start(this);
  }

  Map<String, SubnetSettings> settings() {
    return settings;
  }

  long chainId() {
    return chainId;
  }

  FaultPlan faults() {
    return faults;
  }

  boolean isForgetting() {
    return forgetting;
  }

  /**
   * Tells somebody how messaging goes, with each commit to the {@link #store}; without one there is
   * nothing to tell. Routes are paths, such as {@code root>games}. What the store holds is counted
   * when the tree is started.
   *
   * @param told who is told
   * @return this builder
   */
  public IpcNetworkBuilder metrics(MessagingMetrics told) {
    metrics = Optional.of(told);
    return this;
  }

  Optional<MessagingMetrics> metrics() {
    return metrics;
  }

  Optional<StateStore> store() {
    return store;
  }

  static String parentOf(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? ROOT : path.substring(0, slash);
  }
}
