// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.chain.Frame;
import io.crossline.core.chain.RevertSignal;
import io.crossline.ipc.IpcError;
import io.crossline.ipc.ParentFinality;

/** Notes up to where the parent is final: {@code TopDownFinalityFacet.commitParentFinality}. */
final class CommitParentFinality {
  private CommitParentFinality() {}

  /** The finality before. Height 0 never is above it, so it always fails. */
  static ParentFinality run(GatewayState state, Frame frame, ParentFinality finality) {
    SystemActorOnly.check(frame);
    ParentFinality previous = state.latestFinality.get();
    if (previous.height().compareTo(finality.height()) >= 0) {
      throw new RevertSignal(IpcError.PARENT_FINALITY_ALREADY_COMMITTED.revert());
    }
    state.finalities.put(finality.height(), finality.blockHash());
    state.latestFinality.set(finality);
    return previous;
  }
}
