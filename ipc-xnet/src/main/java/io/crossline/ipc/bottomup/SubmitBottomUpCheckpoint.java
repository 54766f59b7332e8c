// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.bottomup;

import io.crossline.core.abi.Require;
import io.crossline.core.chain.RevertSignal;
import io.crossline.messaging.Bytes;
import java.util.Optional;

/**
 * Takes the header of a checkpoint: {@code SubnetActorCheckpointingFacet.submitBottomUpCheckpoint}.
 */
final class SubmitBottomUpCheckpoint {
  /**
   * Upstream's light client has errors of its own here; which verifier refuses is our business, so
   * the words are ours.
   */
  private static final String NOT_VERIFIED = "checkpoint header not verified: ";

  private SubmitBottomUpCheckpoint() {}

  static void run(SubnetActorState state, CheckpointHeader header, Bytes certificate) {
    state.requireNext(header.height(), state.lastSubmitted.get());
    Optional<String> refusal =
        header.subnet().equals(state.config.subnet())
            ? state.config.verifier().refusal(header, certificate)
            : Optional.of("it is of " + header.subnet() + ", not of " + state.config.subnet());
    refusal.ifPresent(
        reason -> {
          throw new RevertSignal(new Require(NOT_VERIFIED + reason));
        });
    state.appHashes.put(header.height(), header.appHash());
    state.lastSubmitted.set(header.height());
  }
}
