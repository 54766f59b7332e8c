// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.messaging.Bytes;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The tree stays sorted and flat, and no version of it changes. */
class KeyTreeTest {
  private static final int KEYS = 4096;

  private static Bytes key(int number) {
    return Bytes.of((byte) (number >>> 8), (byte) number);
  }

  private static Map<Bytes, Bytes> entries(@Nullable KeyTree tree) {
    Map<Bytes, Bytes> entries = new TreeMap<>();
    KeyTree.visit(tree, Bytes.EMPTY, (key, value) -> entries.put(key, value) == null);
    return entries;
  }

  /** An AVL tree is at most 1.45 times as high as a full one. */
  private static void assertFlat(@Nullable KeyTree tree, int entries) {
    double full = Math.log(entries + 2) / Math.log(2);
    assertThat(KeyTree.height(tree)).isLessThanOrEqualTo((int) (1.45 * full));
  }

  @Test
  void staysFlatWhateverTheOrder() {
    KeyTree rising = null;
    KeyTree falling = null;
    for (int i = 0; i < KEYS; i++) {
      rising = KeyTree.with(rising, key(i), Bytes.EMPTY);
      falling = KeyTree.with(falling, key(KEYS - i), Bytes.EMPTY);
      assertFlat(rising, i + 1);
      assertFlat(falling, i + 1);
    }
    for (int i = 0; i < KEYS; i++) {
      rising = KeyTree.without(rising, key(i));
      assertFlat(rising, KEYS - i - 1);
    }
    assertThat(rising).isNull();
  }

  @Test
  void holdsWhatATreeMapHoldsAndKeepsItsVersions() {
    Random random = new Random(7);
    TreeMap<Bytes, Bytes> model = new TreeMap<>();
    KeyTree tree = null;
    for (int round = 0; round < 60; round++) {
      KeyTree before = tree;
      Map<Bytes, Bytes> held = new TreeMap<>(model);
      for (int i = 0; i < 100; i++) {
        Bytes key = key(random.nextInt(500));
        if (random.nextInt(5) < 2 + round % 2) {
          tree = KeyTree.without(tree, key);
          model.remove(key);
        } else {
          Bytes value = key(random.nextInt());
          tree = KeyTree.with(tree, key, value);
          model.put(key, value);
        }
        assertFlat(tree, model.size());
      }
      assertThat(entries(tree)).isEqualTo(model);
      assertThat(entries(before)).isEqualTo(held);
    }
  }

  @Test
  void removingWhatIsNotThereChangesNothing() {
    KeyTree tree = KeyTree.with(KeyTree.with(null, key(1), Bytes.EMPTY), key(3), Bytes.EMPTY);
    assertThat(KeyTree.without(tree, key(2))).isSameAs(tree);
  }
}
