// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import io.crossline.core.abi.AbiWriter;
import io.crossline.core.abi.Signature;
import io.crossline.core.chain.Frame;
import io.crossline.core.chain.Nothing;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import java.util.List;

/**
 * {@code starknetRemoveGovernor} of {@code StarknetGovernance.sol}, for governors. Nobody removes
 * himself, so that one is always left.
 *
 * <p>Immutable and thread-safe.
 *
 * @param governor who is removed
 */
@CoreFunction.Named("starknetRemoveGovernor")
record RemoveGovernor(EthAddress governor) implements CoreOperation<Nothing> {
  private static final Bytes32 REMOVED = Signature.parse("LogRemovedGovernor(address)").topic();

  @Override
  public Nothing run(CoreState state, Frame frame) {
    Guards.onlyGovernance(state, frame);
    Guards.require(!frame.caller().equals(governor), "GOVERNOR_SELF_REMOVE");
    Guards.require(state.isGovernor(governor), "NOT_GOVERNOR");
    state.governors.remove(governor);
    frame.emit(List.of(REMOVED), AbiWriter.ofThread().word(governor).toBytes());
    return Nothing.NOTHING;
  }
}
