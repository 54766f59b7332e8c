// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

/**
 * How far a message is on one hop of its way, from a network to its parent or child.
 *
 * <p>Thread-safe.
 */
public enum HopStatus {
  /** It has not come to the beginning of the hop. */
  AHEAD,
  /** It waits in the postbox of the gateway at the beginning of the hop. */
  IN_POSTBOX,
  /**
   * On a hop down: the gateway has sent it. The child takes it in once the block is final there.
   */
  SENT,
  /** On a hop up: it is in the batch of an epoch whose checkpoint is still to be cut. */
  QUEUED,
  /** On a hop up: the checkpoint with it is cut, and is to be relayed to the parent. */
  IN_CHECKPOINT,
  /** The gateway at the end of the hop has taken it in. */
  ARRIVED,
  /** It may be behind it or still ahead: the logs that would tell are missing. */
  UNSEEN,
  /** It ended on an earlier hop, and never comes here. */
  NEVER;

  /** What it says of a message that is on the hop. */
  MessageStatus ofMessage() {
    return switch (this) {
      case IN_POSTBOX -> MessageStatus.IN_POSTBOX;
      case SENT -> MessageStatus.SENT;
      case QUEUED -> MessageStatus.QUEUED;
      case IN_CHECKPOINT -> MessageStatus.IN_CHECKPOINT;
      case ARRIVED -> MessageStatus.TAKEN_IN;
      case AHEAD, UNSEEN, NEVER -> MessageStatus.UNSEEN;
    };
  }
}
