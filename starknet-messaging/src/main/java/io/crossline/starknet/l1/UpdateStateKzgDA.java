// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import io.crossline.core.chain.Frame;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.event.LogStateUpdate;

/**
 * {@code updateStateKzgDA} of {@code Starknet.sol}, for operators: as {@link UpdateState}, with the
 * data of the update in blobs of the transaction, which the KZG proofs tie to the output.
 *
 * <p>Immutable and thread-safe.
 *
 * @param output the output of the Starknet OS
 * @param proofs one proof a blob
 */
@CoreFunction.Named("updateStateKzgDA")
record UpdateStateKzgDA(ProgramOutput output, KzgProofs proofs)
    implements CoreOperation<LogStateUpdate> {
  @Override
  public LogStateUpdate run(CoreState state, Frame frame) {
    StateUpdate update = new StateUpdate(state, frame, output);
    update.begin(UInt256.ONE);
    new KzgSegment(output.words(), proofs).verify(frame, state.pointEvaluation);
    return update.run(output.hash());
  }
}
