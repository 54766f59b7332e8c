// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import java.util.Optional;
import java.util.function.Supplier;

/** One line on a terminal that says how far long work is, and is taken away at its end. */
final class ProgressLine implements AutoCloseable {
  private static final long QUIET_NANOS = 1_000_000_000L;
  private static final long STEP_NANOS = 200_000_000L;

  private final boolean terminal = Terminal.isThere();
  private long next = System.nanoTime() + QUIET_NANOS;
  private final Optional<Integer> width = Terminal.width();
  private int shown;

  /** Says it, unless there is no terminal, or it was said a moment ago. */
  void show(Supplier<String> text) {
    if (!terminal || System.nanoTime() - next < 0) {
      return;
    }
    clear();
    String said = text.get();
    // A line that is longer than the terminal could not be taken away again.
    String line = said.substring(0, Math.min(said.length(), width.orElse(said.length() + 1) - 1));
    System.err.print("\r" + line);
    System.err.flush();
    shown = line.length();
    next = System.nanoTime() + STEP_NANOS;
  }

  @Override
  public void close() {
    clear();
  }

  /** Takes the line away. */
  void clear() {
    if (shown > 0) {
      System.err.print("\r" + " ".repeat(shown) + "\r");
      System.err.flush();
      shown = 0;
    }
  }
}
