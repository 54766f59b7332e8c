// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The standard output, which does not lose anything in silence: {@link System#out} and a {@link
 * PrintWriter} keep to themselves that a disk is full. The first write that fails is taken note of;
 * the next one ends the command by an exception that passes through a {@link PrintWriter}, and
 * after that nothing is written any more, so that the command can end in order.
 */
final class StandardOutput extends OutputStream {
  /** What a shell gives for a process that SIGPIPE ended, as with {@code | head}. */
  static final int CLOSED_PIPE = 141;

  private static final int BUFFER = 1 << 16;

  private final OutputStream out;
  private @Nullable IOException failure;
  private boolean told;

  StandardOutput(OutputStream out) {
    this.out = out;
  }

  /** Writes to it as UTF-8; what somebody may be waiting for has to be flushed. */
  PrintWriter writer() {
    return new PrintWriter(
        new OutputStreamWriter(new BufferedOutputStream(this, BUFFER), StandardCharsets.UTF_8));
  }

  /** Why it cannot be written; nothing if all was written so far. */
  Optional<IOException> failure() {
    return Optional.ofNullable(failure);
  }

  /** Whether it is that nobody reads any more, which is no fault of anybody. */
  static boolean isClosedPipe(IOException failure) {
    return String.valueOf(failure.getMessage()).contains("Broken pipe");
  }

  /** The output cannot be written. */
  static final class FailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FailedException(IOException cause) {
      super(cause);
    }
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    if (failure == null) {
      try {
        out.write(bytes, from, length);
      } catch (IOException e) {
        failure = e;
      }
    } else if (!told) {
      told = true;
      throw new FailedException(failure);
    }
  }

  @Override
  public void flush() {
    if (failure == null) {
      try {
        out.flush();
      } catch (IOException e) {
        failure = e;
      }
    }
  }
}
