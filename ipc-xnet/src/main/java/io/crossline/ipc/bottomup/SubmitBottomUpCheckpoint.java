// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.bottomup;

import io.crossline.core.abi.Require;
import io.crossline.core.chain.RevertSignal;

/**
 * Takes the header of a checkpoint: {@code SubnetActorCheckpointingFacet.submitBottomUpCheckpoint}.
 */
final class SubmitBottomUpCheckpoint {
  /**
   * Upstream's light client has errors of its own here; which verifier refuses is our business, so
   * the words are ours.
   */
  static final Require NOT_VERIFIED = new Require("checkpoint header not verified");

  private SubmitBottomUpCheckpoint() {}

  static void run(SubnetActorState state, CheckpointHeader header) {
    state.requireNext(header.height(), state.lastSubmitted.get());
    if (!header.subnet().equals(state.config.subnet()) || !state.config.verifier().verify(header)) {
      throw new RevertSignal(NOT_VERIFIED);
    }
    state.appHashes.put(header.height(), header.appHash());
    state.lastSubmitted.set(header.height());
  }
}
