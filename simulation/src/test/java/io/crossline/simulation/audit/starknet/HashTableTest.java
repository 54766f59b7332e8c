// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.starknet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.hash.Keccak256;
import io.crossline.messaging.Bytes32;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HashTableTest {
  private final HashTable table = new HashTable();

  @Test
  void holdsWhatWasPut() {
    Map<Bytes32, Long> all = new HashMap<>();
    for (int i = 0; i < 10_000; i++) {
      Bytes32 hash = hash(i % 7_000);
      table.put(hash, i);
      all.put(hash, (long) i);
    }
    Map<Bytes32, Long> found = new HashMap<>();
    table.forEach(found::put);
    assertThat(found).isEqualTo(all);
    all.forEach((hash, number) -> assertThat(table.get(hash)).isEqualTo(number));
    assertThat(table.contains(hash(6_999))).isTrue();
    assertThat(table.contains(hash(7_000))).isFalse();
    assertThat(table.get(hash(7_000))).isZero();
  }

  @Test
  void hashesThatWantTheSamePlaceAreKeptApart() {
    for (int i = 1; i <= 10; i++) {
      table.put(Bytes32.ofLimbs(i, 0, 0, 63), i);
    }
    for (int i = 1; i <= 10; i++) {
      assertThat(table.get(Bytes32.ofLimbs(i, 0, 0, 63))).isEqualTo(i);
    }
    assertThat(table.contains(Bytes32.ofLimbs(11, 0, 0, 63))).isFalse();
  }

  @Test
  void aHashOfNoughtIsNobodys() {
    assertThat(table.contains(Bytes32.ZERO)).isFalse();
    assertThatThrownBy(() -> table.put(Bytes32.ZERO, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("hash of nought");
  }

  private static Bytes32 hash(long seed) {
    return Keccak256.ofThread().absorb(seed).digest();
  }
}
