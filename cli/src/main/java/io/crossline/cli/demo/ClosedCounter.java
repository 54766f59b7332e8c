// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli.demo;

import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.gateway.IpcContext;
import io.crossline.ipc.gateway.IpcHandler;
import io.crossline.messaging.Bytes;

/** Refuses every message. */
public final class ClosedCounter implements IpcHandler {
  /** Creates the contract. */
  public ClosedCounter() {}

  @Override
  public Bytes handleIpcMessage(IpcEnvelope envelope, IpcContext context) {
    throw context.revert("the counter is closed");
  }
}
