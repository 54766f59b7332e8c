// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.record;

import io.crossline.core.abi.RawRevert;
import io.crossline.ipc.EnvelopeKind;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.abi.ContractFunctions;
import io.crossline.ipc.gateway.IpcContext;
import io.crossline.ipc.gateway.IpcHandler;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.CallResult;
import io.crossline.simulation.audit.ipc.HandledLog;
import java.util.Optional;

/**
 * A contract that does the same with every Call, so that vectors can say what it does. It takes
 * every Result and all plain coins. What it takes it reports in a {@link HandledLog}, as contracts
 * of audited runs do. Immutable.
 */
public final class RecordableContract implements IpcHandler {
  private final boolean accepting;
  private final Bytes data;

  private RecordableContract(boolean accepting, Bytes data) {
    this.accepting = accepting;
    this.data = data;
  }

  /**
   * A contract that accepts every Call.
   *
   * @param answer what it returns, for Results too
   * @return the contract, to be deployed
   */
  public static RecordableContract accepting(Bytes answer) {
    return new RecordableContract(true, answer);
  }

  /**
   * A contract that refuses every Call.
   *
   * @param revertData what it reverts with
   * @return the contract, to be deployed
   */
  public static RecordableContract refusing(Bytes revertData) {
    return new RecordableContract(false, revertData);
  }

  @Override
  public Bytes handleIpcMessage(IpcEnvelope envelope, IpcContext context) {
    if (!accepting && envelope.kind() == EnvelopeKind.CALL) {
      throw context.revert(new RawRevert(data));
    }
    context.emit(HandledLog.of(envelope).toLog(context.self()));
    return returned();
  }

  private Bytes returned() {
    return accepting ? data : Bytes.EMPTY;
  }

  /** How a call of it ends: one with a message, or one with plain coins. */
  CallResult expected(Optional<IpcEnvelope> message) {
    if (message.isEmpty()) {
      return new CallResult(true, Bytes.EMPTY);
    }
    return accepting || message.get().kind() != EnvelopeKind.CALL
        ? new CallResult(true, ContractFunctions.HANDLE_IPC_MESSAGE.encodeReturn(returned()))
        : new CallResult(false, data);
  }

  /** The behaviour as vectors have it. */
  Members behaviour() {
    return accepting
        ? script("returns", data)
        : new Members()
            .put("kind", "by-kind")
            .put("Call", script("reverts", data))
            .put("Result", script("returns", returned()));
  }

  private static Members script(String kind, Bytes data) {
    return new Members().put("kind", kind).put("data", data.toString());
  }
}
