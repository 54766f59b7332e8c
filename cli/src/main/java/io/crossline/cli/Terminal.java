// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of the place that the command prints to. */
final class Terminal {
  /** What a terminal has at least that nobody made narrow on purpose. */
  private static final int NARROWEST = 20;

  private Terminal() {}

  /**
   * How many characters a line has room for.
   *
   * @return the width; nothing if there is no terminal, or it does not tell
   */
  static Optional<Integer> width() {
    return isThere()
        ? number(System.getenv("COLUMNS")).or(Terminal::ask).filter(width -> width >= NARROWEST)
        : Optional.empty();
  }

  /** Java does not know the terminal; {@code stty} does, which every system with one has. */
  private static Optional<Integer> ask() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return number(size.strip().replaceFirst("^[0-9]+ ", ""));
    } catch (IOException notThere) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> number(@Nullable String text) {
    return text == null || !text.matches("[0-9]{1,4}")
        ? Optional.empty()
        : Optional.of(Integer.valueOf(text));
  }

  /**
   * Breaks a text at spaces; a word that is longer than a line, such as calldata, stays whole so
   * that it can be copied.
   *
   * @param text the text
   * @param width the room of a line
   * @return its lines
   */
  static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (line.length() > 0 && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /**
   * Whether somebody watches. Up to JDK 21 there is a console only at a terminal; from JDK 22 on
   * the console has to be asked.
   */
  static boolean isThere() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
