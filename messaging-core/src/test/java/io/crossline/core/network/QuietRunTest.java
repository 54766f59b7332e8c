// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Chain;
import io.crossline.core.chain.Receipt;
import io.crossline.core.record.RecordWriter;
import io.crossline.core.store.HeapStore;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt64;
import io.crossline.messaging.store.StateStore;
import io.crossline.messaging.store.WriteBatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the outbox gives back is what it was given, however it keeps it. */
class QuietRunTest {
  private final Map<String, Chain> chains = new LinkedHashMap<>();

  private Bytes block(String name, long seconds) {
    Chain chain =
        chains.computeIfAbsent(
            name, n -> new Chain(n, new BlockInfo(UInt64.ONE, UInt64.of(1_000))));
    UInt64 time = UInt64.of(chain.block().timestamp().longValueExact() + seconds);
    Block<Receipt> block = chain.seal(new BlockInfo(chain.block().number().plus(UInt64.ONE), time));
    return RecordWriter.write(
        writer -> writer.number8(1).text(name).field(Block.codec(Receipt.CODEC), block));
  }

  private static Bytes counter(int kind, long number) {
    return Bytes.concat(Bytes.of((byte) kind, (byte) 0), Bytes.ofLong(number));
  }

  private Bytes some(Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> counter(random.nextInt(3), random.nextLong());
      case 1 -> Bytes.utf8("x".repeat(random.nextInt(120)));
      case 2 -> {
        Bytes block = block("L1", 12);
        byte[] other = block.toByteArray();
        other[random.nextInt(other.length)] ^= (byte) (1 << random.nextInt(8));
        yield Bytes.of(other);
      }
      case 3 -> {
        chains.remove("L2");
        yield block("L2", 6);
      }
      default -> block(random.nextBoolean() ? "L1" : "L2", random.nextInt(20));
    };
  }

  private static void commit(StateStore store, Outbox outbox) {
    WriteBatch batch = new WriteBatch();
    outbox.collect(batch);
    store.commit(batch);
    outbox.committed();
  }

  private static List<Bytes> read(Outbox outbox, long after) {
    List<Bytes> read = new ArrayList<>();
    long[] last = {after == 0 ? outbox.first() - 1 : after};
    outbox.read(
        after,
        (position, event) -> {
          assertThat(position).isEqualTo(++last[0]);
          return read.add(event);
        });
    return read;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void everyEventIsToldAsItWasAlsoAfterReopening(long seed) {
    Random random = new Random(seed);
    HeapStore store = new HeapStore();
    Outbox outbox = new Outbox(store);
    List<Bytes> all = new ArrayList<>();
    int quiet = 0;
    for (int i = 0; i < 6000; i++) {
      quiet = quiet > 0 ? quiet - 1 : random.nextInt(40) == 0 ? random.nextInt(1500) : 0;
      Bytes event = quiet > 0 ? block(i % 3 == 0 ? "L1" : "L2", i % 3 == 0 ? 12 : 6) : some(random);
      all.add(event);
      assertThat(outbox.append(event)).isEqualTo(all.size());
      if (random.nextInt(30) == 0) {
        commit(store, outbox);
      }
      if (random.nextInt(900) == 0) {
        commit(store, outbox);
        outbox = new Outbox(store);
      }
    }
    commit(store, outbox);
    assertThat(read(outbox, 0)).isEqualTo(all);
    for (int i = 0; i < 40; i++) {
      int after = random.nextInt(all.size());
      assertThat(read(outbox, after)).isEqualTo(all.subList(after, all.size()));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whoComesTooLateIsToldWhereTheOutboxBegins(long seed) {
    Random random = new Random(seed);
    HeapStore store = new HeapStore();
    Outbox outbox = new Outbox(store);
    List<Bytes> all = new ArrayList<>();
    long forgotten = 0;
    for (int i = 0; i < 3000; i++) {
      Bytes event = random.nextInt(50) == 0 ? some(random) : block("L1", 12);
      all.add(event);
      outbox.append(event);
      if (random.nextInt(40) == 0) {
        commit(store, outbox);
      }
      if (random.nextInt(300) == 0) {
        long upTo = random.nextInt(all.size());
        forgotten = Math.max(forgotten, Math.min(upTo, outbox.last()));
        outbox.forget(upTo);
        commit(store, outbox);
        if (random.nextBoolean()) {
          outbox = new Outbox(store);
        }
        assertThat(outbox.first()).isEqualTo(forgotten + 1);
        assertThat(read(outbox, 0)).isEqualTo(all.subList((int) forgotten, all.size()));
        assertThat(read(outbox, forgotten)).isEqualTo(all.subList((int) forgotten, all.size()));
      }
    }
    Outbox last = outbox;
    long first = forgotten + 1;
    assertThat(first).isGreaterThan(2);
    assertThatThrownBy(() -> last.read(first - 2, (position, event) -> true))
        .isInstanceOfSatisfying(
            ForgottenEventsException.class, late -> assertThat(late.first()).isEqualTo(first))
        .hasMessageStartingWith(
            "event " + (first - 1) + " is forgotten, the first one that is left is " + first);
  }

  @Test
  void fiveQuietDaysAreFewRows() {
    HeapStore store = new HeapStore();
    Outbox outbox = new Outbox(store);
    for (int second = 0; second < 5 * 86_400; second += 6) {
      outbox.append(block("L2", 6));
      outbox.append(counter(4, second / 6));
      if (second % 12 == 0) {
        outbox.append(block("L1", 12));
        outbox.append(counter(5, second / 12));
      }
      if (second % 3600 == 0) {
        commit(store, outbox);
      }
    }
    commit(store, outbox);
    long[] rows = {0, 0};
    for (String table : store.tables()) {
      store.scan(
          table,
          Bytes.EMPTY,
          (key, value) -> {
            rows[0]++;
            rows[1] += key.size() + value.size();
            return true;
          });
    }
    assertThat(outbox.last()).isEqualTo(216_000);
    assertThat(rows[0]).isLessThan(300);
    assertThat(rows[1]).isLessThan(200_000);
  }

  @Test
  void aRowThatIsDamagedIsNoSilence() {
    QuietRun run = QuietRun.of(1, block("L1", 12));
    Bytes row = run.encode();
    assertThat(QuietRun.first(row)).isEqualTo(1);
    assertThatThrownBy(() -> QuietRun.read(row, 2, (position, event) -> true))
        .isInstanceOf(MalformedInputException.class)
        .hasMessageContaining("events 1 to 2");
    assertThat(QuietRun.of(1, counter(1, 1))).isNull();
  }
}
