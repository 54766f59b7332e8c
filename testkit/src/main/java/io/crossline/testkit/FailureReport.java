// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.testkit;

import io.crossline.core.trace.Timeline;
import io.crossline.core.trace.TimelineEntry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What is printed of a test that failed. */
final class FailureReport {
  private static final int MOST_LINES = 1000;

  private FailureReport() {}

  static String of(ExtensionContext test, TestFixtures fixtures) {
    String name = name(test);
    long seed = fixtures.settings().seed();
    List<String> lines = new ArrayList<>();
    lines.add(
        name
            + TestSettings.invocation(test).map(i -> " (" + test.getDisplayName() + ")").orElse("")
            + " failed with seed "
            + seed
            + ", faults "
            + fixtures.settings().profile().name());
    fixtures.timelines().forEach((network, timeline) -> add(lines, name, network, timeline));
    // A shell takes what follows a dollar sign for a name of its own.
    String pattern = name.contains("$") ? "'" + name + "'" : name;
    lines.add(
        "rerun: mvn test -Dtest=" + pattern + " -D" + CrosslineTest.SEED_PROPERTY + "=" + seed);
    return String.join(System.lineSeparator(), lines);
  }

  /** As Maven wants it: nested classes with those around them, no package. */
  private static String name(ExtensionContext test) {
    Class<?> type = test.getRequiredTestClass();
    String withOuter = type.getName().substring(type.getPackageName().length());
    return withOuter.replaceFirst("^\\.", "") + "#" + test.getRequiredTestMethod().getName();
  }

  private static void add(List<String> lines, String name, String network, Timeline timeline) {
    List<TimelineEntry> latest = timeline.since(Math.max(0, timeline.size() - MOST_LINES));
    int before = timeline.size() - latest.size();
    lines.add("timeline of " + name + ", " + network + ":" + (latest.isEmpty() ? " empty" : ""));
    if (before > 0) {
      lines.add("  … " + before + " lines before");
    }
    latest.forEach(entry -> lines.add("  " + entry.toText()));
  }
}
