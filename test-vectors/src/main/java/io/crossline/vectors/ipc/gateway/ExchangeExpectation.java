// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc.gateway;

import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonText;
import io.crossline.core.json.JsonValue;
import io.crossline.messaging.Bytes32;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.ipc.EnvelopeForms;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import io.crossline.vectors.suite.VectorCase;
import java.util.Map;

/** What cases expect exchanges to hold. */
final class ExchangeExpectation {
  /** The field that holds it. */
  static final String FIELD = "exchange";

  private static final Shape HELD = Shape.of().expect("inflight", "handledResults");

  private ExchangeExpectation() {}

  /** Compares what exchanges hold, if that is expected. */
  static void compare(VectorCase vector, RecordedNetwork network, Fields expect) {
    expect
        .expectation(FIELD)
        .ifPresent(
            held ->
                held.asObject()
                    .fields()
                    .forEach((name, json) -> compare(vector, network, name, json)));
  }

  private static void compare(
      VectorCase vector, RecordedNetwork network, String name, JsonValue json) {
    Exchange exchange = vector.known(json, name, FIELD, network.exchanges());
    Fields fields = vector.track(json.asObject(), HELD);
    JsonObject inflight = fields.expectation("inflight").orElseThrow().asObject();
    for (Map.Entry<String, JsonValue> entry : inflight.fields().entrySet()) {
      Forms.nullable(EnvelopeForms.ENVELOPE)
          .compare(entry.getValue(), exchange.inflight(id(entry)), fields.differences());
    }
    fields.expect("handledResults", Forms.UINT256, exchange.handledResults());
  }

  private static Bytes32 id(Map.Entry<String, JsonValue> entry) {
    return Forms.BYTES32.read(new JsonText(entry.getValue().place(), entry.getKey()));
  }
}
