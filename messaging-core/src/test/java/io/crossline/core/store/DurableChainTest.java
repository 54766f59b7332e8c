// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.crossline.core.abi.Require;
import io.crossline.core.chain.Block;
import io.crossline.core.chain.Chain;
import io.crossline.core.chain.Receipt;
import io.crossline.core.chain.RevertSignal;
import io.crossline.core.state.Cell;
import io.crossline.core.state.JournaledSets;
import io.crossline.core.state.ObjectTable;
import io.crossline.core.state.State;
import io.crossline.core.state.WordTable;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Codec;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.messaging.store.WriteBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A chain on a store is after every reopening what one without a store is. */
class DurableChainTest {
  private static final EthAddress HOST =
      EthAddress.parse("0x00000000000000000000000000000000000000aa");
  private static final EthAddress USER =
      EthAddress.parse("0x00000000000000000000000000000000000000bb");
  private static final BlockInfo FIRST = new BlockInfo(UInt64.ONE, UInt64.of(1000));

  private HeapStore store = new HeapStore();
  private World durable = new World(new Chain("L1", FIRST, store));

  /** A contract with one of everything that a state has. */
  private static final class World {
    private final Chain chain;
    private final WordTable words;
    private final ObjectTable<String, UInt256> objects;
    private final JournaledSets<String, String> sets;
    private final Cell<UInt256> cell;
    private final List<Block<Receipt>> blocks;

    World(Chain chain) {
      this.chain = chain;
      State tables = chain.state().scope("host");
      words = tables.wordTable("words");
      objects = tables.objectTable("objects", Codec.TEXT, Codec.UINT256);
      sets = new JournaledSets<>(tables, "sets", Codec.TEXT, Codec.TEXT);
      cell = tables.cell("cell", Codec.UINT256, UInt256.of(7));
      if (tables.begin()) {
        words.put(UInt256.ONE, UInt256.of(11));
      }
      blocks = new ArrayList<>(chain.restored());
    }

    /** A transaction that writes, and fails now and then. */
    void write(Random random) {
      chain.execute(
          USER,
          HOST,
          UInt256.ZERO,
          frame -> {
            for (int i = random.nextInt(4); i >= 0; i--) {
              String key = "k" + random.nextInt(5);
              words.put(UInt256.of(random.nextInt(5)), UInt256.of(random.nextInt(3)));
              objects.put(key, UInt256.of(random.nextInt(9)));
              objects.remove("k" + random.nextInt(5));
              sets.add(key, "v" + random.nextInt(5));
              sets.remove(key, "v" + random.nextInt(5));
              frame.storage().slot("slot", Codec.TEXT, "").set("s" + random.nextInt(100));
              cell.set(UInt256.of(random.nextInt(100)));
              frame.emit(new Log(HOST, List.of(Bytes32.ZERO), Bytes.ofLong(random.nextInt(100))));
            }
            if (random.nextInt(4) == 0) {
              throw new RevertSignal(new Require("not today"));
            }
            return true;
          });
    }

    void seal() {
      UInt64 number = chain.block().number().plus(UInt64.ONE);
      blocks.add(chain.seal(new BlockInfo(number, UInt64.of(1000).plus(number))));
    }

    String all() {
      StringBuilder all = new StringBuilder();
      for (int i = 0; i < 5; i++) {
        all.append(words.get(UInt256.of(i))).append(' ').append(objects.get("k" + i));
        all.append(sets.snapshot("k" + i));
      }
      all.append(chain.balance(USER)).append(' ').append(cell.get());
      all.append(chain.block()).append(chain.receiptsSince(0));
      for (Block<Receipt> block : blocks) {
        all.append('\n').append(block.info()).append(block.hash()).append(block.parentHash());
        all.append(block.receipts());
      }
      return all.toString();
    }
  }

  private void commit() {
    WriteBatch batch = new WriteBatch();
    durable.chain.collect(batch);
    store.commit(batch);
  }

  private void reopen() {
    commit();
    store.close();
    store = store.reopen();
    durable = new World(new Chain("L1", FIRST, store));
  }

  @Test
  void itIsTheSameAfterEveryReopening() {
    for (long seed = 1; seed <= 60; seed++) {
      store.close();
      store = new HeapStore();
      durable = new World(new Chain("L1", FIRST, store));
      World plain = new World(new Chain("L1", FIRST));
      Random random = new Random(seed);
      for (int step = 0; step < 60; step++) {
        long choice = random.nextLong();
        act(plain, new Random(choice));
        act(durable, new Random(choice));
        if (random.nextInt(3) == 0) {
          reopen();
        } else if (random.nextInt(3) == 0) {
          commit();
        }
        assertThat(durable.all()).as("seed %d, step %d", seed, step).isEqualTo(plain.all());
      }
    }
  }

  private static void act(World world, Random random) {
    int what = random.nextInt(10);
    if (what < 5) {
      world.write(random);
    } else if (what < 7) {
      world.seal();
    } else if (what == 7) {
      world.chain.undoOpen();
    } else if (what == 8 && !world.blocks.isEmpty()) {
      world.chain.undo(world.blocks.remove(world.blocks.size() - 1));
    } else {
      world.chain.mint(USER, UInt256.of(random.nextInt(10)));
    }
  }

  @Test
  void whatWasNotCommittedIsGoneWhole() {
    commit();
    String before = durable.all();
    durable.write(new Random(3));
    durable.seal();
    store.close();
    store = store.reopen();
    durable = new World(new Chain("L1", FIRST, store));
    assertThat(durable.all()).isEqualTo(before);
  }

  @Test
  void whatIsPutInAtTheBeginningIsPutInOnce() {
    durable.words.put(UInt256.ONE, UInt256.ZERO);
    reopen();
    assertThat(durable.words.get(UInt256.ONE)).isEqualTo(UInt256.ZERO);
  }

  @Test
  void whatIsFixedIsForgotten() {
    for (int i = 0; i < 5; i++) {
      durable.write(new Random(i));
      durable.seal();
    }
    commit();
    durable.chain.fixed(UInt64.of(3));
    reopen();
    assertThat(durable.chain.restored())
        .extracting(block -> block.info().number())
        .containsExactly(UInt64.of(4), UInt64.of(5));
    assertThat(store.tables()).contains("L1/blocks/undo");
    durable.chain.fixed(UInt64.of(5));
    reopen();
    assertThat(durable.chain.restored()).isEmpty();
    assertThat(store.tables()).doesNotContain("L1/blocks/undo", "L1/blocks/receipts");
  }

  @Test
  void nothingIsWrittenTwice() {
    durable.write(new Random(1));
    commit();
    WriteBatch batch = new WriteBatch();
    durable.chain.collect(batch);
    assertThat(batch.writes()).isEmpty();
  }

  @Test
  void aBlockIsNotUndoneWithoutTheContractThatWroteInIt() {
    durable.write(new Random(1));
    durable.seal();
    commit();
    store.close();
    store = store.reopen();
    Chain bare = new Chain("L1", FIRST, store);
    assertThatIllegalStateException()
        .isThrownBy(() -> bare.undo(bare.restored().get(0)))
        .withMessageContaining("Deploy the contract");
  }
}
