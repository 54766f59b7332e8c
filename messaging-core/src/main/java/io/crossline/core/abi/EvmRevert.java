// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.abi;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.Revert;
import java.util.function.Function;

/**
 * Why a contract of an EVM chain reverted: one of the forms that Solidity gives to revert data.
 * Immutable values.
 */
public sealed interface EvmRevert extends Revert permits Require, CustomError, Panic, RawRevert {
  /**
   * What a contract reverts with that was given data which it cannot decode.
   *
   * @param malformed why not
   * @return {@link RawRevert#EMPTY} or {@link Panic#MEMORY}
   */
  static EvmRevert of(AbiDecodeException malformed) {
    return malformed.isOutOfMemory() ? Panic.MEMORY : RawRevert.EMPTY;
  }

  /**
   * Understands revert data. A form is recognised only if it has exactly these bytes, so that
   * {@code data()} of the result always equals the argument.
   *
   * @param data the bytes, any
   * @param known the custom errors to recognise
   * @return a {@link Require}, a {@link Panic}, a known {@link CustomError}, or else a {@link
   *     RawRevert}
   */
  static EvmRevert decode(Bytes data, ErrorCatalogue known) {
    return RevertDecoder.decode(data, known);
  }

  /**
   * Goes one of four ways.
   *
   * @param require takes a {@link Require}
   * @param error takes a {@link CustomError}
   * @param panic takes a {@link Panic}
   * @param raw takes a {@link RawRevert}
   * @param <R> what all ways give
   * @return what the way taken gave
   */
  default <R> R fold(
      Function<? super Require, ? extends R> require,
      Function<? super CustomError, ? extends R> error,
      Function<? super Panic, ? extends R> panic,
      Function<? super RawRevert, ? extends R> raw) {
    if (this instanceof Require one) {
      return require.apply(one);
    } else if (this instanceof CustomError one) {
      return error.apply(one);
    }
    return this instanceof Panic one ? panic.apply(one) : raw.apply((RawRevert) this);
  }
}
