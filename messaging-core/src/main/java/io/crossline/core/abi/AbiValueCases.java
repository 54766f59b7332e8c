// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.abi;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import java.util.List;

/**
 * What to do in each case of {@link AbiValue#fold}.
 *
 * <p>Called on the thread that asks.
 *
 * @param <R> what all cases give
 */
public interface AbiValueCases<R> {
  /**
   * The case of a number.
   *
   * @param value of {@code uintN}; of {@code intN} the two's complement in 256 bits
   * @return what this case gives
   */
  R number(UInt256 value);

  /**
   * The case of a truth value.
   *
   * @param value of {@code bool}
   * @return what this case gives
   */
  R bool(boolean value);

  /**
   * The case of an address.
   *
   * @param value of {@code address}
   * @return what this case gives
   */
  R address(EthAddress value);

  /**
   * The case of bytes of a fixed number.
   *
   * @param value of {@code bytes1} to {@code bytes32}
   * @return what this case gives
   */
  R fixedBytes(Bytes value);

  /**
   * The case of bytes of any number.
   *
   * @param value of {@code bytes}
   * @return what this case gives
   */
  R byteString(Bytes value);

  /**
   * The case of text.
   *
   * @param value of {@code string}
   * @return what this case gives
   */
  R text(AbiValue.Text value);

  /**
   * The case of an array.
   *
   * @param values the elements of {@code T[]} or {@code T[k]}
   * @return what this case gives
   */
  R array(List<AbiValue> values);

  /**
   * The case of a tuple.
   *
   * @param values the components, in order
   * @return what this case gives
   */
  R tuple(List<AbiValue> values);
}
