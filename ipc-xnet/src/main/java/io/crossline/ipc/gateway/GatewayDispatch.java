// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.abi.AbiDecodeException;
import io.crossline.core.abi.AbiValue;
import io.crossline.core.abi.RawRevert;
import io.crossline.core.chain.Frame;
import io.crossline.core.chain.RevertSignal;
import io.crossline.ipc.IpcError;
import io.crossline.ipc.abi.IpcFunction;
import io.crossline.messaging.Bytes;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The calldata face of a gateway: finds the function by its selector, as upstream's diamond does.
 */
final class GatewayDispatch {
  private static final int SELECTOR_BYTES = 4;

  /**
   * A function with the code behind it; its arguments are decoded only after the question for
   * coins.
   */
  private record Entry(boolean payable, BiFunction<Frame, Bytes, Bytes> code) {}

  private final Map<Bytes, Entry> entries = new HashMap<>();

  GatewayDispatch(Gateway gateway, GatewayState state, GatewayView view) {
    for (IpcFunction<? extends GatewayOperation<?>, ?> function : GatewayFunctions.all()) {
      add(function, (frame, calldata) -> run(gateway, frame, function.decodeCall(calldata)));
    }
    new GetterDispatch(state, view).addTo(this);
  }

  private static <T> Bytes run(Gateway gateway, Frame frame, GatewayOperation<T> operation) {
    return operation.returned(gateway.run(frame, operation));
  }

  Bytes call(Frame frame, Bytes calldata) {
    Bytes selector =
        Bytes.concat(calldata, Bytes.of(new byte[SELECTOR_BYTES])).slice(0, SELECTOR_BYTES);
    Entry entry = entries.get(selector);
    if (entry == null) {
      throw new RevertSignal(IpcError.FUNCTION_NOT_FOUND.revert(AbiValue.fixed(selector)));
    }
    if (!entry.payable && !frame.value().isZero()) {
      throw new RevertSignal(RawRevert.EMPTY);
    }
    try {
      return entry.code.apply(frame, calldata);
    } catch (AbiDecodeException malformed) {
      throw new RevertSignal(malformed.revert());
    }
  }

  <A, R> void addView(IpcFunction<A, R> function, Function<A, R> value) {
    add(
        function,
        (frame, calldata) -> function.encodeReturn(value.apply(function.decodeCall(calldata))));
  }

  private void add(IpcFunction<?, ?> function, BiFunction<Frame, Bytes, Bytes> code) {
    entries.put(function.selector(), new Entry(function.isPayable(), code));
  }
}
