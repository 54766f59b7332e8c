// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.messaging.Word;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/** What can stand for a number without a guess. */
final class CairoNumbers {
  static final BigInteger PRIME = Felt.PRIME.toBigInteger();

  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,200}");
  private static final Pattern HEX = Pattern.compile("0x[0-9a-fA-F]{1,128}");

  private CairoNumbers() {}

  /** The number that a value is; nothing if it is none. */
  static Optional<BigInteger> of(Object value) {
    if (value instanceof BigInteger number) {
      return Optional.of(number);
    } else if (value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof Byte) {
      return Optional.of(BigInteger.valueOf(((Number) value).longValue()));
    } else if (value instanceof UInt64
        || value instanceof UInt256
        || value instanceof Felt
        || value instanceof Selector
        || value instanceof EthAddress) {
      Word word = (Word) value;
      return Optional.of(
          UInt256.ofLimbs(word.limb(0), word.limb(1), word.limb(2), word.limb(3)).toBigInteger());
    } else if (value instanceof CairoText written) {
      return parse(written.text());
    }
    return value instanceof String text ? parse(text) : Optional.empty();
  }

  private static Optional<BigInteger> parse(String text) {
    if (HEX.matcher(text).matches()) {
      return Optional.of(new BigInteger(text.substring(2), 16));
    }
    return DECIMAL.matcher(text).matches() ? Optional.of(new BigInteger(text)) : Optional.empty();
  }

  /** The felt that stands for a number from 1 - P to P - 1. */
  static Felt felt(BigInteger number) {
    return Felt.of(UInt256.of(number.signum() < 0 ? number.add(PRIME) : number));
  }
}
