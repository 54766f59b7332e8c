// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc;

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
 * The points of a tree of networks where something can go wrong, as a {@link
 * io.crossline.core.fault.FaultPlan} and the timeline name them. Handlers fail by {@link
 * io.crossline.core.fault.Faults#handler}, with the address that {@code Deployed.address()} gives.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class IpcHops {
  /**
   * The chain of the root, asked at each of its blocks: REORG. It takes at most as many blocks as
   * the finality depth of the root's children, because nothing in IPC recovers from what is deeper;
   * a larger number counts as that one. Where a child takes the root's latest block for final
   * nothing is asked.
   */
  public static final String ROOT = "root";

  /** What can strike the root's chain. */
  public static final Set<FaultKind> ROOT_KINDS = Set.of(REORG);

  /** What can strike a node. */
  public static final Set<FaultKind> NODE_KINDS = Set.of(CRASH, STALL, DRIFT);

  /** What can strike a relay. */
  public static final Set<FaultKind> RELAY_KINDS =
      Set.of(DROP, DELAY, DUPLICATE, REORDER, RIVAL, CRASH, STALL);

  private IpcHops() {}

  /**
   * The relayer of a subnet, asked at each of its runs that has something to bring: DROP (it is
   * tried again at the next interval), DELAY, DUPLICATE (everything is sent twice), REORDER (what
   * is due later is sent first, and refused), RIVAL (a second relayer sends the same at the same
   * time), CRASH (after none, one or two of the transactions of the run, in turns, beginning with
   * one), STALL.
   *
   * @param path the path of the subnet whose checkpoints are carried
   * @return the hop
   */
  public static String relay(String path) {
    return "relay " + path;
  }

  /**
   * The node of a network, asked at the end of each of its blocks: CRASH (what ran in the block is
   * lost, the checkpoint that was just cut in it and what came down from the parent included),
   * STALL, DRIFT.
   *
   * @param path the path of the network
   * @return the hop
   */
  public static String node(String path) {
    return "node " + path;
  }
}
