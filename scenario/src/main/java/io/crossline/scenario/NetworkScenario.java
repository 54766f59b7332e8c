// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.scenario;

import io.crossline.core.handler.HandlerRegistry;
import io.crossline.core.json.JsonPlace;
import io.crossline.core.json.JsonValue;
import io.crossline.core.json.Suggestion;
import io.crossline.core.trace.TimelineEntry;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.store.StateStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
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
  private final Enum<?>[] statuses;
  private final List<Expected<R>> expected = new ArrayList<>();
  private List<ScenarioStep<R>> steps = List.of();

  /** What is expected of one thing at the end. */
  private record Expected<R>(
      JsonPlace place, String value, String what, Function<R, String> found) {}

  /**
   * A kind of expectation.
   *
   * @param known the names that it may be about; nothing if they come up in the run
   * @param value reads what is expected, in the form in which the run says it
   * @param found what the run has under a name
   */
  record Expectation<R>(
      Optional<Set<String>> known,
      Function<JsonValue, String> value,
      BiFunction<R, String, String> found) {}

  /** With what a message of the system can be. */
  NetworkScenario(ScenarioFields fields, Enum<?>[] statuses) {
    this.statuses = statuses;
    name = fields.required("name", JsonValue::asText);
  }

  /** Reads what is expected at the end: the status of messages, and what the system has besides. */
  final void readExpectations(ScenarioFields fields, Map<String, Expectation<R>> own) {
    Map<String, Expectation<R>> kinds = new TreeMap<>(own);
    kinds.put(
        "messages",
        new Expectation<>(
            Optional.empty(), this::requireStatus, (run, message) -> statusOf(run, message)));
    fields
        .optional("expect", json -> new ScenarioFields(json, kinds.keySet().toArray(String[]::new)))
        .ifPresent(expect -> kinds.forEach((kind, its) -> read(expect, kind, its)));
  }

  private void read(ScenarioFields expect, String kind, Expectation<R> its) {
    expect
        .named(kind, json -> json)
        .forEach(
            (key, value) -> {
              its.known()
                  .filter(known -> !known.contains(key))
                  .ifPresent(
                      known -> {
                        throw value.invalid(
                            "unknown name \"" + key + "\". " + Suggestion.instead(key, known));
                      });
              String text = its.value().apply(value);
              String what = kind.equals("messages") ? key : kind + " of " + key;
              expected.add(
                  new Expected<>(value.place(), text, what, run -> its.found().apply(run, key)));
            });
  }

  private String statusOf(R run, String message) {
    return run.messages().stream()
        .filter(line -> line.name().equals(message))
        .map(ScenarioEnd.MessageLine::status)
        .findFirst()
        .orElse("not there");
  }

  /** The fields that every scenario may have, and those of one system. */
  static ScenarioFields top(JsonValue json, String... own) {
    List<String> known = new ArrayList<>(List.of(own));
    known.addAll(
        List.of(
            "$schema",
            "format",
            "name",
            "system",
            "network",
            "accounts",
            "contracts",
            "steps",
            "expect"));
    return new ScenarioFields(json, known.toArray(String[]::new));
  }

  /** Builds the network, or opens the one that the store has. */
  abstract R start(HandlerRegistry handlers, Optional<StateStore> store);

  /** Refuses a text that is no status of this system. */
  private String requireStatus(JsonValue json) {
    Map<String, Enum<?>> known = new TreeMap<>();
    Arrays.stream(statuses).forEach(status -> known.put(status.name(), status));
    return ScenarioFields.oneOf(json, "status", known).name();
  }

  /** Reads the steps: the two that every system has, and the system's own. */
  final void readSteps(
      ScenarioFields fields, Map<String, Function<JsonValue, ScenarioStep.Action<R>>> own) {
    Map<String, Function<JsonValue, ScenarioStep.Action<R>>> known = new TreeMap<>(own);
    known.put("advance", this::advance);
    known.put("await", this::await);
    steps =
        fields.list(
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

  /** A number, decimal or hexadecimal, in the one form in which numbers are compared. */
  static String numberText(JsonValue json) {
    return number(json).toString();
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
      HandlerRegistry handlers,
      Optional<StateStore> store,
      Optional<Duration> end,
      Consumer<TimelineEntry> lines,
      Optional<ChainRecorder> recorder) {
    Until until = new Until(end);
    try (R run = start(handlers, store)) {
      run.network().timeline().listen(lines);
      recorder.ifPresent(run::record);
      for (ScenarioStep<R> step : steps) {
        if (until.cut()) {
          break;
        }
        step.action().run(run, until);
      }
      List<ScenarioEnd.MessageLine> messages = run.messages();
      if (!until.cut()) {
        checkExpectations(run);
      }
      return new ScenarioEnd(
          run.network().time(), summary(messages), until.cut(), messages, run.traces());
    }
  }

  private void checkExpectations(R run) {
    for (Expected<R> one : expected) {
      String found = one.found().apply(run);
      if (!found.equals(one.value())) {
        throw new ScenarioFailedException(
            one.place(), one.what() + " is " + found + ", expected " + one.value());
      }
    }
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

  static UInt256 number(JsonValue json) {
    return ScenarioFields.text(json, UInt256::parse);
  }
}
