// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import io.crossline.messaging.Bytes;
import java.util.Optional;

/**
 * The EVM's point evaluation precompile (EIP-4844, address 0x0a), which verifies that a blob's
 * polynomial has a value at a point. Injected, since the model of the chain has no precompiles.
 *
 * <p>Called on the thread that runs the chain.
 */
@FunctionalInterface
public interface PointEvaluation {
  /**
   * What the precompile returns when the proof holds: 4096, then the modulus of the BLS12-381
   * scalar field.
   */
  Bytes VERIFIED =
      Bytes.parse(
          "0x0000000000000000000000000000000000000000000000000000000000001000"
              + "73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001");

  /**
   * Runs the precompile.
   *
   * @param input versioned hash, z and y (32 bytes each), commitment and proof (48 bytes each)
   * @return what it returns, {@link #VERIFIED} for a proof that holds; nothing if the call fails
   */
  Optional<Bytes> call(Bytes input);

  /**
   * A precompile that fails every call, as on a chain that does not have it.
   *
   * @return the precompile
   */
  static PointEvaluation unavailable() {
    return input -> Optional.empty();
  }

  /**
   * A precompile for tests and simulations, in which every proof holds.
   *
   * @return the precompile
   */
  static PointEvaluation acceptAll() {
    return input -> Optional.of(VERIFIED);
  }
}
