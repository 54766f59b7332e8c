// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.MalformedInputException;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Cairo's felt252, and what is one felt with bytes in it. */
abstract class FeltType<T> extends CairoType<T> {
  static final int WORD_BYTES = 31;

  private final Class<?> java;

  private FeltType(String name, Class<?> java) {
    super(name);
    this.java = java;
  }

  @Override
  final boolean gives(Type wanted) {
    return wanted == java;
  }

  /** The felt of a short string that a person asked for. */
  static Felt shortString(FeltWriter out, String text) {
    try {
      return Felt.fromShortString(text);
    } catch (MalformedInputException malformed) {
      throw out.refused(malformed.getMessage());
    }
  }

  /** Any felt. */
  static final class Whole extends FeltType<Felt> {
    Whole() {
      super("core::felt252", Felt.class);
    }

    @Override
    Felt read(FeltReader in) {
      return in.felt();
    }

    @Override
    void write(FeltWriter out, Object value) {
      if (value instanceof Felt felt) {
        out.felt(felt);
      } else if (value instanceof CairoText written && written.text().startsWith(CairoText.TEXT)) {
        out.felt(shortString(out, written.text().substring(CairoText.TEXT.length())));
      } else {
        BigInteger number =
            CairoNumbers.of(value)
                .filter(n -> n.signum() >= 0 && n.compareTo(CairoNumbers.PRIME) < 0)
                .orElseThrow(
                    () ->
                        out.refused(
                            value,
                            this,
                            "a number from 0 to P - 1; a short string only when asked for, as"
                                + " text:… or by CairoTypes.SHORT_STRING"));
        out.felt(CairoNumbers.felt(number));
      }
    }
  }

  /** A felt that is read as a short string, strictly. */
  static final class ShortString extends FeltType<String> {
    ShortString() {
      super("shortstring", String.class);
    }

    @Override
    String read(FeltReader in) {
      Felt felt = in.felt();
      try {
        return felt.toShortString();
      } catch (MalformedInputException noText) {
        throw new NotTextException(
            "payload[" + (in.at() - 1) + "]: " + noText.getMessage(), in.at() - 1L);
      }
    }

    @Override
    void write(FeltWriter out, Object value) {
      if (value instanceof String text) {
        out.felt(shortString(out, text));
      } else if (value instanceof CairoText written) {
        String text = written.text();
        out.felt(
            shortString(
                out,
                text.startsWith(CairoText.TEXT) ? text.substring(CairoText.TEXT.length()) : text));
      } else {
        throw out.refused(value, this, "a text of up to 31 ASCII characters");
      }
    }
  }

  /** 31 bytes. */
  static final class Bytes31 extends FeltType<Bytes> {
    private static final Pattern HEX = Pattern.compile("(bytes:)?0x[0-9a-fA-F]{62}");

    Bytes31() {
      super("core::bytes_31::bytes31", Bytes.class);
    }

    @Override
    Bytes read(FeltReader in) {
      Felt felt = in.felt();
      if (felt.toUInt256().bitLength() > 8 * WORD_BYTES) {
        throw in.refused(felt, "a bytes31 (must be below 2^248)");
      }
      return bytes(felt, WORD_BYTES);
    }

    @Override
    void write(FeltWriter out, Object value) {
      if (value instanceof Bytes bytes && bytes.size() == WORD_BYTES) {
        out.felt(felt(bytes));
      } else if (value instanceof CairoText written && HEX.matcher(written.text()).matches()) {
        String hex = written.text();
        out.felt(felt(Bytes.parse(hex.substring(hex.indexOf('0')))));
      } else if (value instanceof CairoText written && written.text().startsWith(CairoText.TEXT)) {
        out.felt(shortString(out, written.text().substring(CairoText.TEXT.length())));
      } else {
        throw out.refused(
            value, this, "31 bytes, 0x and 62 digits: fewer could stand left or right");
      }
    }
  }

  /** The last bytes of a felt. */
  static Bytes bytes(Felt felt, int size) {
    return felt.toBytes32().toBytes().slice(32 - size);
  }

  /** The felt whose last bytes these are, 31 at most. */
  static Felt felt(Bytes bytes) {
    return CairoNumbers.felt(new BigInteger(1, bytes.toByteArray()));
  }

  /** Text as UTF-8. */
  static Bytes utf8(String text) {
    return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
