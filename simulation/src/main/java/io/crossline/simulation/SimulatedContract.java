// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation;

import io.crossline.ipc.CallMsg;
import io.crossline.ipc.EnvelopeKind;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.gateway.IpcContext;
import io.crossline.ipc.gateway.IpcHandler;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Codec;
import io.crossline.messaging.UInt256;
import io.crossline.simulation.audit.ipc.HandledLog;

/**
 * The contract that messages of a simulation reach in each network. Each Call says by its method
 * how it wants to be treated; whatever the contract takes it reports in a {@link HandledLog}.
 *
 * <p>Not thread-safe: one thread uses a chain at a time.
 */
public final class SimulatedContract implements IpcHandler {
  /** The method of a Call that is accepted. */
  static final Bytes ACCEPT = Bytes.parse("0x00000001");

  /** The method of a Call that is refused, after something was done that must leave no trace. */
  static final Bytes REFUSE = Bytes.parse("0x00000002");

  /** The method of a Call that is accepted and sent back as another one. */
  static final Bytes RETURN = Bytes.parse("0x00000003");

  /** Creates the contract. */
  public SimulatedContract() {}

  @Override
  public Bytes handleIpcMessage(IpcEnvelope envelope, IpcContext context) {
    context.emit(HandledLog.of(envelope).toLog(context.self()));
    UInt256 count =
        context
            .storage()
            .slot("messages", Codec.UINT256, UInt256.ZERO)
            .update(before -> before.plus(UInt256.ONE));
    if (envelope.kind() != EnvelopeKind.CALL) {
      return Bytes.EMPTY;
    }
    CallMsg call = CallMsg.decode(envelope.message());
    if (call.method().equals(REFUSE)) {
      throw context.revert("not today");
    }
    if (call.method().equals(RETURN)) {
      context.send(envelope.from(), new CallMsg(ACCEPT, call.params()), envelope.value());
    }
    return count.toBytes32().toBytes();
  }
}
