// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.properties;

import static org.assertj.core.api.Assertions.assertThat;

import com.esaulpaugh.headlong.abi.Address;
import com.esaulpaugh.headlong.abi.TupleType;
import com.esaulpaugh.headlong.abi.TypeFactory;
import io.crossline.core.abi.AbiCoder;
import io.crossline.core.abi.AbiDecodeException;
import io.crossline.core.abi.AbiType;
import io.crossline.core.abi.AbiValue;
import io.crossline.core.abi.EvmRevert;
import io.crossline.core.abi.Panic;
import io.crossline.core.abi.RawRevert;
import io.crossline.messaging.Bytes;
import io.crossline.vectors.arbitraries.AbiArbitraries;
import java.lang.reflect.Array;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/**
 * The ABI coder: encoding and decoding are inverse, another library gives the same bytes, and
 * nothing but the typed error comes out.
 */
class AbiProperties {
  /** Arguments with their types. */
  record Typed(AbiType.Tuple types, AbiValue.Tuple values) {}

  @Provide
  Arbitrary<Typed> typed() {
    return AbiArbitraries.types()
        .flatMap(types -> AbiArbitraries.values(types).map(values -> new Typed(types, values)));
  }

  @Property(tries = 400)
  void decodingIsTheInverseOfEncoding(@ForAll("typed") Typed typed) {
    Bytes encoded = AbiCoder.encode(typed.types(), typed.values());
    assertThat(encoded.size() % 32).isZero();
    assertThat(AbiCoder.decode(typed.types(), encoded)).isEqualTo(typed.values());
    Bytes longer = Bytes.concat(encoded, Bytes.of((byte) 1));
    assertThat(AbiCoder.decode(typed.types(), longer))
        .as("with trailing bytes")
        .isEqualTo(typed.values());
  }

  @Property(tries = 300)
  void anotherLibraryGivesTheSameBytes(@ForAll("typed") Typed typed) {
    TupleType<com.esaulpaugh.headlong.abi.Tuple> type = TupleType.parse(typed.types().canonical());
    byte[] expected =
        type.encode(
                (com.esaulpaugh.headlong.abi.Tuple) Headlong.value(typed.types(), typed.values()))
            .array();
    assertThat(AbiCoder.encode(typed.types(), typed.values())).isEqualTo(Bytes.of(expected));
  }

  @Property(tries = 1000)
  void damagedDataGivesAValueOrTheTypedError(
      @ForAll("typed") Typed typed,
      @ForAll @IntRange(max = 4000) int at,
      @ForAll byte other,
      @ForAll @IntRange(max = 64) int cut) {
    byte[] data = AbiCoder.encode(typed.types(), typed.values()).toByteArray();
    if (data.length > 0) {
      data[at % data.length] = other;
    }
    decodes(typed.types(), Bytes.of(data));
    decodes(typed.types(), Bytes.of(data).truncate(Math.max(0, data.length - cut)));
  }

  @Property(tries = 1000)
  void foreignDataGivesAValueOrTheTypedError(
      @ForAll("typed") Typed typed, @ForAll("words") Bytes data) {
    decodes(typed.types(), data);
  }

  /** Words that look like offsets and lengths. */
  @Provide
  Arbitrary<Bytes> words() {
    Arbitrary<Bytes> small =
        Arbitraries.integers().between(0, 12).map(n -> word("%064x".formatted(n * 16)));
    Arbitrary<Bytes> large =
        Arbitraries.of(
                "f".repeat(64),
                "0".repeat(48) + "f".repeat(16),
                "0".repeat(47) + "1" + "0".repeat(16),
                "0".repeat(55) + "7fffffff" + "e")
            .map(AbiProperties::word);
    return Arbitraries.frequencyOf(Tuple.of(6, small), Tuple.of(1, large))
        .list()
        .ofMaxSize(24)
        .map(words -> Bytes.concat(words.toArray(Bytes[]::new)));
  }

  private static Bytes word(String digits) {
    return Bytes.parse("0x" + digits);
  }

  private static void decodes(AbiType.Tuple types, Bytes data) {
    try {
      AbiValue.Tuple values = AbiCoder.decode(types, data);
      assertThat(AbiCoder.decode(types, AbiCoder.encode(types, values))).isEqualTo(values);
    } catch (AbiDecodeException e) {
      assertThat(EvmRevert.of(e)).isIn(RawRevert.EMPTY, Panic.MEMORY);
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  /** Values as headlong takes them. */
  private static final class Headlong {
    static Object value(AbiType type, AbiValue value) {
      if (value instanceof AbiValue.Tuple tuple) {
        List<AbiType> types = ((AbiType.Tuple) type).components();
        Object[] parts = new Object[types.size()];
        for (int i = 0; i < parts.length; i++) {
          parts[i] = value(types.get(i), tuple.get(i));
        }
        return com.esaulpaugh.headlong.abi.Tuple.from(parts);
      } else if (value instanceof AbiValue.Array array) {
        return array(element(type), array.values());
      } else if (value instanceof AbiValue.Number number) {
        return number(((AbiType.UInt) type).bits(), number.value().toBigInteger());
      } else if (value instanceof AbiValue.Bool bool) {
        return bool.value();
      } else if (value instanceof AbiValue.Addr address) {
        return Address.wrap(Address.toChecksumAddress(address.value().toUInt256().toBigInteger()));
      } else if (value instanceof AbiValue.FixedBytes bytes) {
        return bytes.value().toByteArray();
      } else if (value instanceof AbiValue.ByteString bytes) {
        return bytes.value().toByteArray();
      }
      return ((AbiValue.Text) value).value();
    }

    private static AbiType element(AbiType type) {
      return type instanceof AbiType.Array array
          ? array.element()
          : ((AbiType.FixedArray) type).element();
    }

    private static Object number(int bits, BigInteger number) {
      return bits < 32
          ? (Object) number.intValueExact()
          : bits < 64 ? number.longValueExact() : number;
    }

    private static Object array(AbiType element, List<AbiValue> items) {
      Class<?> type = TypeFactory.create(element.canonical()).clazz();
      Class<?> component = primitive(type);
      Object array = Array.newInstance(component, items.size());
      for (int i = 0; i < items.size(); i++) {
        Array.set(array, i, value(element, items.get(i)));
      }
      return array;
    }

    private static Class<?> primitive(Class<?> type) {
      return type == Integer.class
          ? int.class
          : type == Long.class ? long.class : type == Boolean.class ? boolean.class : type;
    }
  }
}
