// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network.message;

import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;

/**
 * One thing that is noted beside a block as long as the block can be taken back.
 *
 * <p>Immutable and thread-safe.
 */
public sealed interface BlockNote {
  /** How to undo what was noted of the block. */
  sealed interface Undo extends BlockNote {}

  /**
   * What the host did in the block, and no loss of blocks takes back: it does it again. Run for the
   * first time, too.
   */
  sealed interface HostAct extends BlockNote {}

  /** A message stood somewhere else before. */
  record Moved(TrackedMessage message, TrackedMessage.Place before) implements Undo {}

  /** A message was not there before. */
  record Added(TrackedMessage message) implements Undo {}

  /** A message was not answered by a Result before. */
  record Linked(TrackedMessage message, TrackedMessage result) implements Undo {}

  /** An account was given coins. */
  record Given(EthAddress account, UInt256 coins) implements HostAct {}

  /** A contract was constructed. */
  record Constructed(String contract) implements HostAct {}

  /** Tokens were made. */
  record Minted(String token, EthAddress account, UInt256 tokens) implements HostAct {}

  /** A message has ended, whatever becomes of the block: it is forgotten when that is for good. */
  record Ended(TrackedMessage message) implements HostAct {}
}
