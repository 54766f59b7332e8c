// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import java.io.Console;

/** What is known of the place that the command prints to. */
final class Terminal {
  private Terminal() {}

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
