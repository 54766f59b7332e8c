// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

import io.crossline.messaging.MalformedInputException;
import java.lang.reflect.Type;
import java.util.List;

/**
 * A type of Cairo: how its values are written as felts and read back, as Cairo's {@code Serde} does
 * it. {@link CairoTypes} has the types. What is read is what the executor reads, and what is
 * refused is what makes a contract panic with {@code Failed to deserialize param}; the source of
 * the rules is the executor itself, run: blockifier 0.18 with contracts of compiler 2.17.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <T> the Java type of its values
 */
public abstract class CairoType<T> {
  private final String name;

  CairoType(String name) {
    this.name = name;
  }

  /**
   * The name, as the ABI of a class writes it.
   *
   * @return such as {@code core::array::Array::<core::felt252>}; for a type that was made of a Java
   *     class, the class's own name
   */
  public final String name() {
    return name;
  }

  /**
   * Writes a value.
   *
   * @param value the value: what {@link #decode} gives, or what can stand for it without a guess: a
   *     {@code Number}, {@link io.crossline.messaging.UInt64}, {@link
   *     io.crossline.messaging.UInt256} or {@link Felt} in range for any number, a decimal or
   *     hexadecimal text for a number, a {@code String} for a ByteArray, a record for a struct
   * @return the felts
   * @throws MalformedInputException if the type has no such value; the message says where in it
   */
  public final List<Felt> encode(Object value) {
    FeltWriter out = new FeltWriter();
    write(out, value);
    return out.felts();
  }

  /**
   * Reads a value that takes all the felts.
   *
   * @param felts the felts
   * @return the value
   * @throws MalformedInputException if the felts hold no such value, or more than it
   */
  public final T decode(List<Felt> felts) {
    FeltReader in = new FeltReader(felts);
    T value = read(in);
    in.end();
    return value;
  }

  /**
   * A value with its type, for {@link Payload#cairo}, where the Java type alone would mean another
   * Cairo type or none.
   *
   * @param value as {@link #encode} takes it
   * @return the value, checked
   * @throws MalformedInputException if the type has no such value
   */
  public final CairoValue of(Object value) {
    return new CairoValue(this, encode(value));
  }

  abstract T read(FeltReader in);

  abstract void write(FeltWriter out, Object value);

  /**
   * The least number of felts that a value takes, so that a length without felts to show for it can
   * be refused before anything is made.
   *
   * @return 0 for a type that takes none
   * @throws MalformedInputException if the type contains itself without end
   */
  public int leastFelts() {
    return 1;
  }

  /** Whether every value that is read may stand where a Java type is declared. */
  abstract boolean gives(Type java);

  @Override
  public final String toString() {
    return name;
  }
}
