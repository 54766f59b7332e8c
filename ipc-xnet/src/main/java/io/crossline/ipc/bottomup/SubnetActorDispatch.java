// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.bottomup;

import io.crossline.core.abi.AbiDecodeException;
import io.crossline.core.abi.AbiValue;
import io.crossline.core.abi.RawRevert;
import io.crossline.core.chain.Frame;
import io.crossline.core.chain.RevertSignal;
import io.crossline.ipc.IpcError;
import io.crossline.ipc.abi.ContractFunctions;
import io.crossline.ipc.abi.IpcFunction;
import io.crossline.ipc.abi.Nothing;
import io.crossline.ipc.abi.SubnetActorFunctions;
import io.crossline.ipc.abi.SubnetActorFunctions.SignedCheckpoint;
import io.crossline.messaging.Bytes;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** The calldata face of a subnet actor. None of its functions takes coins. */
final class SubnetActorDispatch {
  private static final int SELECTOR_BYTES = 4;

  private final Map<Bytes, BiFunction<Frame, Bytes, Bytes>> entries = new HashMap<>();

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
    Bytes selector =
        Bytes.concat(calldata, Bytes.of(new byte[SELECTOR_BYTES])).slice(0, SELECTOR_BYTES);
    BiFunction<Frame, Bytes, Bytes> code = entries.get(selector);
    if (code == null) {
      throw new RevertSignal(IpcError.FUNCTION_NOT_FOUND.revert(AbiValue.fixed(selector)));
    }
    if (!frame.value().isZero()) {
      throw new RevertSignal(RawRevert.EMPTY);
    }
    try {
      return code.apply(frame, calldata);
    } catch (AbiDecodeException malformed) {
      throw new RevertSignal(malformed.revert());
    }
  }

  private <A> void add(IpcFunction<A, Nothing> function, BiConsumer<Frame, A> body) {
    entries.put(
        function.selector(),
        (frame, calldata) -> {
          body.accept(frame, function.decodeCall(calldata));
          return function.encodeReturn(Nothing.NOTHING);
        });
  }

  private <R> void get(IpcFunction<Nothing, R> getter, Supplier<R> value) {
    entries.put(getter.selector(), (frame, calldata) -> getter.encodeReturn(value.get()));
  }
}
