// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network.node;

import static io.crossline.core.fault.FaultKind.CRASH;
import static io.crossline.core.fault.FaultKind.DELAY;
import static io.crossline.core.fault.FaultKind.DRIFT;
import static io.crossline.core.fault.FaultKind.DROP;
import static io.crossline.core.fault.FaultKind.DUPLICATE;
import static io.crossline.core.fault.FaultKind.REORDER;
import static io.crossline.core.fault.FaultKind.REORG;
import static io.crossline.core.fault.FaultKind.RIVAL;
import static io.crossline.core.fault.FaultKind.STALL;

import io.crossline.core.fault.FaultKind;
import java.util.Set;

/**
 * Where faults strike in a tree, and of which kinds.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class Hops {
  /** The root's chain, which can lose its latest blocks. */
  public static final String ROOT = "root";

  public static final Set<FaultKind> ROOT_KINDS = Set.of(REORG);
  public static final Set<FaultKind> NODE_KINDS = Set.of(CRASH, STALL, DRIFT);
  public static final Set<FaultKind> RELAY_KINDS =
      Set.of(DROP, DELAY, DUPLICATE, REORDER, RIVAL, CRASH, STALL);

  private Hops() {}

  /** The relayer of a subnet. */
  public static String relay(String path) {
    return "relay " + path;
  }

  /** The node of a network. */
  public static String node(String path) {
    return "node " + path;
  }
}
