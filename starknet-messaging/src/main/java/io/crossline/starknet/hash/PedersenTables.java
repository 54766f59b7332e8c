// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.hash;

import io.crossline.starknet.Felt;

/**
 * The constant points of Starknet's Pedersen hash (published as {@code pedersen_params.json} with
 * cairo-lang) and, derived from them, every multiple of every window of bits, so that a hash is a
 * sum of table entries.
 *
 * <p>About 425 KB, computed when the first hash is taken.
 */
final class PedersenTables {
  /** Bits of a number that one table entry stands for. */
  static final int WINDOW = 6;

  /**
   * How many low bits of a number go with the first point of its pair; the four above go with the
   * second.
   */
  static final int LOW_BITS = 248;

  /** Windows that the low bits make; the last one is not full. */
  static final int WINDOWS = (LOW_BITS + WINDOW - 1) / WINDOW;

  /** Entries of a window: its multiples from 1 up. */
  static final int ENTRIES = (1 << WINDOW) - 1;

  /** The largest number above the low bits: felts are below 2^252. */
  private static final int HIGH_ENTRIES = 8;

  static final long[] SHIFT =
      point(
          "0x49ee3eba8c1600700ee1b87eb599f16716b0b1022947733551fde4050ca6804",
          "0x3ca0cfe4b3bc6ddf346d49d06ea0ed34e621062c0e056c1d0405d266e10268a");

  static final long[] LOW_A =
      windows(
          point(
              "0x234287dcbaffe7f969c748655fca9e58fa8120b6d56eb0c1080d17957ebe47b",
              "0x3b056f100f96fb21e889527d41f4e39940135dd7a6c94cc6ed0268ee89e5615"));

  static final long[] HIGH_A =
      multiples(
          point(
              "0x4fa56f376c83db33f9dab2656558f3399099ec1de5e3018b7a6932dba8aa378",
              "0x3fa0984c931c9e38113e0c0e47e4401562761f92a7a23b45168f4e80ff5b54d"),
          HIGH_ENTRIES);

  static final long[] LOW_B =
      windows(
          point(
              "0x4ba4cc166be8dec764910f75b45f74b40c690c74709e90f3aa372f0bd2d6997",
              "0x40301cf5c1751f4b971e46c4ede85fcac5c59a5ce5ae7c48151f27b24b219c"));

  static final long[] HIGH_B =
      multiples(
          point(
              "0x54302dcb0e6cc1c6e44cca8f61a63bb2ca65048d53fb325d36ff12c49a58202",
              "0x1b77b3e37d13504b348046268d8ae25ce98ad783c25561a879dcc77e99c2426"),
          HIGH_ENTRIES);

  private PedersenTables() {}

  private static long[] point(String x, String y) {
    long[] point = new long[StarkPoint.AFFINE];
    StarkPoint.write(point, 0, Felt.parse(x), Felt.parse(y));
    return point;
  }

  /** For each window of the low bits, the multiples of the point times the window's weight. */
  private static long[] windows(long[] point) {
    int windowLongs = ENTRIES * StarkPoint.AFFINE;
    long[] table = new long[WINDOWS * windowLongs];
    long[] base = point;
    for (int i = 0; i < WINDOWS; i++) {
      // One multiple more than the window needs is the point of the next window.
      long[] multiples = multiples(base, ENTRIES + 1);
      System.arraycopy(multiples, 0, table, i * windowLongs, windowLongs);
      base = new long[StarkPoint.AFFINE];
      System.arraycopy(multiples, windowLongs, base, 0, StarkPoint.AFFINE);
    }
    return table;
  }

  /** The multiples of a point from 1 up, in affine form. */
  private static long[] multiples(long[] base, int count) {
    StarkPoint[] points = new StarkPoint[count];
    for (int i = 0; i < count; i++) {
      int multiple = i + 1;
      points[i] = new StarkPoint();
      if (multiple == 1) {
        points[i].set(base, 0);
      } else if (multiple % 2 == 0) {
        points[i].set(points[multiple / 2 - 1]);
        points[i].twice();
      } else {
        points[i].set(points[i - 1]);
        points[i].add(base, 0);
      }
    }
    return affine(points);
  }

  /** Writes all points in affine form with one inversion: that of the product of all z. */
  private static long[] affine(StarkPoint[] points) {
    int count = points.length;
    long[][] products = new long[count + 1][StarkField.LIMBS];
    StarkField.one(products[0]);
    for (int i = 0; i < count; i++) {
      StarkField.multiply(products[i + 1], products[i], 0, points[i].z(), 0);
    }
    long[] inverse = new long[StarkField.LIMBS];
    StarkField.invert(inverse, products[count]);
    long[] table = new long[count * StarkPoint.AFFINE];
    long[] inverseOfZ = new long[StarkField.LIMBS];
    for (int i = count - 1; i >= 0; i--) {
      StarkField.multiply(inverseOfZ, inverse, 0, products[i], 0);
      points[i].writeAffine(table, i * StarkPoint.AFFINE, inverseOfZ);
      StarkField.multiply(inverse, inverse, 0, points[i].z(), 0);
    }
    return table;
  }
}
