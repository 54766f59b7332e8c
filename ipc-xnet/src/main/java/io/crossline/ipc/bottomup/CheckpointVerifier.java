// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.bottomup;

import io.crossline.messaging.Bytes;
import java.util.Optional;

/**
 * Decides whether a header is the subnet's own. Upstream it checks the signatures of more than two
 * thirds of the validators' power; which way is taken is up to who deploys the actor. {@link
 * io.crossline.ipc.quorum.QuorumVerifier} is built in.
 *
 * <p>Called on the thread that runs the parent's chain.
 */
@FunctionalInterface
public interface CheckpointVerifier {
  /**
   * Why the header is not accepted. Must always answer the same for the same arguments.
   *
   * @param header the header
   * @param certificate what came with it to vouch for it; may be empty or anything else
   * @return the reason, for people; nothing if it is accepted
   */
  Optional<String> refusal(CheckpointHeader header, Bytes certificate);
}
