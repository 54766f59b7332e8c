// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import io.crossline.messaging.Bytes32;
import java.util.Optional;

/**
 * A call that was sent, as the contract that sent it sees it: a network can wait for it. It asks
 * the contract's storage, so it knows what became of the Result there too.
 *
 * <p>Implementations are not thread-safe: they read their network.
 *
 * @param <S> how the call may end
 */
public interface CallHandle<S> {
  /**
   * What the call's messages carry through all networks.
   *
   * @return the tracing id
   */
  Bytes32 tracingId();

  /**
   * How the call ended. Does not wait.
   *
   * @return its end, nothing while it is in flight
   */
  Optional<S> end();
}
