// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.ipc.IpcEnvelope;
import java.util.Optional;

/**
 * Lets a handler fail on what its gateway delivers, before it runs: a fault that is injected.
 *
 * <p>Called on the thread that runs the chain.
 */
@FunctionalInterface
public interface DeliveryFault {
  /** Never. */
  DeliveryFault NONE = message -> false;

  /**
   * Asked at each delivery.
   *
   * @param message the message; nothing for the payment of a Transfer, which carries none
   * @return true if the handler is to fail
   */
  boolean strikes(Optional<IpcEnvelope> message);
}
