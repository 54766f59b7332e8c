// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import io.crossline.ipc.network.node.Hops;

/**
 * The points of an {@link IpcNetwork} where something can go wrong, as a {@link
 * io.crossline.core.fault.FaultPlan} and the timeline name them. Handlers fail by {@link
 * io.crossline.core.fault.Faults#handler}, with the address that {@link Deployed#address} gives.
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
  public static final String ROOT = Hops.ROOT;

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
    return Hops.relay(path);
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
    return Hops.node(path);
  }
}
