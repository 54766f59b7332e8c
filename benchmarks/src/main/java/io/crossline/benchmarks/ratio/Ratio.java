// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.ratio;

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
   * Does the work once.
   *
   * @param input which input, 0 to {@link io.crossline.benchmarks.input.Inputs#MASK}
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
