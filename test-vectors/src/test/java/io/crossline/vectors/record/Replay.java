// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.record;

import io.crossline.core.json.InvalidJsonException;
import io.crossline.core.json.JsonReader;
import io.crossline.core.json.JsonValue;
import io.crossline.simulation.record.Recorder;
import io.crossline.vectors.ConformanceSuites;
import io.crossline.vectors.runner.FileReport;
import io.crossline.vectors.runner.VectorSource;
import io.crossline.vectors.runner.Verification;
import io.crossline.vectors.runner.VerifyListener;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A recording, run as {@code crossline verify} runs a file. */
final class Replay implements VerifyListener {
  private final List<String> troubles = new ArrayList<>();
  private final Verification verification =
      new Verification(ConformanceSuites.all(), this, id -> true);

  private Replay(String text) {
    verification.run(
        new VectorSource() {
          @Override
          public String name() {
            return "recording.json";
          }

          @Override
          public JsonValue read() {
            return JsonReader.read(name(), text);
          }
        });
  }

  static Replay of(String text) {
    return new Replay(text);
  }

  /** What a recorder writes. */
  static String text(Recorder recorder) throws IOException {
    StringBuilder out = new StringBuilder();
    recorder.writeTo(out, "a test");
    return out.toString();
  }

  int passed() {
    return verification.passed();
  }

  int exitCode() {
    return verification.exitCode();
  }

  List<String> troubles() {
    return troubles;
  }

  @Override
  public void finished(FileReport report) {
    report.failures().stream()
        .flatMap(failure -> failure.differences().stream())
        .map(String::valueOf)
        .forEach(troubles::add);
  }

  @Override
  public void invalid(String file, InvalidJsonException invalid) {
    troubles.add(invalid.getMessage());
  }

  @Override
  public void unreadable(String file, String problem) {
    troubles.add(problem);
  }
}
