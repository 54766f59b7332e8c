// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The standard output, which does not lose anything in silence: {@link System#out} and a {@link
 * PrintWriter} keep to themselves that a disk is full. Not buffered any longer than a command
 * wants, which flushes what somebody may be waiting for.
 */
final class StandardOutput extends OutputStream {
  /** What a shell gives for a process that SIGPIPE ended, as with {@code | head}. */
  static final int CLOSED_PIPE = 141;

  private static final int BUFFER = 1 << 16;

  private final OutputStream out;

  StandardOutput(OutputStream out) {
    this.out = out;
  }

  /** The standard output of the process, as UTF-8. */
  static PrintWriter open() {
    return writer(new FileOutputStream(FileDescriptor.out));
  }

  static PrintWriter writer(OutputStream out) {
    return new PrintWriter(
        new OutputStreamWriter(
            new BufferedOutputStream(new StandardOutput(out), BUFFER), StandardCharsets.UTF_8));
  }

  /** The output cannot be written. It passes through a {@link PrintWriter}. */
  static final class FailedException extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    FailedException(IOException cause) {
      super(cause);
    }

    /** Whether nobody reads any more, which is no fault of anybody. */
    boolean isClosedPipe() {
      return String.valueOf(getCause().getMessage()).contains("Broken pipe");
    }
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      throw new FailedException(e);
    }
  }

  @Override
  public void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new FailedException(e);
    }
  }
}
