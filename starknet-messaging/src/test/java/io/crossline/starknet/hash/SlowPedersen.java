// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.hash;

import io.crossline.messaging.UInt256;
import io.crossline.starknet.Felt;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The definition of the hash, bit by bit on big integers in affine coordinates, to check the fast
 * one against.
 */
final class SlowPedersen {
  private static final BigInteger P = Felt.PRIME.toBigInteger();
  private static final BigInteger LOW_MASK = BigInteger.ONE.shiftLeft(248).subtract(BigInteger.ONE);

  private static final BigInteger[][] POINTS = {
    point(
        "49ee3eba8c1600700ee1b87eb599f16716b0b1022947733551fde4050ca6804",
        "3ca0cfe4b3bc6ddf346d49d06ea0ed34e621062c0e056c1d0405d266e10268a"),
    point(
        "234287dcbaffe7f969c748655fca9e58fa8120b6d56eb0c1080d17957ebe47b",
        "3b056f100f96fb21e889527d41f4e39940135dd7a6c94cc6ed0268ee89e5615"),
    point(
        "4fa56f376c83db33f9dab2656558f3399099ec1de5e3018b7a6932dba8aa378",
        "3fa0984c931c9e38113e0c0e47e4401562761f92a7a23b45168f4e80ff5b54d"),
    point(
        "4ba4cc166be8dec764910f75b45f74b40c690c74709e90f3aa372f0bd2d6997",
        "40301cf5c1751f4b971e46c4ede85fcac5c59a5ce5ae7c48151f27b24b219c"),
    point(
        "54302dcb0e6cc1c6e44cca8f61a63bb2ca65048d53fb325d36ff12c49a58202",
        "1b77b3e37d13504b348046268d8ae25ce98ad783c25561a879dcc77e99c2426")
  };

  /** Each point doubled again and again. */
  private static final List<List<BigInteger[]>> POWERS =
      Arrays.stream(POINTS).map(SlowPedersen::powers).toList();

  private SlowPedersen() {}

  static Felt hash(Felt a, Felt b) {
    BigInteger[] sum = POINTS[0];
    sum = add(sum, a.toBigInteger().and(LOW_MASK), POWERS.get(1));
    sum = add(sum, a.toBigInteger().shiftRight(248), POWERS.get(2));
    sum = add(sum, b.toBigInteger().and(LOW_MASK), POWERS.get(3));
    sum = add(sum, b.toBigInteger().shiftRight(248), POWERS.get(4));
    return Felt.of(UInt256.of(sum[0]));
  }

  private static BigInteger[] point(String x, String y) {
    return new BigInteger[] {new BigInteger(x, 16), new BigInteger(y, 16)};
  }

  private static List<BigInteger[]> powers(BigInteger[] point) {
    return Stream.iterate(point, power -> chord(power, power, tangent(power))).limit(248).toList();
  }

  private static BigInteger[] add(
      BigInteger[] sum, BigInteger times, List<BigInteger[]> powersOfPoint) {
    BigInteger[] result = sum;
    for (int bit = 0; bit < times.bitLength(); bit++) {
      if (times.testBit(bit)) {
        BigInteger[] power = powersOfPoint.get(bit);
        result = chord(result, power, slope(result, power));
      }
    }
    return result;
  }

  private static BigInteger slope(BigInteger[] a, BigInteger[] b) {
    return b[1].subtract(a[1]).multiply(b[0].subtract(a[0]).modInverse(P)).mod(P);
  }

  private static BigInteger tangent(BigInteger[] a) {
    BigInteger rise = a[0].multiply(a[0]).multiply(BigInteger.valueOf(3)).add(BigInteger.ONE);
    return rise.multiply(a[1].shiftLeft(1).modInverse(P)).mod(P);
  }

  private static BigInteger[] chord(BigInteger[] a, BigInteger[] b, BigInteger slope) {
    BigInteger x = slope.multiply(slope).subtract(a[0]).subtract(b[0]).mod(P);
    BigInteger y = slope.multiply(a[0].subtract(x)).subtract(a[1]).mod(P);
    return new BigInteger[] {x, y};
  }
}
