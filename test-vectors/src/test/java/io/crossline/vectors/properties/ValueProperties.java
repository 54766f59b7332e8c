// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Codec;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.vectors.arbitraries.CrosslineDomain;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/**
 * The values that both systems share: text and bytes lead back to the same value, and nothing
 * aliases a caller's array.
 */
@Domain(CrosslineDomain.class)
@Domain(DomainContext.Global.class)
class ValueProperties {
  @Property
  void textLeadsBack(
      @ForAll UInt64 number,
      @ForAll Bytes bytes,
      @ForAll Bytes32 word,
      @ForAll EthAddress address) {
    assertThat(UInt64.parse(number.toString())).isEqualTo(number);
    assertThat(UInt64.parse(number.toHexString())).isEqualTo(number);
    assertThat(Bytes.parse(bytes.toString())).isEqualTo(bytes);
    assertThat(Bytes32.parse(word.toString())).isEqualTo(word);
    assertThat(EthAddress.parse(address.toString())).isEqualTo(address);
  }

  @Property
  void codecsLeadBack(
      @ForAll UInt64 number,
      @ForAll UInt256 large,
      @ForAll Bytes32 word,
      @ForAll EthAddress address) {
    assertThat(Codec.UINT64.decode(Codec.UINT64.encode(number))).isEqualTo(number);
    assertThat(Codec.UINT256.decode(Codec.UINT256.encode(large))).isEqualTo(large);
    assertThat(Codec.BYTES32.decode(Codec.BYTES32.encode(word))).isEqualTo(word);
    assertThat(Codec.ADDRESS.decode(Codec.ADDRESS.encode(address))).isEqualTo(address);
  }

  @Property
  void numbersOf64BitsAreUnsigned(@ForAll UInt64 a, @ForAll UInt64 b) {
    UInt256 x = a.toUInt256();
    UInt256 y = b.toUInt256();
    assertThat(Integer.signum(a.compareTo(b))).isEqualTo(Integer.signum(x.compareTo(y)));
    if (x.plus(y).bitLength() <= 64) {
      assertThat(a.plus(b).toUInt256()).isEqualTo(x.plus(y));
    } else {
      assertThatThrownBy(() -> a.plus(b)).isInstanceOf(ArithmeticException.class);
    }
    if (x.compareTo(y) >= 0) {
      assertThat(a.minus(b).toUInt256()).isEqualTo(x.minus(y));
    } else {
      assertThatThrownBy(() -> a.minus(b)).isInstanceOf(ArithmeticException.class);
    }
  }

  @Property
  void aWordIsAnAddressIfItsUpperBitsAreZero(@ForAll Bytes32 word) {
    if (word.toUInt256().bitLength() <= 160) {
      assertThat(EthAddress.of(word).toBytes32()).isEqualTo(word);
    } else {
      assertThatThrownBy(() -> EthAddress.of(word)).isInstanceOf(MalformedInputException.class);
    }
    assertThat(EthAddress.truncate(word).encoded()).isEqualTo(word.toBytes().slice(12));
  }

  @Property
  void bytesAreCopiedAndCut(@ForAll byte[] array, @ForAll @IntRange(max = 300) int at) {
    byte[] original = array.clone();
    Bytes bytes = Bytes.of(array);
    Arrays.fill(array, (byte) 0x55);
    assertThat(bytes.toByteArray()).isEqualTo(original);
    int cut = Math.min(at, original.length);
    assertThat(Bytes.concat(bytes.slice(0, cut), bytes.slice(cut)))
        .isEqualTo(bytes)
        .hasSameHashCodeAs(bytes);
    assertThat(bytes.slice(cut).toByteArray())
        .isEqualTo(Arrays.copyOfRange(original, cut, original.length));
    assertThat(bytes.truncate(cut)).isEqualTo(bytes.slice(0, cut));
  }

  @Property
  void parsersThrowNothingElse(@ForAll String text) {
    for (Runnable parse :
        new Runnable[] {
          () -> Bytes.parse(text),
          () -> Bytes32.parse(text),
          () -> UInt64.parse(text),
          () -> EthAddress.parse(text)
        }) {
      try {
        parse.run();
      } catch (MalformedInputException expected) {
        assertThat(expected).hasMessageContaining(":");
      }
    }
  }
}
