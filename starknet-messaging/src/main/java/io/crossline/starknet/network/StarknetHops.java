// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

/**
 * The points of a {@link StarknetNetwork} where something can go wrong, as a {@link
 * io.crossline.core.fault.FaultPlan} and the timeline name them. Handlers fail by {@link
 * io.crossline.core.fault.Faults#handler}.
 */
public final class StarknetHops {
  /**
   * L1 itself, asked at each block: REORG. A reorganisation takes at most {@link
   * StarknetNetwork#MAX_L1_REORG} blocks.
   */
  public static final String L1 = "L1";

  /**
   * The sequencer's way of reading L1, asked at each block of L1: DROP (the block is read with the
   * next one), DELAY, DUPLICATE.
   */
  public static final String L1_READER = "reading of L1";

  /**
   * The sequencer, asked at each block of L2: CRASH (the block in the making is lost, and all that
   * the sequencer remembers of L1), STALL, DRIFT.
   */
  public static final String SEQUENCER = "sequencer";

  /** The prover, asked at each settlement: CRASH, STALL. */
  public static final String PROVER = "prover";

  /**
   * The transaction that carries a state update, asked for each: DROP, DELAY, DUPLICATE, REORDER
   * (of two halves the later one is sent first), RIVAL (a second operator sends another one
   * before).
   */
  public static final String STATE_UPDATE = "state update";

  private StarknetHops() {}
}
