// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.rpc;

import io.crossline.core.json.JsonWriter;
import io.crossline.messaging.Word;
import io.crossline.starknet.AddressWord;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes an object as nodes do: its fields in order, felts and quantities in minimal hexadecimal.
 */
final class NodeWriter {
  private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

  /** A text form that is right as it is: of an address, a hash, a status. */
  NodeWriter text(String name, Object value) {
    fields.put(name, value.toString());
    return this;
  }

  /** Minimal hexadecimal. */
  NodeWriter word(String name, Word value) {
    fields.put(name, hex(value));
    return this;
  }

  NodeWriter words(String name, Collection<? extends Word> values) {
    fields.put(name, values.stream().map(NodeWriter::hex).toList());
    return this;
  }

  NodeWriter truth(String name, boolean value) {
    fields.put(name, value);
    return this;
  }

  NodeWriter number(String name, long value) {
    fields.put(name, value);
    return this;
  }

  NodeWriter object(String name, NodeWriter value) {
    fields.put(name, value.fields);
    return this;
  }

  NodeWriter list(String name, List<NodeWriter> values) {
    fields.put(name, values.stream().map(NodeWriter::fields).toList());
    return this;
  }

  NodeWriter texts(String name, List<?> values) {
    fields.put(name, values.stream().map(Object::toString).toList());
    return this;
  }

  /** A text, or null where there is none. */
  NodeWriter textOrNull(String name, Optional<?> value) {
    fields.put(name, value.map(Object::toString).orElse(null));
    return this;
  }

  /** Minimal hexadecimal, or null where there is none. */
  NodeWriter wordOrNull(String name, Optional<? extends Word> value) {
    fields.put(name, value.map(NodeWriter::hex).orElse(null));
    return this;
  }

  /** A text, or no field. */
  NodeWriter textIfAny(String name, Optional<?> value) {
    value.ifPresent(text -> text(name, text));
    return this;
  }

  /** Minimal hexadecimal, or no field. */
  NodeWriter wordIfAny(String name, Optional<? extends Word> value) {
    value.ifPresent(word -> word(name, word));
    return this;
  }

  private Map<String, @Nullable Object> fields() {
    return fields;
  }

  /** The object as one line of JSON. */
  String toJson() {
    return JsonWriter.write(fields);
  }

  /** Objects as one line of JSON, in an array. */
  static String toJson(List<NodeWriter> values) {
    return JsonWriter.write(values.stream().map(NodeWriter::fields).toList());
  }

  private static String hex(Word value) {
    return AddressWord.of(value).toString();
  }

  /** A message to L1 as receipts have it, where the receiver is a felt. */
  static NodeWriter messageToL1(L2ToL1Message message) {
    return new NodeWriter()
        .word("from_address", message.from())
        .word("to_address", message.to())
        .words("payload", message.payloadWords().words());
  }

  /** A message to L1 as the postman has it, where the receiver is an address. */
  static NodeWriter postmanMessageToL1(L2ToL1Message message) {
    Payload payload = message.payloadWords();
    return new NodeWriter()
        .word("from_address", message.from())
        .text(
            "to_address", message.to().isEthAddress() ? message.to().toEthAddress() : message.to())
        .words("payload", payload.words());
  }
}
