// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.hash;

import io.crossline.starknet.Felt;

/**
 * A point of the Stark curve y^2 = x^3 + x + b in Jacobian coordinates, changed in place. The point
 * at infinity and the sum of a point with itself or its negative are not dealt with: see {@link
 * #add}.
 */
final class StarkPoint {
  /** Longs that an affine point takes in a table: x, then y. */
  static final int AFFINE = 2 * StarkField.LIMBS;

  private final long[] x = new long[StarkField.LIMBS];
  private final long[] y = new long[StarkField.LIMBS];
  private final long[] z = new long[StarkField.LIMBS];
  private final long[] h = new long[StarkField.LIMBS];
  private final long[] s = new long[StarkField.LIMBS];
  private final long[] t = new long[StarkField.LIMBS];
  private final long[] v = new long[StarkField.LIMBS];

  /** Becomes a point of a table. */
  void set(long[] table, int at) {
    System.arraycopy(table, at, x, 0, StarkField.LIMBS);
    System.arraycopy(table, at + StarkField.LIMBS, y, 0, StarkField.LIMBS);
    StarkField.one(z);
  }

  void set(StarkPoint other) {
    System.arraycopy(other.x, 0, x, 0, StarkField.LIMBS);
    System.arraycopy(other.y, 0, y, 0, StarkField.LIMBS);
    System.arraycopy(other.z, 0, z, 0, StarkField.LIMBS);
  }

  /** Writes coordinates as felts into a table. */
  static void write(long[] table, int at, Felt affineX, Felt affineY) {
    long[] coordinate = new long[StarkField.LIMBS];
    StarkField.fromFelt(coordinate, affineX);
    System.arraycopy(coordinate, 0, table, at, StarkField.LIMBS);
    StarkField.fromFelt(coordinate, affineY);
    System.arraycopy(coordinate, 0, table, at + StarkField.LIMBS, StarkField.LIMBS);
  }

  /**
   * Adds an affine point of a table, which must be neither this point nor its negative. In a
   * Pedersen hash that cannot happen unless a relation between the constant points is known, which
   * is what the hash rests on; {@link #affineX} notices it, since z is 0 from then on.
   */
  void add(long[] table, int at) {
    StarkField.square(t, z);
    StarkField.multiply(h, table, at, t, 0);
    StarkField.subtract(h, h, x);
    StarkField.multiply(t, t, 0, z, 0);
    StarkField.multiply(s, table, at + StarkField.LIMBS, t, 0);
    StarkField.subtract(s, s, y);
    StarkField.multiply(z, z, 0, h, 0);
    StarkField.square(t, h);
    StarkField.multiply(v, x, 0, t, 0);
    StarkField.multiply(t, t, 0, h, 0);
    StarkField.square(x, s);
    StarkField.subtract(x, x, t, v);
    StarkField.multiply(t, t, 0, y, 0);
    StarkField.subtract(v, v, x);
    StarkField.multiply(y, s, 0, v, 0);
    StarkField.subtract(y, y, t);
  }

  /** Doubles the point. */
  void twice() {
    StarkField.square(t, z);
    StarkField.square(t, t);
    StarkField.square(s, x);
    StarkField.multiplyAdd(s, 3, s, t); // 3 x^2 + z^4, since the curve's a is 1
    StarkField.multiply(z, z, 0, y, 0);
    StarkField.multiplyAdd(z, 1, z, z);
    StarkField.square(t, y);
    StarkField.multiply(v, x, 0, t, 0);
    StarkField.multiplyAdd(v, 3, v, v); // 4 x y^2
    StarkField.square(x, s);
    StarkField.subtract(h, x, v);
    StarkField.subtract(x, h, v);
    StarkField.square(t, t);
    StarkField.multiplyAdd(t, 7, t, t); // 8 y^4
    StarkField.subtract(v, v, x);
    StarkField.multiply(y, s, 0, v, 0);
    StarkField.subtract(y, y, t);
  }

  /** Writes the point into a table; a single inversion serves many of them. */
  void writeAffine(long[] table, int at, long[] inverseOfZ) {
    long[] square = new long[StarkField.LIMBS];
    StarkField.square(square, inverseOfZ);
    long[] coordinate = new long[StarkField.LIMBS];
    StarkField.multiply(coordinate, x, 0, square, 0);
    System.arraycopy(coordinate, 0, table, at, StarkField.LIMBS);
    StarkField.multiply(square, square, 0, inverseOfZ, 0);
    StarkField.multiply(coordinate, y, 0, square, 0);
    System.arraycopy(coordinate, 0, table, at + StarkField.LIMBS, StarkField.LIMBS);
  }

  /** The z coordinate, not copied. */
  long[] z() {
    return z;
  }

  /** The x coordinate of the point in the plane. */
  Felt affineX() {
    StarkField.invert(t, z);
    StarkField.square(s, t);
    StarkField.multiply(s, s, 0, x, 0);
    return StarkField.toFelt(s);
  }
}
