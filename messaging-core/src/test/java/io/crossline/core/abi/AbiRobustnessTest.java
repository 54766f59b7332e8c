// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.UInt256;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the bytes: an AbiDecodeException or a value, within bounds of memory. */
class AbiRobustnessTest {
  private static final List<UInt256> NASTY =
      List.of(
          UInt256.ZERO,
          UInt256.ONE,
          UInt256.of(0x1f),
          UInt256.of(0x20),
          UInt256.of((1L << 31) - 32),
          UInt256.of(1L << 31),
          UInt256.of(1L << 32),
          UInt256.of(1L << 59),
          UInt256.of(1L << 62),
          UInt256.of(Long.MAX_VALUE),
          UInt256.ofLimbs(0, 0, 0, 1L << 63),
          UInt256.ofLimbs(0, 0, 0, -1),
          UInt256.ofLimbs(0, 0, 0, -32),
          UInt256.ofLimbs(0, 0, 1, 0),
          UInt256.MAX);

  @Test
  void mutationsGiveAValueOrADecodeException() {
    int refused = 0;
    int accepted = 0;
    for (int seed = 0; seed < 400; seed++) {
      RandomAbi abi = new RandomAbi(seed);
      AbiType.Tuple types = abi.parameters();
      Bytes encoded = AbiCoder.encode(types, abi.value(types));
      Random random = new Random(seed);
      for (int i = 0; i < 100; i++) {
        Bytes mutated = mutate(encoded, random);
        try {
          AbiValue.Tuple value = AbiCoder.decode(types, mutated);
          assertThat(AbiCoder.decode(types, AbiCoder.encode(types, value))).isEqualTo(value);
          accepted++;
        } catch (AbiDecodeException e) {
          assertThat(List.<EvmRevert>of(RawRevert.EMPTY, Panic.MEMORY)).contains(EvmRevert.of(e));
          refused++;
        }
      }
    }
    assertThat(refused).isGreaterThan(5_000);
    assertThat(accepted).isGreaterThan(5_000);
  }

  private static Bytes mutate(Bytes encoded, Random random) {
    byte[] bytes = encoded.toByteArray();
    if (bytes.length == 0) {
      return encoded;
    }
    switch (random.nextInt(5)) {
      case 0:
        return encoded.slice(0, random.nextInt(bytes.length));
      case 1:
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        return Bytes.of(bytes);
      case 2:
        UInt256 small = UInt256.of(random.nextInt(bytes.length + 40));
        small.toBytes32().toBytes().copyTo(bytes, 32 * random.nextInt(bytes.length / 32));
        return Bytes.of(bytes);
      case 3:
        NASTY
            .get(random.nextInt(NASTY.size()))
            .toBytes32()
            .toBytes()
            .copyTo(bytes, 32 * random.nextInt(bytes.length / 32));
        return Bytes.of(bytes);
      default:
        return Bytes.of(Arrays.copyOf(bytes, bytes.length + random.nextInt(70)));
    }
  }

  /**
   * Five levels of arrays, of which each holds many offsets to one and the same array of the next
   * level.
   */
  @Test
  void arraysOfOffsetsToOnePlaceStayWithinTheLimit() {
    int width = 64;
    AbiType.Tuple types = AbiType.parameters("(uint8[][][][][] a)");
    assertThat(AbiCoder.decode(types, aliasing(5, 2))).isNotNull();
    Bytes bomb = aliasing(5, width);
    assertThat(bomb.size()).isLessThan(12_000);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(thread);
    assertThatThrownBy(() -> AbiCoder.decode(types, bomb))
        .isInstanceOfSatisfying(
            AbiDecodeException.class, e -> assertThat(EvmRevert.of(e)).isEqualTo(RawRevert.EMPTY));
    assertThat(threads.getThreadAllocatedBytes(thread) - before)
        .isLessThan(6L * AbiReader.MAX_DECODED_BYTES);
  }

  private static Bytes aliasing(int levels, int width) {
    AbiWriter writer = new AbiWriter().number(0x20);
    for (int level = 0; level < levels; level++) {
      writer.number(width);
      for (int i = 0; i < width; i++) {
        writer.number(level == levels - 1 ? 7 : 32L * width);
      }
    }
    return writer.toBytes();
  }

  @Test
  void structsThatContainThemselvesStayWithinTheLimit() {
    AbiType.Tuple types = AbiType.parameters("((uint256[512] pad, bytes b)[] a)");
    AbiWriter writer = new AbiWriter().number(0x20).number(100_000);
    for (int i = 0; i < 100_000; i++) {
      writer.number(0);
    }
    Bytes bomb = writer.toBytes();
    assertThatThrownBy(() -> AbiCoder.decode(types, bomb))
        .isInstanceOf(AbiDecodeException.class)
        .hasMessageContaining("memory");
  }

  @Test
  void hugeLengthsAllocateNothing() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    AbiType.Tuple types = AbiType.parameters("((uint8[4][] a)[] b)");
    Bytes good =
        AbiCoder.encode(types, AbiValue.tuple(AbiValue.array(AbiValue.tuple(AbiValue.array()))));
    assertThat(AbiCoder.decode(types, good)).isNotNull();
    for (UInt256 length : NASTY.subList(4, NASTY.size())) {
      for (int word : new int[] {1, 4}) {
        Words bad = new Words(good).with(word, length);
        long before = threads.getThreadAllocatedBytes(thread);
        assertThatThrownBy(() -> AbiCoder.decode(types, bad.data()))
            .isInstanceOf(AbiDecodeException.class);
        assertThat(threads.getThreadAllocatedBytes(thread) - before).isLessThan(1 << 20);
      }
    }
  }
}
