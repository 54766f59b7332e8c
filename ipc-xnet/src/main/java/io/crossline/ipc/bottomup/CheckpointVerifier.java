// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.bottomup;

/**
 * Decides whether a header is the subnet's own. Upstream it checks the signatures of more than two
 * thirds of the validators' power; which way is taken is up to who deploys the actor.
 */
@FunctionalInterface
public interface CheckpointVerifier {
  /**
   * Whether the header is accepted. Must always answer the same for the same header.
   *
   * @param header the header
   * @return false to refuse it
   */
  boolean verify(CheckpointHeader header);
}
