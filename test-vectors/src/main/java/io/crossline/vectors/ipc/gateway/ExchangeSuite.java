// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc.gateway;

import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonValue;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import io.crossline.vectors.suite.Suite;
import io.crossline.vectors.suite.VectorCase;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code ipc.exchange}: a subclass of {@code IpcExchange} written in Java where the recorded
 * contract stood, called by itself and through the gateways.
 *
 * <p>Thread-safe: it keeps nothing between two cases.
 */
public final class ExchangeSuite {
  /** The suite. */
  public static final Suite SUITE = Suite.of("ipc.exchange", ExchangeSuite::run);

  private static final Shape CASE = Shape.of().in("network", "steps");
  private static final Shape SCRIPT =
      Shape.of().in("op", "contract", "callHandler", "resultHandler");
  private static final Shape INSPECT = Shape.of().in("op").expect("expect");
  private static final Shape EXCHANGE = Shape.of().optionalExpect(ExchangeExpectation.FIELD);

  private static final Map<String, Step> STEPS = new TreeMap<>();

  static {
    GatewayOperations.all().forEach((name, operation) -> STEPS.put(name, gatewayStep(operation)));
    ExchangeSteps.kinds().keySet().forEach(name -> STEPS.put(name, ExchangeSteps::run));
    STEPS.put("script", ExchangeSuite::script);
    STEPS.put("inspect", ExchangeSuite::inspect);
  }

  /** Runs one step. */
  private interface Step {
    void run(VectorCase vector, RecordedNetwork network, JsonObject json);
  }

  private ExchangeSuite() {}

  private static void run(VectorCase vector) {
    Fields fields = vector.fields(CASE);
    RecordedNetwork network = NetworkReader.read(vector, fields.input("network").asObject());
    for (JsonValue item : fields.input("steps").asArray().items()) {
      JsonObject step = item.asObject();
      vector.named(step, "op", STEPS).run(vector, network, step);
    }
  }

  private static Step gatewayStep(GatewayOperation<?, ?> operation) {
    return (vector, network, json) ->
        ExchangeExpectation.compare(
            vector, network, GatewaySteps.run(vector, network, json, operation, EXCHANGE));
  }

  /** From here on the handlers of an exchange do something else. */
  private static void script(VectorCase vector, RecordedNetwork network, JsonObject json) {
    Fields step = vector.track(json, SCRIPT);
    step.input("op");
    step.input("contract");
    vector
        .named(json, "contract", network.exchanges())
        .contract()
        .handler()
        .script()
        .change(
            HandlerActionReader.onCall(vector, step.input("callHandler")),
            HandlerActionReader.onResult(vector, step.input("resultHandler")));
  }

  private static void inspect(VectorCase vector, RecordedNetwork network, JsonObject json) {
    Fields step = vector.track(json, INSPECT);
    step.input("op");
    ExchangeExpectation.compare(vector, network, step.fields("expect", EXCHANGE));
  }
}
