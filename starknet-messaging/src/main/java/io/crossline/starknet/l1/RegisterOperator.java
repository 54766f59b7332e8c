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
 * {@code registerOperator} of {@code Operator.sol}, for governors. One who is an operator already
 * stays one, without an event.
 *
 * <p>Immutable and thread-safe.
 *
 * @param operator who may call the state updates from now on
 */
@CoreFunction.Named("registerOperator")
record RegisterOperator(EthAddress operator) implements CoreOperation<Nothing> {
  private static final Bytes32 CHANGED = Signature.parse("LogOperatorAdded(address)").topic();

  @Override
  public Nothing run(CoreState state, Frame frame) {
    Guards.onlyGovernance(state, frame);
    if (!state.isOperator(operator)) {
      state.operators.put(operator, true);
      frame.emit(List.of(CHANGED), AbiWriter.ofThread().word(operator).toBytes());
    }
    return Nothing.NOTHING;
  }
}
