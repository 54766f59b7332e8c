// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.messaging.MalformedInputException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AbiTypeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "uint256 | uint256 | 32 | false",
        "uint | uint256 | 32 | false",
        "int | int256 | 32 | false",
        "uint8 kind | uint8 | 32 | false",
        "int24 | int24 | 32 | false",
        "bool | bool | 32 | false",
        "address | address | 32 | false",
        "bytes1 | bytes1 | 32 | false",
        "bytes32 msgHash | bytes32 | 32 | false",
        "bytes | bytes | 32 | true",
        "string reason | string | 32 | true",
        "uint8[] | uint8[] | 32 | true",
        "uint8[3] | uint8[3] | 96 | false",
        "bytes[3] | bytes[3] | 32 | true",
        "uint8[3][2] | uint8[3][2] | 192 | false",
        "uint8[][2] | uint8[][2] | 32 | true",
        "(uint64 root, address[] route)[] | (uint64,address[])[] | 32 | true",
        "( uint8 , ( bool b , bytes4 ) c ) d | (uint8,(bool,bytes4)) | 96 | false",
      })
  void readsTypes(String text, String canonical, int headSize, boolean dynamic) {
    AbiType type = AbiType.parse(text);
    assertThat(type.canonical()).isEqualTo(canonical);
    assertThat(type.headSize()).isEqualTo(headSize);
    assertThat(type.isDynamic()).isEqualTo(dynamic);
  }

  @Test
  void keepsNames() {
    AbiType.Tuple type = (AbiType.Tuple) AbiType.parse("(uint64 root, address[] route) id");
    assertThat(type.names()).containsExactly(Optional.of("root"), Optional.of("route"));
    assertThat(type.declarations()).containsExactly("uint64 root", "address[] route");
    assertThat(((AbiType.Tuple) AbiType.parse("(uint8, bool ok)")).names())
        .containsExactly(Optional.empty(), Optional.of("ok"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(uint64 root, address[] route)[]",
        "((uint8, bytes payload)[4][] $a_1, string)",
        "int128[7]",
        "()"
      })
  void printsWhatItReadsBack(String text) {
    AbiType type = text.equals("()") ? AbiType.parameters(text) : AbiType.parse(text);
    assertThat(type).hasToString(text);
  }

  @Test
  void comparesWithoutNames() {
    AbiType named = AbiType.parse("(uint a, bytes b) c");
    assertThat(named)
        .isEqualTo(AbiType.parse("(uint256,bytes)"))
        .hasSameHashCodeAs(AbiType.parse("(uint256,bytes)"));
    assertThat(named).isNotEqualTo(AbiType.parse("(uint256,bytes)[]"));
  }

  @Test
  void readsParametersAndWholeSignatures() {
    assertThat(AbiType.parameters("(address to, uint256 amount)").canonical())
        .isEqualTo("(address,uint256)");
    assertThat(AbiType.parameters("transfer(address,uint256)").canonical())
        .isEqualTo("(address,uint256)");
    assertThat(AbiType.parameters(" f(uint64 a) ").canonical()).isEqualTo("(uint64)");
    assertThat(AbiType.parameters("kill()").components()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "uint7 | 0",
        "uint0 | 0",
        "uint08 | 0",
        "uint264 | 0",
        "uint99999999999 | 0",
        "int12 | 0",
        "bytes0 | 0",
        "bytes33 | 0",
        "byte | 0",
        "Uint8 | 0",
        "uint8[ | 6",
        "uint8[0] | 6",
        "uint8[01] | 6",
        "uint8[-1] | 6",
        "uint8[99999999] | 6",
        "uint8] | 5",
        "uint8 1a | 6",
        "uint8 a b | 8",
        "uint8, uint8 | 5",
        "(uint8 | 6",
        "(uint8,) | 7",
        "(,uint8) | 1",
        "() | 1",
        "(uint8)) | 7",
        "(uint8,())  | 8",
        "uint8 é | 6",
      })
  void refusesOtherText(String text, int offset) {
    assertThatThrownBy(() -> AbiType.parse(text))
        .isInstanceOfSatisfying(
            MalformedInputException.class, e -> assertThat(e.offset()).isEqualTo(offset))
        .hasMessageContaining(text);
  }

  @Test
  void refusesParametersWithoutParentheses() {
    assertThatThrownBy(() -> AbiType.parameters("uint8"))
        .isInstanceOf(MalformedInputException.class);
    assertThatThrownBy(() -> AbiType.parameters("1f(uint8)"))
        .isInstanceOf(MalformedInputException.class);
    assertThatThrownBy(() -> AbiType.parameters("f(uint8"))
        .isInstanceOf(MalformedInputException.class);
    assertThatThrownBy(() -> AbiType.parameters("")).isInstanceOf(MalformedInputException.class);
  }

  @Test
  void boundsDepth() {
    String deepest = "(".repeat(31) + "uint8" + ")".repeat(31) + "[]";
    assertThat(AbiType.parse(deepest).canonical()).isEqualTo(deepest);
    assertThatThrownBy(() -> AbiType.parse(deepest + "[]"))
        .isInstanceOf(MalformedInputException.class);
    assertThatThrownBy(() -> AbiType.parse("(".repeat(100_000)))
        .isInstanceOf(MalformedInputException.class);
    assertThatThrownBy(() -> AbiType.parse("uint8" + "[]".repeat(100_000)))
        .isInstanceOf(MalformedInputException.class);
  }

  @Test
  void boundsTheSizeOfAHead() {
    assertThat(AbiType.parse("uint8[32768]").headSize()).isEqualTo(AbiType.MAX_HEAD_SIZE);
    assertThatThrownBy(() -> AbiType.parse("uint8[32769]"))
        .isInstanceOf(MalformedInputException.class);
    assertThatThrownBy(() -> AbiType.parse("bytes[32769]"))
        .isInstanceOf(MalformedInputException.class);
    assertThatThrownBy(() -> AbiType.parse("uint8[30000][9000000][9000000]"))
        .isInstanceOf(MalformedInputException.class);
    assertThatThrownBy(() -> AbiType.parse("(uint8[20000],uint8[20000])"))
        .isInstanceOf(MalformedInputException.class);
  }
}
