// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.scenario;

import io.crossline.core.json.InvalidJsonException;
import io.crossline.core.json.JsonFile;
import io.crossline.core.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads scenarios of both systems.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class ScenarioFile {
  private ScenarioFile() {}

  /**
   * Reads a file.
   *
   * @param file the file
   * @return the scenario; nothing has run yet
   * @throws IOException if the file cannot be read
   * @throws InvalidJsonException if it is no valid scenario, with the place
   */
  public static Scenario read(Path file) throws IOException {
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
  public static Scenario read(String name, InputStream in) throws IOException {
    return of(JsonFile.read(name, in));
  }

  private static Scenario of(JsonValue json) {
    JsonValue format = json.asObject().required("format");
    if (!format.asText().equals(Scenario.FORMAT)) {
      throw format.invalid("found \"" + format.asText() + "\", must be \"" + Scenario.FORMAT + '"');
    }
    Map<String, Function<JsonValue, Scenario>> systems =
        Map.of("starknet", StarknetScenario::new, "ipc", IpcScenario::new);
    return ScenarioFields.oneOf(json.asObject().required("system"), "system", systems).apply(json);
  }
}
