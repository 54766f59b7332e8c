// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.record;

/** How much more a recording may hold, so that the file can be read back. */
final class Room {
  /** How many characters of steps: a third of the file that a reader of vectors takes. */
  private static final long MOST_CHARACTERS = 24L << 20;

  private int steps;
  private long characters = MOST_CHARACTERS;

  Room(int steps) {
    if (steps < 1) {
      throw new IllegalArgumentException("recording: found " + steps + " steps, must be 1 or more");
    }
    this.steps = steps;
  }

  /** Takes a step in, if it fits. */
  boolean take(String step) {
    if (steps == 0 || step.length() > characters) {
      return false;
    }
    steps--;
    characters -= step.length();
    return true;
  }

  /** Gives the room of a step back. */
  void free(String step) {
    steps++;
    characters += step.length();
  }
}
