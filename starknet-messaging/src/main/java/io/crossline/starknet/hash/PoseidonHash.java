// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.hash;

import io.crossline.starknet.Felt;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * Starknet's Poseidon hash: the Hades permutation over three felts with eight full rounds, 83
 * partial rounds and the cube as S-box. Transactions of version 3 are hashed by it, and messages of
 * chains that settle on Starknet. The round constants are those of the reference implementation: of
 * round constant i the SHA-256 of {@code Hades} and i in decimal, modulo P.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class PoseidonHash {
  private static final int WIDTH = 3;
  private static final int FULL_ROUNDS = 8;
  private static final int PARTIAL_ROUNDS = 83;
  private static final int ROUNDS = FULL_ROUNDS + PARTIAL_ROUNDS;
  private static final long[][] CONSTANTS = constants();
  private static final long[] NOUGHT = new long[StarkField.LIMBS];

  private PoseidonHash() {}

  private static long[][] constants() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      BigInteger prime = Felt.PRIME.toBigInteger();
      long[][] constants = new long[ROUNDS * WIDTH][StarkField.LIMBS];
      for (int i = 0; i < constants.length; i++) {
        byte[] digest = sha256.digest(("Hades" + i).getBytes(StandardCharsets.US_ASCII));
        BigInteger constant = new BigInteger(1, digest).mod(prime);
        StarkField.fromFelt(constants[i], Felt.parse("0x" + constant.toString(16)));
      }
      return constants;
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java has SHA-256", absent);
    }
  }

  /**
   * Hashes two felts.
   *
   * @param a the first
   * @param b the second
   * @return the hash
   */
  public static Felt hash(Felt a, Felt b) {
    return permuted(a, b, Felt.of(2));
  }

  /**
   * Hashes one felt.
   *
   * @param a the felt
   * @return the hash
   */
  public static Felt hash(Felt a) {
    return permuted(a, Felt.ZERO, Felt.ONE);
  }

  private static Felt permuted(Felt a, Felt b, Felt c) {
    long[][] state = state(a, b, c);
    permute(state);
    return StarkField.toFelt(state[0]);
  }

  private static long[][] state(Felt a, Felt b, Felt c) {
    long[][] state = new long[WIDTH][StarkField.LIMBS];
    StarkField.fromFelt(state[0], a);
    StarkField.fromFelt(state[1], b);
    StarkField.fromFelt(state[2], c);
    return state;
  }

  /**
   * Hashes a list of felts: as a sponge that takes two at a time, after one 1 and zeros up to an
   * even number.
   *
   * @param felts the felts, any number
   * @return the hash
   */
  public static Felt hashMany(List<Felt> felts) {
    long[][] state = new long[WIDTH][StarkField.LIMBS];
    long[] taken = new long[StarkField.LIMBS];
    for (int i = 0; i <= felts.size(); i += 2) {
      absorb(state[0], taken, felts, i);
      absorb(state[1], taken, felts, i + 1);
      permute(state);
    }
    return StarkField.toFelt(state[0]);
  }

  private static void absorb(long[] into, long[] taken, List<Felt> felts, int index) {
    if (index <= felts.size()) {
      StarkField.fromFelt(taken, index < felts.size() ? felts.get(index) : Felt.ONE);
      StarkField.multiplyAdd(into, 1, into, taken);
    }
  }

  /**
   * The Hades permutation.
   *
   * @param a the first felt of the state
   * @param b the second
   * @param c the third
   * @return the state after it, three felts
   */
  public static List<Felt> permutation(Felt a, Felt b, Felt c) {
    long[][] state = state(a, b, c);
    permute(state);
    return List.of(
        StarkField.toFelt(state[0]), StarkField.toFelt(state[1]), StarkField.toFelt(state[2]));
  }

  private static void permute(long[][] state) {
    long[] a = state[0];
    long[] b = state[1];
    long[] c = state[2];
    long[] t = new long[StarkField.LIMBS];
    StarkField.multiplyAdd(a, 1, a, CONSTANTS[0]);
    StarkField.multiplyAdd(b, 1, b, CONSTANTS[1]);
    StarkField.multiplyAdd(c, 1, c, CONSTANTS[2]);
    for (int round = 0; round < ROUNDS; round++) {
      if (round < FULL_ROUNDS / 2 || round >= FULL_ROUNDS / 2 + PARTIAL_ROUNDS) {
        cube(a, t);
        cube(b, t);
      }
      cube(c, t);
      // The constants of the next round are added in the same step in which this one mixes.
      int next = WIDTH * (round + 1);
      boolean last = round == ROUNDS - 1;
      StarkField.mix(
          a,
          b,
          c,
          last ? NOUGHT : CONSTANTS[next],
          last ? NOUGHT : CONSTANTS[next + 1],
          last ? NOUGHT : CONSTANTS[next + 2]);
    }
  }

  private static void cube(long[] a, long[] t) {
    StarkField.square(t, a);
    StarkField.multiply(a, a, 0, t, 0);
  }
}
