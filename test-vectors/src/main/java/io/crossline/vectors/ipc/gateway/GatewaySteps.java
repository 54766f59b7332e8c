// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc.gateway;

import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonValue;
import io.crossline.core.json.Suggestion;
import io.crossline.ipc.gateway.Gateway;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import io.crossline.vectors.suite.VectorCase;
import java.util.Set;

/** Steps in which someone outside calls a gateway. */
final class GatewaySteps {
  private static final Shape STEP =
      Shape.of()
          .in("op", "gateway", "caller", "blockNumber")
          .optionalIn("value", "mint", "child")
          .expect("expect");

  private GatewaySteps() {}

  /**
   * Runs a step and compares.
   *
   * @param vector the case
   * @param network its network
   * @param json the step
   * @param operation what it calls
   * @param always the shape of what the suite expects besides
   * @return the fields of the expectation
   */
  static Fields run(
      VectorCase vector,
      RecordedNetwork network,
      JsonObject json,
      GatewayOperation<?, ?> operation,
      Shape always) {
    Fields step = vector.track(json, STEP.in(operation.fields().toArray(String[]::new)));
    step.input("op");
    step.input("gateway");
    Gateway gateway = vector.named(json, "gateway", network.gateways());
    EthAddress caller = step.in("caller", Forms.ADDRESS);
    UInt256 value = step.optionalIn("value", Forms.UINT256).orElse(UInt256.ZERO);
    Bytes calldata = operation.calldata(step);
    if (step.has("child")) {
      requireChild(step.input("child"), network.childAliases());
    }
    network.enterBlock(json.required("blockNumber"), step.in("blockNumber", Forms.UINT64));
    Shape success = operation.returns().isPresent() ? Shape.of().expect("returns") : Shape.of();
    StepExpectation expectation = new StepExpectation(vector, network, step, success, always);
    step.optionalIn("mint", Forms.UINT256)
        .ifPresent(coins -> network.chain().mint(gateway.address(), coins));
    Outcome<Bytes> outcome = network.chain().transact(caller, gateway.address(), value, calldata);
    expectation.compare(outcome, operation::compareReturned);
    return expectation.fields();
  }

  /** Whose actor the caller is, or is meant to be: words for who reads the step. */
  private static void requireChild(JsonValue alias, Set<String> known) {
    if (!known.contains(alias.asText())) {
      throw alias.invalid(
          "unknown child \"" + alias.asText() + "\". " + Suggestion.instead(alias.asText(), known));
    }
  }
}
