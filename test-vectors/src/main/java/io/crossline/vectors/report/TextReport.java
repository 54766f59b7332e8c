// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.report;

import io.crossline.core.json.InvalidJsonException;
import io.crossline.vectors.form.Difference;
import io.crossline.vectors.runner.CaseFailure;
import io.crossline.vectors.runner.FileReport;
import io.crossline.vectors.runner.VerifyListener;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/**
 * One line per file, with what failed below it. Files that are not valid go to a writer of their
 * own.
 *
 * <p>Not thread-safe: one run reports to it.
 */
public final class TextReport implements VerifyListener {
  /** {@value}: how many differences of a case are shown. */
  public static final int MAX_DIFFERENCES = 10;

  private static final int MAX_VALUE = 160;

  private final PrintWriter out;
  private final PrintWriter errors;

  /**
   * Reports to two writers.
   *
   * @param out for what ran
   * @param errors for files that are not valid
   */
  public TextReport(PrintWriter out, PrintWriter errors) {
    this.out = out;
    this.errors = errors;
  }

  @Override
  public void finished(FileReport report) {
    out.printf(
        Locale.ROOT,
        "%-22s %4d passed %4d failed %7.3f s  %s%n",
        report.suite(),
        report.passed(),
        report.failed(),
        report.time().toNanos() / 1e9,
        report.file());
    report.failures().forEach(this::failure);
    out.flush();
  }

  private void failure(CaseFailure failure) {
    out.println("  FAILED " + failure.id());
    List<Difference> differences = failure.differences();
    for (Difference difference :
        differences.subList(0, Math.min(MAX_DIFFERENCES, differences.size()))) {
      int apart = firstDifference(difference.expected(), difference.actual());
      out.println("    " + step(failure, difference) + "field " + failure.field(difference));
      out.println("      expected " + excerpt(difference.expected(), apart));
      out.println("      actual   " + excerpt(difference.actual(), apart));
      out.println("      at       " + place(difference));
    }
    if (differences.size() > MAX_DIFFERENCES) {
      out.println("    and " + (differences.size() - MAX_DIFFERENCES) + " more differences");
    }
  }

  private static String place(Difference difference) {
    return difference.place().document()
        + ":"
        + difference.place().line()
        + ":"
        + difference.place().column();
  }

  private static String step(CaseFailure failure, Difference difference) {
    return Steps.number(difference)
        .map(
            step ->
                "step "
                    + step
                    + Steps.operation(failure, step).map(op -> " (" + op + ")").orElse("")
                    + ", ")
        .orElse("");
  }

  @Override
  public void invalid(String file, InvalidJsonException invalid) {
    out.flush();
    errors.println(invalid.getMessage());
    errors.flush();
  }

  @Override
  public void unreadable(String file, String problem) {
    out.flush();
    errors.println(file + ": " + problem);
    errors.flush();
  }

  private static int firstDifference(String one, String other) {
    int length = Math.min(one.length(), other.length());
    for (int i = 0; i < length; i++) {
      if (one.charAt(i) != other.charAt(i)) {
        return i;
      }
    }
    return length;
  }

  /** The whole of a short value, and of a long one the part around the first difference. */
  private static String excerpt(String value, int apart) {
    String line = value.replace("\n", "\\n").replace("\r", "\\r");
    if (line.length() <= MAX_VALUE) {
      return line;
    }
    int from = Math.max(0, Math.min(apart - MAX_VALUE / 2, line.length() - MAX_VALUE));
    int to = Math.min(line.length(), from + MAX_VALUE);
    return (from > 0 ? "…" : "")
        + line.substring(from, to)
        + (to < line.length() ? "…" : "")
        + " (characters "
        + from
        + " to "
        + to
        + " of "
        + line.length()
        + ")";
  }
}
