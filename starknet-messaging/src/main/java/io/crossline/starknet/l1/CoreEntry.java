// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import io.crossline.messaging.Outcome;
import java.util.function.Supplier;

/**
 * How outside calls of the core contract are run: straight away in the block that is open, or as a
 * network wants it, which mines a block for them.
 *
 * <p>Called on the thread that uses the chain.
 */
@FunctionalInterface
public interface CoreEntry {
  /** Runs a call straight away. */
  CoreEntry DIRECT = Supplier::get;

  /**
   * Runs a call.
   *
   * @param transaction the call, to be run once
   * @param <T> what it returns
   * @return its outcome
   */
  <T> Outcome<T> run(Supplier<Outcome<T>> transaction);
}
