// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli.ask;

import io.crossline.ipc.EnvelopeKind;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt64;
import java.util.List;

/** Reads envelopes out of words: their fields, or their ABI encoding. */
final class Envelopes {
  static final List<String> NAMES = List.of("envelope…");

  static final List<String> FIELDS =
      List.of("envelope", "kind", "from", "to", "value", "localNonce", "originalNonce", "message");

  private static final List<String> WORDS = FIELDS.subList(1, FIELDS.size());

  private Envelopes() {}

  static IpcEnvelope parse(List<String> question) {
    if (question.size() == 1) {
      return new Words(question, FIELDS).at(0, abi -> IpcEnvelope.decode(Bytes.parse(abi)));
    }
    if (question.size() < WORDS.size() - 1 || question.size() > WORDS.size()) {
      throw new MalformedInputException(
          "an envelope is its ABI encoding, or "
              + String.join(" ", WORDS)
              + "; found "
              + question.size()
              + " words");
    }
    Words words = new Words(question, WORDS);
    return new IpcEnvelope(
        words.at(0, EnvelopeKind::parse),
        words.at(4, UInt64::parse),
        words.at(5, UInt64::parse),
        words.number(3),
        words.at(2, IpcAddress::parse),
        words.at(1, IpcAddress::parse),
        question.size() == WORDS.size() ? words.bytes(6) : Bytes.EMPTY);
  }
}
