// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.ratio;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What {@code crossline --help} costs from the shell on, against a JVM that starts and ends: CPU
 * time of the processes, and classes of libraries that help has no use for.
 */
final class LauncherCost {
  private static final String COST = "crossline-help";
  private static final double COST_LIMIT = 3;
  private static final String CLASSES = "crossline-help-library-classes";
  private static final double CLASSES_LIMIT = 0;
  private static final int WARM_UP = 2;

  private final ChildProcess help;
  private final ChildProcess helpWithClassLog;
  private final ChildProcess empty;

  private LauncherCost(Checkout checkout, EmptyProgram empty) {
    // Both sides run on the JDK that runs this.
    String javaHome = System.getProperty("java.home");
    List<String> command = List.of(checkout.launcher().toString(), "--help");
    help = new ChildProcess(command, Map.of("JAVA_HOME", javaHome));
    helpWithClassLog =
        new ChildProcess(
            command, Map.of("JAVA_HOME", javaHome, "CROSSLINE_JAVA_OPTS", "-Xlog:class+load"));
    String java = Path.of(javaHome, "bin", "java").toString();
    this.empty = new ChildProcess(empty.command(java), Map.of());
  }

  static List<Line> measure(Optional<Checkout> checkout, Effort effort) {
    try (EmptyProgram empty = EmptyProgram.create()) {
      return new LauncherCost(launcherOf(checkout), empty).lines(effort.rounds());
    } catch (NotMeasuredException e) {
      return List.of(
          Line.skipped(COST, Line.RATIO, COST_LIMIT, e.reason()),
          Line.skipped(CLASSES, Line.CLASSES, CLASSES_LIMIT, e.reason()));
    }
  }

  private static Checkout launcherOf(Optional<Checkout> checkout) throws NotMeasuredException {
    if (checkout.isEmpty()) {
      throw new NotMeasuredException(
          "no folder above this program has ./crossline; name the checkout with --root");
    }
    if (!checkout.get().isBuilt()) {
      throw new NotMeasuredException(
          "not built; run " + checkout.get().launcher() + " --help once, which builds it");
    }
    return checkout.get();
  }

  private List<Line> lines(int rounds) throws NotMeasuredException {
    // The first start may build what is out of date.
    for (int i = 0; i < WARM_UP; i++) {
      help.cpuNanos();
      empty.cpuNanos();
    }
    return List.of(cost(rounds), libraryClasses());
  }

  private Line cost(int rounds) throws NotMeasuredException {
    double[] helps = new double[rounds];
    double[] empties = new double[rounds];
    double[] ratios = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      if ((i & 1) == 0) {
        helps[i] = help.cpuNanos();
        empties[i] = empty.cpuNanos();
      } else {
        empties[i] = empty.cpuNanos();
        helps[i] = help.cpuNanos();
      }
      ratios[i] = helps[i] / empties[i];
    }
    return Line.of(
        COST,
        Line.RATIO,
        Median.of(ratios),
        COST_LIMIT,
        rounds,
        new Cost(Median.of(helps), OptionalDouble.empty()),
        new Cost(Median.of(empties), OptionalDouble.empty()));
  }

  private Line libraryClasses() throws NotMeasuredException {
    ClassLog log = new ClassLog(helpWithClassLog.output());
    if (!log.has("io.crossline.cli.Main")) {
      throw new NotMeasuredException(
          "the log of loaded classes lacks the program's own; does the launcher still pass on"
              + " CROSSLINE_JAVA_OPTS?");
    }
    long count =
        log.countOf("org.bouncycastle.")
            + log.countOf("tools.jackson.")
            + log.countOf("com.fasterxml.jackson.");
    return Line.counted(CLASSES, Line.CLASSES, count, CLASSES_LIMIT);
  }
}
