// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.scenario;

import io.crossline.core.handler.HandlerRegistry;
import io.crossline.core.json.JsonPlace;
import io.crossline.core.json.JsonValue;
import io.crossline.core.trace.TimelineEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the scenarios of both systems share: name, steps, the steps {@code advance} and {@code
 * await}, and the expectations at the end.
 *
 * @param <R> the network that it runs on
 */
abstract class NetworkScenario<R extends ScenarioRun> implements Scenario {
  private static final Duration DEFAULT_LIMIT = Duration.ofDays(1);

  private final String name;
  private final Map<String, JsonValue> expectedMessages;

  NetworkScenario(ScenarioFields fields) {
    name = fields.required("name", JsonValue::asText);
    expectedMessages =
        fields
            .optional("expect", json -> new ScenarioFields(json, "messages"))
            .map(expect -> expect.named("messages", json -> json))
            .orElse(Map.of());
    expectedMessages.values().forEach(this::requireStatus);
  }

  /** The fields that every scenario may have. */
  static ScenarioFields top(JsonValue json) {
    return new ScenarioFields(
        json,
        "$schema",
        "format",
        "name",
        "system",
        "network",
        "accounts",
        "contracts",
        "steps",
        "expect");
  }

  /** Builds the network; nothing has happened on it yet. */
  abstract R start(HandlerRegistry handlers);

  /** The steps in order, read when the scenario was. */
  abstract List<ScenarioStep<R>> steps();

  /** Refuses a text that is no status of this system. */
  abstract String requireStatus(JsonValue json);

  /** Reads the steps: the two that every system has, and the system's own. */
  List<ScenarioStep<R>> readSteps(
      ScenarioFields fields, Map<String, Function<JsonValue, ScenarioStep.Action<R>>> own) {
    Map<String, Function<JsonValue, ScenarioStep.Action<R>>> known = new TreeMap<>(own);
    known.put("advance", this::advance);
    known.put("await", this::await);
    return fields.list(
        "steps",
        json -> {
          JsonValue op = json.asObject().required("op");
          return new ScenarioStep<>(
              json.place(), ScenarioFields.oneOf(op, "op", known).apply(json));
        });
  }

  private ScenarioStep.Action<R> advance(JsonValue json) {
    ScenarioFields fields = new ScenarioFields(json, "op", "by");
    Duration by = fields.required("by", NetworkScenario::time);
    return (run, until) -> until.advance(run, by);
  }

  private ScenarioStep.Action<R> await(JsonValue json) {
    ScenarioFields fields = new ScenarioFields(json, "op", "message", "status", "limit");
    String message = fields.required("message", JsonValue::asText);
    String status = fields.required("status", this::requireStatus);
    Duration limit = fields.optional("limit", NetworkScenario::time, DEFAULT_LIMIT);
    return (run, until) -> until.await(run, json.place(), message, status, limit);
  }

  static Duration time(JsonValue json) {
    return ScenarioFields.text(json, ScenarioTime::parse);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public ScenarioEnd run(
      HandlerRegistry handlers, Optional<Duration> end, Consumer<TimelineEntry> lines) {
    Until until = new Until(end);
    try (R run = start(handlers)) {
      run.timeline().listen(lines);
      for (ScenarioStep<R> step : steps()) {
        if (until.cut()) {
          break;
        }
        step.action().run(run, until);
      }
      List<ScenarioEnd.MessageLine> messages = run.messages();
      if (!until.cut()) {
        checkMessages(messages);
      }
      return new ScenarioEnd(run.time(), summary(messages), until.cut(), messages);
    }
  }

  private void checkMessages(List<ScenarioEnd.MessageLine> messages) {
    Map<String, String> found = new TreeMap<>();
    messages.forEach(line -> found.put(line.name(), line.status()));
    expectedMessages.forEach(
        (message, expected) -> {
          String status = found.getOrDefault(message, "not there");
          if (!status.equals(expected.asText())) {
            throw new ScenarioFailedException(
                expected.place(), message + " is " + status + ", expected " + expected.asText());
          }
        });
  }

  private static String summary(List<ScenarioEnd.MessageLine> messages) {
    Map<String, Long> counts =
        messages.stream()
            .collect(
                Collectors.groupingBy(
                    ScenarioEnd.MessageLine::status, TreeMap::new, Collectors.counting()));
    List<String> parts = new ArrayList<>();
    parts.add(messages.size() == 1 ? "1 message" : messages.size() + " messages");
    counts.forEach((status, count) -> parts.add(count + " " + status));
    return String.join(" · ", parts);
  }

  /** Fails a step that was refused and was not expected to be. */
  static ScenarioFailedException refused(JsonPlace place, String reason) {
    return new ScenarioFailedException(place, "refused: " + reason);
  }
}
