// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.messaging;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** UTF-8 without replacement characters: what cannot be written or read back exactly is refused. */
final class Utf8 {
  private Utf8() {}

  static Bytes encode(String text) {
    try {
      // A new encoder reports malformed input, where String.getBytes would replace it.
      ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      return Bytes.copyOf(bytes.array(), 0, bytes.limit());
    } catch (CharacterCodingException half) {
      throw new MalformedInputException(
          "text: " + HexText.quote(text) + " holds half of a surrogate pair");
    }
  }

  static String decode(Bytes bytes) {
    ByteBuffer input = ByteBuffer.wrap(bytes.toByteArray());
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(input).toString();
    } catch (CharacterCodingException malformed) {
      throw new MalformedInputException("text: the bytes are not UTF-8", input.position());
    }
  }
}
