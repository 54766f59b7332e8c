// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.output;

import io.crossline.core.abi.Signature;
import io.crossline.messaging.Bytes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The functions of {@code Starknet.sol} that ever updated the state.
 *
 * <p>Thread-safe.
 */
public enum StateUpdateFunction {
  /** Data on chain, in all versions. Selector 0x77552641. */
  UPDATE_STATE(
      "updateState(uint256[],uint256,uint256)", false, List.of(ProgramOutputLayout.values())),

  /** Data in one blob, from v0.13.1 to v0.13.2. Selector 0xb72d42a1. */
  UPDATE_STATE_KZG_DA_OF_ONE_BLOB(
      "updateStateKzgDA(uint256[],bytes)", true, List.of(ProgramOutputLayout.SIX_WORDS)),

  /** Data in any number of blobs, from v0.13.2 on. Selector 0x507ee528. */
  UPDATE_STATE_KZG_DA(
      "updateStateKzgDA(uint256[],bytes[])", true, List.of(ProgramOutputLayout.TEN_WORDS));

  private final Signature signature;
  private final boolean kzg;
  private final List<ProgramOutputLayout> layouts;

  StateUpdateFunction(String signature, boolean kzg, List<ProgramOutputLayout> layouts) {
    this.signature = Signature.parse(signature);
    this.kzg = kzg;
    this.layouts = layouts;
  }

  /**
   * The function's name and parameters.
   *
   * @return the signature
   */
  public Signature signature() {
    return signature;
  }

  /**
   * Whether the data is in blobs, as the KZG flag of the output must say too.
   *
   * @return true for the two functions with proofs
   */
  public boolean isKzg() {
    return kzg;
  }

  /**
   * Which layouts it took.
   *
   * @return oldest first
   */
  public List<ProgramOutputLayout> layouts() {
    return layouts;
  }

  /**
   * Finds a function.
   *
   * @param selector the first four bytes of calldata
   * @return the function, or nothing if it is another one
   */
  public static Optional<StateUpdateFunction> bySelector(Bytes selector) {
    return Arrays.stream(values())
        .filter(function -> function.signature.selector().equals(selector))
        .findFirst();
  }
}
