// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import io.crossline.messaging.EthAddress;
import java.time.Duration;

/**
 * What a {@link MessageTracker} cannot read from logs and blocks.
 *
 * <p>Immutable and thread-safe.
 *
 * @param core the core contract; logs of other emitters are passed over
 * @param confirmations how many L1 blocks must follow the one with a message before it counts as
 *     confirmed; not negative. A sequencer has its own number, which is not part of the protocol
 * @param cancellationDelay how long after a request the core contract allows to cancel; not
 *     negative. The governor can change it, and a change acts at once on requests already made
 * @param l1UndoableBlocks how many of the latest L1 blocks can be taken back; at least 1
 * @param l2UndoableBlocks how many of the latest L2 blocks can be taken back; at least 1
 */
public record TrackerSettings(
    EthAddress core,
    int confirmations,
    Duration cancellationDelay,
    int l1UndoableBlocks,
    int l2UndoableBlocks) {
  /** Five days, the {@code messageCancellationDelay} of the deployed contract. */
  public static final Duration DEFAULT_CANCELLATION_DELAY = Duration.ofDays(5);

  /** {@value}: as many as the sequencer of a network in this process waits for by default. */
  public static final int DEFAULT_CONFIRMATIONS = 3;

  /** {@value}: some 50 minutes of Ethereum, four times what it takes to finalize a block. */
  public static final int DEFAULT_L1_UNDOABLE_BLOCKS = 256;

  /** {@value}: half a day of blocks of 6 seconds; an L2 block can be taken back until settled. */
  public static final int DEFAULT_L2_UNDOABLE_BLOCKS = 8192;

  /** Checks the ranges. */
  public TrackerSettings {
    if (confirmations < 0 || cancellationDelay.isNegative()) {
      throw new IllegalArgumentException(
          "tracker settings: found confirmations "
              + confirmations
              + ", cancellation delay "
              + cancellationDelay
              + "; neither may be negative");
    }
    if (l1UndoableBlocks < 1 || l2UndoableBlocks < 1) {
      throw new IllegalArgumentException(
          "tracker settings: found l1UndoableBlocks "
              + l1UndoableBlocks
              + ", l2UndoableBlocks "
              + l2UndoableBlocks
              + "; each must be at least 1");
    }
  }

  /**
   * The defaults.
   *
   * @param core the core contract
   * @return settings as the constants of this type say
   */
  public static TrackerSettings of(EthAddress core) {
    return new TrackerSettings(
        core,
        DEFAULT_CONFIRMATIONS,
        DEFAULT_CANCELLATION_DELAY,
        DEFAULT_L1_UNDOABLE_BLOCKS,
        DEFAULT_L2_UNDOABLE_BLOCKS);
  }

  /**
   * The same with another number of confirmations.
   *
   * @param blocks how many L1 blocks must follow the one with a message
   * @return the changed settings
   */
  public TrackerSettings withConfirmations(int blocks) {
    return new TrackerSettings(core, blocks, cancellationDelay, l1UndoableBlocks, l2UndoableBlocks);
  }

  /**
   * The same with another cancellation delay.
   *
   * @param delay how long after a request the core contract allows to cancel
   * @return the changed settings
   */
  public TrackerSettings withCancellationDelay(Duration delay) {
    return new TrackerSettings(core, confirmations, delay, l1UndoableBlocks, l2UndoableBlocks);
  }

  /**
   * The same with other limits of what can be taken back.
   *
   * @param l1 how many of the latest L1 blocks
   * @param l2 how many of the latest L2 blocks
   * @return the changed settings
   */
  public TrackerSettings withUndoableBlocks(int l1, int l2) {
    return new TrackerSettings(core, confirmations, cancellationDelay, l1, l2);
  }

  int undoableBlocks(Layer layer) {
    return layer == Layer.L1 ? l1UndoableBlocks : l2UndoableBlocks;
  }
}
