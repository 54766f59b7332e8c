// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.ipc;

import io.crossline.ipc.Asset;
import io.crossline.ipc.SubnetId;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;

/**
 * One network of the tree that is audited, as it stands when the audit begins: no message was sent
 * yet, nothing is burnt, and its postbox is empty. Parent and subnet actor follow from the id.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id its id
 * @param gateway where its gateway lives
 * @param supply what backs its coins in the parent: {@link Asset#NATIVE} or a token there; without
 *     meaning for the root
 * @param coins all coins there are in it, in the smallest unit
 * @param circulation what circulates in it by the parent's count; without meaning for the root
 * @param period the checkpoint period in blocks, at least 1; without meaning for the root
 */
public record AuditedNetwork(
    SubnetId id,
    EthAddress gateway,
    Asset supply,
    UInt256 coins,
    UInt256 circulation,
    long period) {
  /** Checks the period. */
  public AuditedNetwork {
    if (period < 1) {
      throw new IllegalArgumentException(
          "checkpoint period of " + id + ": found " + period + ", must be at least 1");
    }
  }
}
