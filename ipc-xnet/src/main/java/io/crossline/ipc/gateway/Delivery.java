// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.ipc.IpcEnvelope;
import io.crossline.messaging.Bytes;
import java.util.Optional;

/**
 * What became of one message that a gateway applied. Upstream tells this to nobody; it is what the
 * typed face returns, so that a network or a test need not guess it from logs.
 *
 * <p>Immutable and thread-safe.
 *
 * @param message the message as it arrived
 * @param fate what became of it
 * @param ret what the receiver returned or the error's data, at most what the Result carries; empty
 *     in the postbox
 * @param result the Result that was sent, as it was committed; none in the postbox, for a Result,
 *     or an empty message
 */
public record Delivery(IpcEnvelope message, Fate fate, Bytes ret, Optional<IpcEnvelope> result) {
  /** What can become of a message. */
  public enum Fate {
    /** Its receiver was called, or paid, and accepted. */
    EXECUTED,
    /** Its receiver was called, or paid, and failed; or it could not be called. */
    FAILED,
    /** The gateway refused it: no receiver saw it. */
    REFUSED,
    /** It is for another network and waits to be propagated. */
    STORED
  }
}
