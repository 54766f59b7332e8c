// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.conformance;

import io.crossline.core.handler.StatelessHandler;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.gateway.IpcContext;
import io.crossline.ipc.gateway.IpcHandler;
import io.crossline.messaging.Bytes;
import io.crossline.simulation.audit.ipc.HandledLog;
import java.util.function.Supplier;

/** A contract that tells the auditor of each message that it has taken. */
record Reporting(IpcHandler inner) implements IpcHandler {
  Reporting {
    StatelessHandler.require(inner.getClass());
  }

  @Override
  public Bytes handleIpcMessage(IpcEnvelope envelope, IpcContext context) {
    Bytes answer = inner.handleIpcMessage(envelope, context);
    context.emit(HandledLog.of(envelope).toLog(context.self()));
    return answer;
  }

  @Override
  public void construct(IpcContext context) {
    inner.construct(context);
  }

  @Override
  public void receive(IpcContext context) {
    inner.receive(context);
  }

  @Override
  public Bytes fallback(Bytes calldata, IpcContext context) {
    return inner.fallback(calldata, context);
  }

  @Override
  public <T> T within(IpcContext context, Supplier<T> body) {
    return inner.within(context, body);
  }
}
