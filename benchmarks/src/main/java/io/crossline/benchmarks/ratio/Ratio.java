// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.ratio;

import io.crossline.benchmarks.input.Inputs;
import java.util.Optional;

/**
 * A promise about speed: a piece of work costs at most so many times its baseline, on the same
 * machine in the same moment. A new promise is a class of this kind and an entry in {@link
 * Promises}.
 *
 * <p>Both sides take turns over prepared inputs, and both return what they computed, so that the
 * compiler cannot leave anything out.
 */
interface Ratio {
  /** What the line is called: one word of lower-case letters, digits and hyphens. */
  String name();

  /** The largest ratio that is kept as promised. */
  double limit();

  /**
   * How many inputs there are: a power of two, {@link Inputs#COUNT} at most. A sample is whole
   * turns over them.
   */
  default int inputs() {
    return Inputs.COUNT;
  }

  /**
   * Gets ready for a sample of the work, which is not measured.
   *
   * @param operations how often the work will be done
   */
  default void prepare(int operations) {}

  /**
   * Does the work once.
   *
   * @param input which input, from 0
   * @return its result
   */
  Object work(int input);

  /**
   * Does once what the work is measured against.
   *
   * @param input which input, as above
   * @return its result
   */
  Object baseline(int input);

  /** What is promised about the memory that the work allocates, if anything is. */
  default Optional<Garbage> garbage() {
    return Optional.empty();
  }
}
