// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.abi;

/**
 * What to do in each case of {@link AbiType#fold}.
 *
 * <p>Called on the thread that asks.
 *
 * @param <R> what all cases give
 */
public interface AbiTypeCases<R> {
  /**
   * The case of {@code uintN}.
   *
   * @param type the type
   * @return what this case gives
   */
  R uint(AbiType.UInt type);

  /**
   * The case of {@code intN}.
   *
   * @param type the type
   * @return what this case gives
   */
  R integer(AbiType.Int type);

  /**
   * The case of {@code bool}.
   *
   * @param type the type
   * @return what this case gives
   */
  R bool(AbiType.Bool type);

  /**
   * The case of {@code address}.
   *
   * @param type the type
   * @return what this case gives
   */
  R address(AbiType.Address type);

  /**
   * The case of {@code bytesN}.
   *
   * @param type the type
   * @return what this case gives
   */
  R fixedBytes(AbiType.FixedBytes type);

  /**
   * The case of {@code bytes}.
   *
   * @param type the type
   * @return what this case gives
   */
  R byteString(AbiType.ByteString type);

  /**
   * The case of {@code string}.
   *
   * @param type the type
   * @return what this case gives
   */
  R text(AbiType.Text type);

  /**
   * The case of {@code T[]}.
   *
   * @param type the type
   * @return what this case gives
   */
  R array(AbiType.Array type);

  /**
   * The case of {@code T[k]}.
   *
   * @param type the type
   * @return what this case gives
   */
  R fixedArray(AbiType.FixedArray type);

  /**
   * The case of a tuple.
   *
   * @param type the type
   * @return what this case gives
   */
  R tuple(AbiType.Tuple type);
}
