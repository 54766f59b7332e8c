// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.hash;

import io.crossline.starknet.Felt;
import java.math.BigInteger;

/**
 * Arithmetic modulo P = 2^251 + 17 * 2^192 + 1 on elements in Montgomery form with R = 2^255, kept
 * as five limbs of 51 bits, least significant first, in an array at an offset.
 *
 * <p>Why 51 bits: a column of the product is a sum of at most five low and five high halves and
 * cannot overflow a long, so that no carry is taken before the end. Why the reduction needs no
 * multiplication: -1/P modulo 2^51 is -1, and the limbs of P are 1, 0, 0, 17 * 2^39 and 2^47.
 *
 * <p>Values are not always below P. Every operation takes normalised limbs (below 2^51) of a value
 * below 2.01 P and gives the same; only {@link #toFelt} reduces fully. That keeps a product of two
 * such values below 16 P^2, which is what the reduction can take.
 */
final class StarkField {
  /** Longs that an element takes. */
  static final int LIMBS = 5;

  private static final int BITS = 51;
  private static final long MASK = (1L << BITS) - 1;

  /** Where 2^192 stands within limb 3, and 2^251 within limb 4. */
  private static final int SHIFT_3 = 39;

  private static final int SHIFT_4 = 47;

  private static final BigInteger PRIME = Felt.PRIME.toBigInteger();
  private static final BigInteger RADIX = BigInteger.ONE.shiftLeft(LIMBS * BITS);

  private static final long[] RADIX_SQUARED = limbs(RADIX.multiply(RADIX).mod(PRIME));
  private static final long[] PLAIN_ONE = limbs(BigInteger.ONE);
  private static final long[] ONE = limbs(RADIX.mod(PRIME));

  private StarkField() {}

  private static long[] limbs(BigInteger value) {
    long[] limbs = new long[LIMBS];
    for (int i = 0; i < LIMBS; i++) {
      limbs[i] = value.shiftRight(i * BITS).longValue() & MASK;
    }
    return limbs;
  }

  static void one(long[] r) {
    System.arraycopy(ONE, 0, r, 0, LIMBS);
  }

  static void fromFelt(long[] r, Felt felt) {
    long b = felt.limb(3);
    long c = felt.limb(2);
    long d = felt.limb(1);
    long e = felt.limb(0);
    r[0] = b & MASK;
    r[1] = (b >>> 51 | c << 13) & MASK;
    r[2] = (c >>> 38 | d << 26) & MASK;
    r[3] = (d >>> 25 | e << 39) & MASK;
    r[4] = e >>> 12;
    multiply(r, r, 0, RADIX_SQUARED, 0);
  }

  static Felt toFelt(long[] a) {
    long[] r = new long[LIMBS];
    multiply(r, a, 0, PLAIN_ONE, 0);
    // Times 1 the product is below P and P is added at most once, so that one subtraction at most
    // is left.
    if (!isBelowPrime(r)) {
      r[0] -= 1;
      r[3] -= 17L << SHIFT_3;
      r[4] -= 1L << SHIFT_4;
      carry(r);
    }
    return Felt.ofLimbs(
        r[4] << 12 | r[3] >>> 39,
        r[3] << 25 | r[2] >>> 26,
        r[2] << 38 | r[1] >>> 13,
        r[1] << 51 | r[0]);
  }

  private static boolean isBelowPrime(long[] r) {
    if (r[4] != 1L << SHIFT_4) {
      return r[4] < 1L << SHIFT_4;
    }
    if (r[3] != 17L << SHIFT_3) {
      return r[3] < 17L << SHIFT_3;
    }
    return (r[2] | r[1] | r[0]) == 0;
  }

  private static void carry(long[] r) {
    for (int i = 0; i < LIMBS - 1; i++) {
      r[i + 1] += r[i] >> BITS;
      r[i] &= MASK;
    }
  }

