// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.lang.management.ManagementFactory;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.bouncycastle.crypto.digests.KeccakDigest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Keccak256Test {
  private static final String EMPTY =
      "0xc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470";

  private final Random random = new Random(20);

  @ParameterizedTest
  @CsvSource({
    "'', " + EMPTY,
    "abc, 0x4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45",
    "'transfer(address,uint256)', 0xa9059cbb2ab09eb219583f4a59a5d0623ade346d962bcd4e46b11da047c9049b",
    "testing, 0x5f16f4c7f149ac4f9510d9cf8cf384038ad348b3bcdc01915f95de12df9d1b02"
  })
  void hashesKnownTexts(String text, String digest) {
    assertThat(Keccak256.hash(Bytes.utf8(text))).hasToString(digest);
  }

  @Test
  void permutesTheZeroStateAsTheReferenceDoes() {
    long[] lanes = new long[Keccak256.LANES];
    Keccak256.permute(lanes);
    assertThat(lanes[0]).isEqualTo(0xf1258f7940e1dde7L);
    assertThat(lanes[1]).isEqualTo(0x84d5ccf933c0478aL);
    assertThat(lanes[24]).isEqualTo(0xeaf1ff7b5ceca249L);
    Keccak256.permute(lanes);
    assertThat(lanes[0]).isEqualTo(0x2d5c954df96ecb3cL);
  }

  @Test
  void agreesWithBouncyCastleForEveryLengthUpToThreeBlocks() {
    for (int length = 0; length <= 3 * 136 + 1; length++) {
      byte[] data = randomBytes(length);
      assertThat(Keccak256.hash(Bytes.of(data)))
          .as("%d bytes", length)
          .isEqualTo(bouncyCastle(data));
      assertThat(new Keccak256().absorb(data, 0, length).digest())
          .as("array of %d bytes", length)
          .isEqualTo(bouncyCastle(data));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1279, 1280, 1281, 65_536, 1_000_003})
  void agreesWithBouncyCastleForLongInputs(int length) {
    byte[] data = randomBytes(length);
    assertThat(Keccak256.hash(Bytes.of(data))).isEqualTo(bouncyCastle(data));
  }

  @Test
  void givesTheSameDigestHoweverTheBytesAreCutUp() {
    for (int round = 0; round < 2000; round++) {
      byte[] data = randomBytes(random.nextInt(700));
      Keccak256 sponge = new Keccak256();
      int at = 0;
      while (at < data.length) {
        at += absorbPiece(sponge, data, at);
      }
      assertThat(sponge.digest()).isEqualTo(bouncyCastle(data));
    }
  }

  private int absorbPiece(Keccak256 sponge, byte[] data, int at) {
    Bytes rest = Bytes.copyOf(data, at, data.length);
    int kind = random.nextInt(8);
    if (kind == 0 && rest.size() >= 8) {
      sponge.absorb(rest.getLong(0));
      return 8;
    }
    if (kind >= 1 && kind <= 3 && rest.size() >= 32) {
      if (kind == 1) {
        sponge.absorb(rest.getBytes32(0));
      } else if (kind == 2) {
        sponge.absorb(rest.getUInt256(0));
      } else {
        sponge.absorb(rest.getLong(0), rest.getLong(8), rest.getLong(16), rest.getLong(24));
      }
      return 32;
    }
    int size = random.nextInt(Math.min(rest.size(), random.nextBoolean() ? 9 : 300) + 1);
    if (random.nextBoolean()) {
      sponge.absorb(rest.slice(0, size));
    } else {
      sponge.absorb(data, at, at + size);
    }
    return size;
  }

  @Test
  void absorbsTypedWordsAsPaddedWords() {
    EthAddress address = EthAddress.parse("0xf102030405060708090a0b0c0d0e0f1011121314");
    byte[] expected = new byte[64];
    address.encoded().copyTo(expected, 12);
    expected[63] = 7;
    expected[56] = (byte) 0x80;
    assertThat(new Keccak256().absorb(address).absorb(UInt64.ofBits(0x8000000000000007L)).digest())
        .isEqualTo(bouncyCastle(expected));
  }

  @Test
  void startsAfreshAfterDigestAndAfterReset() {
    Keccak256 sponge = new Keccak256();
    for (int length : new int[] {1, 7, 8, 32, 135, 136, 137, 272}) {
      byte[] data = randomBytes(length);
      sponge.absorb(data, 0, length).digest();
      assertThat(sponge.digest()).as("after a digest of %d", length).hasToString(EMPTY);
      sponge.absorb(data, 0, length);
      assertThat(sponge.reset().digest()).as("after a reset at %d", length).hasToString(EMPTY);
    }
  }

  @Test
  void keepsTheSpongeOfTheThreadApartFromHash() {
    Keccak256 sponge = Keccak256.ofThread().absorb(UInt256.ONE);
    Keccak256.hash(Bytes.utf8("in between"));
    assertThat(sponge.digest()).isEqualTo(new Keccak256().absorb(UInt256.ONE).digest());
  }

  @Test
  void givesEachThreadItsOwnSpongeAndResetsIt() {
    Keccak256 mine = Keccak256.ofThread().absorb(UInt256.ONE);
    Keccak256 other =
        CompletableFuture.supplyAsync(Keccak256::ofThread, task -> new Thread(task).start()).join();
    assertThat(other).isNotSameAs(mine);
    assertThat(Keccak256.ofThread()).isSameAs(mine);
    assertThat(mine.digest()).hasToString(EMPTY);
  }

  @Test
  void refusesARangeOutsideTheArrayAndStaysAsItWas() {
    byte[] data = randomBytes(40);
    Keccak256 sponge = new Keccak256().absorb(data, 8, 40);
    assertThatThrownBy(() -> sponge.absorb(data, 8, 41))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> sponge.absorb(data, -1, 8))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(sponge.digest()).isEqualTo(new Keccak256().absorb(data, 8, 40).digest());
  }

  @Test
  void makesNoGarbageButTheDigest() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    Bytes data = Bytes.of(randomBytes(300));
    Bytes32 word = bouncyCastle(new byte[0]);
    int rounds = 10_000;
    hashOnce(word, data);
    long before = threads.getThreadAllocatedBytes(thread);
    for (int i = 0; i < rounds; i++) {
      hashOnce(word, data);
    }
    long each = (threads.getThreadAllocatedBytes(thread) - before) / rounds;
    assertThat(each).as("bytes a digest, of which the Bytes32 is 48").isLessThanOrEqualTo(56);
  }

  private static Bytes32 hashOnce(Bytes32 word, Bytes data) {
    return Keccak256.ofThread().absorb(word).absorb(1, 2, 3, 4).absorb(data).digest();
  }

  private byte[] randomBytes(int length) {
    byte[] data = new byte[length];
    random.nextBytes(data);
    return data;
  }

  private static Bytes32 bouncyCastle(byte[] data) {
    KeccakDigest digest = new KeccakDigest(256);
    digest.update(data, 0, data.length);
    byte[] out = new byte[32];
    digest.doFinal(out, 0);
    return Bytes32.of(Bytes.of(out));
  }
}
