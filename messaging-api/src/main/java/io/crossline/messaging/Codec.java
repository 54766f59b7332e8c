// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.messaging;

import java.util.function.Function;

/**
 * Turns values into bytes for {@link Storage} and back. Two equal values have equal bytes.
 *
 * <p>Implementations are thread-safe, as those of this interface's constants are.
 *
 * @param <T> the values
 */
public interface Codec<T> {
  /** Numbers of 256 bits: 32 bytes. */
  Codec<UInt256> UINT256 =
      of(value -> value.toBytes32().toBytes(), bytes -> Bytes32.of(bytes).toUInt256());

  /** Numbers of 64 bits: 32 bytes. */
  Codec<UInt64> UINT64 =
      of(value -> value.toBytes32().toBytes(), bytes -> UInt64.of(Bytes32.of(bytes)));

  /** Words: their 32 bytes. */
  Codec<Bytes32> BYTES32 = of(Bytes32::toBytes, Bytes32::of);

  /** Byte strings as they are. */
  Codec<Bytes> BYTES = of(value -> value, bytes -> bytes);

  /** Truth values: one byte, 1 or 0. */
  Codec<Boolean> BOOLEAN =
      of(
          value -> Bytes.of((byte) (value ? 1 : 0)),
          bytes -> {
            if (bytes.size() != 1 || bytes.get(0) >>> 1 != 0) {
              throw new MalformedInputException(
                  "truth value: found " + bytes.truncate(8) + ", must be 0x00 or 0x01");
            }
            return bytes.get(0) == 1;
          });

  /** Addresses of EVM chains: their 20 bytes. */
  Codec<EthAddress> ADDRESS = of(EthAddress::encoded, EthAddress::of);

  /**
   * Text: its UTF-8 bytes. Text with half of a surrogate pair is refused in both directions, since
   * its UTF-8 form would be that of another text.
   */
  Codec<String> TEXT = of(Utf8::encode, Utf8::decode);

  /**
   * Makes a codec of two functions.
   *
   * @param encode gives the bytes of a value
   * @param decode gives the value of such bytes, or throws {@link MalformedInputException}
   * @param <T> the values
   * @return the codec
   */
  static <T> Codec<T> of(Function<T, Bytes> encode, Function<Bytes, T> decode) {
    return new Codec<>() {
      @Override
      public Bytes encode(T value) {
        return encode.apply(value);
      }

      @Override
      public T decode(Bytes bytes) {
        return decode.apply(bytes);
      }
    };
  }

  /**
   * Gives the bytes of a value.
   *
   * @param value the value
   * @return its bytes
   * @throws MalformedInputException if the value has no bytes of its own, as text with half of a
   *     surrogate pair
   */
  Bytes encode(T value);

  /**
   * Gives the value of bytes that {@link #encode} made.
   *
   * @param bytes the bytes
   * @return the value
   * @throws MalformedInputException if no value has these bytes
   */
  T decode(Bytes bytes);
}
