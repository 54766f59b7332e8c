// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.abi;

import io.crossline.messaging.Bytes;

/**
 * Encodes and decodes by types that are known only when the program runs. Encodings are canonical:
 * values in the order of their types, without gaps, padding zero. Decoding follows the rules of
 * {@link AbiReader}. Both are thread-safe.
 *
 * <p>Code that knows its layout does without types and values in {@link AbiWriter} and {@link
 * AbiReader}, and is faster.
 */
public final class AbiCoder {
  private static final int SELECTOR_SIZE = 4;

  private AbiCoder() {}

  /**
   * Encodes as {@code abi.encode(a, b, …)}.
   *
   * @param types the types of the arguments
   * @param values the arguments
   * @return the encoding, a multiple of 32 bytes
   * @throws IllegalArgumentException if a value does not fit its type, with the place
   */
  public static Bytes encode(AbiType.Tuple types, AbiValue.Tuple values) {
    AbiWriter writer = new AbiWriter();
    new ValueEncoder(writer).components(types.components(), types.names(), values.values());
    return writer.toBytes();
  }

  /**
   * Decodes as {@code abi.decode(data, (A, B, …))} of solc 0.8.
   *
   * @param types the types of the arguments
   * @param data the encoding
   * @return the arguments
   * @throws AbiDecodeException if the contract would revert
   */
  public static AbiValue.Tuple decode(AbiType.Tuple types, Bytes data) {
    return ValueDecoder.components(types, new AbiReader(data).head(types.contentWords()));
  }

  /**
   * Encodes calldata, or the data of a custom error.
   *
   * @param function the signature
   * @param arguments one for each parameter
   * @return the selector and the encoded arguments
   * @throws IllegalArgumentException if an argument does not fit its type, with the place
   */
  public static Bytes encodeCall(Signature function, AbiValue... arguments) {
    return Bytes.concat(
        function.selector(), encode(function.parameters(), AbiValue.tuple(arguments)));
  }

  /**
   * Decodes calldata into memory.
   *
   * @param function the signature
   * @param calldata the selector and the encoded arguments
   * @return the arguments
   * @throws AbiDecodeException if the calldata begins with another selector or the contract would
   *     revert; offsets count behind the selector
   */
  public static AbiValue.Tuple decodeCall(Signature function, Bytes calldata) {
    Bytes selector = calldata.truncate(SELECTOR_SIZE);
    if (!selector.equals(function.selector())) {
      throw new AbiDecodeException(
          "abi: the selector "
              + selector
              + " is not "
              + function.selector()
              + " of "
              + function.canonical(),
          0,
          false);
    }
    return decode(function.parameters(), calldata.slice(SELECTOR_SIZE));
  }
}
