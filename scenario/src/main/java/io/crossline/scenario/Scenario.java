// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.scenario;

import io.crossline.core.handler.HandlerRegistry;
import io.crossline.core.json.InvalidJsonException;
import io.crossline.core.json.JsonFile;
import io.crossline.core.json.JsonValue;
import io.crossline.core.trace.TimelineEntry;
import io.crossline.messaging.store.StateStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A scenario that was read whole and is ready to run.
 *
 * <p>Not thread-safe: a scenario is run by one thread.
 */
public interface Scenario {
  /** The format that this version reads: {@value}. */
  String FORMAT = "crossline-scenario/1";

  /**
   * Its name.
   *
   * @return the name that the file gives it
   */
  String name();

  /**
   * What it runs on, in words.
   *
   * @return such as {@code rules v0.13.4}
   */
  String setting();

  /**
   * The chains that lines of its timeline are of.
   *
   * @return their names
   */
  List<String> chains();

  /**
   * Runs it from the beginning.
   *
   * @param handlers where its contracts' handlers come from
   * @param until where virtual time ends at the latest; empty for the end of the last step
   * @param lines takes each line of the timeline as it is written
   * @return how it ended
   * @throws ScenarioFailedException if an expectation differs or a status is not reached
   * @throws io.crossline.core.handler.HandlerException if a handler that it needs cannot be used
   */
  default ScenarioEnd run(
      HandlerRegistry handlers, Optional<Duration> until, Consumer<TimelineEntry> lines) {
    return run(handlers, Optional.empty(), until, lines);
  }

  /**
   * Runs it on a network that a store keeps. If there is one already, from an earlier run, all
   * steps run on it as it is: its clock goes on, and accounts are given their coins once more.
   *
   * @param handlers where its contracts' handlers come from
   * @param store where the network is kept; nothing for one that ends with the run
   * @param until where virtual time ends at the latest; empty for the end of the last step
   * @param lines takes each line of the timeline as it is written
   * @return how it ended
   * @throws ScenarioFailedException if an expectation differs or a status is not reached
   * @throws io.crossline.core.handler.HandlerException if a handler that it needs cannot be used
   * @throws io.crossline.messaging.store.StoreException if the store fails
   */
  ScenarioEnd run(
      HandlerRegistry handlers,
      Optional<StateStore> store,
      Optional<Duration> until,
      Consumer<TimelineEntry> lines);

  /**
   * Reads a file.
   *
   * @param file the file
   * @return the scenario; nothing has run yet
   * @throws IOException if the file cannot be read
   * @throws InvalidJsonException if it is no valid scenario, with the place
   */
  static Scenario read(Path file) throws IOException {
    return of(JsonFile.read(file));
  }

  /**
   * Reads a stream.
   *
   * @param name what the document is called in errors
   * @param in the bytes
   * @return the scenario; nothing has run yet
   * @throws IOException if the stream cannot be read
   * @throws InvalidJsonException if it is no valid scenario, with the place
   */
  static Scenario read(String name, InputStream in) throws IOException {
    return of(JsonFile.read(name, in));
  }

  private static Scenario of(JsonValue json) {
    JsonValue format = json.asObject().required("format");
    if (!format.asText().equals(FORMAT)) {
      throw format.invalid("found \"" + format.asText() + "\", must be \"" + FORMAT + '"');
    }
    Map<String, Function<JsonValue, Scenario>> systems =
        Map.of("starknet", StarknetScenario::new, "ipc", IpcScenario::new);
    return ScenarioFields.oneOf(json.asObject().required("system"), "system", systems).apply(json);
  }
}
