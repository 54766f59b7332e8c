// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation;

import io.crossline.ipc.network.IpcNetworkBuilder;
import io.crossline.ipc.network.SubnetSettings;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
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
    Node last = new Node("", 1);
    // Who may have one more child, in turn.
    Deque<Node> parents = new ArrayDeque<>(List.of(last));
    builder.rootSettings(SubnetTree::faster);
    for (int i = 1; i < settings.subnets(); i++) {
      Node parent = last;
      if (i >= settings.depth()) {
        parent = parents.remove();
        parents.add(parent);
      }
      String path = (parent.path.isEmpty() ? "" : parent.path + "/") + "s" + i;
      last = new Node(path, parent.level + 1);
      if (last.level < settings.depth()) {
        parents.add(last);
      }
      Duration blockTime = Duration.ofSeconds(1 + random.nextInt((int) SLOWEST.toSeconds()));
      builder.subnet(path, its -> faster(its).withBlockTime(blockTime));
    }
  }

  private static SubnetSettings faster(SubnetSettings settings) {
    return settings.withCheckpointPeriod(PERIOD);
  }
}
