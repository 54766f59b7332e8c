// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.abi;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.UInt256;
import java.util.Map;

/**
 * A check that solc itself put into the code failed: the data is {@code Panic(uint256)}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param code which check
 */
public record Panic(UInt256 code) implements EvmRevert {
  /** 0x01: an assertion does not hold. */
  public static final Panic ASSERTION = of(0x01);

  /** 0x11: a checked addition, subtraction or multiplication leaves the range of its type. */
  public static final Panic ARITHMETIC = of(0x11);

  /** 0x12: division or modulo by zero. */
  public static final Panic DIVISION_BY_ZERO = of(0x12);

  /** 0x21: a number is converted to an enum that has no such member. */
  public static final Panic ENUM = of(0x21);

  /** 0x22: a byte array in storage is encoded wrongly. */
  public static final Panic STORAGE_BYTES = of(0x22);

  /** 0x31: {@code pop} on an empty array. */
  public static final Panic EMPTY_POP = of(0x31);

  /** 0x32: an index is beyond the end of an array. */
  public static final Panic INDEX = of(0x32);

  /** 0x41: too much memory is asked for. */
  public static final Panic MEMORY = of(0x41);

  /** 0x51: a function variable that was never set is called. */
  public static final Panic UNSET_FUNCTION = of(0x51);

  static final Signature SIGNATURE = Signature.parse("Panic(uint256)");

  private static final Map<Panic, String> MEANINGS =
      Map.of(
          ASSERTION, "assertion failed",
          ARITHMETIC, "arithmetic overflow",
          DIVISION_BY_ZERO, "division by zero",
          ENUM, "value is no member of the enum",
          STORAGE_BYTES, "wrongly encoded byte array in storage",
          EMPTY_POP, "pop on an empty array",
          INDEX, "index out of bounds",
          MEMORY, "too much memory",
          UNSET_FUNCTION, "call of a function that was never set");

  /**
   * A panic by its number.
   *
   * @param code the number, 0 or more
   * @return the panic
   * @throws IllegalArgumentException if the number is negative
   */
  public static Panic of(long code) {
    return new Panic(UInt256.of(code));
  }

  @Override
  public Bytes data() {
    return AbiCoder.encodeCall(SIGNATURE, AbiValue.number(code));
  }

  /** Such as {@code Panic(0x11): arithmetic overflow}. */
  @Override
  public String description() {
    String name =
        code.bitLength() <= 4 ? "0x0" + code.toHexString().substring(2) : code.toHexString();
    String meaning = MEANINGS.get(this);
    return "Panic(" + name + ")" + (meaning == null ? "" : ": " + meaning);
  }
}
