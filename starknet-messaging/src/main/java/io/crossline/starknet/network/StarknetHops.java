// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

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
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The points of a {@link StarknetNetwork} where something can go wrong, as a {@link
 * io.crossline.core.fault.FaultPlan} and the timeline name them. Handlers fail by {@link
 * io.crossline.core.fault.Faults#handler}.
 *
 * <p>Thread-safe: functions without a state.
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

  private static final Map<String, Set<FaultKind>> KINDS =
      Map.of(
          L1, EnumSet.of(REORG),
          L1_READER, EnumSet.of(DROP, DELAY, DUPLICATE),
          SEQUENCER, EnumSet.of(CRASH, STALL, DRIFT),
          PROVER, EnumSet.of(CRASH, STALL),
          STATE_UPDATE, EnumSet.of(DROP, DELAY, DUPLICATE, REORDER, RIVAL));

  private StarknetHops() {}

  /** What can go wrong at each of them. */
  static Map<String, Set<FaultKind>> kinds() {
    return KINDS;
  }
}
