// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc;

import java.util.List;

/**
 * The activity of validators in full: {@code FullActivityRollup} in upstream's {@code
 * structs/Activity.sol}, whose only member is {@code consensus}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param stats the totals
 * @param data the share of each validator
 */
public record ActivityRollup(AggregatedStats stats, List<ValidatorActivity> data) {
  /** Copies the shares. */
  public ActivityRollup {
    data = List.copyOf(data);
  }
}
