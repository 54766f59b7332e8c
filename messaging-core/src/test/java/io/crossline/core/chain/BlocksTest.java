// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.chain;

import static io.crossline.core.chain.ChainTest.address;
import static io.crossline.core.chain.ChainTest.block;
import static io.crossline.core.chain.ChainTest.topic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.crossline.core.abi.Require;
import io.crossline.core.state.Cell;
import io.crossline.core.state.JournaledList;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Codec;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sealing, undoing and restamping blocks. */
class BlocksTest {
  private static final EthAddress ALICE = address(0xa1);
  private static final EthAddress BOB = address(0xb0);

  private final Chain chain = new Chain("L1", block(1, 1000));
  private final JournaledList<Long> list =
      chain.state().list("list", Codec.of(Bytes::ofLong, bytes -> bytes.getLong(0)));
  private final Cell<Long> cell =
      chain.state().cell("cell", Codec.of(Bytes::ofLong, bytes -> bytes.getLong(0)), 0L);

  private String all() {
    return chain.balance(ALICE)
        + " "
        + chain.balance(BOB)
        + list.snapshot()
        + cell.get()
        + chain.storageOf(BOB).slot("n", Codec.UINT256, UInt256.ZERO).get()
        + chain.block()
        + chain.isBlockEmpty();
  }

  private void transact(long number) {
    chain
        .execute(
            ALICE,
            BOB,
            UInt256.of(number),
            frame -> {
              list.add(number);
              cell.set(number);
              frame.storage().slot("n", Codec.UINT256, UInt256.ZERO).set(UInt256.of(number));
              frame.emit(List.of(topic(number)), Bytes.EMPTY);
              return number;
            })
        .orThrow();
  }

  private Block<Receipt> seal(long number) {
    return chain.seal(block(number, 1000 + 12 * number));
  }

  @Test
  void aBlockHoldsWhatRanInIt() {
    chain.mint(ALICE, UInt256.of(100));
    transact(1);
    chain.execute(
        ALICE,
        BOB,
        UInt256.ZERO,
        frame -> {
          frame.emit(List.of(topic(7)), Bytes.EMPTY);
          throw frame.revert(new Require("NO"));
        });
    transact(2);
    Block<Receipt> sealed = seal(2);

    assertThat(sealed.info()).isEqualTo(block(1, 1000));
    assertThat(sealed.receipts()).extracting(Receipt::index).containsExactly(0, 1, 2);
    assertThat(sealed.logs())
        .extracting(log -> log.topics().get(0))
        .containsExactly(topic(1), topic(2));
    assertThat(sealed.parentHash()).isEqualTo(Bytes32.ZERO);
    assertThat(chain.block()).isEqualTo(block(2, 1024));
    assertThat(chain.isBlockEmpty()).isTrue();
    Block<Receipt> next = seal(3);
    assertThat(next.parentHash()).isEqualTo(sealed.hash()).isNotEqualTo(next.hash());
    assertThat(next.receipts()).isEmpty();
    assertThat(sealed.receipts()).hasSize(3);
  }

  @Test
  void severalBlocksAreUndoneFromTheLastOneBackwards() {
    chain.mint(ALICE, UInt256.of(1000));
    chain.state().journal().clear();
    List<Block<Receipt>> blocks = new ArrayList<>();
    List<String> atStart = new ArrayList<>();
    for (long number = 1; number <= 5; number++) {
      atStart.add(all());
      transact(number);
      transact(10 * number);
      blocks.add(seal(number + 1));
    }
    transact(77);
    for (int i = 4; i >= 0; i--) {
      chain.undo(blocks.get(i));
      assertThat(all()).isEqualTo(atStart.get(i));
    }
    // The same again gives the same blocks.
    for (int i = 0; i < 5; i++) {
      transact(i + 1);
      transact(10L * (i + 1));
      assertThat(seal(i + 2).hash()).isEqualTo(blocks.get(i).hash());
    }
  }

