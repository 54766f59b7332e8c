// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.crossline.messaging.UInt256;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table against a HashMap. */
class WordTableModelTest {
  private static final long HASH_SEED = 7;
  private static final int BYTES_A_SLOT = 40;

  private final Journal journal = new Journal();
  private final WordHash hashing = new WordHash(new SplittableRandom(HASH_SEED));
  private final WordTable table = new WordTable(journal, "table", null, hashing);
  private final Map<UInt256, UInt256> model = new HashMap<>();
  private final Set<UInt256> seen = new HashSet<>();
  private final SplittableRandom random = new SplittableRandom(1);

  private void put(UInt256 key, UInt256 value) {
    table.put(key, value);
    seen.add(key);
    if (value.isZero()) {
      model.remove(key);
    } else {
      model.put(key, value);
    }
  }

  private void assertLikeTheModel() {
    assertThat(table.size()).isEqualTo(model.size());
    List<UInt256> wrong = new ArrayList<>();
    for (UInt256 key : seen) {
      if (!table.get(key).equals(model.getOrDefault(key, UInt256.ZERO))) {
        wrong.add(key);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private UInt256 anyWord() {
    return UInt256.ofLimbs(
        random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
  }

  /** Nothing, one that fits a long, one just too large for that, or one of any limbs. */
  private UInt256 anyValue() {
    return switch (random.nextInt(6)) {
      case 0 -> UInt256.ZERO;
      case 1 -> UInt256.of(random.nextLong() >>> random.nextInt(1, 64));
      case 2 -> UInt256.of(Long.MAX_VALUE);
      case 3 -> UInt256.ofLimbs(0, 0, 0, Long.MIN_VALUE);
      case 4 -> {
        long[] limbs = new long[4];
        limbs[random.nextInt(4)] = random.nextLong() | 1;
        yield UInt256.ofLimbs(limbs[0], limbs[1], limbs[2], limbs[3]);
      }
      default -> anyWord();
    };
  }

  /** A key whose hash is 0, whatever its other two limbs: one factor of each product is 0. */
  private UInt256 collidingKey(long k0, long k2) {
    SplittableRandom seeds = new SplittableRandom(HASH_SEED);
    seeds.nextLong();
    long seed1 = seeds.nextLong();
    seeds.nextLong();
    return UInt256.ofLimbs(k0, seed1, k2, seeds.nextLong());
  }

  private long hashOf(UInt256 key) {
    return hashing.of(key.limb(0), key.limb(1), key.limb(2), key.limb(3));
  }

  private UInt256 keyWithHashBelow(long limit) {
    while (true) {
      UInt256 key = anyWord();
      if (Long.compareUnsigned(hashOf(key), limit) < 0) {
        return key;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 20, 1_000, 30_000})
  void longRandomHistoriesWithUndoing(int keyCount) {
    List<UInt256> keys = new ArrayList<>();
    for (int i = 0; i < keyCount; i++) {
      keys.add(i % 3 == 0 ? UInt256.of(i) : anyWord());
    }
    for (int round = 0; round < 12; round++) {
      journal.clear();
      Map<UInt256, UInt256> before = new HashMap<>(model);
      Journal.Mark mark = journal.mark();
      write(keys, anyValueOrNone(round));
      assertLikeTheModel();
      if (round % 3 == 1) {
        if (round % 2 == 0) {
          journal.revertTo(mark);
        } else {
          journal.seal().undo();
        }
        model.clear();
        model.putAll(before);
        assertLikeTheModel();
      }
    }
  }

  /** In every fourth round nearly everything is deleted. */
  private Supplier<UInt256> anyValueOrNone(int round) {
    return () -> round % 4 == 3 && random.nextInt(50) != 0 ? UInt256.ZERO : anyValue();
  }

  private void write(List<UInt256> keys, Supplier<UInt256> values) {
    for (int i = 0; i < 2 * keys.size() + 50; i++) {
      put(keys.get(random.nextInt(keys.size())), values.get());
    }
  }

  @Test
  void valuesChangeBetweenOneLongAndMore() {
    List<UInt256> values =
        List.of(
            UInt256.ONE,
            UInt256.MAX,
            UInt256.of(Long.MAX_VALUE),
            UInt256.ofLimbs(0, 0, 0, -1),
            UInt256.ZERO,
            UInt256.ofLimbs(0, 0, 1, 0),
            UInt256.ofLimbs(0, 1, 0, 0),
            UInt256.ofLimbs(1, 0, 0, 0),
            UInt256.of(7));
    for (UInt256 from : values) {
      for (UInt256 to : values) {
        for (int i = 0; i < 600; i++) {
          put(UInt256.of(i), from);
        }
        for (int i = 0; i < 600; i += 2) {
          put(UInt256.of(i), to);
        }
        assertLikeTheModel();
      }
    }
  }

  @Test
  void keysWithTheSameHash() {
    for (int i = 0; i < 6_000; i++) {
      UInt256 key = collidingKey(i % 100, i / 100);
      assertThat(hashOf(key)).isZero();
      put(key, anyValue());
    }
    assertLikeTheModel();
    // No way to split them: the slots must not be more for that.
    assertThat(table.slots()).isLessThanOrEqualTo(2L * table.size() + 64);
    for (int i = 0; i < 6_000; i++) {
      put(collidingKey(i * 7 % 100, i / 100), i % 5 == 0 ? UInt256.ONE : UInt256.ZERO);
    }
    assertLikeTheModel();
    journal.revertTo(new Journal.Mark(0, 0));
    model.clear();
    assertLikeTheModel();
  }

  @Test
  void keysWhoseHashesBeginAlikeAmongOthers() {
    long limit = 1L << 54;
    for (int i = 0; i < 8_000; i++) {
      put(keyWithHashBelow(limit), anyValue());
    }
    assertLikeTheModel();
    for (int i = 0; i < 60_000; i++) {
      put(anyWord(), UInt256.ONE);
    }
    assertLikeTheModel();
    seen.stream().filter(key -> hashOf(key) % 3 != 0).forEach(key -> put(key, UInt256.ZERO));
    assertLikeTheModel();
  }

  @Test
  void itIsAtLeastHalfFullAtEverySize() {
    int next = 7;
    for (int i = 1; i <= 100_000; i++) {
      table.put(anyWord(), UInt256.ONE);
      if (i == next) {
        double bytes = (double) BYTES_A_SLOT * table.slots() / table.size();
        assertThat(bytes).as("bytes a key, of %s", i).isBetween(53.0, 80.0);
        next = i + 1 + i / 64;
      }
    }
  }

  @Test
  void whatIsDeletedMakesRoom() {
    UInt256[] keys = new UInt256[20_000];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = anyWord();
    }
    UInt256[] values = {UInt256.ONE, UInt256.MAX};
    churn(keys, values, 1);
    long slots = table.slots();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadAllocatedBytes();
    churn(keys, values, 20);
    assertThat(threads.getCurrentThreadAllocatedBytes() - start).isLessThan(100_000);
    assertThat(table.slots()).isEqualTo(slots);
    assertThat(table.size()).isZero();
  }

  /** Lets the keys come and go, 5000 of them at a time. */
  private void churn(UInt256[] keys, UInt256[] values, int times) {
    int present = 5_000;
    for (int i = 0; i < times * keys.length + present; i++) {
      if (i >= present) {
        table.put(keys[(i - present) % keys.length], UInt256.ZERO);
      }
      if (i < times * keys.length) {
        table.put(keys[i % keys.length], values[i & 1]);
      }
      if (i % 100 == 0) {
        journal.clear();
      }
    }
  }
}
