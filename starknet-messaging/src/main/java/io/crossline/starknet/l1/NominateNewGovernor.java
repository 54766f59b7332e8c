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
 * {@code starknetNominateNewGovernor} of {@code StarknetGovernance.sol}, for governors: the
 * candidate becomes one by {@link AcceptGovernance}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param candidate who is nominated
 */
@CoreFunction.Named("starknetNominateNewGovernor")
record NominateNewGovernor(EthAddress candidate) implements CoreOperation<Nothing> {
  private static final Bytes32 NOMINATED = Signature.parse("LogNominatedGovernor(address)").topic();

  @Override
  public Nothing run(CoreState state, Frame frame) {
    Guards.onlyGovernance(state, frame);
    Guards.require(!candidate.isZero(), "BAD_ADDRESS");
    Guards.require(!state.isGovernor(candidate), "ALREADY_GOVERNOR");
    Guards.require(state.governorCandidate.get().isZero(), "OTHER_CANDIDATE_PENDING");
    state.governorCandidate.set(candidate);
    frame.emit(List.of(NOMINATED), AbiWriter.ofThread().word(candidate).toBytes());
    return Nothing.NOTHING;
  }
}
