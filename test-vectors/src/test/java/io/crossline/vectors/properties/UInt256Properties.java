// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import io.crossline.vectors.arbitraries.CrosslineDomain;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Numbers of 256 bits against BigInteger. */
@Domain(CrosslineDomain.class)
@Domain(DomainContext.Global.class)
class UInt256Properties {
  private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

  @Property
  void sumsAndDifferencesWrap(@ForAll UInt256 a, @ForAll UInt256 b) {
    BigInteger x = a.toBigInteger();
    BigInteger y = b.toBigInteger();
    assertThat(a.plusWrapping(b).toBigInteger()).isEqualTo(x.add(y).mod(MODULUS));
    assertThat(a.minusWrapping(b).toBigInteger()).isEqualTo(x.subtract(y).mod(MODULUS));
    assertThat(a.plusOverflows(b)).isEqualTo(x.add(y).compareTo(MODULUS) >= 0);
  }

  @Property
  void checkedArithmeticNeverWraps(@ForAll UInt256 a, @ForAll UInt256 b) {
    BigInteger sum = a.toBigInteger().add(b.toBigInteger());
    if (sum.compareTo(MODULUS) < 0) {
      assertThat(a.plus(b).toBigInteger()).isEqualTo(sum);
    } else {
      assertThatThrownBy(() -> a.plus(b)).isInstanceOf(ArithmeticException.class);
    }
    BigInteger difference = a.toBigInteger().subtract(b.toBigInteger());
    if (difference.signum() >= 0) {
      assertThat(a.minus(b).toBigInteger()).isEqualTo(difference);
    } else {
      assertThatThrownBy(() -> a.minus(b)).isInstanceOf(ArithmeticException.class);
    }
  }

  @Property
  void orderEqualityAndHashAreThoseOfTheNumber(@ForAll UInt256 a, @ForAll UInt256 b) {
    assertThat(Integer.signum(a.compareTo(b)))
        .isEqualTo(a.toBigInteger().compareTo(b.toBigInteger()));
    assertThat(a.equals(b)).isEqualTo(a.toBigInteger().equals(b.toBigInteger()));
    UInt256 copy = UInt256.of(a.toBigInteger());
    assertThat(copy).isEqualTo(a).hasSameHashCodeAs(a);
    assertThat(a.bitLength()).isEqualTo(a.toBigInteger().bitLength());
    assertThat(a.isZero()).isEqualTo(a.toBigInteger().signum() == 0);
  }

  @Property
  void textRoundTrips(@ForAll UInt256 a) {
    assertThat(a).hasToString(a.toBigInteger().toString());
    assertThat(a.toHexString()).isEqualTo("0x" + a.toBigInteger().toString(16));
    assertThat(UInt256.parse(a.toString())).isEqualTo(a);
    assertThat(UInt256.parse(a.toHexString())).isEqualTo(a);
    assertThat(UInt256.parse(a.toBytes32().toString())).isEqualTo(a);
    assertThat(a.toBytes32().toUInt256()).isEqualTo(a);
  }

  @Property
  void parseTakesNumbersAndNothingElse(@ForAll String text) {
    try {
      assertThat(UInt256.parse(text).toBigInteger()).isEqualTo(new BigInteger(text));
    } catch (MalformedInputException expected) {
      assertThat(text).doesNotMatch("[0-9]{1,77}");
    }
  }
}
