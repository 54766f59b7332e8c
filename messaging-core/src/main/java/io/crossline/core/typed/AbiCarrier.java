// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.typed;

import io.crossline.core.abi.AbiType;
import io.crossline.core.abi.AbiValue;
import io.crossline.core.handler.HandlerException;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Codec;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.lang.reflect.Type;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the values of one Java type are carried by one ABI type, both ways.
 *
 * <p>Implementations are immutable and thread-safe.
 */
public interface AbiCarrier {
  /** {@value}: the bytes of a {@code bytes32}. */
  int WORD = 32;

  /**
   * The ABI type.
   *
   * @return the type
   */
  AbiType type();

  /**
   * The ABI's value of a Java value.
   *
   * @param value the Java value
   * @return the ABI's
   * @throws IllegalArgumentException for null
   */
  AbiValue encode(@Nullable Object value);

  /**
   * The Java value of a decoded one.
   *
   * @param value the ABI's value
   * @return the Java value
   * @throws IllegalArgumentException if there is none
   */
  Object decode(AbiValue value);

  /**
   * A type that is carried as one value.
   *
   * @param type the ABI type
   * @param javaType the Java type
   * @param to writes a value
   * @param from reads one
   * @param <T> the Java type
   */
  record Plain<T>(
      AbiType type, Class<T> javaType, Function<T, AbiValue> to, Function<AbiValue, T> from)
      implements AbiCarrier {
    @Override
    public AbiValue encode(@Nullable Object value) {
      return to.apply(javaType.cast(present(value, type)));
    }

    @Override
    public Object decode(AbiValue value) {
      return from.apply(value);
    }
  }

  /**
   * Pairs a Java type with an ABI type.
   *
   * @param java the Java type
   * @param abi the ABI type
   * @param where what to begin an error with
   * @param opener makes records accessible
   * @return how values are carried
   * @throws HandlerException if the one cannot carry every value of the other
   */
  static AbiCarrier of(Type java, AbiType abi, String where, Opener opener) {
    AbiCarrier found = find(java, abi, where, opener);
    if (found == null) {
      throw new HandlerException(
          where
              + ": "
              + java.getTypeName()
              + " cannot hold every value of "
              + abi.canonical()
              + ". @IpcMethod lists what each Java type may carry.");
    }
    return found;
  }

  private static @Nullable AbiCarrier find(Type java, AbiType abi, String where, Opener opener) {
    if (java == boolean.class || java == Boolean.class) {
      return abi instanceof AbiType.Bool
          ? new Plain<>(abi, Boolean.class, AbiValue::bool, v -> ((AbiValue.Bool) v).value())
          : null;
    }
    if (java == String.class) {
      return abi instanceof AbiType.Text
          ? new Plain<>(
              abi,
              String.class,
              AbiCarrier::text,
              v -> Codec.TEXT.decode(((AbiValue.Text) v).utf8()))
          : null;
    }
    if (java == EthAddress.class) {
      return abi instanceof AbiType.Address
          ? new Plain<>(abi, EthAddress.class, AbiValue::address, v -> ((AbiValue.Addr) v).value())
          : null;
    }
    if (java == Bytes.class || java == Bytes32.class) {
      return bytes(java, abi);
    }
    Type element = SolidityText.element(java);
    if (element != null) {
      return SequenceCarrier.of(java, element, abi, where, opener);
    }
    return java instanceof Class<?> record && record.isRecord()
        ? RecordCarrier.of(record, abi, where, opener)
        : number(java, abi);
  }

  private static @Nullable AbiCarrier bytes(Type java, AbiType abi) {
    if (java == Bytes32.class) {
      return abi instanceof AbiType.FixedBytes fixed && fixed.size() == WORD
          ? new Plain<>(
              abi,
              Bytes32.class,
              AbiValue::fixed,
              v -> Bytes32.of(((AbiValue.FixedBytes) v).value()))
          : null;
    }
    if (abi instanceof AbiType.FixedBytes) {
      return new Plain<>(abi, Bytes.class, AbiValue::fixed, v -> ((AbiValue.FixedBytes) v).value());
    }
    return abi instanceof AbiType.ByteString
        ? new Plain<>(abi, Bytes.class, AbiValue::bytes, v -> ((AbiValue.ByteString) v).value())
        : null;
  }

  private static @Nullable AbiCarrier number(Type java, AbiType abi) {
    int unsigned = abi instanceof AbiType.UInt type ? type.bits() : Integer.MAX_VALUE;
    // One bit more than the number has itself, for its sign.
    int signed = abi instanceof AbiType.Int type ? type.bits() : unsigned(unsigned);
    if (java == UInt256.class && unsigned <= 256) {
      return new Plain<>(abi, UInt256.class, AbiValue::number, AbiCarrier::number);
    }
    if (java == UInt64.class && unsigned <= Long.SIZE) {
      return new Plain<>(
          abi, UInt64.class, v -> AbiValue.number(v.toUInt256()), v -> UInt64.of(number(v)));
    }
    if ((java == long.class || java == Long.class) && signed <= Long.SIZE) {
      return new Plain<>(abi, Long.class, AbiCarrier::signed, v -> number(v).limb(3));
    }
    if ((java == int.class || java == Integer.class) && signed <= Integer.SIZE) {
      return new Plain<>(abi, Integer.class, v -> signed((long) v), v -> (int) number(v).limb(3));
    }
    return null;
  }

  private static int unsigned(int bits) {
    return bits == Integer.MAX_VALUE ? bits : bits + 1;
  }

  private static UInt256 number(AbiValue value) {
    return ((AbiValue.Number) value).value();
  }

  private static AbiValue signed(long value) {
    long sign = value >> (Long.SIZE - 1);
    return AbiValue.number(UInt256.ofLimbs(sign, sign, sign, value));
  }

  /** Half of a surrogate pair is refused: its UTF-8 form would be that of another text. */
  private static AbiValue text(String value) {
    return new AbiValue.Text(Codec.TEXT.encode(value));
  }

  /**
   * Refuses null.
   *
   * @param value a Java value
   * @param type the ABI type that should carry it
   * @return the value
   * @throws IllegalArgumentException for null
   */
  static Object present(@Nullable Object value, AbiType type) {
    if (value == null) {
      throw new IllegalArgumentException("found null for a " + type.canonical());
    }
    return value;
  }
}
