// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.arbitraries;

import io.crossline.ipc.network.IpcNetwork;
import io.crossline.ipc.network.IpcNetworkBuilder;
import io.crossline.ipc.network.SubnetSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tree of IPC networks that can be started, any number of times.
 *
 * <p>Immutable and thread-safe.
 *
 * @param chainId the chain id of the root, at least 1
 * @param root how the root runs
 * @param children how the others run, by their paths, each behind its parent
 */
public record IpcTree(long chainId, SubnetSettings root, Map<String, SubnetSettings> children) {
  /** Copies the map, in its order. */
  public IpcTree {
    children = Collections.unmodifiableMap(new LinkedHashMap<>(children));
  }

  /**
   * Describes it to a network, to which faults can be added before it starts.
   *
   * @return a new builder
   */
  public IpcNetworkBuilder describe() {
    IpcNetworkBuilder builder = IpcNetwork.root(chainId).rootSettings(defaults -> root);
    children.forEach((path, settings) -> builder.subnet(path, defaults -> settings));
    return builder;
  }

  /**
   * The paths of all networks.
   *
   * @return the root first
   */
  public List<String> paths() {
    List<String> all = new ArrayList<>(List.of(IpcNetworkBuilder.ROOT));
    all.addAll(children.keySet());
    return all;
  }

  /**
   * How many blocks of the root can be lost: as many as the child waits for that waits least.
   *
   * @return from 0 on
   */
  public int deepestReorg() {
    return (int)
        children.entrySet().stream()
            .filter(child -> !child.getKey().contains("/"))
            .mapToLong(child -> child.getValue().finalityDepth())
            .min()
            .orElse(0);
  }

  /** The tree on one line, with what differs between networks. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("root:").append(chainId).append(described(root));
    children.forEach(
        (path, settings) -> text.append(", ").append(path).append(described(settings)));
    return text.toString();
  }

  private static String described(SubnetSettings its) {
    return " (a block in "
        + its.blockTime().toSeconds()
        + " s, a checkpoint in "
        + its.checkpointPeriod()
        + ", final after "
        + its.finalityDepth()
        + ", relayed every "
        + its.relayInterval().toSeconds()
        + " s"
        + its.supplyToken().map(token -> ", backed by " + token).orElse("")
        + ")";
  }
}
