// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.core.json.InvalidJsonException;
import io.crossline.vectors.runner.FileReport;
import io.crossline.vectors.runner.VerifyListener;

/** Shows on a terminal how far a long file is, and takes the line away again. */
final class Progress implements VerifyListener, AutoCloseable {
  private final VerifyListener report;
  private final ProgressLine line = new ProgressLine();

  private Progress(VerifyListener report) {
    this.report = report;
  }

  static Progress around(VerifyListener report) {
    return new Progress(report);
  }

  @Override
  public void ran(String file, int done, int cases) {
    line.show(() -> file + ": " + done + " of " + cases);
  }

  @Override
  public void finished(FileReport done) {
    line.clear();
    report.finished(done);
  }

  @Override
  public void invalid(String file, InvalidJsonException invalid) {
    line.clear();
    report.invalid(file, invalid);
  }

  @Override
  public void unreadable(String file, String problem) {
    line.clear();
    report.unreadable(file, problem);
  }

  @Override
  public void close() {
    line.close();
  }
}
