// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.core.json.InvalidJsonException;
import io.crossline.vectors.runner.FileReport;
import io.crossline.vectors.runner.VerifyListener;

/** Shows on a terminal how far a long file is, and takes the line away again. */
final class Progress implements VerifyListener, AutoCloseable {
  private static final long QUIET_NANOS = 1_000_000_000L;
  private static final long STEP_NANOS = 200_000_000L;

  private final VerifyListener report;
  private final boolean terminal;
  private long next = System.nanoTime() + QUIET_NANOS;
  private int shown;

  private Progress(VerifyListener report, boolean terminal) {
    this.report = report;
    this.terminal = terminal;
  }

  static Progress around(VerifyListener report) {
    return new Progress(report, Terminal.isThere());
  }

  @Override
  public void ran(String file, int done, int cases) {
    if (!terminal || System.nanoTime() - next < 0) {
      return;
    }
    clear();
    String line = file + ": " + done + " of " + cases;
    System.err.print("\r" + line);
    System.err.flush();
    shown = line.length();
    next = System.nanoTime() + STEP_NANOS;
  }

  @Override
  public void finished(FileReport done) {
    clear();
    next = System.nanoTime() + QUIET_NANOS;
    report.finished(done);
  }

  @Override
  public void invalid(String file, InvalidJsonException invalid) {
    clear();
    report.invalid(file, invalid);
  }

  @Override
  public void unreadable(String file, String problem) {
    clear();
    report.unreadable(file, problem);
  }

  @Override
  public void close() {
    clear();
  }

  private void clear() {
    if (shown > 0) {
      System.err.print("\r" + " ".repeat(shown) + "\r");
      System.err.flush();
      shown = 0;
    }
  }
}
