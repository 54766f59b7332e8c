// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import io.crossline.core.abi.Panic;
import io.crossline.core.chain.Frame;
import io.crossline.core.chain.RevertSignal;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.event.LogStateUpdate;

/**
 * {@code updateState} of {@code Starknet.sol}, for operators: moves the state of L2 that L1 knows
 * to what was proven, makes messages to L1 consumable, consumes those to L2 that were handled, and
 * pays their fees. The data of the update is on chain.
 *
 * <p>Immutable and thread-safe.
 *
 * @param output the output of the Starknet OS
 * @param onchainDataHash the hash of the data on chain
 * @param onchainDataSize how many words it has
 */
@CoreFunction.Named("updateState")
public record UpdateState(ProgramOutput output, UInt256 onchainDataHash, UInt256 onchainDataSize)
    implements CoreOperation<LogStateUpdate> {
  @Override
  public LogStateUpdate run(CoreState state, Frame frame) {
    StateUpdate update = new StateUpdate(state, frame, output);
    update.begin(UInt256.ZERO);
    if (onchainDataSize.plusOverflows(UInt256.of(output.words().size()))) {
      throw new RevertSignal(Panic.ARITHMETIC);
    }
    return update.run(output.factWithOnchainData(onchainDataHash, onchainDataSize));
  }
}
