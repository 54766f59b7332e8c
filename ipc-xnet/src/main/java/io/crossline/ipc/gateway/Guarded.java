// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.ipc.IpcError;

/**
 * Upstream's modifier {@code nonReentrant}: one flag for the two functions that have it (trap 31).
 */
final class Guarded {
  private Guarded() {}

  static void run(GatewayState state, Runnable body) {
    IpcError.REENTRANCY_ERROR.when(state.guarded.get());
    state.guarded.set(true);
    body.run();
    state.guarded.set(false);
  }
}
