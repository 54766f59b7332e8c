// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

import io.crossline.messaging.UInt64;

/**
 * What the messages tell the queues: whether the neighbour is known to have taken one in.
 *
 * @param nonce its local nonce in the queue
 */
record Arrival(QueueId queue, UInt64 nonce, Kind kind) {
  enum Kind {
    SEEN,
    /** The logs that showed it are taken back. */
    UNSEEN,
    /** The message is forgotten; that it arrived is not. */
    SETTLED
  }
}
