// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import io.crossline.core.abi.Signature;
import io.crossline.core.chain.Frame;
import io.crossline.core.chain.Nothing;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import java.util.List;

/**
 * {@code starknetCancelNomination} of {@code StarknetGovernance.sol}, for governors. Without a
 * candidate it does nothing.
 *
 * <p>Immutable and thread-safe.
 */
@CoreFunction.Named("starknetCancelNomination")
record CancelNomination() implements CoreOperation<Nothing> {
  private static final Bytes32 CANCELLED = Signature.parse("LogNominationCancelled()").topic();

  @Override
  public Nothing run(CoreState state, Frame frame) {
    Guards.onlyGovernance(state, frame);
    if (!state.governorCandidate.get().isZero()) {
      state.governorCandidate.set(EthAddress.ZERO);
      frame.emit(List.of(CANCELLED), Bytes.EMPTY);
    }
    return Nothing.NOTHING;
  }
}
