// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.hash.Keccak256;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AbiWriterTest {
  @Test
  void writesWordsBigEndian() {
    EthAddress address = EthAddress.parse("0xf102030405060708090a0b0c0d0e0f1011121314");
    AbiWriter writer =
        new AbiWriter()
            .word(1, 2, 3, 0x0405060708090a0bL)
            .word(address)
            .word(UInt64.MAX)
            .word(UInt256.MAX)
            .word(UInt256.ONE.toBytes32())
            .number(258);
    assertThat(writer.size()).isEqualTo(192);
    assertThat(writer.toBytes())
        .hasToString(
            "0x"
                + "000000000000000100000000000000020000000000000003"
                + "0405060708090a0b"
                + "000000000000000000000000"
                + "f102030405060708090a0b0c0d0e0f1011121314"
                + "0".repeat(48)
                + "f".repeat(16)
                + "f".repeat(64)
                + "0".repeat(63)
                + "1"
                + "0".repeat(61)
                + "102");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 31, 32, 33, 5000})
  void padsBytesWithZerosEvenWhereTheBufferWasUsedBefore(int length) {
    AbiWriter writer = new AbiWriter();
    for (int i = 0; i < 200; i++) {
      writer.word(-1, -1, -1, -1);
    }
    byte[] data = new byte[length];
    Arrays.fill(data, (byte) 0xab);
    Bytes written = writer.reset().bytes(Bytes.of(data)).toBytes();
    assertThat(written.size()).isEqualTo(32 + (length + 31) / 32 * 32);
    assertThat(written.getUInt256(0)).isEqualTo(UInt256.of(length));
    assertThat(written.slice(32, 32 + length)).isEqualTo(Bytes.of(data));
    assertThat(written.slice(32 + length))
        .isEqualTo(Bytes.of(new byte[written.size() - 32 - length]));
  }

  @Test
  void patchesReservedWordsOnly() {
    AbiWriter writer = new AbiWriter().word(-1, -1, -1, -1);
    int position = writer.reserve();
    writer.word(-1, -1, -1, -1);
    writer.patch(position, 0x40);
    assertThat(writer.toBytes())
        .hasToString("0x" + "f".repeat(64) + "0".repeat(62) + "40" + "f".repeat(64));
    writer.patch(0, 1);
    assertThat(writer.toBytes().getUInt256(0)).as("the whole word").isEqualTo(UInt256.ONE);
    assertThatThrownBy(() -> writer.patch(65, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> writer.patch(-1, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> writer.patch(position, -1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> writer.number(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void hashesWhatWasWritten() {
    AbiWriter writer = new AbiWriter();
    for (int i = 0; i < 100; i++) {
      writer.number(i);
    }
    assertThat(writer.keccak()).isEqualTo(Keccak256.hash(writer.toBytes()));
    assertThat(writer.keccak(32, 96)).isEqualTo(Keccak256.hash(writer.toBytes().slice(32, 96)));
    assertThat(writer.keccak(7, 7)).isEqualTo(Keccak256.hash(Bytes.EMPTY));
    assertThatThrownBy(() -> writer.keccak(0, 3201)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void doesNotDisturbTheSpongeOfTheThread() {
    Keccak256 sponge = Keccak256.ofThread().absorb(UInt256.ONE);
    new AbiWriter().number(7).keccak();
    assertThat(sponge.digest()).isEqualTo(new Keccak256().absorb(UInt256.ONE).digest());
  }

  @Test
  void resetsTheWriterOfTheThread() {
    AbiWriter writer = AbiWriter.ofThread().number(7);
    assertThat(AbiWriter.ofThread()).isSameAs(writer);
    assertThat(writer.size()).isZero();
    assertThat(writer.toBytes()).isEqualTo(Bytes.EMPTY);
  }

  @Test
  void givesResultsThatLaterWritingDoesNotChange() {
    AbiWriter writer = new AbiWriter().number(7);
    Bytes before = writer.toBytes();
    writer.reset().number(8);
    assertThat(before.getUInt256(0)).isEqualTo(UInt256.of(7));
  }
}
