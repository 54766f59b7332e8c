// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc.gateway;

import io.crossline.core.abi.RawRevert;
import io.crossline.core.chain.RevertSignal;
import io.crossline.core.state.JournaledList;
import io.crossline.ipc.CallMsg;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.ResultMsgAbi;
import io.crossline.ipc.gateway.IpcContext;
import io.crossline.ipc.sdk.IpcExchange;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.CallResult;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.OutcomeType;
import io.crossline.messaging.ResultMsg;
import io.crossline.messaging.Slot;
import io.crossline.messaging.UInt256;
import io.crossline.vectors.ipc.gateway.HandledForm.Handled;

/**
 * An {@code IpcExchange} whose handlers follow a script and note what they were given, in the place
 * of the contract that was recorded. Like that one it takes plain coins.
 */
final class ScriptedExchange extends IpcExchange {
  private final ExchangeScript script;
  private final JournaledList<Handled> handled;
  private final Slot<UInt256> handledResults = slot("handledResults", UInt256.ZERO);

  ScriptedExchange(ExchangeScript script, JournaledList<Handled> handled) {
    this.script = script;
    this.handled = handled;
  }

  ExchangeScript script() {
    return script;
  }

  /** How many Results were taken and not undone. */
  UInt256 handledResults() {
    return handledResults.get();
  }

  @Override
  protected Bytes handleIpcCall(IpcEnvelope envelope, CallMsg callMsg) {
    note(HandledForm.CALL, envelope, callMsg.encoded(), OutcomeType.OK);
    return script.onCall().run(this);
  }

  @Override
  protected void handleIpcResult(IpcEnvelope original, IpcEnvelope result, ResultMsg resultMsg) {
    handledResults.update(count -> count.plus(UInt256.ONE));
    note(HandledForm.RESULT, original, ResultMsgAbi.encode(resultMsg), resultMsg.outcome());
    script.onResult().run(this);
  }

  private void note(String handler, IpcEnvelope about, Bytes payload, OutcomeType outcome) {
    handled.add(new Handled(handler, about.hash(), payload, outcome, context().value()));
  }

  @Override
  public void receive(IpcContext context) {}

  /** Calls another network, as any user of the recorded contract may have it do. */
  IpcEnvelope perform(IpcAddress to, CallMsg callMsg, UInt256 value) {
    return performIpcCall(to, callMsg, value);
  }

  /** Calls a contract of this network, and fails with it. */
  void call(EthAddress target, Bytes data) {
    CallResult result = context().call(target, UInt256.ZERO, data);
    if (!result.success()) {
      throw new RevertSignal(new RawRevert(result.data()));
    }
  }
}
