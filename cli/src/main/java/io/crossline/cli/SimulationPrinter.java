// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.core.fault.FaultKind;
import io.crossline.core.json.JsonWriter;
import io.crossline.simulation.Repetition;
import io.crossline.simulation.Shrinking;
import io.crossline.simulation.SimulatedSystem;
import io.crossline.simulation.SimulationReport;
import io.crossline.simulation.SimulationSettings;
import io.crossline.simulation.audit.AuditReport;
import io.crossline.simulation.audit.Violation;
import io.crossline.simulation.record.Recorder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What {@code crossline simulate} says. */
final class SimulationPrinter {
  private static final int MOST_VIOLATIONS = 10;

  private final PrintWriter out;
  private final SimulatedSystem system;
  private final SimulationSettings settings;

  SimulationPrinter(PrintWriter out, SimulatedSystem system, SimulationSettings settings) {
    this.out = out;
    this.system = system;
    this.settings = settings;
  }

  String name() {
    return system.name().toLowerCase(Locale.ROOT);
  }

  String subtitle() {
    return String.format(
        Locale.ROOT,
        "%s%,d messages · seed %d · faults %s",
        system == SimulatedSystem.IPC
            ? settings.subnets() + " networks, " + settings.depth() + " levels · "
            : "",
        settings.messages(),
        settings.seed(),
        settings.profile().name());
  }

  String kind(String message) {
    return switch (message.charAt(0)) {
      case 'c' -> "Call";
      case 't' -> "Transfer";
      case 'r' -> "Result";
      default -> "message";
    };
  }

  void head() {
    out.println(name() + " · " + subtitle());
    out.flush();
  }

  void report(SimulationReport report) {
    line("messages", counts(report.statuses()));
    SimulationReport.Latency latency = report.latency();
    line(
        "latency",
        "median "
            + time(latency.median())
            + " · 90 % "
            + time(latency.p90())
            + " · 99 % "
            + time(latency.p99())
            + " · longest "
            + time(latency.longest())
            + " (virtual time)");
    SortedMap<String, Long> faults = new TreeMap<>();
    for (Map.Entry<FaultKind, Long> fault : report.faults().entrySet()) {
      faults.put(fault.getKey().name(), fault.getValue());
    }
    line("faults", faults.isEmpty() ? "none" : counts(faults));
    AuditReport audit = report.audit();
    long checks = audit.checked().values().stream().mapToLong(Long::longValue).sum();
    line(
        "audit",
        String.format(
            Locale.ROOT,
            "%d invariants held against %,d facts: %s",
            audit.checked().size(),
            checks,
            audit.holds()
                ? "all hold"
                : String.format(Locale.ROOT, "%,d violations", audit.violationCount())));
    line(
        "exceptions",
        audit.exceptions().isEmpty()
            ? "none"
            : counts(audit.exceptions()) + " (what upstream itself does, see docs/invariants.md)");
    line(
        "time",
        time(report.time())
            + "; everything had to end within "
            + time(report.drainedWithin())
            + " of the last fault");
    line(
        "trace",
        String.format(Locale.ROOT, "sha256 %s (%,d lines)", report.trace(), report.lines()));
    out.flush();
  }

  /** All of it for machines, times in seconds. */
  String json(SimulationReport report, Optional<Long> differsFrom, boolean good) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("system", name());
    fields.put("messages", settings.messages());
    fields.put("seed", settings.seed());
    fields.put("profile", settings.profile().name());
    fields.put("subnets", system == SimulatedSystem.IPC ? settings.subnets() : null);
    fields.put("depth", system == SimulatedSystem.IPC ? settings.depth() : null);
    fields.put("statuses", report.statuses());
    Map<String, Object> latency = new LinkedHashMap<>();
    latency.put("messages", report.latency().messages());
    latency.put("median", report.latency().median().toSeconds());
    latency.put("p90", report.latency().p90().toSeconds());
    latency.put("p99", report.latency().p99().toSeconds());
    latency.put("longest", report.latency().longest().toSeconds());
    fields.put("latency", latency);
    SortedMap<String, Long> faults = new TreeMap<>();
    report.faults().forEach((kind, count) -> faults.put(kind.name(), count));
    fields.put("faults", faults);
    fields.put("invariants", report.audit().checked().size());
    fields.put(
        "facts", report.audit().checked().values().stream().mapToLong(Long::longValue).sum());
    fields.put("violationCount", report.audit().violationCount());
    fields.put(
        "violations",
        report.audit().violations().stream()
            .limit(MOST_VIOLATIONS)
            .map(Violation::toString)
            .toList());
    fields.put("exceptions", report.audit().exceptions());
    fields.put("time", report.time().toSeconds());
    fields.put("trace", report.trace());
    fields.put("lines", report.lines());
    fields.put("secondRunDiffersFromLine", differsFrom.orElse(null));
    fields.put("good", good);
    return JsonWriter.write(fields);
  }

  void record(Path file, Recorder recorder) {
    line("record", String.format(Locale.ROOT, "%,d steps in %s", recorder.steps(), file));
    recorder.omissions().forEach(omission -> line("", omission));
  }

  /** What is broken in a run that stands in a store: its store says the rest. */
  void violations(SimulationReport report) {
    out.println();
    report.audit().violations().stream()
        .limit(MOST_VIOLATIONS)
        .map(Violation::toString)
        .forEach(out::println);
    long more = report.audit().violationCount() - MOST_VIOLATIONS;
    if (more > 0) {
      out.printf(Locale.ROOT, "and %,d more%n", more);
    }
    out.flush();
  }

  void violations(SimulationReport report, Shrinking.Smaller smaller) {
    violations(report);
    out.println();
    out.printf(
        Locale.ROOT,
        "The smallest run found that breaks %s has %,d messages%s:%n",
        smaller.violation().invariant(),
        smaller.settings().messages(),
        smaller.without().isEmpty()
            ? ""
            : " and needs no "
                + smaller.without().stream()
                    .map(FaultKind::name)
                    .sorted()
                    .collect(Collectors.joining(", ")));
    out.println("  " + smaller.violation());
    smaller.trace().forEach(line -> out.println("  " + line.toText()));
    out.println(
        "rerun: crossline simulate --system "
            + name()
            + " --messages "
            + smaller.settings().messages()
            + " --seed "
            + settings.seed()
            + " --faults "
            + settings.profile().name()
            + (system == SimulatedSystem.IPC
                ? " --subnets " + settings.subnets() + " --depth " + settings.depth()
                : ""));
    out.flush();
  }

  void repetition(Optional<Repetition.Difference> difference, Optional<String> first) {
    if (difference.isEmpty()) {
      line("twice", "both runs are the same, line by line");
      return;
    }
    line("twice", "the runs differ from line " + difference.get().number() + " on");
    out.println("  first:  " + first.orElse("(no such line)"));
    out.println("  second: " + difference.get().again().orElse("(no such line)"));
  }

  private void line(String what, String text) {
    out.printf("%-10s  %s%n", what, text);
  }

  private static String counts(SortedMap<String, Long> counts) {
    return counts.entrySet().stream()
        .map(entry -> String.format(Locale.ROOT, "%s %,d", entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(" · "));
  }

  private static String time(Duration time) {
    String day =
        String.format(
            Locale.ROOT,
            "%02d:%02d:%02d",
            time.toHoursPart(),
            time.toMinutesPart(),
            time.toSecondsPart());
    return time.toDays() == 0 ? day : time.toDays() + " d " + day;
  }
}