  /** r = a * b / R. The result may be the array of an operand. */
  static void multiply(long[] r, long[] a, int at, long[] b, int bt) {
    long a0 = a[at];
    long a1 = a[at + 1];
    long a2 = a[at + 2];
    long a3 = a[at + 3];
    long a4 = a[at + 4];
    long b0 = b[bt];
    long b1 = b[bt + 1];
    long b2 = b[bt + 2];
    long b3 = b[bt + 3];
    long b4 = b[bt + 4];
    // multiplyHigh drops 64 bits of a product and 51 are to be dropped: 13 bits of shift, dealt out
    // so that both factors
    // stay positive.
    long s0 = a0 << 2;
    long s1 = a1 << 2;
    long s2 = a2 << 2;
    long s3 = a3 << 2;
    long s4 = a4 << 2;
    long t0 = b0 << 11;
    long t1 = b1 << 11;
    long t2 = b2 << 11;
    long t3 = b3 << 11;
    long t4 = b4 << 11;
    long c0 = low(a0, b0);
    long c1 = low(a0, b1) + low(a1, b0) + high(s0, t0);
    long c2 = low(a0, b2) + low(a1, b1) + low(a2, b0) + high(s0, t1) + high(s1, t0);
    long c3 =
        low(a0, b3)
            + low(a1, b2)
            + low(a2, b1)
            + low(a3, b0)
            + high(s0, t2)
            + high(s1, t1)
            + high(s2, t0);
    long c4 =
        low(a0, b4)
            + low(a1, b3)
            + low(a2, b2)
            + low(a3, b1)
            + low(a4, b0)
            + high(s0, t3)
            + high(s1, t2)
            + high(s2, t1)
            + high(s3, t0);
    long c5 =
        low(a1, b4)
            + low(a2, b3)
            + low(a3, b2)
            + low(a4, b1)
            + high(s0, t4)
            + high(s1, t3)
            + high(s2, t2)
            + high(s3, t1)
            + high(s4, t0);
    long c6 =
        low(a2, b4)
            + low(a3, b3)
            + low(a4, b2)
            + high(s1, t4)
            + high(s2, t3)
            + high(s3, t2)
            + high(s4, t1);
    long c7 = low(a3, b4) + low(a4, b3) + high(s2, t4) + high(s3, t3) + high(s4, t2);
    long c8 = low(a4, b4) + high(s3, t4) + high(s4, t3);
    long c9 = high(s4, t4);
    reduce(r, c0, c1, c2, c3, c4, c5, c6, c7, c8, c9);
  }

  /** r = a^2 / R. The result may be the array of the operand. */
  static void square(long[] r, long[] a) {
    long a0 = a[0];
    long a1 = a[1];
    long a2 = a[2];
    long a3 = a[3];
    long a4 = a[4];
    long s0 = a0 << 2;
    long s1 = a1 << 2;
    long s2 = a2 << 2;
    long s3 = a3 << 2;
    long s4 = a4 << 2;
    long t0 = a0 << 11;
    long t1 = a1 << 11;
    long t2 = a2 << 11;
    long t3 = a3 << 11;
    long t4 = a4 << 11;
    long c0 = low(a0, a0);
    long c1 = 2 * low(a0, a1) + high(s0, t0);
    long c2 = 2 * (low(a0, a2) + high(s0, t1)) + low(a1, a1);
    long c3 = 2 * (low(a0, a3) + low(a1, a2) + high(s0, t2)) + high(s1, t1);
    long c4 = 2 * (low(a0, a4) + low(a1, a3) + high(s0, t3) + high(s1, t2)) + low(a2, a2);
    long c5 = 2 * (low(a1, a4) + low(a2, a3) + high(s0, t4) + high(s1, t3)) + high(s2, t2);
    long c6 = 2 * (low(a2, a4) + high(s1, t4) + high(s2, t3)) + low(a3, a3);
    long c7 = 2 * (low(a3, a4) + high(s2, t4)) + high(s3, t3);
    long c8 = 2 * high(s3, t4) + low(a4, a4);
    long c9 = high(s4, t4);
    reduce(r, c0, c1, c2, c3, c4, c5, c6, c7, c8, c9);
  }

  private static long low(long a, long b) {
    return a * b & MASK;
  }

  private static long high(long a, long b) {
    return Math.multiplyHigh(a, b);
  }

  /**
   * Divides columns of a product by R: five times, a multiple of P is added that makes the lowest
   * column 0 modulo 2^51, and the column is dropped.
   */
  private static void reduce(
      long[] r,
      long c0,
      long c1,
      long c2,
      long c3,
      long c4,
      long c5,
      long c6,
      long c7,
      long c8,
      long c9) {
    long m = -c0 & MASK;
    long m17 = 17 * m;
    c1 += (c0 + m) >>> BITS;
    c3 += m17 << SHIFT_3 & MASK;
    c4 += (m17 >>> 12) + (m << SHIFT_4 & MASK);
    c5 += m >>> 4;
    m = -c1 & MASK;
    m17 = 17 * m;
    c2 += (c1 + m) >>> BITS;
    c4 += m17 << SHIFT_3 & MASK;
    c5 += (m17 >>> 12) + (m << SHIFT_4 & MASK);
    c6 += m >>> 4;
    m = -c2 & MASK;
    m17 = 17 * m;
    c3 += (c2 + m) >>> BITS;
    c5 += m17 << SHIFT_3 & MASK;
    c6 += (m17 >>> 12) + (m << SHIFT_4 & MASK);
    c7 += m >>> 4;
    m = -c3 & MASK;
    m17 = 17 * m;
    c4 += (c3 + m) >>> BITS;
    c6 += m17 << SHIFT_3 & MASK;
    c7 += (m17 >>> 12) + (m << SHIFT_4 & MASK);
    c8 += m >>> 4;
    m = -c4 & MASK;
    m17 = 17 * m;
    c5 += (c4 + m) >>> BITS;
    c7 += m17 << SHIFT_3 & MASK;
    c8 += (m17 >>> 12) + (m << SHIFT_4 & MASK);
    c9 += m >>> 4;
    c6 += c5 >>> BITS;
    c7 += c6 >>> BITS;
    c8 += c7 >>> BITS;
    c9 += c8 >>> BITS;
    r[0] = c5 & MASK;
    r[1] = c6 & MASK;
    r[2] = c7 & MASK;
    r[3] = c8 & MASK;
    r[4] = c9;
  }

