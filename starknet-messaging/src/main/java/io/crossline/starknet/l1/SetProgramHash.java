// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import io.crossline.core.abi.AbiWriter;
import io.crossline.core.abi.Signature;
import io.crossline.core.chain.Frame;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt256;
import java.util.List;

/**
 * {@code setProgramHash} of {@code Starknet.sol}, for governors.
 *
 * <p>Immutable and thread-safe.
 *
 * @param hash the hash of the Starknet OS program whose runs are accepted
 */
@CoreFunction.Named("setProgramHash")
public record SetProgramHash(UInt256 hash) implements CoreOperation<NoResult> {
  private static final Bytes32 CHANGED =
      Signature.parse("ProgramHashChanged(address,uint256,uint256)").topic();

  @Override
  public NoResult run(CoreState state, Frame frame) {
    Guards.notFinalized(state);
    Guards.onlyGovernance(state, frame);
    UInt256 old = state.programHash.get();
    frame.emit(
        List.of(CHANGED, frame.caller().toBytes32()),
        AbiWriter.ofThread().word(old).word(hash).toBytes());
    state.programHash.set(hash);
    return NoResult.DONE;
  }
}
