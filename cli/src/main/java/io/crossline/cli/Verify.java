// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.vectors.ConformanceSuites;
import io.crossline.vectors.ShippedVectors;
import io.crossline.vectors.report.JsonReport;
import io.crossline.vectors.report.TextReport;
import io.crossline.vectors.runner.Suites;
import io.crossline.vectors.runner.VectorSource;
import io.crossline.vectors.runner.Verification;
import io.crossline.vectors.runner.VerifyListener;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs vectors for {@link VerifyCommand}, and reports. */
final class Verify {
  private final PrintWriter out;
  private final PrintWriter errors;
  private final List<Path> paths;
  private final Set<String> cases;

  Verify(PrintWriter out, PrintWriter errors, List<Path> paths, List<String> cases) {
    this.out = out;
    this.errors = errors;
    this.paths = paths;
    this.cases = Set.copyOf(cases);
  }

  int run(boolean json) {
    return json ? json() : text();
  }

  private int text() {
    try (Progress report = Progress.around(new TextReport(out, errors))) {
      Verification verification = verify(report);
      List<ShippedVectors.Entry> notYet = notYet();
      if (!notYet.isEmpty()) {
        out.println(
            "not run, as their suites are not implemented yet: "
                + notYet.size()
                + " shipped files of "
                + notYet.stream()
                    .map(ShippedVectors.Entry::suite)
                    .distinct()
                    .collect(Collectors.joining(", ")));
      }
      out.println(verification.passed() + " passed, " + verification.failed() + " failed");
      out.flush();
      return verification.exitCode();
    }
  }

  private int json() {
    JsonReport report = new JsonReport();
    Verification verification = verify(report);
    notYet().forEach(entry -> report.notYet(entry.file(), entry.suite(), entry.passesFrom()));
    out.println(report.write(verification));
    out.flush();
    return verification.exitCode();
  }

  private Verification verify(VerifyListener listener) {
    Suites suites = ConformanceSuites.all();
    Verification verification =
        new Verification(suites, listener, id -> cases.isEmpty() || cases.contains(id));
    if (paths.isEmpty()) {
      ShippedVectors.entries().stream()
          .filter(entry -> suites.byName().containsKey(entry.suite()))
          .forEach(entry -> verification.run(entry.source()));
    }
    for (Path path : paths) {
      try {
        VectorSource.find(path).forEach(verification::run);
      } catch (IOException e) {
        verification.unreadable(path.toString(), e);
      }
    }
    if (verification.passed() + verification.failed() == 0
        && verification.exitCode() != Main.INVALID) {
      errors.println("crossline verify: no case was run");
      errors.flush();
    }
    return verification;
  }

  private List<ShippedVectors.Entry> notYet() {
    if (!paths.isEmpty()) {
      return List.of();
    }
    Suites suites = ConformanceSuites.all();
    return ShippedVectors.entries().stream()
        .filter(entry -> !suites.byName().containsKey(entry.suite()))
        .toList();
  }
}
