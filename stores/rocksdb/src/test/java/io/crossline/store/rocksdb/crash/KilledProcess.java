// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.store.rocksdb.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A program of the tests in a process of its own, which is killed with SIGKILL. */
final class KilledProcess {
  private static final long SECONDS = 60;

  private KilledProcess() {}

  /**
   * Runs a program until it has been killed.
   *
   * @param program its main class
   * @param arguments what it is given
   * @param millis how long it lives, from its first line of work on
   * @param atWork whether a line says that it is at work; true for none, to kill it while it begins
   * @param lines takes what it says; the last line may be cut
   */
  static void run(
      Class<?> program,
      List<String> arguments,
      int millis,
      Predicate<String> atWork,
      Consumer<String> lines)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m"));
    command.addAll(List.of("-cp", ClassPath.joined(), program.getName()));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    Thread killer = new Thread(() -> killAfter(process, millis));
    if (atWork.test("")) {
      killer.start();
    }
    try (BufferedReader output = process.inputReader()) {
      String line;
      while ((line = output.readLine()) != null) {
        lines.accept(line);
        if (killer.getState() == Thread.State.NEW && atWork.test(line)) {
          killer.start();
        }
      }
    }
    assertThat(killer.getState())
        .as("%s ended by itself, before it did anything", program)
        .isNotEqualTo(Thread.State.NEW);
    killer.join();
    assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as("%s ended by itself", program).isEqualTo(128 + 9);
  }

  private static void killAfter(Process process, int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.toHandle().destroyForcibly();
  }
}
