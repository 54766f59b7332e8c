// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.chain.Frame;
import io.crossline.ipc.IpcError;

/** Upstream's modifier {@code systemActorOnly}. */
final class SystemActorOnly {
  private SystemActorOnly() {}

  static void check(Frame frame) {
    IpcError.NOT_SYSTEM_ACTOR.when(!frame.caller().equals(SystemActors.SYSTEM_ACTOR));
  }
}
