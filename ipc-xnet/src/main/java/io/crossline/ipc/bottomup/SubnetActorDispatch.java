// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.bottomup;

import io.crossline.core.chain.Frame;
import io.crossline.core.chain.Nothing;
import io.crossline.ipc.abi.ContractFunctions;
import io.crossline.ipc.abi.FunctionTable;
import io.crossline.ipc.abi.IpcFunction;
import io.crossline.ipc.abi.SubnetActorFunctions;
import io.crossline.ipc.abi.SubnetActorFunctions.SignedCheckpoint;
import io.crossline.messaging.Bytes;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** The calldata face of a subnet actor. None of its functions takes coins. */
final class SubnetActorDispatch {

  private final FunctionTable functions = new FunctionTable();

  SubnetActorDispatch(SubnetActorState state) {
    add(
        SubnetActorFunctions.SUBMIT_BOTTOM_UP_CHECKPOINT,
        (frame, raw) -> {
          SignedCheckpoint signed = SignedCheckpoint.decode(raw);
          CheckpointHeader header =
              new CheckpointHeader(signed.subnet(), signed.height(), signed.appHash());
          SubmitBottomUpCheckpoint.run(state, header, signed.certificate());
        });
    add(
        SubnetActorFunctions.RECORD_APP_HASH_BREAKDOWN,
        (frame, arguments) ->
            RecordAppHashBreakdown.run(state, arguments.checkpointHeight(), arguments.breakdown()));
    add(
        SubnetActorFunctions.EXEC_BOTTOM_UP_MSG_BATCH,
        (frame, batch) ->
            ExecBatchInclusions.run(state, frame, batch.checkpointHeight(), batch.inclusions()));
    get(ContractFunctions.SUPPLY_SOURCE, () -> state.config.supplySource());
    get(ContractFunctions.COLLATERAL_SOURCE, () -> state.config.collateralSource());
    get(
        SubnetActorFunctions.LAST_BOTTOM_UP_CHECKPOINT_HEIGHT,
        () -> state.lastSubmitted.get().toUInt256());
    get(SubnetActorFunctions.BOTTOM_UP_CHECK_PERIOD, () -> state.config.bottomUpCheckPeriod());
    get(SubnetActorFunctions.IPC_GATEWAY_ADDR, () -> state.config.gateway().address());
  }

  Bytes call(Frame frame, Bytes calldata) {
    if (calldata.isEmpty()) {
      return Bytes.EMPTY; // plain coins
    }
    return functions.call(frame, calldata);
  }

  private <A> void add(IpcFunction<A, Nothing> function, BiConsumer<Frame, A> body) {
    functions.add(
        function,
        (frame, arguments) -> {
          body.accept(frame, arguments);
          return Bytes.EMPTY;
        });
  }

  private <R> void get(IpcFunction<Nothing, R> getter, Supplier<R> value) {
    functions.addView(getter, none -> value.get());
  }
}
