// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.testkit.simulation;

import io.crossline.ipc.network.IpcNetworkBuilder;
import io.crossline.ipc.network.SubnetSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A tree with so many networks and levels: one chain down to the lowest level, and the others
 * spread evenly over all networks that may have children. Their clocks run at different speeds.
 */
final class SubnetTree {
  /** How many blocks make a checkpoint. */
  static final long PERIOD = 10;

  /** The longest time from one block to the next. */
  static final Duration SLOWEST = Duration.ofSeconds(3);

  private record Node(String path, int level) {}

  private SubnetTree() {}

  static void describe(IpcNetworkBuilder builder, SimulationSettings settings) {
    Random random = new Random(settings.seed());
    List<Node> nodes = new ArrayList<>();
    nodes.add(new Node("", 1));
    builder.rootSettings(SubnetTree::faster);
    int next = 0;
    for (int i = 1; i < settings.subnets(); i++) {
      Node parent;
      if (i < settings.depth()) {
        parent = nodes.get(i - 1);
      } else {
        while (nodes.get(next % nodes.size()).level >= settings.depth()) {
          next++;
        }
        parent = nodes.get(next++ % nodes.size());
      }
      String path = (parent.path.isEmpty() ? "" : parent.path + "/") + "s" + i;
      nodes.add(new Node(path, parent.level + 1));
      Duration blockTime = Duration.ofSeconds(1 + random.nextInt((int) SLOWEST.toSeconds()));
      builder.subnet(path, its -> faster(its).withBlockTime(blockTime));
    }
  }

  private static SubnetSettings faster(SubnetSettings settings) {
    return settings.withCheckpointPeriod(PERIOD);
  }
}
