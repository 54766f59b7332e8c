// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.ipc;

import io.crossline.ipc.EnvelopeKind;
import io.crossline.ipc.IpcAddress;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.OutcomeType;
import io.crossline.messaging.UInt256;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a message as a gateway committed it.
 *
 * @param id its tracing id, as its fields give it
 * @param empty whether a gateway takes it for no message at all
 * @param answer what it says as a Result; null if it is none, or cannot be read as one
 */
record Sighting(
    EnvelopeKind kind,
    long localNonce,
    long originalNonce,
    UInt256 value,
    IpcAddress to,
    IpcAddress from,
    Bytes32 id,
    boolean empty,
    @Nullable Answer answer) {
  /** No error of this form. */
  static final int NO_REASON = -1;

  /**
   * What a Result says.
   *
   * @param id the tracing id of what it answers
   * @param reason the reason if the returned data is {@code InvalidXnetMessage}, else {@link
   *     #NO_REASON}
   */
  record Answer(Bytes32 id, OutcomeType outcome, int reason) {}

  boolean isResult() {
    return kind == EnvelopeKind.RESULT;
  }
}
