// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.chain;

import io.crossline.messaging.Bytes;
import java.util.function.Supplier;

/**
 * What a contract does in one call, without the coding of arguments and results: the typed
 * counterpart of {@link Contract#call}.
 *
 * <p>Called on the thread that runs the chain.
 *
 * @param <T> what it returns
 */
@FunctionalInterface
public interface Operation<T> {
  /**
   * Runs in a frame. To refuse, throw {@link Frame#revert}.
   *
   * @param frame the call
   * @return the result
   */
  T run(Frame frame);

  /**
   * The calldata of the same call as ABI, to which the hash of the block commits. It is asked for
   * when the block is sealed or committed, not when the operation runs.
   *
   * @return the calldata; empty for an act of the host, which has none
   */
  default Bytes calldata() {
    return Bytes.EMPTY;
  }

  /**
   * An operation that is a call of a function.
   *
   * @param calldata encodes the call
   * @param body what it does
   * @param <T> what it returns
   * @return the operation
   */
  static <T> Operation<T> calling(Supplier<Bytes> calldata, Operation<T> body) {
    return new Operation<>() {
      @Override
      public T run(Frame frame) {
        return body.run(frame);
      }

      @Override
      public Bytes calldata() {
        return calldata.get();
      }
    };
  }
}
