// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

import io.crossline.ipc.SubnetId;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;

/**
 * A network whose gateway is followed, with what its logs do not tell.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the network
 * @param name what people call it
 * @param gateway the address of its gateway there; logs of other emitters are passed over
 * @param checkPeriod how many of its blocks make an epoch ({@code bottomUpCheckPeriod}); at least
 *     1. A root has one too and never uses it
 * @param undoableBlocks how far behind the latest one a block may come in or be taken back; at
 *     least 1
 */
public record TracedNetwork(
    SubnetId id, String name, EthAddress gateway, UInt256 checkPeriod, int undoableBlocks) {
  /** {@value}: some eight minutes of blocks of a second, an hour and more of a public chain's. */
  public static final int DEFAULT_UNDOABLE_BLOCKS = 512;

  /** Checks the ranges. */
  public TracedNetwork {
    if (checkPeriod.isZero() || undoableBlocks < 1) {
      throw new IllegalArgumentException(
          "traced network "
              + id
              + ": found check period "
              + checkPeriod
              + ", undoable blocks "
              + undoableBlocks
              + "; each must be at least 1");
    }
  }

  /**
   * A network that is called by its id, with {@link #DEFAULT_UNDOABLE_BLOCKS}.
   *
   * @param id the network
   * @param gateway the address of its gateway there
   * @param checkPeriod how many of its blocks make an epoch
   * @return the settings
   */
  public static TracedNetwork of(SubnetId id, EthAddress gateway, UInt256 checkPeriod) {
    return new TracedNetwork(id, id.toString(), gateway, checkPeriod, DEFAULT_UNDOABLE_BLOCKS);
  }

  /**
   * The same with another name.
   *
   * @param newName what people call it
   * @return the changed settings
   */
  public TracedNetwork named(String newName) {
    return new TracedNetwork(id, newName, gateway, checkPeriod, undoableBlocks);
  }

  /**
   * The same with another limit of what can be taken back.
   *
   * @param blocks how many blocks
   * @return the changed settings
   */
  public TracedNetwork withUndoableBlocks(int blocks) {
    return new TracedNetwork(id, name, gateway, checkPeriod, blocks);
  }
}
