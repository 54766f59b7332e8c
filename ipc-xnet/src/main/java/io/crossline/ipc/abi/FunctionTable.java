// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.abi;

import io.crossline.core.abi.AbiDecodeException;
import io.crossline.core.abi.AbiValue;
import io.crossline.core.abi.EvmRevert;
import io.crossline.core.abi.RawRevert;
import io.crossline.core.chain.Frame;
import io.crossline.core.chain.RevertSignal;
import io.crossline.ipc.IpcError;
import io.crossline.messaging.Bytes;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The calldata face of a contract: finds the function by its selector, as upstream's diamond does.
 * Not thread-safe: it is filled when the contract is made.
 */
public final class FunctionTable {
  private static final int SELECTOR_BYTES = 4;

  /**
   * A function with the code behind it; its arguments are decoded only after the question for
   * coins.
   */
  private record Entry(boolean payable, Function<Call, Bytes> code) {}

  private record Call(Frame frame, Bytes calldata) {}

  private final Map<Bytes, Entry> entries = new HashMap<>();

  /** Creates a table without functions. */
  public FunctionTable() {}

  /**
   * Adds a function.
   *
   * @param function the function
   * @param code gives the encoded result for a frame of the contract and the arguments
   * @param <A> the arguments
   */
  public <A> void add(IpcFunction<A, ?> function, BiFunction<Frame, A, Bytes> code) {
    entries.put(
        function.selector(),
        new Entry(
            function.isPayable(),
            call -> code.apply(call.frame, function.decodeCall(call.calldata))));
  }

  /**
   * Adds a function that only reads.
   *
   * @param function the function
   * @param value gives the result for the arguments
   * @param <A> the arguments
   * @param <R> the result
   */
  public <A, R> void addView(IpcFunction<A, R> function, Function<A, R> value) {
    add(function, (frame, arguments) -> function.encodeReturn(value.apply(arguments)));
  }

  /**
   * Calls the function that the calldata names.
   *
   * @param frame a frame of the contract
   * @param calldata selector and arguments; what is shorter than a selector ends in zeros
   * @return what the function returned
   * @throws RevertSignal if there is none, if it takes no coins and some came along, if the
   *     arguments do not decode, and if the function reverts
   */
  public Bytes call(Frame frame, Bytes calldata) {
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
      return entry.code.apply(new Call(frame, calldata));
    } catch (AbiDecodeException malformed) {
      throw new RevertSignal(EvmRevert.of(malformed));
    }
  }
}
