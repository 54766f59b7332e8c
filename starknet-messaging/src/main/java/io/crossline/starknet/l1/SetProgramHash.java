// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import io.crossline.core.abi.Signature;
import io.crossline.core.chain.Frame;
import io.crossline.core.chain.Nothing;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt256;

/**
 * {@code setProgramHash} of {@code Starknet.sol}, for governors.
 *
 * <p>Immutable and thread-safe.
 *
 * @param hash the hash of the Starknet OS program whose runs are accepted
 */
@CoreFunction.Named("setProgramHash")
record SetProgramHash(UInt256 hash) implements CoreOperation<Nothing> {
  private static final Bytes32 CHANGED =
      Signature.parse("ProgramHashChanged(address,uint256,uint256)").topic();

  @Override
  public Nothing run(CoreState state, Frame frame) {
    return Guards.changeHash(state, frame, state.programHash, CHANGED, hash);
  }
}
