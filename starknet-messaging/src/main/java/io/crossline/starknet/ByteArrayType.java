// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.MalformedInputException;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Cairo's ByteArray: a list of words of 31 bytes, then a last word that is not full, and its size.
 *
 * @param <T> bytes, or the text that they are
 */
abstract class ByteArrayType<T> extends CairoType<T> {
  private static final int WORD_BYTES = FeltType.WORD_BYTES;
  private static final CairoType<Bytes> WORD = new FeltType.Bytes31();

  private final Class<T> java;

  private ByteArrayType(Class<T> java) {
    super("core::byte_array::ByteArray");
    this.java = java;
  }

  static final class OfBytes extends ByteArrayType<Bytes> {
    OfBytes() {
      super(Bytes.class);
    }

    @Override
    Bytes read(FeltReader in) {
      return bytes(in);
    }
  }

  /** UTF-8, strictly: a contract may send bytes that are no text. */
  static final class OfText extends ByteArrayType<String> {
    OfText() {
      super(String.class);
    }

    @Override
    String read(FeltReader in) {
      int start = in.at();
      try {
        return StandardCharsets.UTF_8
            .newDecoder()
            .decode(ByteBuffer.wrap(bytes(in).toByteArray()))
            .toString();
      } catch (CharacterCodingException notText) {
        throw new NotTextException(
            "payload[" + start + "]: a ByteArray that is not UTF-8 text", start);
      }
    }
  }

  static Bytes bytes(FeltReader in) {
    List<Bytes> words = in.items(in.felt(), WORD);
    Felt pending = in.felt();
    int size = in.variant(WORD_BYTES);
    if (pending.toUInt256().bitLength() > 8 * size) {
      throw new MalformedInputException(
          "payload["
              + (in.at() - 2)
              + "]: "
              + pending
              + " has more than the "
              + size
              + " bytes that follow it",
          in.at() - 2L);
    }
    Bytes[] parts = words.toArray(new Bytes[words.size() + 1]);
    parts[words.size()] = FeltType.bytes(pending, size);
    return Bytes.concat(parts);
  }

  @Override
  final void write(FeltWriter out, Object value) {
    Bytes bytes = written(out, value);
    int full = bytes.size() / WORD_BYTES;
    out.number(full);
    for (int i = 0; i < full; i++) {
      out.felt(FeltType.felt(bytes.slice(i * WORD_BYTES, (i + 1) * WORD_BYTES)));
    }
    out.felt(FeltType.felt(bytes.slice(full * WORD_BYTES)));
    out.number(bytes.size() % WORD_BYTES);
  }

  private Bytes written(FeltWriter out, Object value) {
    if (value instanceof Bytes bytes) {
      return bytes;
    } else if (value instanceof String text) {
      return FeltType.utf8(text);
    } else if (!(value instanceof CairoText)) {
      throw out.refused(value, this, "bytes or a text");
    }
    String text = ((CairoText) value).text();
    if (text.startsWith(CairoText.TEXT)) {
      return FeltType.utf8(text.substring(CairoText.TEXT.length()));
    } else if (text.startsWith(CairoText.BYTES)) {
      try {
        return Bytes.parse(text.substring(CairoText.BYTES.length()));
      } catch (MalformedInputException malformed) {
        throw out.refused(malformed.getMessage());
      }
    } else if (text.startsWith("0x")) {
      throw out.refused(
          value, this, "text:" + text + " for these characters or bytes:" + text + " for bytes");
    }
    return FeltType.utf8(text);
  }

  @Override
  public final int leastFelts() {
    return 3;
  }

  @Override
  final boolean gives(Type wanted) {
    return wanted == java;
  }
}
