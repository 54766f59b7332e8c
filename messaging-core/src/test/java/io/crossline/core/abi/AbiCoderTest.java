// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.esaulpaugh.headlong.abi.Address;
import com.esaulpaugh.headlong.abi.Tuple;
import com.esaulpaugh.headlong.abi.TupleType;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import java.lang.reflect.Array;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AbiCoderTest {
  private static final EthAddress TO =
      EthAddress.parse("0x68e5bf32e3743b293add0a9114213f8ad0e0e28d");

  /** The example of Solidity's ABI specification. */
  @Test
  void encodesTheExampleOfTheSpecification() {
    Signature f = Signature.parse("f(uint256,uint32[],bytes10,bytes)");
    Bytes calldata =
        AbiCoder.encodeCall(
            f,
            AbiValue.number(0x123),
            AbiValue.array(AbiValue.number(0x456), AbiValue.number(0x789)),
            AbiValue.fixed(Bytes.utf8("1234567890")),
            AbiValue.bytes(Bytes.utf8("Hello, world!")));
    assertThat(calldata)
        .hasToString(
            "0x8be65246"
                + "0000000000000000000000000000000000000000000000000000000000000123"
                + "0000000000000000000000000000000000000000000000000000000000000080"
                + "3132333435363738393000000000000000000000000000000000000000000000"
                + "00000000000000000000000000000000000000000000000000000000000000e0"
                + "0000000000000000000000000000000000000000000000000000000000000002"
                + "0000000000000000000000000000000000000000000000000000000000000456"
                + "0000000000000000000000000000000000000000000000000000000000000789"
                + "000000000000000000000000000000000000000000000000000000000000000d"
                + "48656c6c6f2c20776f726c642100000000000000000000000000000000000000");
    assertThat(AbiCoder.decodeCall(f, calldata))
        .hasToString("(291, [1110, 1929], 0x31323334353637383930, 0x48656c6c6f2c20776f726c6421)");
  }

  @Test
  void encodesNothingAsNothing() {
    assertThat(AbiCoder.encode(AbiType.parameters("()"), AbiValue.tuple())).isEqualTo(Bytes.EMPTY);
    assertThat(AbiCoder.decode(AbiType.parameters("()"), Bytes.utf8("anything")))
        .isEqualTo(AbiValue.tuple());
  }

  @Test
  void agreesWithHeadlongOnRandomTypes() {
    for (int seed = 0; seed < 3000; seed++) {
      RandomAbi random = new RandomAbi(seed);
      AbiType.Tuple types = random.parameters();
      AbiValue.Tuple values = random.value(types);
      Bytes encoded = AbiCoder.encode(types, values);
      TupleType<Tuple> theirs = TupleType.parse(types.canonical());
      Tuple decoded = theirs.decode(encoded.toByteArray());
      assertThat(types.fold(new FromHeadlong(decoded)))
          .as("seed %d: %s", seed, types)
          .isEqualTo(values);
      assertThat(Bytes.of(theirs.encode(decoded).array()))
          .as("seed %d: %s", seed, types)
          .isEqualTo(encoded);
      assertThat(AbiCoder.decode(types, encoded)).as("seed %d: %s", seed, types).isEqualTo(values);
    }
  }

  @Test
  void keepsTextThatIsNotUtf8() {
    AbiType.Tuple type = AbiType.parameters("(string)");
    Bytes bytes = Bytes.parse("0x61ff62");
    Bytes encoded = AbiCoder.encode(type, AbiValue.tuple(new AbiValue.Text(bytes)));
    AbiValue.Text decoded = (AbiValue.Text) AbiCoder.decode(type, encoded).get(0);
    assertThat(decoded.utf8()).isEqualTo(bytes);
    assertThat(decoded.value()).isEqualTo("a\ufffdb");
    assertThat(AbiCoder.encode(type, AbiValue.tuple(decoded))).isEqualTo(encoded);
  }

  @Test
  void refusesAnotherSelector() {
    Signature f = Signature.parse("f(uint8)");
    Bytes calldata = AbiCoder.encodeCall(f, AbiValue.number(1));
    assertThat(AbiCoder.decodeCall(f, calldata)).isEqualTo(AbiValue.tuple(AbiValue.number(1)));
    for (Bytes other :
        List.of(
            Bytes.concat(Bytes.parse("0xdeadbeef"), calldata.slice(4)),
            calldata.slice(0, 3),
            Bytes.EMPTY)) {
      assertThatThrownBy(() -> AbiCoder.decodeCall(f, other))
          .isInstanceOfSatisfying(
              AbiDecodeException.class,
              e -> assertThat(EvmRevert.of(e)).isEqualTo(RawRevert.EMPTY));
    }
  }

  @Test
  void countsOffsetsOfCalldataBehindTheSelector() {
    Signature f = Signature.parse("f(bytes)");
    Bytes calldata = AbiCoder.encodeCall(f, AbiValue.bytes(Bytes.parse("0xab")));
    assertThat(calldata.getUInt256(4)).isEqualTo(UInt256.of(0x20));
    assertThat(AbiCoder.decodeCall(f, calldata)).hasToString("(0xab)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(uint8 a) | 256 | a: 256 is no uint8",
        "(bool a) | 1 | a: 1 is no bool",
        "(address a) | 1 | a: 1 is no address",
        "(bytes a) | 1 | a: 1 is no bytes",
        "(string a) | 1 | a: 1 is no string",
        "(bytes1) | 1 | [0]: 1 is no bytes1",
        "(int8 a) | 128 | a: 128 is no int8",
        "(uint8[] a) | 1 | a: 1 is no uint8[]",
        "((bool b) a) | 1 | a: 1 is no (bool)",
        "(uint8 a, uint8 b) | 1 | found 1 values, must be 2",
      })
  void refusesValuesThatDoNotFit(String types, long number, String message) {
    assertThat(
            AbiCoder.encode(
                    AbiType.parameters("(uint256 a)"), AbiValue.tuple(AbiValue.number(number)))
                .size())
        .isEqualTo(32);
    assertThatThrownBy(
            () ->
                AbiCoder.encode(AbiType.parameters(types), AbiValue.tuple(AbiValue.number(number))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("abi: " + message);
  }

  @Test
  void namesThePlaceOfAValueThatDoesNotFit() {
    AbiType.Tuple types = AbiType.parameters("((uint64 root, address[] route) to, bytes4[2])");
    AbiValue.Tuple good = values(AbiValue.address(TO), 4);
    assertThat(AbiCoder.encode(types, good).size()).isEqualTo(8 * 32);
    assertThatThrownBy(() -> AbiCoder.encode(types, values(AbiValue.number(5), 4)))
        .hasMessage("abi: to.route[1]: 5 is no address");
    assertThatThrownBy(() -> AbiCoder.encode(types, values(AbiValue.address(TO), 5)))
        .hasMessage("abi: [1][1]: 0x0000000000 is no bytes4");
    assertThatThrownBy(
            () ->
                AbiCoder.encode(
                    types,
                    AbiValue.tuple(
                        good.get(0), AbiValue.array(AbiValue.fixed(Bytes.utf8("1234"))))))
        .hasMessageStartingWith("abi: [1]: [0x31323334] is no bytes4[2]");
  }

  private static AbiValue.Tuple values(AbiValue second, int size) {
    return AbiValue.tuple(
        AbiValue.tuple(AbiValue.number(3), AbiValue.array(AbiValue.address(TO), second)),
        AbiValue.array(
            AbiValue.fixed(Bytes.utf8("1234")), AbiValue.fixed(Bytes.of(new byte[size]))));
  }

  @Test
  void copiesLists() {
    List<AbiValue> values = new ArrayList<>(List.of(AbiValue.number(1)));
    AbiValue.Array array = new AbiValue.Array(values);
    AbiValue.Tuple tuple = new AbiValue.Tuple(values);
    values.add(AbiValue.number(2));
    assertThat(array.values()).hasSize(1);
    assertThat(tuple.values()).hasSize(1);
  }

  /** What headlong decoded, as our values. */
  private record FromHeadlong(Object object) implements AbiTypeCases<AbiValue> {
    @Override
    public AbiValue uint(AbiType.UInt type) {
      return AbiValue.number(UInt256.of(new BigInteger(object.toString())));
    }

    @Override
    public AbiValue integer(AbiType.Int type) {
      BigInteger number = new BigInteger(object.toString());
      return AbiValue.number(
          number.signum() < 0
              ? UInt256.ZERO.minusWrapping(UInt256.of(number.negate()))
              : UInt256.of(number));
    }

    @Override
    public AbiValue bool(AbiType.Bool type) {
      return AbiValue.bool((Boolean) object);
    }

    @Override
    public AbiValue address(AbiType.Address type) {
      return AbiValue.address(EthAddress.of(UInt256.of(((Address) object).value())));
    }

    @Override
    public AbiValue fixedBytes(AbiType.FixedBytes type) {
      return AbiValue.fixed(Bytes.of((byte[]) object));
    }

    @Override
    public AbiValue byteString(AbiType.ByteString type) {
      return AbiValue.bytes(Bytes.of((byte[]) object));
    }

    @Override
    public AbiValue text(AbiType.Text type) {
      return AbiValue.text((String) object);
    }

    @Override
    public AbiValue array(AbiType.Array type) {
      return elements(type.element());
    }

    @Override
    public AbiValue fixedArray(AbiType.FixedArray type) {
      return elements(type.element());
    }

    private AbiValue elements(AbiType element) {
      List<AbiValue> values = new ArrayList<>();
      for (int i = 0; i < Array.getLength(object); i++) {
        values.add(element.fold(new FromHeadlong(Array.get(object, i))));
      }
      return AbiValue.array(values);
    }

    @Override
    public AbiValue tuple(AbiType.Tuple type) {
      List<AbiValue> values = new ArrayList<>();
      for (int i = 0; i < type.components().size(); i++) {
        values.add(type.components().get(i).fold(new FromHeadlong(((Tuple) object).get(i))));
      }
      return AbiValue.tuple(values);
    }
  }
}
