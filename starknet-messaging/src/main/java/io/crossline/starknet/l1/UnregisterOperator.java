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
 * {@code unregisterOperator} of {@code Operator.sol}, for governors. One who is no operator stays
 * none, without an event.
 *
 * <p>Immutable and thread-safe.
 *
 * @param operator who may no longer call the state updates
 */
@CoreFunction.Named("unregisterOperator")
record UnregisterOperator(EthAddress operator) implements CoreOperation<Nothing> {
  private static final Bytes32 CHANGED = Signature.parse("LogOperatorRemoved(address)").topic();

  @Override
  public Nothing run(CoreState state, Frame frame) {
    Guards.onlyGovernance(state, frame);
    if (state.isOperator(operator)) {
      state.operators.remove(operator);
      frame.emit(List.of(CHANGED), AbiWriter.ofThread().word(operator).toBytes());
    }
    return Nothing.NOTHING;
  }
}
