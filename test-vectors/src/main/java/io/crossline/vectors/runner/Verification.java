// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.runner;

import io.crossline.core.json.InvalidJsonException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Runs vector files one after another. Every case is run or the file is invalid; nothing is
 * skipped. Not thread-safe.
 */
public final class Verification {
  private final Suites suites;
  private final VerifyListener listener;
  private final Predicate<String> wanted;
  private int passed;
  private int failed;
  private int invalid;

  /**
   * Prepares a verification.
   *
   * @param suites the suites that can be run
   * @param listener hears what happens
   * @param wanted which cases to run, by id; a file without any of them is read and not reported
   */
  public Verification(Suites suites, VerifyListener listener, Predicate<String> wanted) {
    this.suites = suites;
    this.listener = listener;
    this.wanted = wanted;
  }

  /**
   * Runs a file.
   *
   * @param source where it comes from
   */
  public void run(VectorSource source) {
    try {
      VectorFile file = VectorFile.of(source.read(), suites);
      List<VectorFile.Case> cases =
          file.cases().stream().filter(vector -> wanted.test(vector.id())).toList();
      if (!cases.isEmpty() || file.cases().isEmpty()) {
        finished(report(file, cases));
      }
    } catch (InvalidJsonException e) {
      invalid++;
      listener.invalid(source.name(), e);
    } catch (IOException e) {
      unreadable(source.name(), e);
    }
  }

  /**
   * Counts a file that is not there or cannot be read.
   *
   * @param name the file's name
   * @param trouble what the system said
   */
  public void unreadable(String name, IOException trouble) {
    invalid++;
    boolean missing = trouble instanceof NoSuchFileException;
    listener.unreadable(
        name, missing ? "there is no such file or folder" : "cannot be read: " + trouble);
  }

  private void finished(FileReport report) {
    passed += report.passed();
    failed += report.failed();
    listener.finished(report);
  }

  private FileReport report(VectorFile file, List<VectorFile.Case> cases) {
    long start = System.nanoTime();
    List<CaseFailure> failures = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      CaseRunner.run(file.suite(), cases.get(i)).ifPresent(failures::add);
      listener.ran(file.name(), i + 1, cases.size());
    }
    return new FileReport(
        file.name(),
        file.suite().name(),
        cases.size() - failures.size(),
        failures,
        Duration.ofNanos(System.nanoTime() - start));
  }

  /**
   * How many cases passed so far.
   *
   * @return the number
   */
  public int passed() {
    return passed;
  }

  /**
   * How many cases failed so far.
   *
   * @return the number
   */
  public int failed() {
    return failed;
  }

  /**
   * What a command should exit with.
   *
   * @return 2 if a file was invalid or unreadable, otherwise 1 if a case failed or none passed,
   *     otherwise 0
   */
  public int exitCode() {
    if (invalid > 0) {
      return 2;
    }
    return failed > 0 || passed == 0 ? 1 : 0;
  }
}
