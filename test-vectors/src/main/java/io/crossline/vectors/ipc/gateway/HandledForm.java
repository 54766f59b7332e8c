// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc.gateway;

import io.crossline.core.record.RecordReader;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Codec;
import io.crossline.messaging.OutcomeType;
import io.crossline.messaging.UInt256;
import io.crossline.vectors.form.Form;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.form.ObjectForm;
import io.crossline.vectors.ipc.EnvelopeForms;

/** How runs of an exchange's handlers are written. */
final class HandledForm {
  static final String CALL = "Call";
  static final String RESULT = "Result";

  /**
   * A run of a handler that was not undone.
   *
   * @param handler {@link #CALL} or {@link #RESULT}
   * @param envelopeHash the hash of the call that came, or of the call that was answered
   * @param payload what the message carried, encoded anew
   * @param outcome what the Result says; Ok for a call
   * @param value the coins that came along
   */
  record Handled(
      String handler, Bytes32 envelopeHash, Bytes payload, OutcomeType outcome, UInt256 value) {}

  static final Codec<Handled> CODEC =
      RecordReader.codec(
          Handled.class,
          Codec.TEXT,
          Codec.BYTES32,
          Codec.BYTES,
          Codec.of(
              outcome -> Codec.TEXT.encode(outcome.name()),
              name -> OutcomeType.valueOf(Codec.TEXT.decode(name))),
          Codec.UINT256);

  static final Form<Handled> HANDLED =
      ObjectForm.record(
          Handled.class,
          Forms.TEXT,
          Forms.BYTES32,
          Forms.BYTES,
          EnvelopeForms.OUTCOME,
          Forms.UINT256);

  private HandledForm() {}
}
