// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc.gateway;

import io.crossline.ipc.event.GatewayEvent;
import io.crossline.ipc.event.GatewayEvent.ActivityRollupRecorded;
import io.crossline.ipc.event.GatewayEvent.BottomUpBatchRecorded;
import io.crossline.ipc.event.GatewayEvent.MessagePropagatedFromPostbox;
import io.crossline.ipc.event.GatewayEvent.MessageStoredInPostbox;
import io.crossline.ipc.event.GatewayEvent.NewBottomUpMsgBatch;
import io.crossline.ipc.event.GatewayEvent.NewTopDownMessage;
import io.crossline.ipc.event.GatewayEvent.QueuedBottomUpMessage;
import io.crossline.ipc.event.GatewayEvent.StateCommitmentCreated;
import io.crossline.ipc.event.GatewayEvent.SubnetDestroyed;
import io.crossline.vectors.form.Form;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.form.ObjectForm;
import io.crossline.vectors.form.TaggedForm;
import io.crossline.vectors.ipc.EnvelopeForms;
import java.util.Map;
import java.util.TreeMap;

/** How events of gateways are written: {@code {"gateway", "event", "args"}}. */
final class EventForm {
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
    kind(NewTopDownMessage.class, Forms.ADDRESS, EnvelopeForms.ENVELOPE, Forms.BYTES32);
    kind(QueuedBottomUpMessage.class, Forms.BYTES32);
    kind(MessageStoredInPostbox.class, Forms.BYTES32);
    kind(MessagePropagatedFromPostbox.class, Forms.BYTES32);
    kind(NewBottomUpMsgBatch.class, Forms.UINT256);
    kind(SubnetDestroyed.class, EnvelopeForms.SUBNET_ID);
    kind(StateCommitmentCreated.class, Forms.UINT64, CheckpointForms.COMMITMENT);
    kind(BottomUpBatchRecorded.class, Forms.UINT64, GatewayForms.ENVELOPES);
    kind(ActivityRollupRecorded.class, Forms.UINT64, CheckpointForms.ROLLUP);
  }

  private static <E extends Record & GatewayEvent> void kind(Class<E> type, Form<?>... args) {
    BY_NAME.put(
        type.getSimpleName(),
        ObjectForm.<Emitted>of()
            .field("gateway", Forms.TEXT, Emitted::gateway)
            .field(EVENT, Forms.TEXT, Emitted::name)
            .field("args", ObjectForm.record(type, args), emitted -> type.cast(emitted.event()))
            .build(read -> new Emitted(read.get("gateway", String.class), read.get("args", type))));
  }

  private EventForm() {}

  static Form<Emitted> form() {
    return new TaggedForm<>(EVENT, BY_NAME, Emitted::name);
  }
}
