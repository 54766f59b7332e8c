// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.state;

import io.crossline.messaging.store.WriteBatch;

/**
 * A part of what stands in a store: it knows what it changed since the last commit.
 *
 * <p>Called on the thread that runs the network.
 */
@FunctionalInterface
public interface Durable {
  /**
   * Adds what changed since this was asked last to what is written to the store. Whoever asks has
   * to commit it: it is not given again.
   *
   * @param batch what it is added to
   */
  void collect(WriteBatch batch);
}
