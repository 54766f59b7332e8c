// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import io.crossline.core.abi.AbiDecodeException;
import io.crossline.core.abi.AbiReader;
import io.crossline.core.abi.AbiWriter;
import io.crossline.core.abi.RawRevert;
import io.crossline.core.abi.Signature;
import io.crossline.core.chain.Frame;
import io.crossline.core.chain.RevertSignal;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt256;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The functions of a core contract by their selectors, and the coding of their arguments and
 * results. Arguments that Solidity would not decode, an unknown selector and value sent to a
 * function that takes none all give a revert without data.
 */
final class CoreFunctions {
  private static final int SELECTOR_SIZE = 4;

  private final StarknetCore core;
  private final Map<Bytes, Body> bodies = new HashMap<>();

  /** What a function does with the calldata behind its selector. */
  interface Body {
    Bytes run(Frame frame, Bytes arguments);
  }

  CoreFunctions(StarknetCore core) {
    this.core = core;
    MessagingFunctions.register(this, core);
    StateFunctions.register(this, core);
    AdministrationFunctions.register(this, core);
  }

  Bytes call(Frame frame, Bytes calldata) {
    Body body =
        calldata.size() < SELECTOR_SIZE ? null : bodies.get(calldata.slice(0, SELECTOR_SIZE));
    if (body == null) {
      throw frame.revert(RawRevert.EMPTY);
    }
    return body.run(frame, calldata.slice(SELECTOR_SIZE));
  }

  /**
   * A function that changes state. All parameters are values or dynamic arrays: one word of head
   * each.
   */
  <T> void operation(
      Signature function,
      Function<AbiReader.Head, CoreOperation<T>> decode,
      Function<T, Bytes> encode) {
    int words = function.parameters().components().size();
    bodies.put(
        function.selector(),
        (frame, arguments) -> encode.apply(core.run(frame, decoded(arguments, words, decode))));
  }

  /** A function that only reads. */
  void view(String function, Function<AbiReader.Head, Bytes> read) {
    Signature signature = Signature.parse(function);
    int words = signature.parameters().components().size();
    bodies.put(
        signature.selector(),
        (frame, arguments) -> {
          if (!frame.value().isZero()) {
            throw frame.revert(RawRevert.EMPTY);
          }
          return decoded(arguments, words, read);
        });
  }

  private static <T> T decoded(Bytes arguments, int words, Function<AbiReader.Head, T> decode) {
    try {
      return decode.apply(new AbiReader(arguments).head(words));
    } catch (AbiDecodeException e) {
      // Arrays stay in calldata, where every fault of theirs gives an empty revert, never
      // Panic(0x41).
      throw new RevertSignal(RawRevert.EMPTY);
    }
  }

  static Bytes nothing(Object result) {
    return Bytes.EMPTY;
  }

  static Bytes word(Bytes32 word) {
    return word.toBytes();
  }

  static Bytes word(UInt256 word) {
    return word.toBytes32().toBytes();
  }

  static Bytes bool(boolean value) {
    return word(value ? UInt256.ONE : UInt256.ZERO);
  }

  static Bytes text(String text) {
    return AbiWriter.ofThread().number(32).bytes(Bytes.utf8(text)).toBytes();
  }
}
