// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.abi;

import static io.crossline.ipc.abi.IpcForms.ACTIVITY_ROLLUP;
import static io.crossline.ipc.abi.IpcForms.BYTES32;
import static io.crossline.ipc.abi.IpcForms.ENVELOPE;
import static io.crossline.ipc.abi.IpcForms.ENVELOPES;
import static io.crossline.ipc.abi.IpcForms.STATE_COMMITMENT;
import static io.crossline.ipc.abi.IpcForms.SUBNET_ID;
import static io.crossline.ipc.abi.IpcForms.UINT64;

import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.abi.GatewayEvent.ActivityRollupRecorded;
import io.crossline.ipc.abi.GatewayEvent.BottomUpBatchRecorded;
import io.crossline.ipc.abi.GatewayEvent.MessagePropagatedFromPostbox;
import io.crossline.ipc.abi.GatewayEvent.MessageStoredInPostbox;
import io.crossline.ipc.abi.GatewayEvent.NewBottomUpMsgBatch;
import io.crossline.ipc.abi.GatewayEvent.NewTopDownMessage;
import io.crossline.ipc.abi.GatewayEvent.QueuedBottomUpMessage;
import io.crossline.ipc.abi.GatewayEvent.StateCommitmentCreated;
import io.crossline.ipc.abi.GatewayEvent.SubnetDestroyed;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.Word;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** How each event of a gateway is laid out in topics and data. */
final class GatewayEventCodec {
  /**
   * One event: its words in topics, its values in data, and both ways between those and the event.
   */
  private record Layout<E extends GatewayEvent, D>(
      Class<E> event,
      Function<E, List<Word>> topics,
      AbiArguments<D> data,
      Function<E, D> values,
      BiFunction<List<Bytes32>, D, E> make) {
    Bytes write(GatewayEvent any) {
      return data.encode(values.apply(event.cast(any)));
    }

    List<Word> indexed(GatewayEvent any) {
      return topics.apply(event.cast(any));
    }

    GatewayEvent read(List<Bytes32> indexed, Bytes encoded) {
      return make.apply(indexed, data.decode(encoded));
    }
  }

  private static final Map<GatewayEventType, Layout<?, ?>> LAYOUTS =
      new EnumMap<>(GatewayEventType.class);

  static {
    LAYOUTS.put(
        GatewayEventType.NEW_TOP_DOWN_MESSAGE,
        new Layout<NewTopDownMessage, IpcEnvelope>(
            NewTopDownMessage.class,
            event -> List.of(event.subnet(), event.id()),
            AbiArguments.one(ENVELOPE),
            NewTopDownMessage::message,
            (topics, message) ->
                new NewTopDownMessage(EthAddress.of(topics.get(0)), message, topics.get(1))));
    LAYOUTS.put(
        GatewayEventType.QUEUED_BOTTOM_UP_MESSAGE,
        inTopic(
            QueuedBottomUpMessage.class, QueuedBottomUpMessage::id, QueuedBottomUpMessage::new));
    LAYOUTS.put(
        GatewayEventType.MESSAGE_STORED_IN_POSTBOX,
        inTopic(
            MessageStoredInPostbox.class, MessageStoredInPostbox::id, MessageStoredInPostbox::new));
    LAYOUTS.put(
        GatewayEventType.NEW_BOTTOM_UP_MSG_BATCH,
        inTopic(
            NewBottomUpMsgBatch.class,
            NewBottomUpMsgBatch::epoch,
            topic -> new NewBottomUpMsgBatch(topic.toUInt256())));
    LAYOUTS.put(
        GatewayEventType.MESSAGE_PROPAGATED_FROM_POSTBOX,
        inData(
            MessagePropagatedFromPostbox.class,
            AbiArguments.of(
                BYTES32, MessagePropagatedFromPostbox::new, MessagePropagatedFromPostbox::id)));
    LAYOUTS.put(
        GatewayEventType.SUBNET_DESTROYED,
        inData(
            SubnetDestroyed.class,
            AbiArguments.of(SUBNET_ID, SubnetDestroyed::new, SubnetDestroyed::id)));
    LAYOUTS.put(
        GatewayEventType.STATE_COMMITMENT_CREATED,
        inData(
            StateCommitmentCreated.class,
            AbiArguments.of(
                UINT64,
                STATE_COMMITMENT,
                StateCommitmentCreated::new,
                StateCommitmentCreated::checkpointHeight,
                StateCommitmentCreated::breakdown)));
    LAYOUTS.put(
        GatewayEventType.BOTTOM_UP_BATCH_RECORDED,
        inData(
            BottomUpBatchRecorded.class,
            AbiArguments.of(
                UINT64,
                ENVELOPES,
                BottomUpBatchRecorded::new,
                BottomUpBatchRecorded::checkpointHeight,
                BottomUpBatchRecorded::msgs)));
    LAYOUTS.put(
        GatewayEventType.ACTIVITY_ROLLUP_RECORDED,
        inData(
            ActivityRollupRecorded.class,
            AbiArguments.of(
                UINT64,
                ACTIVITY_ROLLUP,
                ActivityRollupRecorded::new,
                ActivityRollupRecorded::checkpointHeight,
                ActivityRollupRecorded::rollup)));
  }

  private GatewayEventCodec() {}

  static Log write(EthAddress gateway, GatewayEvent event) {
    Layout<?, ?> layout = layout(event.type());
    List<Bytes32> topics = new ArrayList<>();
    topics.add(event.type().topic());
    layout.indexed(event).forEach(word -> topics.add(word.toBytes32()));
    return new Log(gateway, topics, layout.write(event));
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

  private static Layout<?, ?> layout(GatewayEventType type) {
    Layout<?, ?> layout = LAYOUTS.get(type);
    if (layout == null) {
      throw new IllegalStateException("no layout of " + type);
    }
    return layout;
  }

  private static <E extends GatewayEvent> Layout<E, Nothing> inTopic(
      Class<E> event, Function<E, Word> topic, Function<Bytes32, E> make) {
    return new Layout<>(
        event,
        value -> List.of(topic.apply(value)),
        AbiArguments.none(),
        value -> Nothing.NOTHING,
        (topics, nothing) -> make.apply(topics.get(0)));
  }

  private static <E extends GatewayEvent> Layout<E, E> inData(
      Class<E> event, AbiArguments<E> data) {
    return new Layout<>(
        event, value -> List.of(), data, Function.identity(), (topics, value) -> value);
  }
}
