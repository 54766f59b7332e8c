// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.fault.FaultKind;
import io.crossline.core.fault.FaultProfile;
import io.crossline.core.trace.TimelineEntry;
import io.crossline.messaging.UInt64;
import io.crossline.simulation.Repetition;
import io.crossline.simulation.Shrinking;
import io.crossline.simulation.SimulatedSystem;
import io.crossline.simulation.SimulationReport;
import io.crossline.simulation.SimulationSettings;
import io.crossline.simulation.audit.AuditReport;
import io.crossline.simulation.audit.Violation;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulateCommandTest {
  @TempDir Path folder;

  private record Ran(int code, String out, String errors) {
    String trace() {
      return out.lines().filter(line -> line.startsWith("trace")).findFirst().orElseThrow();
    }
  }

  private static Ran crossline(String... args) {
    StringWriter out = new StringWriter();
    StringWriter errors = new StringWriter();
    int code =
        CrosslineCommand.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(errors))
            .execute(args);
    return new Ran(code, out.toString(), errors.toString());
  }

  private static Ran simulate(String system, String... more) {
    return crossline(
        Stream.concat(
                Stream.of("simulate", "--messages", "60", "--system", system), Stream.of(more))
            .toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"starknet", "ipc"})
  void aRunUnderFaultsHoldsAndIsTheSameTwice(String system) {
    Ran ran = simulate(system, "--faults", "hostile", "--twice");
    assertThat(ran.errors).isEmpty();
    assertThat(ran.out)
        .contains(system + " · ", "60 messages · seed 1 · faults hostile")
        .contains("messages  ", "latency ", "faults ", "all hold", "exceptions ")
        .contains("both runs are the same, line by line");
    assertThat(ran.code).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"starknet", "ipc"})
  void theTraceFollowsFromTheSeed(String system) {
    String first = simulate(system, "--faults", "light").trace();
    assertThat(simulate(system, "--faults", "light").trace()).isEqualTo(first);
    assertThat(simulate(system, "--faults", "light", "--seed", "2").trace()).isNotEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"starknet", "ipc"})
  void aCleanRunHasNoFaultAndNoException(String system) {
    Ran ran = simulate(system, "--faults", "clean");
    assertThat(ran.out).containsPattern("faults +none").containsPattern("exceptions +none");
    assertThat(ran.code).isZero();
  }

  @Test
  void aRunIsDrawnAndItsLinesAreWritten() throws IOException {
    Path page = folder.resolve("run.html");
    Path lines = folder.resolve("run.txt");
    Ran ran = simulate("ipc", "--html", page.toString(), "--trace", lines.toString());
    assertThat(ran.code).isZero();
    assertThat(page)
        .content()
        .containsIgnoringCase("<!doctype html>")
        .contains("crossline simulate");
    assertThat(Files.readAllLines(lines)).anyMatch(line -> line.contains("ANSWERED"));
    assertThat(ran.trace())
        .endsWith(String.format("(%,d lines)", Files.readAllLines(lines).size()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"starknet", "ipc"})
  void aRunIsRecordedAsVectorsThatPass(String system) {
    String file = folder.resolve("run.json").toString();
    Ran ran = simulate(system, "--record", file);
    assertThat(ran.code).isZero();
    assertThat(ran.out).containsPattern("record +[0-9,]+ steps in ");
    Ran verified = crossline("verify", file);
    assertThat(verified.errors).isEmpty();
    assertThat(verified.out).contains(" 0 failed");
    assertThat(verified.code).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--html", "--trace", "--record"})
  void aFileThatCannotBeWrittenIsFoundBeforeTheRun(String option) {
    Ran ran = simulate("ipc", option, folder.resolve("absent").resolve("file").toString());
    assertThat(ran.code).isEqualTo(Main.INVALID);
    assertThat(ran.errors).contains("cannot be written: there is no such folder");
    assertThat(ran.out).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--system near|--system: found near, there is starknet, ipc",
        "--system ipc --faults bad|--faults: found bad, there is clean, light, rough, hostile",
        "--system ipc --messages 0|--messages: found 0, must be at least 1",
        "--system ipc --depth 10|--depth: found 10, must be from 2 to 9",
        "--system ipc --subnets 2|--subnets: found 2, must be at least the depth, 3",
        "--system starknet --subnets 9|Starknet has always two layers",
        "--messages 5|Missing required option: '--system=SYSTEM'"
      })
  void aWrongCommandLineIsSaidToBe(String args, String message) {
    Ran ran = crossline(("simulate " + args).split(" "));
    assertThat(ran.code).isEqualTo(Main.INVALID);
    assertThat(ran.errors).contains(message);
  }

  @Test
  void aViolationIsShownWithTheSmallestRunAndHowToRunItAgain() {
    StringWriter out = new StringWriter();
    SimulationSettings settings = SimulationSettings.of(800, 9, FaultProfile.ROUGH);
    SimulationPrinter printer =
        new SimulationPrinter(new PrintWriter(out), SimulatedSystem.IPC, settings);
    Violation violation = new Violation("I7", "0xab", "found 2, must be 1");
    SimulationReport report =
        new SimulationReport(
            new TreeMap<>(Map.of("ANSWERED", 799L)),
            new SimulationReport.Latency(
                799,
                Duration.ofSeconds(5),
                Duration.ofSeconds(6),
                Duration.ofSeconds(7),
                Duration.ofDays(1)),
            Map.of(FaultKind.DROP, 3L),
            new AuditReport(
                new TreeMap<>(Map.of("I7", 800L)), List.of(violation), 12, new TreeMap<>()),
            "ab",
            3,
            Duration.ofDays(2),
            Duration.ofHours(1));
    printer.report(report);
    TimelineEntry line =
        new TimelineEntry(Duration.ofSeconds(62), "games", UInt64.of(31), "it happened", List.of());
    printer.violations(
        report,
        new Shrinking.Smaller(
            settings.withMessages(7), Set.of(FaultKind.CRASH), violation, List.of(line)));
    printer.repetition(
        Optional.of(new Repetition.Difference(3, Optional.of("b"))), Optional.of("a"));
    assertThat(out.toString())
        .contains("12 violations", "longest 1 d 00:00:00", "DROP 3")
        .contains("I7 0xab: found 2, must be 1", "and 2 more")
        .contains("breaks I7 has 7 messages and needs no CRASH:")
        .contains("00:01:02 games #31 it happened")
        .contains(
            "rerun: crossline simulate --system ipc --messages 7 --seed 9 --faults rough"
                + " --subnets 7 --depth 3")
        .contains("the runs differ from line 3 on", "first:  a", "second: b");
  }

  @Test
  void aProgressBarSaysHowMuchIsDone() {
    assertThat(ProgressBar.bar(25, 100, 10))
        .startsWith("[##########------------------------------]  25 %")
        .contains("25 of 100 messages, 10 s, about 30 s more");
  }
}
