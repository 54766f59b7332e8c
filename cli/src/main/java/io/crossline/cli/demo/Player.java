// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli.demo;

import io.crossline.core.abi.AbiDecodeException;
import io.crossline.ipc.EnvelopeKind;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.ResultMsgAbi;
import io.crossline.ipc.gateway.IpcContext;
import io.crossline.ipc.gateway.IpcHandler;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Codec;
import io.crossline.messaging.ResultMsg;

/** Sends calls and keeps the last Result that came back. */
public final class Player implements IpcHandler {
  /** Creates the contract. */
  public Player() {}

  /**
   * Takes a Result.
   *
   * @throws AbiDecodeException if its message is no Result
   */
  @Override
  public Bytes handleIpcMessage(IpcEnvelope envelope, IpcContext context) {
    if (envelope.kind() != EnvelopeKind.RESULT) {
      throw context.revert("a player takes Results only");
    }
    ResultMsg result = ResultMsgAbi.decode(envelope.message());
    context.storage().slot("last result", Codec.BYTES, Bytes.EMPTY).set(result.ret());
    return Bytes.EMPTY;
  }
}
