// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecentTableTest {
  /**
   * Against a map that forgets its eldest entry; few places for many keys, so that they collide.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 1000, 1024, 1025, 5000})
  void keepsTheLastRows(int capacity) {
    Random random = new Random(capacity);
    RecentTable table = new RecentTable(capacity, 2);
    Map<Long, Integer> model =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Long, Integer> eldest) {
            return size() > capacity;
          }
        };
    for (int i = 0; i < 20_000; i++) {
      long key = random.nextInt(3 * capacity + 1);
      int row = table.find(key % 64, key);
      assertThat(row >= 0).isEqualTo(model.containsKey(key));
      if (row < 0) {
        row = table.add(key % 64, key);
        assertThat(table.get(row, 1)).isZero();
        table.set(row, 1, i);
        model.put(key, i);
      } else {
        assertThat(table.get(row, 1)).isEqualTo(model.get(key));
      }
    }
    model.forEach(
        (key, value) -> assertThat(table.get(table.find(key % 64, key), 1)).isEqualTo(value));
  }

  @Test
  void aCapacityIsAtLeastOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RecentTable(0, 1))
        .withMessage("capacity: must be at least 1, found 0");
  }
}
