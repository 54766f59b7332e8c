// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.rpc;

import io.crossline.core.json.JsonText;
import io.crossline.core.json.JsonValue;
import io.crossline.core.json.JsonWriter;
import java.util.Arrays;
import java.util.Optional;

/**
 * One of several names, as a node wrote it. A name of a later version, which is not known here, is
 * kept as it is, so that only who needs to know what it means has to care.
 *
 * <p>Immutable and thread-safe.
 *
 * @param text what the node wrote
 * @param known what it means; nothing if it is not known
 * @param <E> the names that are known
 */
public record RpcName<E extends Enum<E>>(String text, Optional<E> known) {
  /**
   * A name that is known.
   *
   * @param constant what it means
   * @param <E> the names that are known
   * @return the name
   */
  public static <E extends Enum<E>> RpcName<E> of(E constant) {
    return new RpcName<>(constant.name(), Optional.of(constant));
  }

  /**
   * Reads a name.
   *
   * @param value the name; what is no text is kept as its JSON
   * @param known the names that are known
   * @param <E> their type
   * @return the name
   */
  public static <E extends Enum<E>> RpcName<E> read(JsonValue value, E[] known) {
    String text = value instanceof JsonText name ? name.value() : JsonWriter.write(value);
    return new RpcName<>(
        text, Arrays.stream(known).filter(constant -> constant.name().equals(text)).findFirst());
  }

  /**
   * Whether it is a given name.
   *
   * @param constant the name
   * @return true if the node wrote that one
   */
  public boolean is(E constant) {
    return known.filter(constant::equals).isPresent();
  }

  /** What the node wrote. */
  @Override
  public String toString() {
    return text;
  }
}
