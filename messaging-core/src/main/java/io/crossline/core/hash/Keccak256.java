// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.hash;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;

/**
 * Keccak-256 with the original padding (not SHA3-256), as the EVM's KECCAK256 computes it: a sponge
 * that is fed with words and bytes and then squeezed once. Words go into the state as longs,
 * without a byte array in between.
 *
 * <p>An instance may be used again after {@link #digest} or {@link #reset}. It makes no garbage but
 * the result. The cost is one permutation for each 136 bytes begun (a message of 136 bytes needs
 * two, for its padding). Not thread-safe.
 */
public final class Keccak256 {
  /** {@value}: how many longs the bare permutation works on. */
  public static final int LANES = KeccakF1600.LANES;

  private static final int RATE = 136;
  private static final int RATE_LANES = RATE / Long.BYTES;
  private static final int LAST_WHOLE_WORD = RATE_LANES - 4;
  private static final long FIRST_PADDING_BIT = 1L;
  private static final long LAST_PADDING_BIT = 1L << 63;

  private static final VarHandle LANE =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final ThreadLocal<Keccak256> OF_THREAD = ThreadLocal.withInitial(Keccak256::new);
  private static final ThreadLocal<Keccak256> OF_HASH = ThreadLocal.withInitial(Keccak256::new);

  private final long[] lanes = new long[LANES];

  /** The lane that takes the next byte, below {@link #RATE_LANES}. */
  private int lane;

  /** How many bytes of that lane are taken, below 8. */
  private int inLane;

  /**
   * Whether a block was permuted since the last reset: with both positions at 0 the state may be
   * not.
   */
  private boolean permuted;

  /** Creates a sponge that has absorbed nothing. */
  public Keccak256() {}

  /**
   * Hashes one byte string.
   *
   * @param data the bytes
   * @return their Keccak-256
   */
  public static Bytes32 hash(Bytes data) {
    return OF_HASH.get().reset().absorb(data).digest();
  }

  /**
   * The calling thread's own sponge, having absorbed nothing. It is valid until the next call of
   * this method on the same thread: absorb and digest at once, and keep no reference. {@link #hash}
   * does not disturb it.
   *
   * @return the sponge
   */
  public static Keccak256 ofThread() {
    return OF_THREAD.get().reset();
  }

  /**
   * The bare permutation Keccak-f[1600], in place: the unit in which costs are measured.
   *
   * @param lanes the state, lane (x, y) at x + 5y
   * @throws IndexOutOfBoundsException if there are fewer than {@value #LANES} lanes
   */
  public static void permute(long[] lanes) {
    KeccakF1600.permute(lanes);
  }

  /**
   * Forgets what was absorbed.
   *
   * @return this sponge
   */
  public Keccak256 reset() {
    if (permuted || (lane | inLane) != 0) {
      clear();
    }
    return this;
  }

  /**
   * Absorbs eight bytes.
   *
   * @param limb the bytes, the most significant one first
   * @return this sponge
   */
  public Keccak256 absorb(long limb) {
    absorbLane(Long.reverseBytes(limb));
    return this;
  }

  /**
   * Absorbs a word of 32 bytes.
   *
   * @param limb0 the first eight bytes, the most significant one first
   * @param limb1 the next eight
   * @param limb2 the next eight
   * @param limb3 the last eight
   * @return this sponge
   */
  public Keccak256 absorb(long limb0, long limb1, long limb2, long limb3) {
    int at = lane;
    if (inLane != 0 || at >= LAST_WHOLE_WORD) {
      return absorbAcrossBlocks(limb0, limb1, limb2, limb3);
    }
    long[] state = lanes;
    state[at] ^= Long.reverseBytes(limb0);
    state[at + 1] ^= Long.reverseBytes(limb1);
    state[at + 2] ^= Long.reverseBytes(limb2);
    state[at + 3] ^= Long.reverseBytes(limb3);
    lane = at + 4;
    return this;
  }

  /**
   * Absorbs a word of 32 bytes.
   *
   * @param word the word
   * @return this sponge
   */
  public Keccak256 absorb(Bytes32 word) {
    return absorb(word.limb(0), word.limb(1), word.limb(2), word.limb(3));
  }

  /**
   * Absorbs a number as a word of 32 bytes.
   *
   * @param number the number
   * @return this sponge
   */
  public Keccak256 absorb(UInt256 number) {
    return absorb(number.limb(0), number.limb(1), number.limb(2), number.limb(3));
  }

