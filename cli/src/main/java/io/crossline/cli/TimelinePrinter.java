// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.core.trace.TimelineEntry;
import io.crossline.core.trace.TimelineEntry.StatusChange;
import io.crossline.scenario.Scenario;
import io.crossline.scenario.ScenarioEnd;
import io.crossline.scenario.ScenarioTime;
import java.io.PrintWriter;
import java.util.stream.Collectors;

/** Prints a timeline as it happens, a line for each thing a person would retell. */
final class TimelinePrinter {
  private static final int NARROWEST_CHAIN = 8;

  private final PrintWriter out;
  private final boolean colours;
  private String columns = "";
  private long day;

  TimelinePrinter(PrintWriter out, boolean colours) {
    this.out = out;
    this.colours = colours;
  }

  void head(Scenario scenario) {
    int chain = scenario.chains().stream().mapToInt(String::length).max().orElse(0);
    columns = "%-8s  %-" + Math.max(chain, NARROWEST_CHAIN) + "s %5s  %-68s %s%n";
    out.printf("%s · %s%n", scenario.name(), scenario.setting());
    out.printf(columns, "time", "chain", "block", "what happened", "status");
    out.flush();
  }

  /** The time of day, under a line of its own for each new day. */
  void line(TimelineEntry entry) {
    if (entry.time().toDays() != day) {
      day = entry.time().toDays();
      out.printf("-- day %d --%n", day);
    }
    out.printf(
        columns,
        ScenarioTime.format(entry.time().minusDays(day)),
        entry.chain(),
        entry.block(),
        entry.what(),
        entry.changes().stream().map(this::change).collect(Collectors.joining("  ")));
    out.flush();
  }

  private String change(StatusChange change) {
    String text = change.message() + " " + change.status();
    if (!colours) {
      return text;
    }
    String status = change.status();
    boolean failed =
        status.startsWith("REVERTED") || status.endsWith("ERR") || status.equals("LEFT_OUT");
    return (failed ? "\u001b[31m" : "\u001b[32m") + text + "\u001b[0m";
  }

  void end(ScenarioEnd end) {
    for (ScenarioEnd.MessageLine message : end.messages()) {
      out.printf(
          "%-4s %s  %s%s%n",
          message.name(),
          message.id(),
          message.status(),
          message.detail().isEmpty() ? "" : "  " + message.detail());
    }
    end.traces().forEach(out::println);
    out.printf(
        "%s · %s of virtual time%s%n",
        end.summary(), ScenarioTime.format(end.time()), end.cut() ? " · stopped by --until" : "");
    out.flush();
  }
}
