// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A command line that was run, with all that it said. */
record CommandRun(int code, String out, String errors) {
  static CommandRun of(String... args) {
    return withInput("", args);
  }

  static CommandRun withInput(String input, String... args) {
    StringWriter out = new StringWriter();
    StringWriter errors = new StringWriter();
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    try {
      int code =
          CrosslineCommand.commandLine()
              .setOut(new PrintWriter(out))
              .setErr(new PrintWriter(errors))
              .execute(args);
      return new CommandRun(code, out.toString(), errors.toString());
    } finally {
      System.setIn(before);
    }
  }

  List<String> lines() {
    return out.lines().toList();
  }
}
