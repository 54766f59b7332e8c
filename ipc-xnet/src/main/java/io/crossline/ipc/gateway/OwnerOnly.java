// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.chain.Frame;
import io.crossline.ipc.IpcError;

/** Upstream's {@code LibDiamond.enforceIsContractOwner}. */
final class OwnerOnly {
  private OwnerOnly() {}

  static void check(GatewayState state, Frame frame) {
    IpcError.NOT_OWNER.when(!frame.caller().equals(state.config.owner()));
  }
}
