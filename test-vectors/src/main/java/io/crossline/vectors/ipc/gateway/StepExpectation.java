// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc.gateway;

import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonValue;
import io.crossline.messaging.Log;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.Revert;
import io.crossline.vectors.form.Form;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.ipc.RevertExpectation;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import io.crossline.vectors.suite.VectorCase;
import java.util.List;
import java.util.Map;

/** What a step of a case expects, and the moment before it. */
final class StepExpectation {
  private static final Form<List<EventForm.Emitted>> EVENTS = Forms.list(EventForm.form());
  private static final Form<List<CallForm.Made>> CALLS = Forms.list(CallForm.form());

  private final VectorCase vector;
  private final RecordedNetwork network;
  private final Fields fields;
  private final boolean revert;
  private final Balances balances;
  private final Map<String, Integer> batchSizes;

  /**
   * Begins a step: what is looked at from here on counts as before it.
   *
   * @param vector the case
   * @param network the network in the block of the step
   * @param step the fields of the step
   * @param success the shape of what is expected besides if the step succeeds
   * @param always the shape of what is expected besides in any case
   */
  StepExpectation(
      VectorCase vector, RecordedNetwork network, Fields step, Shape success, Shape always) {
    this.vector = vector;
    this.network = network;
    JsonObject expect = step.object().required("expect").asObject();
    revert = RevertExpectation.isRevert(expect);
    Shape shape =
        revert ? RevertExpectation.shape(expect).and(always) : success.and(always).expect("events");
    fields = step.fields("expect", shape.expect("state").optionalExpect("calls", "balances"));
    balances = network.balances();
    batchSizes = network.batchSizes();
    network.calls().clear();
  }

  /** The fields of the expectation. */
  Fields fields() {
    return fields;
  }

  /** Whether the step is expected to succeed. */
  boolean succeeds() {
    return !revert;
  }

  /**
   * Compares how the step ended and what is there after it.
   *
   * @param outcome how it ended
   * @param returned compares what it returned with what is expected
   * @param <T> what it returns
   */
  <T> void compare(Outcome<T> outcome, Returned<? super T> returned) {
    outcome.fold((result, logs) -> accepted(result, logs, returned), reason -> reverted(reason));
    compareCalls();
    Balances.compareChanges(vector, fields, balances, network.balances());
    compareStates();
  }

  private <T> boolean accepted(T result, List<Log> logs, Returned<? super T> returned) {
    if (revert) {
      outcomeDiffers("no revert");
    } else {
      fields.expect("events", EVENTS, network.events(logs));
      returned.compare(fields, result);
    }
    return true;
  }

  private boolean reverted(Revert reason) {
    if (revert) {
      RevertExpectation.compare(fields, reason);
    } else {
      outcomeDiffers("reverted: " + reason.description());
    }
    return true;
  }

  /** Says of all fields that depend on how the step ended that it ended otherwise. */
  private void outcomeDiffers(String actual) {
    for (String name : List.of("error", "revert", "panic", "data", "args")) {
      if (revert && fields.object().fields().containsKey(name)) {
        fields.differs(name, actual);
      }
    }
    if (!revert) {
      fields.differs("events", actual);
    }
  }

  /** Exactly the calls that were made are named, also those of steps that failed as a whole. */
  private void compareCalls() {
    List<CallForm.Made> made = network.calls().made();
    fields.expect("calls", CALLS, made);
    if (!fields.has("calls") && !made.isEmpty()) {
      fields.differences().add(fields.object(), "no calls", CALLS.write(made));
    }
  }

  private void compareStates() {
    JsonObject states = fields.expectation("state").orElseThrow().asObject();
    for (Map.Entry<String, JsonValue> state : states.fields().entrySet()) {
      vector.known(state.getValue(), state.getKey(), "gateway", network.gateways());
      GatewayStateForm.HELD.compare(
          state.getValue(),
          network.held(state.getKey(), batchSizes.getOrDefault(state.getKey(), 0)),
          fields.differences());
    }
  }

  /**
   * Compares what a step returned.
   *
   * @param <T> its type
   */
  interface Returned<T> {
    /**
     * Compares.
     *
     * @param expect the fields of the expectation
     * @param result what was returned
     */
    void compare(Fields expect, T result);
  }
}
