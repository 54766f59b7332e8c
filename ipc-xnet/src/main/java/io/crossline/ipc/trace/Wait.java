// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

import io.crossline.ipc.SubnetId;
import io.crossline.messaging.UInt256;

/**
 * What a message waits for.
 *
 * <p>Immutable and thread-safe.
 *
 * @param kind what has to happen
 * @param network in which network it has to happen
 * @param of the network that the height is a block of
 * @param height at which height: for {@link Kind#PARENT_FINALITY} the block of the parent that has
 *     to become final, for {@link Kind#CHECKPOINT} and {@link Kind#RELAY} the checkpoint, for
 *     {@link Kind#PROPAGATION} the block that stored it
 */
public record Wait(Kind kind, SubnetId network, SubnetId of, UInt256 height) {
  /** What can be waited for. */
  public enum Kind {
    /**
     * The child commits the finality of a block of its parent, and applies what came with it. No
     * log tells of it.
     */
    PARENT_FINALITY,
    /** The network's node cuts the checkpoint of an epoch. */
    CHECKPOINT,
    /**
     * A relayer brings the checkpoint to the parent and executes the message there. The gateway
     * emits no log for it as such.
     */
    RELAY,
    /** Somebody calls {@code propagateAll}; everybody may. */
    PROPAGATION
  }
}
