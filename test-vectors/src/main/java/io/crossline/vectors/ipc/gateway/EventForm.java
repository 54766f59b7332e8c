// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc.gateway;

import io.crossline.core.json.JsonValue;
import io.crossline.core.json.Suggestion;
import io.crossline.ipc.ActivityRollup;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.StateCommitment;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.abi.GatewayEvent;
import io.crossline.ipc.abi.GatewayEvent.ActivityRollupRecorded;
import io.crossline.ipc.abi.GatewayEvent.BottomUpBatchRecorded;
import io.crossline.ipc.abi.GatewayEvent.MessagePropagatedFromPostbox;
import io.crossline.ipc.abi.GatewayEvent.MessageStoredInPostbox;
import io.crossline.ipc.abi.GatewayEvent.NewBottomUpMsgBatch;
import io.crossline.ipc.abi.GatewayEvent.NewTopDownMessage;
import io.crossline.ipc.abi.GatewayEvent.QueuedBottomUpMessage;
import io.crossline.ipc.abi.GatewayEvent.StateCommitmentCreated;
import io.crossline.ipc.abi.GatewayEvent.SubnetDestroyed;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.vectors.form.Differences;
import io.crossline.vectors.form.Form;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.form.ObjectForm;
import io.crossline.vectors.ipc.EnvelopeForms;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** How events of gateways are written: {@code {"gateway", "event", "args"}}. */
final class EventForm implements Form<EventForm.Emitted> {
  /**
   * An event and who emitted it.
   *
   * @param gateway the alias of the gateway
   * @param event the event
   */
  record Emitted(String gateway, GatewayEvent event) {
    String name() {
      return event.type().signature().name();
    }
  }

  private static final String EVENT = "event";
  private static final Map<String, ObjectForm<Emitted>> BY_NAME = new TreeMap<>();

  static {
    kind(
        NewTopDownMessage.class,
        ObjectForm.<NewTopDownMessage>of()
            .field("subnet", Forms.ADDRESS, NewTopDownMessage::subnet)
            .field("message", EnvelopeForms.ENVELOPE, NewTopDownMessage::message)
            .field("id", Forms.BYTES32, NewTopDownMessage::id)
            .build(
                read ->
                    new NewTopDownMessage(
                        read.get("subnet", EthAddress.class),
                        read.get("message", IpcEnvelope.class),
                        read.get("id", Bytes32.class))));
    id(QueuedBottomUpMessage.class, QueuedBottomUpMessage::id, QueuedBottomUpMessage::new);
    id(MessageStoredInPostbox.class, MessageStoredInPostbox::id, MessageStoredInPostbox::new);
    id(
        MessagePropagatedFromPostbox.class,
        MessagePropagatedFromPostbox::id,
        MessagePropagatedFromPostbox::new);
    kind(
        NewBottomUpMsgBatch.class,
        ObjectForm.<NewBottomUpMsgBatch>of()
            .field("epoch", Forms.UINT256, NewBottomUpMsgBatch::epoch)
            .build(read -> new NewBottomUpMsgBatch(read.get("epoch", UInt256.class))));
    kind(
        SubnetDestroyed.class,
        ObjectForm.<SubnetDestroyed>of()
            .field("id", EnvelopeForms.SUBNET_ID, SubnetDestroyed::id)
            .build(read -> new SubnetDestroyed(read.get("id", SubnetId.class))));
    checkpoints();
  }

  private static void checkpoints() {
    kind(
        StateCommitmentCreated.class,
        ObjectForm.<StateCommitmentCreated>of()
            .field("checkpointHeight", Forms.UINT64, StateCommitmentCreated::checkpointHeight)
            .field("breakdown", CheckpointForms.COMMITMENT, StateCommitmentCreated::breakdown)
            .build(
                read ->
                    new StateCommitmentCreated(
                        read.get("checkpointHeight", UInt64.class),
                        read.get("breakdown", StateCommitment.class))));
    kind(
        BottomUpBatchRecorded.class,
        ObjectForm.<BottomUpBatchRecorded>of()
            .field("checkpointHeight", Forms.UINT64, BottomUpBatchRecorded::checkpointHeight)
            .field("msgs", GatewayForms.ENVELOPES, BottomUpBatchRecorded::msgs)
            .build(
                read ->
                    new BottomUpBatchRecorded(
                        read.get("checkpointHeight", UInt64.class),
                        read.list("msgs", IpcEnvelope.class))));
    kind(
        ActivityRollupRecorded.class,
        ObjectForm.<ActivityRollupRecorded>of()
            .field("checkpointHeight", Forms.UINT64, ActivityRollupRecorded::checkpointHeight)
            .field("rollup", CheckpointForms.ROLLUP, ActivityRollupRecorded::rollup)
            .build(
                read ->
                    new ActivityRollupRecorded(
                        read.get("checkpointHeight", UInt64.class),
                        read.get("rollup", ActivityRollup.class))));
  }

  private static <E extends GatewayEvent> void id(
      Class<E> type, Function<E, Bytes32> id, Function<Bytes32, E> constructor) {
    kind(
        type,
        ObjectForm.<E>of()
            .field("id", Forms.BYTES32, id)
            .build(read -> constructor.apply(read.get("id", Bytes32.class))));
  }

  private static <E extends GatewayEvent> void kind(Class<E> type, Form<E> args) {
    BY_NAME.put(
        type.getSimpleName(),
        ObjectForm.<Emitted>of()
            .field("gateway", Forms.TEXT, Emitted::gateway)
            .field(EVENT, Forms.TEXT, Emitted::name)
            .field("args", args, emitted -> type.cast(emitted.event()))
            .build(read -> new Emitted(read.get("gateway", String.class), read.get("args", type))));
  }

  private static ObjectForm<Emitted> named(JsonValue json) {
    JsonValue name = json.asObject().required(EVENT);
    ObjectForm<Emitted> form = BY_NAME.get(name.asText());
    if (form == null) {
      throw name.invalid(
          "unknown event \""
              + name.asText()
              + "\". "
              + Suggestion.instead(name.asText(), BY_NAME.keySet()));
    }
    return form;
  }

  @Override
  public Emitted read(JsonValue json) {
    return named(json).read(json);
  }

  @Override
  public void compare(JsonValue expected, Emitted actual, Differences differences) {
    ObjectForm<Emitted> form = named(expected);
    if (form == BY_NAME.get(actual.name())) {
      form.compare(expected, actual, differences);
    } else {
      form.read(expected);
      differences.add(expected.asObject().required(EVENT), write(actual));
    }
  }

  @Override
  public String write(Emitted emitted) {
    return BY_NAME.get(emitted.name()).write(emitted);
  }
}
