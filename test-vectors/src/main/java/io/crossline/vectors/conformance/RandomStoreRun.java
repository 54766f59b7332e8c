// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.conformance;

import static io.crossline.vectors.conformance.StoreUnderTest.contents;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.store.StateStore;
import io.crossline.messaging.store.WriteBatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** A store beside a sorted map: after the same writes both must hold the same. */
final class RandomStoreRun {
  private static final int STEPS = 80;
  private static final int MOST_WRITES = 12;
  private static final int LONGEST_VALUE = 40;
  private static final List<String> TABLES = List.of("a", "aa", "b", "\u00e9", "a\0");

  private final StoreUnderTest place;
  private final long seed;
  private final Random random;
  private final Map<String, TreeMap<Bytes, Bytes>> model = new HashMap<>();
  private StateStore store;
  private long sequence;
  private int step;

  RandomStoreRun(StoreUnderTest place, long seed) throws Exception {
    this.place = place;
    this.seed = seed;
    random = new Random(seed);
    store = place.open();
    TABLES.forEach(table -> model.put(table, new TreeMap<>()));
  }

  void run() throws Exception {
    for (step = 1; step <= STEPS; step++) {
      switch (random.nextInt(16)) {
        case 0 -> reopen();
        case 1, 2, 3, 4, 5 -> scan();
        default -> commit();
      }
    }
    reopen();
  }

  private String where(String what) {
    return "seed " + seed + ", step " + step + ": " + what;
  }

  private void reopen() throws Exception {
    store = place.reopen();
    assertEquals(sequence, store.sequence(), () -> where("sequence after reopening"));
    Map<String, Map<Bytes, Bytes>> expected = new TreeMap<>(model);
    expected.values().removeIf(Map::isEmpty);
    assertEquals(expected, contents(store), () -> where("contents after reopening"));
  }

  private void commit() {
    WriteBatch batch = new WriteBatch();
    for (int i = random.nextInt(MOST_WRITES + 1); i > 0; i--) {
      String table = table();
      Bytes key = key();
      if (random.nextInt(3) == 0) {
        batch.remove(table, key);
        rows(table).remove(key);
      } else {
        byte[] value = new byte[random.nextInt(LONGEST_VALUE)];
        random.nextBytes(value);
        batch.put(table, key, Bytes.of(value));
        rows(table).put(key, Bytes.of(value));
      }
    }
    sequence++;
    assertEquals(sequence, store.commit(batch), () -> where("number of the commit"));
    assertEquals(sequence, store.sequence(), () -> where("sequence after the commit"));
  }

  private SortedMap<Bytes, Bytes> rows(String table) {
    return Objects.requireNonNull(model.get(table));
  }

  private String table() {
    return TABLES.get(random.nextInt(TABLES.size()));
  }

  /** Few enough to be met again, with many prefixes of one another. */
  private Bytes key() {
    byte[] bytes = new byte[random.nextInt(4)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (random.nextInt(3) * 0x7f + random.nextInt(2));
    }
    return Bytes.of(bytes);
  }

  private void scan() {
    String table = table();
    Bytes from = key();
    int limit = 1 + random.nextInt(20);
    SortedMap<Bytes, Bytes> tail = rows(table).tailMap(from);
    List<Map.Entry<Bytes, Bytes>> found = new ArrayList<>();
    store.scan(
        table,
        from,
        (key, value) -> {
          found.add(Map.entry(key, value));
          return found.size() < limit;
        });
    List<Map.Entry<Bytes, Bytes>> expected =
        tail.entrySet().stream().limit(limit).map(Map.Entry::copyOf).toList();
    assertEquals(expected, found, () -> where("scan of " + table + " from " + from));
  }
}
