// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.hash;

import io.crossline.starknet.Felt;
import java.util.List;

/**
 * Starknet's Pedersen hash: the x coordinate of shift point + low248(a) * P1 + high4(a) * P2 +
 * low248(b) * P3 + high4(b) * P4 on the Stark curve ({@code fast_pedersen_hash.py} of cairo-lang).
 *
 * <p>Thread-safe. The first use computes tables of about 425 KB; a hash then costs some twenty
 * microseconds. It does not run in constant time and is not meant for secrets.
 */
public final class PedersenHash {
  private static final int HIGH_SHIFT = PedersenTables.LOW_BITS - 192;
  private static final int WINDOW_MASK = PedersenTables.ENTRIES;

  private PedersenHash() {}

  /**
   * Hashes two felts.
   *
   * @param a the first felt
   * @param b the second felt
   * @return h(a, b)
   */
  public static Felt hash(Felt a, Felt b) {
    StarkPoint sum = new StarkPoint();
    sum.set(PedersenTables.SHIFT, 0);
    add(sum, a, PedersenTables.LOW_A, PedersenTables.HIGH_A);
    add(sum, b, PedersenTables.LOW_B, PedersenTables.HIGH_B);
    return sum.affineX();
  }

  /**
   * Hashes a list of felts: h(...h(h(0, x1), x2)..., xn), and last its length, h(., n). The hash of
   * an empty list is h(0, 0).
   *
   * @param elements the felts, in order
   * @return what {@code compute_hash_on_elements} of cairo-lang gives
   */
  public static Felt hashOnElements(List<Felt> elements) {
    Felt hash = Felt.ZERO;
    for (Felt element : elements) {
      hash = hash(hash, element);
    }
    return hash(hash, Felt.of(elements.size()));
  }

  private static void add(StarkPoint sum, Felt number, long[] low, long[] high) {
    for (int i = 0; i < PedersenTables.WINDOWS; i++) {
      int digit = window(number, i * PedersenTables.WINDOW);
      if (digit != 0) {
        sum.add(low, (i * PedersenTables.ENTRIES + digit - 1) * StarkPoint.AFFINE);
      }
    }
    int top = (int) (number.limb(0) >>> HIGH_SHIFT);
    if (top != 0) {
      sum.add(high, (top - 1) * StarkPoint.AFFINE);
    }
  }

  /** The bits of a window, without those that belong to the high part. */
  private static int window(Felt number, int from) {
    int limb = 3 - (from >>> 6);
    int shift = from & 63;
    long bits = number.limb(limb) >>> shift;
    if (shift + PedersenTables.WINDOW > 64 && limb > 0) {
      bits |= number.limb(limb - 1) << (64 - shift);
    }
    int width = Math.min(PedersenTables.WINDOW, PedersenTables.LOW_BITS - from);
    return (int) bits & WINDOW_MASK & ((1 << width) - 1);
  }
}
