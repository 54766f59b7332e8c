// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.report;

import io.crossline.core.json.InvalidJsonException;
import io.crossline.core.json.JsonWriter;
import io.crossline.vectors.form.Difference;
import io.crossline.vectors.runner.CaseFailure;
import io.crossline.vectors.runner.FileReport;
import io.crossline.vectors.runner.Verification;
import io.crossline.vectors.runner.VerifyListener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One JSON document with the same content as {@link TextReport}, values in full: {@code files},
 * {@code invalid}, {@code notYet}, {@code passed}, {@code failed}.
 *
 * <p>Not thread-safe: one run reports to it.
 */
public final class JsonReport implements VerifyListener {
  private final List<Object> files = new ArrayList<>();
  private final List<Object> invalid = new ArrayList<>();
  private final List<Object> notYet = new ArrayList<>();

  /** Begins an empty report. */
  public JsonReport() {}

  @Override
  public void finished(FileReport report) {
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("file", report.file());
    file.put("suite", report.suite());
    file.put("passed", report.passed());
    file.put("failed", report.failed());
    file.put("millis", report.time().toMillis());
    file.put("failures", report.failures().stream().map(JsonReport::failure).toList());
    files.add(file);
  }

  private static Map<String, Object> failure(CaseFailure failure) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", failure.id());
    json.put(
        "differences", failure.differences().stream().map(at -> difference(failure, at)).toList());
    return json;
  }

  private static Map<String, Object> difference(CaseFailure failure, Difference difference) {
    Map<String, Object> json = new LinkedHashMap<>();
    Steps.number(difference)
        .ifPresent(
            step -> {
              json.put("step", step);
              Steps.operation(failure, step).ifPresent(op -> json.put("op", op));
            });
    json.put("field", failure.field(difference));
    json.put("expected", difference.expected());
    json.put("actual", difference.actual());
    json.put("line", difference.place().line());
    json.put("column", difference.place().column());
    return json;
  }

  @Override
  public void invalid(String file, InvalidJsonException problem) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", file);
    json.put("line", problem.place().line());
    json.put("column", problem.place().column());
    json.put("path", problem.place().path().toString());
    json.put("problem", problem.problem());
    invalid.add(json);
  }

  @Override
  public void unreadable(String file, String problem) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", file);
    json.put("problem", problem);
    invalid.add(json);
  }

  /**
   * Names a shipped file whose suite cannot be run yet.
   *
   * @param file the file's name
   * @param suite its suite's name
   * @param passesFrom the milestone that makes the suite pass
   */
  public void notYet(String file, String suite, String passesFrom) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", file);
    json.put("suite", suite);
    json.put("passesFrom", passesFrom);
    notYet.add(json);
  }

  /**
   * Writes the report.
   *
   * @param verification what was run
   * @return the document, on one line
   */
  public String write(Verification verification) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("files", files);
    report.put("invalid", invalid);
    report.put("notYet", notYet);
    report.put("passed", verification.passed());
    report.put("failed", verification.failed());
    return JsonWriter.write(report);
  }
}
