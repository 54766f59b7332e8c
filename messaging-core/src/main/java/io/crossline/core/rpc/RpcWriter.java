// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.rpc;

import io.crossline.core.json.JsonWriter;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.Word;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes an object as nodes do: its fields in order, felts and quantities in minimal hexadecimal.
 *
 * <p>Not thread-safe: one thread writes an object.
 */
public final class RpcWriter {
  private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

  /** Begins an object without fields. */
  public RpcWriter() {}

  /** A text form that is right as it is: of an address, a hash, a status. */
  public RpcWriter text(String name, Object value) {
    fields.put(name, value.toString());
    return this;
  }

  /** Minimal hexadecimal. */
  public RpcWriter word(String name, Word value) {
    fields.put(name, hex(value));
    return this;
  }

  /** Words in minimal hexadecimal. */
  public RpcWriter words(String name, Collection<? extends Word> values) {
    fields.put(name, values.stream().map(RpcWriter::hex).toList());
    return this;
  }

  /** True or false. */
  public RpcWriter truth(String name, boolean value) {
    fields.put(name, value);
    return this;
  }

  /** A JSON number. */
  public RpcWriter number(String name, long value) {
    fields.put(name, value);
    return this;
  }

  /** An object within this one. */
  public RpcWriter object(String name, RpcWriter value) {
    fields.put(name, value.fields);
    return this;
  }

  /** An object within this one, or no field. */
  public RpcWriter objectIfAny(String name, Optional<RpcWriter> value) {
    value.ifPresent(written -> object(name, written));
    return this;
  }

  /** An array of objects. */
  public RpcWriter list(String name, List<RpcWriter> values) {
    fields.put(name, values.stream().map(RpcWriter::fields).toList());
    return this;
  }

  /** An array of text forms. */
  public RpcWriter texts(String name, List<?> values) {
    fields.put(name, values.stream().map(Object::toString).toList());
    return this;
  }

  /** A text, or null where there is none. */
  public RpcWriter textOrNull(String name, Optional<?> value) {
    fields.put(name, value.map(Object::toString).orElse(null));
    return this;
  }

  /** Minimal hexadecimal, or null where there is none. */
  public RpcWriter wordOrNull(String name, Optional<? extends Word> value) {
    fields.put(name, value.map(RpcWriter::hex).orElse(null));
    return this;
  }

  /** A text, or no field. */
  public RpcWriter textIfAny(String name, Optional<?> value) {
    value.ifPresent(text -> text(name, text));
    return this;
  }

  /** Minimal hexadecimal, or no field. */
  public RpcWriter wordIfAny(String name, Optional<? extends Word> value) {
    value.ifPresent(word -> word(name, word));
    return this;
  }

  private Map<String, @Nullable Object> fields() {
    return fields;
  }

  /** The object as one line of JSON. */
  public String toJson() {
    return JsonWriter.write(fields);
  }

  /** Objects as one line of JSON, in an array. */
  public static String toJson(List<RpcWriter> values) {
    return JsonWriter.write(values.stream().map(RpcWriter::fields).toList());
  }

  private static String hex(Word value) {
    return UInt256.ofLimbs(value.limb(0), value.limb(1), value.limb(2), value.limb(3))
        .toHexString();
  }
}
