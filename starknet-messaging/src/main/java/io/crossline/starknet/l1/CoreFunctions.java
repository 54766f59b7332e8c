// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import io.crossline.core.abi.AbiDecodeException;
import io.crossline.core.abi.RawRevert;
import io.crossline.core.chain.Frame;
import io.crossline.core.chain.RevertSignal;
import io.crossline.messaging.Bytes;
import java.util.Map;
import java.util.Optional;

/**
 * The functions of a core contract by their selectors. Arguments that Solidity would not decode, an
 * unknown selector and value sent to a function that takes none all give a revert without data.
 */
final class CoreFunctions {
  private static final int SELECTOR_SIZE = 4;

  private final StarknetCore core;
  private final Map<Bytes, CoreViews.View> views;

  CoreFunctions(StarknetCore core) {
    this.core = core;
    views = CoreViews.of(core);
  }

  Bytes call(Frame frame, Bytes calldata) {
    try {
      Optional<CoreOperation<?>> operation = CoreFunction.decode(calldata, core.rules());
      return operation.isPresent() ? run(frame, operation.get()) : view(frame, calldata);
    } catch (AbiDecodeException e) {
      // Arrays stay in calldata, where every fault of theirs gives an empty revert, never
      // Panic(0x41).
      throw new RevertSignal(RawRevert.EMPTY);
    }
  }

  private <T> Bytes run(Frame frame, CoreOperation<T> operation) {
    if (!operation.isOffered(core.state())) {
      throw frame.revert(RawRevert.EMPTY);
    }
    return operation.returnData(core.run(frame, operation), core.rules());
  }

  private Bytes view(Frame frame, Bytes calldata) {
    CoreViews.View view =
        calldata.size() < SELECTOR_SIZE ? null : views.get(calldata.slice(0, SELECTOR_SIZE));
    if (view == null || !frame.value().isZero()) {
      throw frame.revert(RawRevert.EMPTY);
    }
    return view.read(calldata.slice(SELECTOR_SIZE));
  }
}
