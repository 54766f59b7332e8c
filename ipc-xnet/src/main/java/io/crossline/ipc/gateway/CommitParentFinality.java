// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.chain.Frame;
import io.crossline.ipc.IpcError;
import io.crossline.ipc.ParentFinality;
import io.crossline.ipc.abi.IpcFunction;
import io.crossline.messaging.Bytes;

/**
 * Notes up to where the parent is final: {@code TopDownFinalityFacet.commitParentFinality}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param finality height and hash of the parent's block
 */
record CommitParentFinality(ParentFinality finality) implements GatewayOperation<ParentFinality> {

  /** The function. */
  static final IpcFunction<CommitParentFinality, GatewayFunctions.CommittedFinality> FUNCTION =
      IpcFunction.of("commitParentFinality", CommitParentFinality.class)
          .returning(GatewayFunctions.CommittedFinality.class);

  /** The finality before. Height 0 never is above it, so it always fails. */
  @Override
  public ParentFinality run(GatewayState state, Frame frame) {
    SystemActorOnly.check(frame);
    ParentFinality previous = state.latestFinality.get();
    IpcError.PARENT_FINALITY_ALREADY_COMMITTED.when(
        previous.height().compareTo(finality.height()) >= 0);
    state.finalities.put(finality.height(), finality.blockHash());
    state.latestFinality.set(finality);
    return previous;
  }

  @Override
  public Bytes returned(ParentFinality previous) {
    return FUNCTION.encodeReturn(
        new GatewayFunctions.CommittedFinality(!previous.height().isZero(), previous));
  }
}
