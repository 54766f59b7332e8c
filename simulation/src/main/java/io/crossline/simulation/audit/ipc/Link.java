// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.ipc;

import io.crossline.ipc.SubnetId;
import io.crossline.messaging.UInt256;
import org.jspecify.annotations.Nullable;

/** What is underway between a network and its parent, one way. */
final class Link {
  static final long NONE = -1;

  /** The network whose messages these are: the child. */
  final SubnetId child;

  final boolean down;

  /** How many were committed: the next local nonce. */
  long committed;

  /** The values of all that were committed. */
  UInt256 value = UInt256.ZERO;

  /** The highest nonce that was seen applied. */
  long lastSeen = NONE;

  /** The highest nonce that a contract handled. */
  long lastHandled = NONE;

  /** Where the last one that left this queue was seen, and its nonce. */
  long lastPosition = NONE;

  long lastNonce = NONE;

  /** The first nonce that was refused and is expected for ever (trap 7). */
  long gap = NONE;

  private @Nullable Arrival head;
  private @Nullable Arrival tail;

  Link(SubnetId child, boolean down) {
    this.child = child;
    this.down = down;
  }

  void add(Arrival arrival) {
    value = value.plusWrapping(arrival.message.value());
    if (tail == null) {
      head = arrival;
    } else {
      tail.nextOnLink = arrival;
    }
    tail = arrival;
  }

  @Nullable Arrival head() {
    return head;
  }

  void removeHead() {
    if (head != null) {
      head = head.nextOnLink;
      tail = head == null ? null : tail;
    }
  }

  void sees(Arrival arrival) {
    lastSeen = Math.max(lastSeen, arrival.message.localNonce());
  }

  @Override
  public String toString() {
    return down ? "link down to " + child : "link up from " + child;
  }
}
