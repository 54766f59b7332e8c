// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.abi;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A value that the ABI can carry. It does not know its exact type: a {@link Number} may stand for a
 * {@code uint8} or a {@code uint256}; {@link AbiCoder#encode} checks that it fits. Immutable.
 */
public sealed interface AbiValue {
  /**
   * A {@code uintN}, or the 256-bit two's complement of an {@code intN}.
   *
   * @param value the number
   */
  record Number(UInt256 value) implements AbiValue {
    @Override
    public <R> R fold(AbiValueCases<R> cases) {
      return cases.number(value);
    }

    @Override
    public String toString() {
      return value.toString();
    }
  }

  /**
   * A {@code bool}.
   *
   * @param value the truth value
   */
  record Bool(boolean value) implements AbiValue {
    @Override
    public <R> R fold(AbiValueCases<R> cases) {
      return cases.bool(value);
    }

    @Override
    public String toString() {
      return Boolean.toString(value);
    }
  }

  /**
   * An {@code address}.
   *
   * @param value the address
   */
  record Addr(EthAddress value) implements AbiValue {
    @Override
    public <R> R fold(AbiValueCases<R> cases) {
      return cases.address(value);
    }

    @Override
    public String toString() {
      return value.toString();
    }
  }

  /**
   * A {@code bytesN}.
   *
   * @param value exactly N bytes, 1 to 32
   */
  record FixedBytes(Bytes value) implements AbiValue {
    @Override
    public <R> R fold(AbiValueCases<R> cases) {
      return cases.fixedBytes(value);
    }

    @Override
    public String toString() {
      return value.toString();
    }
  }

  /**
   * A {@code bytes}.
   *
   * @param value any number of bytes
   */
  record ByteString(Bytes value) implements AbiValue {
    @Override
    public <R> R fold(AbiValueCases<R> cases) {
      return cases.byteString(value);
    }

    @Override
    public String toString() {
      return value.toString();
    }
  }

  /**
   * A {@code string}. The EVM does not check that it is UTF-8, so the bytes are kept as they are
   * and encode to the same bytes again; only {@link #value} has to make text of them.
   *
   * @param utf8 the bytes
   */
  record Text(Bytes utf8) implements AbiValue {
    /**
     * The text.
     *
     * @return the bytes read as UTF-8, with U+FFFD in place of what is not UTF-8
     */
    public String value() {
      return new String(utf8.toByteArray(), StandardCharsets.UTF_8);
    }

    @Override
    public <R> R fold(AbiValueCases<R> cases) {
      return cases.text(this);
    }

    @Override
    public String toString() {
      return '"' + value() + '"';
    }
  }

  /**
   * A {@code T[]} or {@code T[k]}.
   *
   * @param values the elements
   */
  record Array(List<AbiValue> values) implements AbiValue {
    /** Copies the list. */
    public Array {
      values = List.copyOf(values);
    }

    @Override
    public <R> R fold(AbiValueCases<R> cases) {
      return cases.array(values);
    }

    @Override
    public String toString() {
      return values.stream().map(AbiValue::toString).collect(Collectors.joining(", ", "[", "]"));
    }
  }

  /**
   * A tuple: a struct, or the arguments of a call.
   *
   * @param values the components, in order
   */
  record Tuple(List<AbiValue> values) implements AbiValue {
    /** Copies the list. */
    public Tuple {
      values = List.copyOf(values);
    }

    /**
     * One component.
     *
     * @param index from 0
     * @return the component
     * @throws IndexOutOfBoundsException if there is no such component
     */
    public AbiValue get(int index) {
      return values.get(index);
    }

    @Override
    public <R> R fold(AbiValueCases<R> cases) {
      return cases.tuple(values);
    }

    @Override
    public String toString() {
      return values.stream().map(AbiValue::toString).collect(Collectors.joining(", ", "(", ")"));
    }
  }

  /**
   * A number.
   *
   * @param value the number
   * @return the value
   */
  static Number number(UInt256 value) {
    return new Number(value);
  }

  /**
   * A number that is not negative.
   *
   * @param value 0 or more
   * @return the value
   * @throws IllegalArgumentException if it is negative
   */
  static Number number(long value) {
    return new Number(UInt256.of(value));
  }

  /**
   * A truth value.
   *
   * @param value true or false
   * @return the value
   */
  static Bool bool(boolean value) {
    return new Bool(value);
  }

  /**
   * An address.
   *
   * @param value the address
   * @return the value
   */
  static Addr address(EthAddress value) {
    return new Addr(value);
  }

  /**
   * A {@code bytes32}.
   *
   * @param value the word
   * @return the value
   */
  static FixedBytes fixed(Bytes32 value) {
    return new FixedBytes(value.toBytes());
  }

  /**
   * A {@code bytesN}.
   *
   * @param value exactly N bytes
   * @return the value
   */
  static FixedBytes fixed(Bytes value) {
    return new FixedBytes(value);
  }

  /**
   * A {@code bytes}.
   *
   * @param value the bytes
   * @return the value
   */
  static ByteString bytes(Bytes value) {
    return new ByteString(value);
  }

  /**
   * A {@code string}.
   *
   * @param value the text
   * @return the value
   */
  static Text text(String value) {
    return new Text(Bytes.utf8(value));
  }

  /**
   * An array.
   *
   * @param values the elements
   * @return the value
   */
  static Array array(List<? extends AbiValue> values) {
    return new Array(List.copyOf(values));
  }

  /**
   * An array.
   *
   * @param values the elements
   * @return the value
   */
  static Array array(AbiValue... values) {
    return new Array(List.of(values));
  }

  /**
   * A tuple.
   *
   * @param values the components, in order
   * @return the value
   */
  static Tuple tuple(List<? extends AbiValue> values) {
    return new Tuple(List.copyOf(values));
  }

  /**
   * A tuple.
   *
   * @param values the components, in order
   * @return the value
   */
  static Tuple tuple(AbiValue... values) {
    return new Tuple(List.of(values));
  }

  /**
   * Goes one of eight ways.
   *
   * @param cases what to do in each case
   * @param <R> what all cases give
   * @return what the case at hand gave
   */
  <R> R fold(AbiValueCases<R> cases);
}