  /** r = a - b. */
  static void subtract(long[] r, long[] a, long[] b) {
    normalise(r, a[0] - b[0], a[1] - b[1], a[2] - b[2], a[3] - b[3], a[4] - b[4]);
  }

  /** r = a - b - 2 c. */
  static void subtract(long[] r, long[] a, long[] b, long[] c) {
    normalise(
        r,
        a[0] - b[0] - 2 * c[0],
        a[1] - b[1] - 2 * c[1],
        a[2] - b[2] - 2 * c[2],
        a[3] - b[3] - 2 * c[3],
        a[4] - b[4] - 2 * c[4]);
  }

  /** r = factor * a + b, for a small factor. */
  static void multiplyAdd(long[] r, int factor, long[] a, long[] b) {
    normalise(
        r,
        factor * a[0] + b[0],
        factor * a[1] + b[1],
        factor * a[2] + b[2],
        factor * a[3] + b[3],
        factor * a[4] + b[4]);
  }

  /**
   * Multiplies three elements by Poseidon's matrix, (3 1 1), (1 -1 1), (1 1 -2), and adds one more
   * to each.
   */
  static void mix(long[] a, long[] b, long[] c, long[] k, long[] l, long[] m) {
    long s0 = a[0] + b[0] + c[0];
    long s1 = a[1] + b[1] + c[1];
    long s2 = a[2] + b[2] + c[2];
    long s3 = a[3] + b[3] + c[3];
    long s4 = a[4] + b[4] + c[4];
    normalise(
        a,
        s0 + 2 * a[0] + k[0],
        s1 + 2 * a[1] + k[1],
        s2 + 2 * a[2] + k[2],
        s3 + 2 * a[3] + k[3],
        s4 + 2 * a[4] + k[4]);
    normalise(
        b,
        s0 - 2 * b[0] + l[0],
        s1 - 2 * b[1] + l[1],
        s2 - 2 * b[2] + l[2],
        s3 - 2 * b[3] + l[3],
        s4 - 2 * b[4] + l[4]);
    normalise(
        c,
        s0 - 3 * c[0] + m[0],
        s1 - 3 * c[1] + m[1],
        s2 - 3 * c[2] + m[2],
        s3 - 3 * c[3] + m[3],
        s4 - 3 * c[4] + m[4]);
  }

  /**
   * Brings a value of any small multiple of P, negative ones too, to between 0 and 2.01 P with
   * limbs in range: takes away one P less than the bits above 2^251 say, then carries.
   */
  private static void normalise(long[] r, long c0, long c1, long c2, long c3, long c4) {
    long q = (c4 >> SHIFT_4) - 1;
    c0 -= q;
    c3 -= 17 * q << SHIFT_3;
    c4 -= q << SHIFT_4;
    c1 += c0 >> BITS;
    c2 += c1 >> BITS;
    c3 += c2 >> BITS;
    c4 += c3 >> BITS;
    r[0] = c0 & MASK;
    r[1] = c1 & MASK;
    r[2] = c2 & MASK;
    r[3] = c3 & MASK;
    r[4] = c4;
  }

  /**
   * r = 1 / a, as a^(P - 2). The exponent is 2^251 + 2^196 + (2^192 - 1): after the two high bits
   * come 192 ones, appended 64 at a time.
   */
  static void invert(long[] r, long[] a) {
    long[] ones = a.clone();
    long[] power = new long[LIMBS];
    for (int bits = 1; bits < 64; bits *= 2) {
      System.arraycopy(ones, 0, power, 0, LIMBS);
      squareTimes(power, bits);
      multiply(ones, ones, 0, power, 0);
    }
    System.arraycopy(a, 0, power, 0, LIMBS);
    squareTimes(power, 55);
    multiply(power, power, 0, a, 0);
    squareTimes(power, 4);
    for (int i = 0; i < 3; i++) {
      squareTimes(power, 64);
      multiply(power, power, 0, ones, 0);
    }
    System.arraycopy(power, 0, r, 0, LIMBS);
  }

  private static void squareTimes(long[] r, int times) {
    for (int i = 0; i < times; i++) {
      square(r, r);
    }
  }
}
