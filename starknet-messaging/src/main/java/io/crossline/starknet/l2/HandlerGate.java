// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l2;

import io.crossline.starknet.Felt;
import java.util.Optional;

/**
 * Is asked before an L1 handler runs.
 *
 * <p>Called on the thread that runs the chain.
 */
@FunctionalInterface
public interface HandlerGate {
  /**
   * Decides whether a handler fails.
   *
   * @param contract where it is
   * @param handler its name
   * @return with what it panics before it runs; nothing to let it run
   */
  Optional<String> refusal(Felt contract, String handler);
}
