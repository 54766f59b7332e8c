// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli.ask;

import io.crossline.ipc.IpcEnvelope;
import io.crossline.messaging.Word;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values as fields that can be printed and written as JSON. */
public final class Shown {
  private Shown() {}

  /** Fields of a record, texts, lists and numbers, nested as the value is. */
  public static @Nullable Object of(@Nullable Object value) {
    if (value instanceof Optional<?> optional) {
      return of(optional.orElse(null));
    } else if (value instanceof Collection<?> items) {
      return items.stream().map(Shown::of).toList();
    } else if (value instanceof IpcEnvelope envelope) {
      return envelope(envelope);
    } else if (value instanceof L1ToL2Message message) {
      return toL2(message);
    } else if (value instanceof L2ToL1Message message) {
      return toL1(message);
    } else if (value instanceof Record fields && !(value instanceof Word)) {
      return record(fields);
    }
    return value == null || value instanceof Boolean ? value : value.toString();
  }

  private static @Nullable Object record(Record value) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (var component : value.getClass().getRecordComponents()) {
      try {
        fields.put(component.getName(), of(component.getAccessor().invoke(value)));
      } catch (ReflectiveOperationException notOpen) {
        return value.toString();
      }
    }
    return fields;
  }

  /** An envelope with the hashes by which networks know it. */
  public static Map<String, @Nullable Object> envelope(IpcEnvelope envelope) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("kind", envelope.kind().toString());
    fields.put("from", envelope.from().toString());
    fields.put("to", envelope.to().toString());
    fields.put("value", envelope.value().toString());
    fields.put("localNonce", envelope.localNonce().toString());
    fields.put("originalNonce", envelope.originalNonce().toString());
    fields.put("message", envelope.message().toString());
    fields.put("hash", envelope.hash().toString());
    fields.put("tracingId", envelope.tracingId().toString());
    return fields;
  }

  private static Map<String, @Nullable Object> toL2(L1ToL2Message message) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("from", message.from().toString());
    fields.put("to", message.to().toString());
    fields.put("selector", message.selector().toHexString());
    fields.put("payload", words(message.payloadWords()));
    fields.put("nonce", message.nonce().toString());
    fields.put("fee", of(message.fee()));
    fields.put("messageHash", message.hash().toString());
    return fields;
  }

  private static Map<String, @Nullable Object> toL1(L2ToL1Message message) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("from", message.from().toString());
    fields.put("to", message.to().toString());
    fields.put("payload", words(message.payloadWords()));
    fields.put("messageHash", message.hash().toString());
    return fields;
  }

  private static List<String> words(Payload payload) {
    return payload.words().stream().map(word -> word.toHexString()).toList();
  }
}
