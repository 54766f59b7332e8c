// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

/**
 * Is told of each change, in order. The changes of a message that are not retracted, in the order
 * of their reports, always lead from unknown to its present status, each from where the one before
 * led to; a retraction always takes back the last of them.
 *
 * <p>It is called on the thread that uses the tracker, when a block has been taken in or taken back
 * whole: it may ask the tracker, which then tells of the state after that, but not append to it. If
 * it throws, the tracker is as it should be, the caller gets the exception, and what could not be
 * reported follows at the next call.
 */
public interface TrackerListener {
  /**
   * A message changed its status.
   *
   * @param change what changed
   */
  void changed(StatusChange change);

  /**
   * A rollback took back a change, or one that it rested on. Without a rollback it happens in one
   * case only: L1 was seen before L2, and what was taken for a message that can be consumed is one
   * for a receiver above 160 bits.
   *
   * @param change the change that no longer holds, as it was reported
   */
  void retracted(StatusChange change);
}
