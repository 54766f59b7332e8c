// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.ratio;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command that is run as a child process.
 *
 * @param command program and arguments
 * @param environment variables that are set for it
 */
record ChildProcess(List<String> command, Map<String, String> environment) {
  /** Options that this JVM, or its caller, was given are not those of what is measured. */
  private static final List<String> UNSET =
      List.of("CROSSLINE_JAVA_OPTS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  /**
   * The shell waits for the command and for whatever that waited for, so it knows the CPU time of
   * all of them to the millisecond; {@code ProcessHandle} forgets it when a process ends.
   */
  private static final String TIMED = "TIMEFORMAT='%3U %3S'; time \"$@\" > /dev/null 2>&1";

  private static final Pattern TIMES = Pattern.compile("(\\d+)[.,](\\d{3}) (\\d+)[.,](\\d{3})\\s*");

  /**
   * Runs the command.
   *
   * @return the CPU time of the command and its children, user and system, in nanoseconds
   * @throws NotMeasuredException if it fails, or there is no bash to count the time
   */
  double cpuNanos() throws NotMeasuredException {
    List<String> timed = new ArrayList<>(List.of("bash", "-c", TIMED, "bash"));
    timed.addAll(command);
    String times = run(timed, environment);
    Matcher matcher = TIMES.matcher(times);
    if (!matcher.matches()) {
      throw new NotMeasuredException("bash printed \"" + times.strip() + "\" instead of CPU times");
    }
    long milliseconds =
        1000 * (Long.parseLong(matcher.group(1)) + Long.parseLong(matcher.group(3)))
            + Long.parseLong(matcher.group(2))
            + Long.parseLong(matcher.group(4));
    return 1e6 * milliseconds;
  }

  /**
   * Runs the command.
   *
   * @return what it printed, errors included
   * @throws NotMeasuredException if it fails
   */
  String output() throws NotMeasuredException {
    return run(command, environment);
  }

  private static String run(List<String> command, Map<String, String> environment)
      throws NotMeasuredException {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.redirectInput(new File(isWindows() ? "NUL" : "/dev/null"));
      builder.environment().keySet().removeAll(UNSET);
      builder.environment().putAll(environment);
      Process process = builder.start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int code = process.waitFor();
      if (code != 0) {
        throw new NotMeasuredException(String.join(" ", command) + " ended with exit code " + code);
      }
      return output;
    } catch (IOException e) {
      throw new NotMeasuredException(command.get(0) + " does not run here: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotMeasuredException("interrupted while waiting for " + command.get(0));
    }
  }

  private static boolean isWindows() {
    return File.separatorChar == '\\';
  }
}
