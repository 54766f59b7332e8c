// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.ratio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherCostTest {
  private static final Effort TWO_ROUNDS = new Effort(2, 1, 1, 1);

  @TempDir Path root;

  @BeforeEach
  void makeCheckout() throws IOException {
    Path current = root.resolve(Path.of("cli", "target", "app", "current"));
    Files.createDirectories(current.getParent());
    Files.createFile(current);
    launch("[0.1s][info][class,load] io.crossline.cli.Main source: x");
  }

  /** A launcher that prints a log of loaded classes, if it is asked for one. */
  private void launch(String log) throws IOException {
    Path launcher = root.resolve("crossline");
    Files.writeString(
        launcher,
        "#!/bin/sh\n[ \"$1\" = --help ] || exit 1\n"
            + "[ \"${CROSSLINE_JAVA_OPTS:-}\" != -Xlog:class+load ] || echo '"
            + log
            + "'\n");
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
  }

  private List<Line> measure() {
    return LauncherCost.measure(Optional.of(new Checkout(root)), TWO_ROUNDS);
  }

  @Test
  void aLauncherThatStartsNoJvmIsCheap() {
    List<Line> lines = measure();
    assertThat(lines).extracting(Line::reason).containsOnly("");
    assertThat(lines).extracting(Line::verdict).containsExactly(Verdict.OK, Verdict.OK);
    assertThat(lines.get(0).value().orElseThrow()).isLessThan(1);
    assertThat(lines.get(0).baseline().orElseThrow().nanoseconds()).isGreaterThan(5e6);
  }

  @Test
  void aClassOfALibraryIsOver() throws IOException {
    launch(
        "[0.1s][info][class,load] io.crossline.cli.Main source: x\n"
            + "[0.1s][info][class,load] org.bouncycastle.crypto.Digest source: x");
    List<Line> lines = measure();
    assertThat(lines).extracting(Line::verdict).containsExactly(Verdict.OK, Verdict.OVER);
    assertThat(lines.get(1).value()).hasValue(1);
  }

  @Test
  void aLogWithoutTheProgramItselfProvesNothing() throws IOException {
    launch("[0.1s][info][class,load] java.lang.Object source: x");
    assertThat(measure()).extracting(Line::verdict).contains(Verdict.SKIPPED);
  }

  @Test
  void aLauncherThatFailsIsNotMeasured() throws IOException {
    Files.writeString(root.resolve("crossline"), "#!/bin/sh\nexit 3\n");
    assertThat(measure()).extracting(Line::verdict).containsOnly(Verdict.SKIPPED);
    assertThat(measure().get(0).reason()).endsWith("ended with exit code 3");
  }

  @Test
  void whatIsNotBuiltSaysWhatToRun() throws IOException {
    Files.delete(root.resolve(Path.of("cli", "target", "app", "current")));
    assertThat(measure()).extracting(Line::verdict).containsOnly(Verdict.SKIPPED);
    assertThat(measure().get(0).reason()).contains("not built; run ").contains("--help once");
  }

  @Test
  void withoutACheckoutItAsksForOne() {
    List<Line> lines = LauncherCost.measure(Optional.empty(), TWO_ROUNDS);
    assertThat(lines.get(0).reason()).contains("--root");
  }
}
