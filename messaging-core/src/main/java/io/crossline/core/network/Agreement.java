// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.network;

import java.util.function.Supplier;

/**
 * Says that two books of an engine agree. Where they do not, the engine is broken, and to go on
 * would spread what is wrong into blocks and stores: the step ends with an exception that names
 * both values.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class Agreement {
  private Agreement() {}

  /**
   * Compares what two books say of one thing. Costs a comparison where they agree.
   *
   * @param of what both say something of, asked only where they do not agree
   * @param first the name of the first book
   * @param firstSays what it says
   * @param second the name of the second book
   * @param secondSays what it says
   * @throws IllegalStateException if they say different things
   */
  public static void require(
      Supplier<String> of, String first, Object firstSays, String second, Object secondSays) {
    if (!firstSays.equals(secondSays)) {
      throw new IllegalStateException(
          of.get()
              + ": "
              + first
              + " says "
              + firstSays
              + ", "
              + second
              + " says "
              + secondSays
              + ", and both must agree. This is a fault of Crossline: please report it with what led"
              + " to it");
    }
  }
}
