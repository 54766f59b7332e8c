// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import io.crossline.core.abi.Signature;
import io.crossline.core.chain.Frame;
import io.crossline.core.chain.Nothing;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import java.util.List;

/**
 * {@code finalize} of {@code GovernedFinalizable.sol}, for governors: program, configuration and
 * cancellation delay can no longer be changed. There is no way back.
 *
 * <p>Immutable and thread-safe.
 */
@CoreFunction.Named("finalize")
record Finalize() implements CoreOperation<Nothing> {
  private static final Bytes32 FINALIZED = Signature.parse("Finalized()").topic();

  @Override
  public Nothing run(CoreState state, Frame frame) {
    Guards.onlyGovernance(state, frame);
    Guards.notFinalized(state);
    state.finalized.set(true);
    frame.emit(List.of(FINALIZED), Bytes.EMPTY);
    return Nothing.NOTHING;
  }
}