  /**
   * Absorbs an address as a word of 32 bytes: 12 zero bytes, then the 20 of the address.
   *
   * @param address the address
   * @return this sponge
   */
  public Keccak256 absorb(EthAddress address) {
    return absorb(0, address.limb(1), address.limb(2), address.limb(3));
  }

  /**
   * Absorbs a number as a word of 32 bytes: 24 zero bytes, then the 8 of the number.
   *
   * @param number the number
   * @return this sponge
   */
  public Keccak256 absorb(UInt64 number) {
    return absorb(0, 0, 0, number.bits());
  }

  /**
   * Absorbs a byte string as it is, without length or padding.
   *
   * @param data the bytes
   * @return this sponge
   */
  public Keccak256 absorb(Bytes data) {
    int at = 0;
    int end = data.size();
    for (; inLane != 0 && at < end; at++) {
      absorbByte(data.get(at));
    }
    while (end - at >= Long.BYTES) {
      int first = lane;
      int last = first + Math.min(RATE_LANES - first, (end - at) / Long.BYTES);
      for (int i = first; i < last; i++, at += Long.BYTES) {
        lanes[i] ^= Long.reverseBytes(data.getLong(at));
      }
      advanceTo(last);
    }
    for (; at < end; at++) {
      absorbByte(data.get(at));
    }
    return this;
  }

  /**
   * Absorbs a part of an array.
   *
   * @param from the array; it is not kept
   * @param start the first byte
   * @param end after the last byte
   * @return this sponge
   * @throws IndexOutOfBoundsException if the range is not within the array
   */
  public Keccak256 absorb(byte[] from, int start, int end) {
    Objects.checkFromToIndex(start, end, from.length);
    int at = start;
    for (; inLane != 0 && at < end; at++) {
      absorbByte(from[at]);
    }
    while (end - at >= Long.BYTES) {
      int first = lane;
      int last = first + Math.min(RATE_LANES - first, (end - at) / Long.BYTES);
      for (int i = first; i < last; i++, at += Long.BYTES) {
        lanes[i] ^= (long) LANE.get(from, at);
      }
      advanceTo(last);
    }
    for (; at < end; at++) {
      absorbByte(from[at]);
    }
    return this;
  }

  /**
   * Pads, squeezes and resets.
   *
   * @return the Keccak-256 of all that was absorbed since the last reset or digest
   */
  public Bytes32 digest() {
    lanes[lane] ^= FIRST_PADDING_BIT << (8 * inLane);
    lanes[RATE_LANES - 1] ^= LAST_PADDING_BIT;
    KeccakF1600.permute(lanes);
    Bytes32 digest =
        Bytes32.ofLimbs(
            Long.reverseBytes(lanes[0]),
            Long.reverseBytes(lanes[1]),
            Long.reverseBytes(lanes[2]),
            Long.reverseBytes(lanes[3]));
    clear();
    return digest;
  }

  /**
   * A word that does not lie within whole lanes of one block: kept apart so that the usual case
   * stays small.
   */
  private Keccak256 absorbAcrossBlocks(long limb0, long limb1, long limb2, long limb3) {
    absorbLane(Long.reverseBytes(limb0));
    absorbLane(Long.reverseBytes(limb1));
    absorbLane(Long.reverseBytes(limb2));
    absorbLane(Long.reverseBytes(limb3));
    return this;
  }

  /** Takes eight bytes, the first one in the lowest bits; they may straddle two lanes. */
  private void absorbLane(long bytes) {
    if (inLane == 0) {
      lanes[lane] ^= bytes;
      advanceTo(lane + 1);
    } else {
      int shift = 8 * inLane;
      lanes[lane] ^= bytes << shift;
      advanceTo(lane + 1);
      lanes[lane] ^= bytes >>> (64 - shift);
    }
  }

  private void absorbByte(byte value) {
    lanes[lane] ^= (value & 0xffL) << (8 * inLane);
    if (++inLane == Long.BYTES) {
      inLane = 0;
      advanceTo(lane + 1);
    }
  }

  private void advanceTo(int next) {
    if (next == RATE_LANES) {
      KeccakF1600.permute(lanes);
      lane = 0;
      permuted = true;
    } else {
      lane = next;
    }
  }

  private void clear() {
    Arrays.fill(lanes, 0);
    lane = 0;
    inLane = 0;
    permuted = false;
  }
}
