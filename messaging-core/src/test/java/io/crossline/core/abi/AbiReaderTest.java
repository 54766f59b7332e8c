// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Each rule of the decoder: what is accepted, and the one change that makes it a revert. */
class AbiReaderTest {
  private static final UInt256 MAX_64 = UInt256.ofLimbs(0, 0, 0, -1);

  /** {@code (uint8 7, bytes 0xab00…)}: words 0 and 1, then length 2 and the data. */
  private static final Words BYTES =
      Words.of(7, 0x40, 2).plus(Bytes.parse("0xabcd" + "00".repeat(30)));

  /** {@code (uint8 7, uint256[] [5, 6])}. */
  private static final Words ARRAY = Words.of(7, 0x40, 2, 5, 6);

  /** {@code ((uint256 5, bytes 0xab))}. */
  private static final Words STRUCT =
      Words.of(0x20, 5, 0x40, 1).plus(Bytes.parse("0xab" + "00".repeat(31)));

  private static String bytesOf(Words words) {
    return words.reader().head(2).bytes(1).toString();
  }

  private static String arrayOf(Words words) {
    AbiReader.Items items = words.reader().head(2).array(1, 1, false);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < items.size(); i++) {
      text.append(items.uint256(i)).append(' ');
    }
    return text.toString().trim();
  }

  private static String structOf(Words words) {
    AbiReader.Head head = words.reader().head(1).tuple(0, 2);
    return head.uint256(0) + " " + head.bytes(1);
  }

  private static void refuses(Words words, Function<Words, ?> read) {
    reverts(words, read, RawRevert.EMPTY);
  }

  private static void panics(Words words, Function<Words, ?> read) {
    reverts(words, read, Panic.MEMORY);
  }

  private static void reverts(Words words, Function<Words, ?> read, EvmRevert revert) {
    assertThatThrownBy(() -> read.apply(words))
        .isInstanceOfSatisfying(
            AbiDecodeException.class,
            e -> {
              assertThat(EvmRevert.of(e)).isEqualTo(revert);
              assertThat(e.offset()).isNotNegative();
            });
  }

  @Test
  void readsTheHead() {
    assertThat(BYTES.reader().head(4).uint256(0)).isEqualTo(UInt256.of(7));
    refuses(BYTES.without(1), words -> words.reader().head(4));
    assertThat(new AbiReader(Bytes.EMPTY).head(0)).isNotNull();
    refuses(new Words(Bytes.EMPTY), words -> words.reader().head(1));
  }

  @Test
  void checksIndexesAgainstTheHead() {
    AbiReader.Head head = BYTES.reader().head(2);
    assertThatThrownBy(() -> head.uint256(2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> head.uint256(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> head.inline(1, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> head.array(1, 0, false)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readsBytes() {
    assertThat(bytesOf(BYTES)).isEqualTo("0xabcd");
    assertThat(bytesOf(BYTES.with(2, 0))).isEqualTo("0x");
    assertThat(bytesOf(BYTES.with(2, 32))).isEqualTo("0xabcd" + "00".repeat(30));
  }

  @Test
  void acceptsMissingAndDirtyPaddingAndTrailingBytes() {
    assertThat(bytesOf(BYTES.without(30))).isEqualTo("0xabcd");
    assertThat(bytesOf(BYTES.with(3, UInt256.MAX))).isEqualTo("0xffff");
    assertThat(bytesOf(BYTES.plus(Bytes.parse("0xdeadbeef")))).isEqualTo("0xabcd");
    refuses(BYTES.without(31), AbiReaderTest::bytesOf);
  }

  @Test
  void acceptsOffsetsToAnywhere() {
    assertThat(arrayOf(ARRAY)).isEqualTo("5 6");
    assertThat(arrayOf(Words.of(7, 0x60, 99, 2, 5, 6))).as("a gap").isEqualTo("5 6");
    assertThat(arrayOf(Words.of(1, 0))).as("backwards, over the head").isEqualTo("0");
    Words shifted =
        new Words(
            Bytes.concat(Words.of(7, 0x41).data(), Bytes.of((byte) 9), Words.of(2, 5, 6).data()));
    assertThat(arrayOf(shifted)).as("unaligned").isEqualTo("5 6");
    refuses(new Words(shifted.data().slice(0, shifted.data().size() - 1)), AbiReaderTest::arrayOf);
  }

  @Test
  void refusesOffsetsOf64BitsAndMore() {
    assertThat(bytesOf(BYTES)).isEqualTo("0xabcd");
    for (Function<Words, ?> read : readers()) {
      refuses(BYTES.with(1, Words.TWO_64), read);
      refuses(BYTES.with(1, UInt256.MAX), read);
      refuses(BYTES.with(1, UInt256.ofLimbs(1, 0, 0, 0x40)), read);
      refuses(BYTES.with(1, UInt256.ofLimbs(0, 1, 0, 0x40)), read);
    }
  }

  @Test
  void refusesOffsetsBeyondTheEnd() {
    for (Function<Words, ?> read : readers()) {
      refuses(BYTES.with(1, MAX_64), read);
      refuses(BYTES.with(1, UInt256.ofLimbs(0, 0, 0, 1L << 63)), read);
      refuses(BYTES.with(1, Long.MAX_VALUE), read);
      refuses(BYTES.with(1, 1L << 62), read);
      refuses(BYTES.with(1, 1L << 32), read);
      refuses(BYTES.with(1, 1L << 31), read);
      refuses(BYTES.with(1, 0xffffffc0L), read);
      refuses(BYTES.with(1, 0x80), read);
      refuses(BYTES.with(1, 0x61), read);
    }
    assertThat(bytesOf(BYTES.with(3, 0).with(1, 0x60)))
        .as("the last word as a length")
        .isEqualTo("0x");
  }

  private static Iterable<Function<Words, ?>> readers() {
    return List.of(
        AbiReaderTest::bytesOf,
        AbiReaderTest::arrayOf,
        words -> words.reader().head(2).calldataArray(1, 1),
        words -> words.reader().head(2).tuple(1, 1));
  }

  @Test
  void refusesBytesBeyondTheEndAndPanicsWhereMemoryEnds() {
    assertThat(bytesOf(BYTES.with(2, 32))).hasSize(66);
    refuses(BYTES.with(2, 33), AbiReaderTest::bytesOf);
    refuses(BYTES.with(2, 1L << 31), AbiReaderTest::bytesOf);
    refuses(BYTES.with(2, (1L << 32) + 2), AbiReaderTest::bytesOf);
    refuses(BYTES.with(2, Long.MAX_VALUE), AbiReaderTest::bytesOf);
    refuses(BYTES.with(2, UInt256.ofLimbs(0, 0, 0, 1L << 63)), AbiReaderTest::bytesOf);
    panics(BYTES.with(2, MAX_64), AbiReaderTest::bytesOf);
    panics(BYTES.with(2, Words.TWO_64), AbiReaderTest::bytesOf);
    panics(BYTES.with(2, UInt256.MAX), AbiReaderTest::bytesOf);
  }

  @Test
  void placesThePanicOfBytesBehindTheFreeMemory() {
    // free memory begins at 0x80 + 0x20 + 0x80 bytes of data; the length word takes 0x20 more
    UInt256 last = MAX_64.minus(UInt256.of(0x120 + 0x20 + 31));
    refuses(BYTES.with(2, last), AbiReaderTest::bytesOf);
    panics(BYTES.with(2, last.plus(UInt256.ONE)), AbiReaderTest::bytesOf);
  }

  @Test
  void refusesElementsBeyondTheEndAndPanicsWhereMemoryEnds() {
    assertThat(arrayOf(ARRAY.with(2, 1))).isEqualTo("5");
    refuses(ARRAY.with(2, 3), AbiReaderTest::arrayOf);
    refuses(ARRAY.without(1), AbiReaderTest::arrayOf);
    refuses(ARRAY.with(2, (1L << 32) + 2), AbiReaderTest::arrayOf);
    refuses(ARRAY.with(2, (1L << 59) - 12), AbiReaderTest::arrayOf);
    panics(ARRAY.with(2, (1L << 59) - 11), AbiReaderTest::arrayOf);
    panics(ARRAY.with(2, 1L << 59), AbiReaderTest::arrayOf);
    panics(ARRAY.with(2, Long.MAX_VALUE), AbiReaderTest::arrayOf);
    panics(ARRAY.with(2, MAX_64), AbiReaderTest::arrayOf);
    panics(ARRAY.with(2, Words.TWO_64), AbiReaderTest::arrayOf);
    panics(ARRAY.with(2, UInt256.MAX), AbiReaderTest::arrayOf);
  }

  @Test
  void neverPanicsForAnArrayLeftInCalldata() {
    Function<Words, Integer> size = words -> words.reader().head(2).calldataArray(1, 1).size();
    assertThat(size.apply(ARRAY)).isEqualTo(2);
    assertThat(ARRAY.reader().head(2).calldataArray(1, 1).uint256(1)).isEqualTo(UInt256.of(6));
    refuses(ARRAY.with(2, 3), size);
    refuses(ARRAY.with(2, 1L << 59), size);
    refuses(ARRAY.with(2, MAX_64), size);
    refuses(ARRAY.with(2, Words.TWO_64), size);
    refuses(ARRAY.with(1, 0x81), size);
  }

  @Test
  void readsStructs() {
    assertThat(structOf(STRUCT)).isEqualTo("5 0xab");
    assertThat(structOf(Words.of(0x20, 0, 0))).as("its head overlaps its bytes").isEqualTo("0 0x");
    refuses(Words.of(0x20, 0), AbiReaderTest::structOf);
    refuses(STRUCT.with(0, 0x61), AbiReaderTest::structOf);
    refuses(STRUCT.without(32), AbiReaderTest::structOf);
  }

  @Test
  void countsOffsetsOfAStructFromItsHead() {
    assertThat(structOf(STRUCT.with(2, 0x20).with(3, 0))).isEqualTo("5 0x" + "00".repeat(32));
    refuses(STRUCT.with(2, 0x80), AbiReaderTest::structOf);
  }

  @Test
  void readsArraysOfStructs() {
    Words inPlace = Words.of(0x20, 2, 1, 2, 3, 4);
    AbiReader.Items items = inPlace.reader().head(1).array(0, 2, false);
    assertThat(items.size()).isEqualTo(2);
    assertThat(items.element(1).uint256(0)).isEqualTo(UInt256.of(3));
    assertThatThrownBy(() -> items.element(2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> items.element(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    refuses(inPlace.without(1), words -> words.reader().head(1).array(0, 2, false));

    Words behindOffsets = Words.of(0x20, 2, 0x40, 0x60, 11, 22);
    Function<Words, UInt256> second =
        words -> words.reader().head(1).array(0, 1, true).element(1).uint256(0);
    assertThat(second.apply(behindOffsets)).isEqualTo(UInt256.of(22));
    refuses(behindOffsets.with(3, 0x61), second);
    refuses(behindOffsets.with(3, Words.TWO_64), second);
  }

  @Test
  void readsArraysOfArraysAndOfBytes() {
    Words words = Words.of(0x20, 1, 0x20, 2, 5, 6);
    AbiReader.Items inner = words.reader().head(1).array(0, 1, true).array(0, 1, false);
    assertThat(inner.uint256(1)).isEqualTo(UInt256.of(6));
    assertThat(words.with(3, 1).reader().head(1).array(0, 1, true).bytes(0))
        .isEqualTo(Bytes.of((byte) 0));
  }

  @Test
  void readsValuesThatFitTheirTypesOnly() {
    EthAddress all = EthAddress.parse("0x" + "ff".repeat(20));
    fits(all.toUInt256(), head -> head.address(0));
    misfits(UInt256.ofLimbs(0, 1L << 32, 0, 0), head -> head.address(0));
    fits(UInt256.ONE, head -> head.bool(0));
    misfits(UInt256.of(2), head -> head.bool(0));
    misfits(UInt256.ofLimbs(1, 0, 0, 1), head -> head.bool(0));
    fits(UInt256.of(255), head -> head.uint8(0));
    misfits(UInt256.of(256), head -> head.uint8(0));
    misfits(MAX_64, head -> head.uint8(0));
    fits(UInt256.of(2), head -> head.enumMember(0, 3));
    misfits(UInt256.of(3), head -> head.enumMember(0, 3));
    fits(MAX_64, head -> head.uint64(0));
    misfits(Words.TWO_64, head -> head.uint64(0));
    misfits(UInt256.ofLimbs(1, 0, 0, 0), head -> head.uint64(0));
    fits(UInt256.MAX, head -> head.uint(0, 256));
    fits(UInt256.of(0xffffff), head -> head.uint(0, 24));
    misfits(UInt256.of(0x1000000), head -> head.uint(0, 24));
    fits(UInt256.MAX, head -> head.uint256(0));
    fits(UInt256.MAX, head -> head.bytes32(0));
  }

  @Test
  void readsSignedValuesThatAreSignExtendedOnly() {
    fits(UInt256.of(127), head -> head.signed(0, 8));
    misfits(UInt256.of(128), head -> head.signed(0, 8));
    fits(UInt256.MAX, head -> head.signed(0, 8));
    fits(UInt256.ZERO.minusWrapping(UInt256.of(128)), head -> head.signed(0, 8));
    misfits(UInt256.ZERO.minusWrapping(UInt256.of(129)), head -> head.signed(0, 8));
    fits(UInt256.ofLimbs(1L << 63, 0, 0, 0), head -> head.signed(0, 256));
    misfits(UInt256.ofLimbs(1L << 63, 0, 0, 0), head -> head.signed(0, 248));
  }

  @Test
  void readsFixedBytesWithACleanTailOnly() {
    Words words = new Words(Bytes.parse("0x01020304" + "00".repeat(28)));
    assertThat(words.reader().head(1).fixedBytes(0, 4)).hasToString("0x01020304");
    assertThat(words.reader().head(1).fixedBytes(0, 32)).isEqualTo(words.data());
    refuses(words, it -> it.reader().head(1).fixedBytes(0, 3));
    refuses(
        new Words(Bytes.parse("0x01020304" + "00".repeat(27) + "01")),
        it -> it.reader().head(1).fixedBytes(0, 4));
  }

  private static void fits(UInt256 word, Function<AbiReader.Head, ?> read) {
    assertThat(read.apply(Words.of(0).with(0, word).reader().head(1))).isNotNull();
  }

  private static void misfits(UInt256 word, Function<AbiReader.Head, ?> read) {
    refuses(Words.of(0).with(0, word), words -> read.apply(words.reader().head(1)));
  }

  /** 33 MiB of EVM memory: once is fine, the second time through the same offset is not. */
  private static void countsMemory(Function<AbiReader.Head, ?> read) {
    int words = 33 << 15;
    AbiReader reader =
        new AbiReader(
            Bytes.concat(Words.of(0x20, 32L * words).data(), Bytes.of(new byte[32 * words])));
    AbiReader.Head head = reader.head(1);
    assertThat(read.apply(head)).isNotNull();
    assertThatThrownBy(() -> read.apply(head))
        .isInstanceOfSatisfying(
            AbiDecodeException.class, e -> assertThat(EvmRevert.of(e)).isEqualTo(RawRevert.EMPTY))
        .hasMessageContaining(String.valueOf(AbiReader.MAX_DECODED_BYTES));
  }

  @Test
  void countsTheMemoryOfBytesAndStructs() {
    countsMemory(head -> head.bytes(0));
    countsMemory(head -> head.tuple(0, 33 << 15));
  }

  @Test
  void countsTheMemoryOfStructsInPlace() {
    int words = 33 << 15;
    AbiReader.Head head = new AbiReader(Bytes.of(new byte[32 * words])).head(words);
    assertThat(head.inline(0, words)).isNotNull();
    assertThatThrownBy(() -> head.inline(0, words)).isInstanceOf(AbiDecodeException.class);
  }

  @Test
  void namesTheLimitWhenManyOffsetsTakeTooMuchMemory() {
    int length = 1 << 20;
    Words words =
        new Words(Bytes.concat(Words.of(0x20, length).data(), Bytes.of(new byte[32 * length])));
    AbiReader.Head head = words.reader().head(1);
    assertThat(head.array(0, 1, false).size()).as("32 MiB").isEqualTo(length);
    refuses(words, it -> head.array(0, 1, false));
    assertThatThrownBy(() -> head.array(0, 1, false))
        .isInstanceOf(AbiDecodeException.class)
        .hasMessageContaining(String.valueOf(AbiReader.MAX_DECODED_BYTES));
  }
}
