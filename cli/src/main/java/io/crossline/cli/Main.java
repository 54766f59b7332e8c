// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine;

/**
 * Where the {@code crossline} command starts.
 *
 * <p>The plain questions for help and version are answered from a text in the jar: building the
 * command line for them would cost more than the rest of the start together. A test holds the text
 * against what the command line says of itself.
 */
public final class Main {
  /**
   * Exit code when what was asked for could not be run: a wrong command line, a file that is not
   * valid.
   */
  public static final int INVALID = 2;

  /** Exit code of a fault in Crossline itself. */
  public static final int FAULT = 3;

  private static final String HELP = "help.txt";

  private Main() {}

  /**
   * Runs the command and ends the process with its exit code.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    int code = run(args, new FileOutputStream(FileDescriptor.out));
    System.err.flush();
    if (code != 0) {
      System.exit(code);
    }
  }

  /** Runs the command, and tells if what it says could not be written. */
  static int run(String[] args, OutputStream to) {
    StandardOutput output = new StandardOutput(to);
    PrintWriter out = output.writer();
    int code = answer(args, out);
    out.flush();
    Optional<IOException> failure = output.failure();
    if (failure.isEmpty()) {
      return code;
    }
    if (StandardOutput.isClosedPipe(failure.get())) {
      return StandardOutput.CLOSED_PIPE;
    }
    System.err.println(
        "crossline: the standard output cannot be written: " + failure.get().getMessage());
    return INVALID;
  }

  private static int answer(String[] args, PrintWriter out) {
    if (args.length == 1 && (args[0].equals("--help") || args[0].equals("-h"))) {
      out.print(help());
      return 0;
    }
    if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
      out.println(version());
      return 0;
    }
    CommandLine line = CrosslineCommand.commandLine().setOut(out);
    return line.execute(upToUnknownCommand(line, args));
  }

  /**
   * Cuts off what stands behind a command that there is not, because a --help there would be
   * answered with the help of the command before it, as if nothing were wrong.
   */
  static String[] upToUnknownCommand(CommandLine line, String... args) {
    CommandLine at = line;
    for (int i = 0; i < args.length && !at.getSubcommands().isEmpty(); i++) {
      CommandLine named = at.getSubcommands().get(args[i]);
      if (named == null) {
        return args[i].startsWith("-") ? args : Arrays.copyOf(args, i + 1);
      }
      at = named;
    }
    return args;
  }

  static String help() {
    try (InputStream in = Main.class.getResourceAsStream(HELP)) {
      if (in == null) {
        throw new IllegalStateException("the jar of the command lacks " + HELP);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("the jar of the command cannot be read", e);
    }
  }

  static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return "crossline " + (version == null ? "(not built from a jar)" : version);
  }
}
