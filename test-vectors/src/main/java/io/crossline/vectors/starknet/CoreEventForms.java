// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.starknet;

import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonValue;
import io.crossline.core.reflect.RecordShape;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.event.ConsumedMessageToL1;
import io.crossline.starknet.event.ConsumedMessageToL2;
import io.crossline.starknet.event.CoreEvent;
import io.crossline.starknet.event.LogMessageToL1;
import io.crossline.starknet.event.LogMessageToL2;
import io.crossline.starknet.event.LogStateTransitionFact;
import io.crossline.starknet.event.LogStateUpdate;
import io.crossline.starknet.event.MessageToL2Canceled;
import io.crossline.starknet.event.MessageToL2CancellationStarted;
import io.crossline.vectors.form.Differences;
import io.crossline.vectors.form.Form;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.form.ObjectForm;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How the arguments of the core contract's events are written, by the event's name. */
final class CoreEventForms {
  private static final Form<L1ToL2Message> MESSAGE_TO_L2 =
      messageToL2().build(read -> message(read));
  private static final Form<L1ToL2Message> MESSAGE_TO_L2_WITH_FEE =
      messageToL2()
          .field("fee", Forms.UINT256, message -> message.fee().orElseThrow())
          .build(read -> message(read).withFee(read.get("fee", UInt256.class)));
  private static final Form<L2ToL1Message> MESSAGE_TO_L1 =
      ObjectForm.<L2ToL1Message>of()
          .field("fromAddress", Forms.UINT256, message -> message.from().value())
          .field("toAddress", Forms.ADDRESS, message -> message.to().toEthAddress())
          .field("payload", StarknetForms.PAYLOAD, L2ToL1Message::payloadWords)
          .build(
              read ->
                  L2ToL1Message.of(
                      read.get("fromAddress", UInt256.class),
                      read.get("toAddress", EthAddress.class),
                      read.get("payload", Payload.class)));
  private static final Form<LogStateTransitionFact> FACT =
      ObjectForm.record(LogStateTransitionFact.class, Forms.BYTES32);
  private static final Form<LogStateUpdate> STATE_UPDATE =
      ObjectForm.record(LogStateUpdate.class, Forms.UINT256, StarknetForms.INT256, Forms.UINT256);

  private static final Map<String, Form<CoreEvent>> BY_NAME = new HashMap<>();

  static {
    BY_NAME.put("ConsumedMessageToL2", around(ConsumedMessageToL2.class, MESSAGE_TO_L2));
    BY_NAME.put(
        "MessageToL2CancellationStarted",
        around(MessageToL2CancellationStarted.class, MESSAGE_TO_L2));
    BY_NAME.put("MessageToL2Canceled", around(MessageToL2Canceled.class, MESSAGE_TO_L2));
    BY_NAME.put("LogMessageToL1", around(LogMessageToL1.class, MESSAGE_TO_L1));
    BY_NAME.put("ConsumedMessageToL1", around(ConsumedMessageToL1.class, MESSAGE_TO_L1));
    BY_NAME.put(
        "LogStateTransitionFact",
        Forms.mapped(FACT, fact -> (CoreEvent) fact, LogStateTransitionFact.class::cast));
    BY_NAME.put(
        "LogStateUpdate",
        Forms.mapped(STATE_UPDATE, update -> (CoreEvent) update, LogStateUpdate.class::cast));
  }

  /** An event as lists of events have it: {@code {"event", "args"}}. */
  static final Form<CoreEvent> LISTED = new ListedForm();

  private CoreEventForms() {}

  /** The form of an event's arguments, or nothing if there is no such event. */
  static Optional<Form<CoreEvent>> byName(String name, boolean withFee) {
    if (name.equals("LogMessageToL2")) {
      return Optional.of(
          around(LogMessageToL2.class, withFee ? MESSAGE_TO_L2_WITH_FEE : MESSAGE_TO_L2));
    }
    return Optional.ofNullable(BY_NAME.get(name));
  }

  private static ObjectForm.Builder<L1ToL2Message> messageToL2() {
    return ObjectForm.<L1ToL2Message>of()
        .field("fromAddress", Forms.ADDRESS, L1ToL2Message::from)
        .field("toAddress", Forms.UINT256, message -> message.to().value())
        .field("selector", Forms.UINT256, L1ToL2Message::selector)
        .field("payload", StarknetForms.PAYLOAD, L1ToL2Message::payloadWords)
        .field("nonce", Forms.UINT256, L1ToL2Message::nonce);
  }

  private static L1ToL2Message message(ObjectForm.Reading read) {
    return L1ToL2Message.of(
        read.get("fromAddress", EthAddress.class),
        read.get("toAddress", UInt256.class),
        read.get("selector", UInt256.class),
        read.get("payload", Payload.class),
        read.get("nonce", UInt256.class));
  }

  /** An event that is a record of one component, the message, is written as the message. */
  @SuppressWarnings("unchecked") // what the form reads is that component
  private static <E extends Record, A> Form<CoreEvent> around(Class<E> event, Form<A> form) {
    RecordShape<E> shape = RecordShape.of(event);
    return Forms.mapped(
        form,
        message -> (CoreEvent) shape.join(new Object[] {message}),
        known -> (A) shape.split(event.cast(known))[0]);
  }

  /** The form with a fee is told from the one without by the log. */
  private static final class ListedForm implements Form<CoreEvent> {
    private static final String EVENT = "event";
    private static final String ARGS = "args";

    @Override
    public CoreEvent read(JsonValue json) {
      JsonObject object = checked(json);
      JsonValue name = object.required(EVENT);
      JsonValue args = object.required(ARGS);
      boolean withFee = args.asObject().optional("fee").isPresent();
      return byName(name.asText(), withFee)
          .orElseThrow(() -> name.invalid("unknown event \"" + name.asText() + "\""))
          .read(args);
    }

    @Override
    public void compare(JsonValue expected, CoreEvent actual, Differences differences) {
      JsonObject object = checked(expected);
      JsonValue name = object.required(EVENT);
      JsonObject args = object.required(ARGS).asObject();
      if (!name.asText().equals(actual.name())) {
        differences.add(name, write(actual));
      } else if (hasFee(actual) != args.optional("fee").isPresent()) {
        differences.add(args, write(actual));
      } else {
        byName(actual.name(), hasFee(actual)).orElseThrow().compare(args, actual, differences);
      }
    }

    private static boolean hasFee(CoreEvent event) {
      return event instanceof LogMessageToL2 sent && sent.message().fee().isPresent();
    }

    private static JsonObject checked(JsonValue json) {
      JsonObject object = json.asObject();
      object
          .fields()
          .forEach(
              (field, value) -> {
                if (field.equals(ObjectForm.NOTE)) {
                  value.asText();
                } else if (!field.equals(EVENT) && !field.equals(ARGS)) {
                  throw value.invalid("unknown field \"" + field + "\"");
                }
              });
      return object;
    }

    @Override
    public String write(CoreEvent value) {
      return value.name() + byName(value.name(), hasFee(value)).orElseThrow().write(value);
    }
  }
}
