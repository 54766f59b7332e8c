// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

/** Shows on a terminal how far long work is, and takes the line away again. */
final class ProgressBar implements AutoCloseable {
  private static final long NANOS = 1_000_000_000L;
  private static final int WIDTH = 40;
  private static final int PERCENT = 100;

  private final ProgressLine line = new ProgressLine();
  private final long start = System.nanoTime();

  void at(long done, long of) {
    line.show(() -> bar(done, of, (System.nanoTime() - start) / NANOS));
  }

  static String bar(long done, long of, long seconds) {
    int full = (int) (done * WIDTH / of);
    long left = done == 0 ? 0 : seconds * (of - done) / done;
    return String.format(
        "[%s%s] %3d %%  %,d of %,d messages, %d s, about %d s more ",
        "#".repeat(full), "-".repeat(WIDTH - full), done * PERCENT / of, done, of, seconds, left);
  }

  @Override
  public void close() {
    line.close();
  }
}
