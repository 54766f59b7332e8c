// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordTableTest {
  private static final WordHash HASHING = new WordHash(new SplittableRandom(5));
  private static final List<UInt256> COLLIDING = colliding();

  private final Journal journal = new Journal();
  private final WordTable table = new WordTable(journal, "table", null, HASHING);

  /** Keys whose search starts at the last slot of a small table and goes on at its first. */
  private static List<UInt256> colliding() {
    List<UInt256> keys = new ArrayList<>();
    for (long i = 0; keys.size() < 200; i++) {
      if (HASHING.of(i, 1, 2, 3) >>> 54 == 0x3ff) {
        keys.add(UInt256.ofLimbs(i, 1, 2, 3));
      }
    }
    return keys;
  }

  private static UInt256 colliding(int i) {
    return COLLIDING.get(i);
  }

  private static void assertHolds(
      WordTable table, Map<UInt256, UInt256> model, List<UInt256> keys) {
    assertThat(table.size()).isEqualTo(model.size());
    List<UInt256> wrong =
        keys.stream()
            .filter(key -> !table.get(key).equals(model.getOrDefault(key, UInt256.ZERO)))
            .toList();
    assertThat(wrong).isEmpty();
  }

  @Test
  void whatWasNotWrittenIsZero() {
    assertThat(table.get(UInt256.of(5))).isEqualTo(UInt256.ZERO);
    table.put(UInt256.of(5), UInt256.of(7));
    assertThat(table.get(UInt256.of(5))).isEqualTo(UInt256.of(7));
    assertThat(table.get(UInt256.of(6))).isEqualTo(UInt256.ZERO);
    assertThat(table.size()).isEqualTo(1);
  }

  @Test
  void keysAreWordsOfAnyType() {
    UInt256 seven = UInt256.of(7);
    table.put(EthAddress.truncate(seven), UInt256.ONE);
    assertThat(table.get(seven)).isEqualTo(UInt256.ONE);
    assertThat(table.get(Bytes32.ofLimbs(0, 0, 0, 7))).isEqualTo(UInt256.ONE);
  }

  @Test
  void theKeyZeroIsAKeyAsAnyOther() {
    table.put(UInt256.ZERO, UInt256.MAX);
    assertThat(table.get(UInt256.ZERO)).isEqualTo(UInt256.MAX);
    assertThat(table.size()).isEqualTo(1);
    table.put(UInt256.ZERO, UInt256.ZERO);
    assertThat(table.get(UInt256.ZERO)).isEqualTo(UInt256.ZERO);
    assertThat(table.size()).isZero();
  }

  @Test
  void keysAndValuesDifferInEveryLimb() {
    for (int i = 0; i < 4; i++) {
      long[] l = new long[4];
      l[i] = 1L << 40;
      UInt256 word = UInt256.ofLimbs(l[0], l[1], l[2], l[3]);
      table.put(word, word);
    }
    assertThat(table.size()).isEqualTo(4);
    for (int i = 0; i < 4; i++) {
      long[] l = new long[4];
      l[i] = 1L << 40;
      UInt256 word = UInt256.ofLimbs(l[0], l[1], l[2], l[3]);
      assertThat(table.get(word)).isEqualTo(word);
      table.put(word, UInt256.ZERO);
      assertThat(table.size()).isEqualTo(3 - i);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void keysThatDifferInOneLimbAreDifferentKeys(int limb) {
    for (int i = 1; i <= 1000; i++) {
      table.put(differing(limb, i), UInt256.of(i));
    }
    assertThat(table.size()).isEqualTo(1000);
    for (int i = 1; i <= 1000; i++) {
      assertThat(table.get(differing(limb, i))).isEqualTo(UInt256.of(i));
    }
  }

  private static UInt256 differing(int limb, long value) {
    long[] limbs = {5, 5, 5, 5};
    limbs[limb] = value << 20;
    return UInt256.ofLimbs(limbs[0], limbs[1], limbs[2], limbs[3]);
  }

  @Test
  void writingZeroToAnAbsentKeyAddsNothing() {
    for (int i = 0; i < 1000; i++) {
      table.put(UInt256.of(i), UInt256.ZERO);
    }
    assertThat(table.size()).isZero();
  }

  @Test
  void deletesFromTheMiddleOfColliding() {
    // Every order of deleting five keys of one run leaves the others to be found.
    List<List<Integer>> orders = new ArrayList<>();
    permute(new ArrayList<>(List.of(0, 1, 2, 3, 4)), 0, orders);
    assertThat(orders).hasSize(120);
    for (List<Integer> order : orders) {
      WordTable fresh = new WordTable(new Journal(), "fresh", null, HASHING);
      List<UInt256> keys = new ArrayList<>();
      Map<UInt256, UInt256> model = new HashMap<>();
      for (int i = 0; i < 5; i++) {
        keys.add(colliding(i + 1));
        model.put(colliding(i + 1), UInt256.of(100 + i));
        fresh.put(colliding(i + 1), UInt256.of(100 + i));
      }
      for (int index : order) {
        fresh.put(keys.get(index), UInt256.ZERO);
        model.remove(keys.get(index));
        assertHolds(fresh, model, keys);
      }
    }
  }

  private static void permute(List<Integer> items, int from, List<List<Integer>> out) {
    if (from == items.size()) {
      out.add(List.copyOf(items));
    }
    for (int i = from; i < items.size(); i++) {
      Collections.swap(items, from, i);
      permute(items, from + 1, out);
      Collections.swap(items, from, i);
    }
  }

  @Test
  void growsWithoutLosingAnything() {
    int many = 50_000;
    for (int i = 1; i <= many; i++) {
      table.put(i % 3 == 0 ? colliding(i % 300 / 3) : UInt256.ofLimbs(i, 0, 0, i), UInt256.of(i));
    }
    assertThat(table.size()).isEqualTo(many - many / 3 + 100);
    for (int i = 1; i <= many; i++) {
      if (i % 3 != 0) {
        assertThat(table.get(UInt256.ofLimbs(i, 0, 0, i))).isEqualTo(UInt256.of(i));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"11, 8, 4000", "22, 30, 4000", "33, 400, 20000", "44, 3000, 30000"})
  void agreesWithAHashMapUnderWritesAndReverts(long seed, int keyCount, int steps) {
    Random random = new Random(seed);
    List<UInt256> keys = new ArrayList<>();
    for (int i = 0; i < keyCount; i++) {
      keys.add(
          i % 2 == 0 && i < 200
              ? colliding(i)
              : UInt256.ofLimbs(random.nextLong(), random.nextInt(2), 0, random.nextLong()));
    }
    Map<UInt256, UInt256> model = new HashMap<>();
    List<Journal.Mark> marks = new ArrayList<>();
    List<Map<UInt256, UInt256>> models = new ArrayList<>();
    for (int step = 0; step < steps; step++) {
      int kind = random.nextInt(100);
      if (kind < 3) {
        marks.add(journal.mark());
        models.add(new HashMap<>(model));
      } else if (kind < 5 && !marks.isEmpty()) {
        int back = marks.size() - 1 - random.nextInt(Math.min(3, marks.size()));
        journal.revertTo(marks.get(back));
        model = new HashMap<>(models.get(back));
        marks.subList(back, marks.size()).clear();
        models.subList(back, models.size()).clear();
        assertHolds(table, model, keys);
      } else {
        UInt256 key = keys.get(random.nextInt(keyCount));
        UInt256 value =
            random.nextInt(3) == 0
                ? UInt256.ZERO
                : UInt256.ofLimbs(random.nextInt(2), 0, 0, random.nextInt(3));
        table.put(key, value);
        if (value.isZero()) {
          model.remove(key);
        } else {
          model.put(key, value);
        }
        assertThat(table.get(key)).isEqualTo(value);
      }
    }
    assertHolds(table, model, keys);
    journal.seal().undo();
    assertThat(table.size()).isZero();
  }
}