  @Test
  void onlyTheLastBlockIsUndone() {
    chain.mint(ALICE, UInt256.of(100));
    Block<Receipt> first = seal(2);
    transact(5);
    Block<Receipt> second = seal(3);
    transact(6);
    String before = all();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> chain.undo(first))
        .withMessageContaining("L1: block 1 is not the one that this chain sealed last")
        .withMessageContaining("backwards");
    assertThat(all()).isEqualTo(before);
    chain.undo(second);
    chain.undo(first);
    assertThatIllegalArgumentException().isThrownBy(() -> chain.undo(first));
    assertThatIllegalArgumentException().isThrownBy(() -> chain.undo(second));
  }

  @Test
  void aBlockWithTheSameHashIsAnotherBlock() {
    // The hash covers logs, not writes; so these two have one hash, and undoing the wrong one would
    // go unnoticed.
    chain.execute(ALICE, BOB, UInt256.ZERO, frame -> list.size());
    Block<Receipt> replaced = seal(2);
    chain.undo(replaced);
    chain.execute(
        ALICE,
        BOB,
        UInt256.ZERO,
        frame -> {
          list.add(1L);
          return 0;
        });
    Block<Receipt> present = seal(2);
    assertThat(present.hash()).isEqualTo(replaced.hash());
    String before = all();
    assertThatIllegalArgumentException().isThrownBy(() -> chain.undo(replaced));
    assertThat(all()).isEqualTo(before);
    chain.undo(present);
    assertThat(list.size()).isZero();
  }

  @Test
  void aBlockOfAnotherChainIsRefused() {
    Chain twin = new Chain("L1", block(1, 1000));
    Block<Receipt> foreign = twin.seal(block(2, 1024));
    Block<Receipt> own = seal(2);
    assertThat(foreign.hash()).isEqualTo(own.hash());
    assertThatIllegalArgumentException().isThrownBy(() -> chain.undo(foreign));
    assertThat(chain.block()).isEqualTo(block(2, 1024));
    chain.undo(own);
  }

  @Test
  void mintedCoinsBelongToTheOpenBlock() {
    chain.mint(ALICE, UInt256.of(5));
    Block<Receipt> first = seal(2);
    chain.mint(ALICE, UInt256.of(6));
    chain.undo(first);
    assertThat(chain.balance(ALICE)).isEqualTo(UInt256.ZERO);
  }

  @ParameterizedTest
  @CsvSource({"1, 1000", "0, 2000", "1, 2000", "2, 999"})
  void theNextBlockMustFollow(long number, long time) {
    String before = all();
    BlockInfo next = block(number, time);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> chain.seal(next))
        .withMessageContaining("does not follow")
        .withMessageContaining("number must be larger and its time not earlier");
    assertThat(all()).isEqualTo(before);
    assertThat(chain.seal(block(2, 1000)).info()).isEqualTo(block(1, 1000));
  }

  @Test
  void theHashDependsOnEverythingItCovers() {
    List<Bytes32> hashes = new ArrayList<>();
    for (int changed = 0; changed < 8; changed++) {
      Chain one = new Chain("x", block(changed == 1 ? 2 : 1, changed == 2 ? 1001 : 1000));
      int c = changed;
      one.execute(
          ALICE,
          c == 3 ? address(7) : BOB,
          UInt256.ZERO,
          frame -> {
            frame.emit(
                c == 4 ? List.of() : List.of(topic(c == 5 ? 2 : 1)),
                Bytes.parse(c == 6 ? "0x00" : "0x"));
            if (c == 7) {
              frame.emit(List.of(), Bytes.EMPTY);
            }
            return 0;
          });
      hashes.add(one.seal(block(9, 2000)).hash());
    }
    assertThat(hashes).doesNotHaveDuplicates();
  }

  @Test
  void anEmptyBlockGetsAnotherTime() {
    chain.restamp(UInt64.of(1000));
    chain.restamp(UInt64.of(1500));
    assertThat(chain.block()).isEqualTo(block(1, 1500));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> chain.restamp(UInt64.of(1499)))
        .withMessage("L1: time 1499 is before the block's time 1500");
    chain.execute(ALICE, BOB, UInt256.ZERO, frame -> 0);
    assertThatIllegalStateException()
        .isThrownBy(() -> chain.restamp(UInt64.of(1600)))
        .withMessage("L1: block 1 has transactions; its time cannot change");
    assertThat(chain.block()).isEqualTo(block(1, 1500));
  }

  @Test
  void receiptsAreCountedWithinTheBlock() {
    chain.mint(ALICE, UInt256.of(100));
    transact(1);
    transact(2);
    assertThat(chain.receiptsSince(1)).extracting(Receipt::index).containsExactly(1);
    List<Receipt> copy = chain.receiptsSince(0);
    seal(2);
    assertThat(copy).hasSize(2);
    assertThat(chain.receiptsSince(0)).isEmpty();
    for (int wrong : new int[] {-1, 1}) {
      assertThatExceptionOfType(IndexOutOfBoundsException.class)
          .isThrownBy(() -> chain.receiptsSince(wrong));
    }
  }
}
