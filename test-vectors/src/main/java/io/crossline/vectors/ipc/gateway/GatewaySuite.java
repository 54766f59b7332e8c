// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc.gateway;

import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonValue;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import io.crossline.vectors.suite.Suite;
import io.crossline.vectors.suite.VectorCase;

/**
 * {@code ipc.gateway}: networks of gateways with contracts and tokens that follow a script, and
 * what the gateways do, call, emit and hold, step by step.
 *
 * <p>Thread-safe: it keeps nothing between two cases.
 */
public final class GatewaySuite {
  /** The suite. */
  public static final Suite SUITE = Suite.of("ipc.gateway", GatewaySuite::run);

  private static final Shape CASE = Shape.of().in("network", "steps");

  private GatewaySuite() {}

  private static void run(VectorCase vector) {
    Fields fields = vector.fields(CASE);
    RecordedNetwork network = NetworkReader.read(vector, fields.input("network").asObject());
    for (JsonValue item : fields.input("steps").asArray().items()) {
      JsonObject step = item.asObject();
      GatewayOperation<?, ?> operation = vector.named(step, "op", GatewayOperations.all());
      GatewaySteps.run(vector, network, step, operation, Shape.of());
    }
  }
}
