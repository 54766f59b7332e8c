// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.record;

import java.util.Optional;

/**
 * Puts an operation that ran into the words of vectors.
 *
 * @param <R> what ran
 * @param <K> what is kept of it
 */
@FunctionalInterface
interface StepWriter<R extends ObservedCall, K extends WrittenStep> {
  /**
   * Makes a step of it.
   *
   * @param ran what ran
   * @param before the step before it, nothing if it is the first
   * @param undone whether the transaction around it reverted
   * @return the step, or nothing if it changed nothing and vectors cannot tell it
   * @throws InexpressibleException if it changed something and vectors cannot tell it
   */
  Optional<K> keep(R ran, Optional<K> before, boolean undone) throws InexpressibleException;
}
