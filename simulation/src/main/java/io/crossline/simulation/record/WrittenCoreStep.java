// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.record;

import io.crossline.messaging.UInt64;

/**
 * A step of the core contract.
 *
 * @param block the block
 * @param text the step
 * @param after what the contract had after it
 * @param entries what its maps said then of the messages that are named
 * @param contractKnown whether nothing but steps has changed the contract's ether so far
 * @param collectorKnown whether nothing but steps has changed the collector's ether so far
 */
record WrittenCoreStep(
    UInt64 block,
    String text,
    CoreStanding after,
    CoreEntries entries,
    boolean contractKnown,
    boolean collectorKnown)
    implements WrittenStep {
  /** What there is before the first step. */
  static final WrittenCoreStep NONE =
      new WrittenCoreStep(UInt64.ZERO, "", CoreStanding.NEW, new CoreEntries(), true, true);

  /** The state after the step, with entries that may be more than its own. */
  Members state(CoreEntries shown) {
    return state(after, shown, contractKnown, collectorKnown);
  }

  static Members state(
      CoreStanding after, CoreEntries shown, boolean contractKnown, boolean collectorKnown) {
    Members state = new Members().put("l1ToL2MessageNonce", after.nonce()).all(shown.json());
    if (contractKnown) {
      state.put("contractBalance", after.contract());
    }
    if (collectorKnown) {
      state.put("feeCollectorBalance", after.collector());
    }
    return state;
  }
}
