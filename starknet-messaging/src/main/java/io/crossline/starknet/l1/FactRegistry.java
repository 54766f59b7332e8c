// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import io.crossline.messaging.Bytes32;

/**
 * Who knows which facts are proven: upstream the verifier contract ({@code IFactRegistry.isValid}).
 * A state update is refused unless its fact is.
 *
 * <p>Called on the thread that runs the chain.
 */
@FunctionalInterface
public interface FactRegistry {
  /**
   * Whether a fact is proven.
   *
   * @param fact keccak256(program hash || state transition fact)
   * @return true if a proof of it was verified
   */
  boolean isValid(Bytes32 fact);

  /**
   * A registry for tests and simulations, in which every fact counts as proven. With it the
   * operator is trusted, and nothing else keeps a wrong state out.
   *
   * @return the registry
   */
  static FactRegistry acceptAll() {
    return fact -> true;
  }
}
