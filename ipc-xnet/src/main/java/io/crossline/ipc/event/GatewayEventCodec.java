// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.event;

import io.crossline.core.reflect.RecordShape;
import io.crossline.ipc.abi.AbiArguments;
import io.crossline.ipc.abi.AbiForm;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.Word;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** How each event of a gateway is laid out in topics and data. */
final class GatewayEventCodec {
  /**
   * One event: its words in topics, its values in data, and both ways between those and the event.
   */
  private static final Map<GatewayEventType, Layout<?>> LAYOUTS =
      new EnumMap<>(GatewayEventType.class);

  static {
    for (GatewayEventType type : GatewayEventType.values()) {
      LAYOUTS.put(type, Layout.of(type, type.event()));
    }
  }

  /** Which components of an event stand in topics, and how the others are encoded. */
  private record Layout<E extends Record>(
      Class<E> event, RecordShape<E> shape, List<Boolean> inTopic, AbiArguments<Object[]> data) {
    static <E extends Record> Layout<E> of(GatewayEventType type, Class<E> event) {
      RecordShape<E> shape = RecordShape.of(event);
      List<Boolean> inTopic = shape.names().stream().map(type.indexed()::contains).toList();
      List<AbiForm<Object>> data = new ArrayList<>();
      for (int i = 0; i < inTopic.size(); i++) {
        if (!inTopic.get(i)) {
          data.add(AbiForm.of(shape.types().get(i)));
        }
      }
      return new Layout<>(event, shape, inTopic, AbiArguments.all(data));
    }

    Log write(EthAddress gateway, GatewayEvent any) {
      Object[] values = shape.split(event.cast(any));
      List<Bytes32> topics = new ArrayList<>();
      topics.add(any.type().topic());
      List<Object> rest = new ArrayList<>();
      for (int i = 0; i < values.length; i++) {
        if (inTopic.get(i)) {
          topics.add(((Word) values[i]).toBytes32());
        } else {
          rest.add(values[i]);
        }
      }
      return new Log(gateway, topics, data.encode(rest.toArray()));
    }

    GatewayEvent read(List<Bytes32> indexed, Bytes encoded) {
      Iterator<Bytes32> topics = indexed.iterator();
      Iterator<Object> rest = List.of(data.decode(encoded)).iterator();
      Object[] values = new Object[inTopic.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = inTopic.get(i) ? fromTopic(shape.types().get(i), topics.next()) : rest.next();
      }
      return (GatewayEvent) shape.join(values);
    }

    private static Object fromTopic(Type type, Bytes32 topic) {
      if (type == EthAddress.class) {
        return EthAddress.of(topic);
      }
      return type == UInt256.class ? topic.toUInt256() : topic;
    }
  }

  private GatewayEventCodec() {}

  static Log write(EthAddress gateway, GatewayEvent event) {
    return layout(event.type()).write(gateway, event);
  }

  static Optional<GatewayEvent> read(Log log) {
    if (log.topics().isEmpty()) {
      return Optional.empty();
    }
    return GatewayEventType.byTopic(log.topics().get(0)).map(type -> read(type, log));
  }

  private static GatewayEvent read(GatewayEventType type, Log log) {
    List<Bytes32> indexed = log.topics().subList(1, log.topics().size());
    if (indexed.size() != type.indexed().size()) {
      throw new MalformedInputException(
          "log: found "
              + log.topics().size()
              + " topics, "
              + type
              + " has "
              + (1 + type.indexed().size()));
    }
    return layout(type).read(indexed, log.data());
  }

  private static Layout<?> layout(GatewayEventType type) {
    return Objects.requireNonNull(LAYOUTS.get(type));
  }
}
