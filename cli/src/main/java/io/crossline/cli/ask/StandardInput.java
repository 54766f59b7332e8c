// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli.ask;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;

/**
 * The standard input of a command that answers as it reads: before it waits for more, what it has
 * said so far goes out, because somebody may be waiting for just that.
 */
public final class StandardInput extends FilterInputStream {
  private final PrintWriter out;

  private StandardInput(InputStream in, PrintWriter out) {
    super(in);
    this.out = out;
  }

  /** The standard input of a command that says things to a writer. */
  public static StandardInput of(PrintWriter out) {
    return new StandardInput(System.in, out);
  }

  private void answer() throws IOException {
    if (in.available() == 0) {
      out.flush();
    }
  }

  @Override
  public int read() throws IOException {
    answer();
    return super.read();
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    answer();
    return super.read(bytes, from, length);
  }
}
