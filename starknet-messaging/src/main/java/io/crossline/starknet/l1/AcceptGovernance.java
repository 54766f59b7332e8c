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
 * {@code starknetAcceptGovernance} of {@code StarknetGovernance.sol}: the nominated candidate
 * becomes a governor.
 *
 * <p>Immutable and thread-safe.
 */
@CoreFunction.Named("starknetAcceptGovernance")
record AcceptGovernance() implements CoreOperation<Nothing> {
  private static final Bytes32 ACCEPTED =
      Signature.parse("LogNewGovernorAccepted(address)").topic();

  @Override
  public Nothing run(CoreState state, Frame frame) {
    EthAddress caller = frame.caller();
    Guards.require(caller.equals(state.governorCandidate.get()), "ONLY_CANDIDATE_GOVERNOR");
    Guards.require(!state.isGovernor(caller), "ALREADY_GOVERNOR");
    state.governors.put(caller, true);
    frame.emit(List.of(ACCEPTED), AbiWriter.ofThread().word(caller).toBytes());
    state.governorCandidate.set(EthAddress.ZERO);
    return Nothing.NOTHING;
  }
}
