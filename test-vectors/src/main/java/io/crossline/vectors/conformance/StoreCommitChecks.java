// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.conformance;

import static io.crossline.vectors.conformance.StoreUnderTest.get;
import static io.crossline.vectors.conformance.StoreUnderTest.put;
import static io.crossline.vectors.conformance.StoreUnderTest.scan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.store.StateStore;
import io.crossline.messaging.store.WriteBatch;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What must hold of commits, one after the other. */
final class StoreCommitChecks {
  private static final Bytes A = Bytes.utf8("a");
  private static final Bytes B = Bytes.utf8("b");
  private static final Bytes C = Bytes.utf8("c");
  private static final Bytes ONE = Bytes.utf8("1");
  private static final Bytes TWO = Bytes.utf8("2");
  private static final int MEGABYTE = 1 << 20;
  private static final int MANY = 10_000;
  private static final int PER_COMMIT = 1000;

  private StoreCommitChecks() {}

  static void countsEveryCommit(StoreUnderTest place) throws Exception {
    StateStore store = place.open();
    assertEquals(0, store.sequence(), "sequence of a new store");
    assertEquals(Set.of(), new TreeSet<>(store.tables()), "tables of a new store");
    for (long expected = 1; expected <= 6; expected++) {
      WriteBatch batch = expected % 2 == 0 ? new WriteBatch() : put("t", "a", "" + expected);
      assertEquals(expected, store.commit(batch), "sequence number of commit " + expected);
      assertEquals(expected, store.sequence(), "sequence after commit " + expected);
    }
  }

  static void writesBatchesInOrderAndWhole(StoreUnderTest place) throws Exception {
    StateStore store = place.open();
    store.commit(new WriteBatch().put("t", A, ONE).put("t", B, ONE));
    assertEquals(Map.of(A, ONE, B, ONE), scan(store, "t"));
    WriteBatch batch = new WriteBatch();
    batch.put("t", A, ONE).put("t", A, TWO); // the later one wins
    batch.remove("t", B).put("t", B, TWO).remove("t", B);
    batch.put("t", C, ONE).remove("t", C).put("t", C, TWO);
    batch.put("other", A, ONE);
    store.commit(batch);
    assertEquals(Map.of(A, TWO, C, TWO), scan(store, "t"));
    assertEquals(Map.of(A, ONE), scan(store, "other"));
    assertEquals(Map.of(A, TWO, C, TWO), scan(place.reopen(), "t"), "after reopening");
  }

  static void forgetsWhatIsRemoved(StoreUnderTest place) throws Exception {
    StateStore store = place.open();
    store.commit(new WriteBatch().put("t", A, ONE).put("t", B, ONE).put("t", C, ONE));
    store.commit(new WriteBatch().remove("t", B));
    assertEquals(Map.of(A, ONE, C, ONE), scan(store, "t"));
    assertEquals(3, store.commit(new WriteBatch().remove("t", B).remove("never", B)));
    assertEquals(Map.of(A, ONE, C, ONE), scan(store, "t"), "after removing what is not there");
    store = place.reopen();
    assertEquals(Map.of(A, ONE, C, ONE), scan(store, "t"), "after reopening");
    store.commit(new WriteBatch().put("t", B, TWO));
    assertEquals(Map.of(A, ONE, B, TWO, C, ONE), scan(store, "t"), "set again");
  }

  static void tellsEmptyFromAbsent(StoreUnderTest place) throws Exception {
    StateStore store = place.open();
    store.commit(new WriteBatch().put("t", A, Bytes.EMPTY).put("t", Bytes.EMPTY, ONE));
    store.commit(new WriteBatch().put("t", B, ONE));
    store.commit(new WriteBatch().put("t", B, Bytes.EMPTY));
    Map<Bytes, Bytes> expected = Map.of(Bytes.EMPTY, ONE, A, Bytes.EMPTY, B, Bytes.EMPTY);
    assertEquals(expected, scan(store, "t"));
    assertEquals(expected, scan(place.reopen(), "t"), "after reopening");
    assertNull(get(place.reopen(), "t", C), "never set");
  }

  /** Names and keys that look alike once they are strung together. */
  private static Map<String, Bytes> alike() {
    Map<String, Bytes> alike = new LinkedHashMap<>();
    alike.put("t", Bytes.utf8("able"));
    alike.put("tab", Bytes.utf8("le"));
    alike.put("table", Bytes.EMPTY);
    alike.put("t\0", Bytes.utf8("able"));
    alike.put("\0", Bytes.utf8("t\0able"));
    alike.put("\0\0", Bytes.utf8("table"));
    alike.put("t/able", Bytes.utf8("/"));
    alike.put("T", Bytes.utf8("able"));
    alike.put(" ", Bytes.utf8(" "));
    alike.put("\u00e9\u4ea4\ud83d\ude80", Bytes.utf8("\u00e9"));
    alike.put("e\u0301", Bytes.utf8("\u0301"));
    alike.put("\u00e9", Bytes.EMPTY);
    alike.put("x".repeat(255), Bytes.utf8("x"));
    alike.put("x".repeat(254), Bytes.utf8("xx"));
    alike.put("\u4ea4".repeat(85), Bytes.EMPTY);
    return alike;
  }

  static void keepsTablesApart(StoreUnderTest place) throws Exception {
    Map<String, Bytes> alike = alike();
    StateStore store = place.open();
    WriteBatch batch = new WriteBatch();
    alike.forEach((table, key) -> batch.put(table, key, Bytes.utf8(table)));
    store.commit(batch);
    for (boolean again : new boolean[] {false, true}) {
      assertEquals(new TreeSet<>(alike.keySet()), new TreeSet<>(store.tables()));
      for (Map.Entry<String, Bytes> entry : alike.entrySet()) {
        assertEquals(
            Map.of(entry.getValue(), Bytes.utf8(entry.getKey())),
            scan(store, entry.getKey()),
            () -> "table \"" + entry.getKey() + "\"" + (again ? " after reopening" : ""));
      }
      store = place.reopen();
    }
    // Each key goes from all tables but its own.
    WriteBatch removal = new WriteBatch();
    alike.forEach(
        (table, own) ->
            alike.values().stream()
                .filter(key -> !key.equals(own))
                .forEach(key -> removal.remove(table, key)));
    store.commit(removal);
    assertEquals(new TreeSet<>(alike.keySet()), new TreeSet<>(store.tables()), "after removals");
  }

  static void refusesIllegalNames(StoreUnderTest place) throws Exception {
    StateStore store = place.open();
    store.commit(put("t", "a", "1"));
    for (String illegal : List.of("", "x".repeat(256), "\u4ea4".repeat(86))) {
      assertThrows(
          IllegalArgumentException.class, () -> store.commit(put(illegal, "a", "2")), illegal);
      assertThrows(
          IllegalArgumentException.class,
          () -> store.commit(new WriteBatch().remove(illegal, A)),
          illegal);
      try {
        assertEquals(Map.of(), scan(store, illegal), "entries under an illegal name");
      } catch (IllegalArgumentException e) {
        // To refuse the name is right too.
        assertEquals(1, store.sequence(), e.getMessage());
      }
    }
    assertEquals(1, store.sequence());
    assertEquals(2, store.commit(put("t", "a", "2")), "the next commit");
    assertEquals(Set.of("t"), new TreeSet<>(store.tables()));
  }

  static void takesLargeEntries(StoreUnderTest place) throws Exception {
    byte[] value = new byte[MEGABYTE];
    for (int i = 0; i < value.length; i++) {
      value[i] = (byte) (i * 31 ^ i >>> 8);
    }
    byte[] key = Arrays.copyOf(value, 4096);
    Bytes large = Bytes.of(value);
    StateStore store = place.open();
    store.commit(new WriteBatch().put("t", Bytes.of(key), large).put("t", A, large).put("u", A, A));
    for (int i = 0; i < 2; i++) {
      assertTrue(Objects.equals(large, get(store, "t", Bytes.of(key))), "1 MB under a key of 4 KB");
      assertTrue(Objects.equals(large, get(store, "t", A)), "1 MB under a short key");
      assertEquals(A, get(store, "u", A));
      store = place.reopen();
    }
  }

  static void takesManyEntries(StoreUnderTest place) throws Exception {
    StateStore store = place.open();
    Map<Bytes, Bytes> expected = new LinkedHashMap<>();
    for (int i = 0; i < MANY; ) {
      WriteBatch batch = new WriteBatch();
      do {
        // An odd factor visits every number below 2^16 once, out of order.
        int number = i * 40503 & 0xffff;
        Bytes key = Bytes.of((byte) (number >>> 8), (byte) number);
        Bytes value = Bytes.utf8("value " + i);
        batch.put("t", key, value);
        expected.put(key, value);
      } while (++i % PER_COMMIT != 0);
      store.commit(batch);
    }
    assertTrue(expected.equals(scan(store, "t")), "the entries as they were set");
    assertTrue(expected.equals(scan(place.reopen(), "t")), "the same after reopening");
  }

  static void listsTablesWithEntries(StoreUnderTest place) throws Exception {
    StateStore store = place.open();
    store.commit(new WriteBatch().put("b", A, ONE).put("a", A, ONE).put("c", A, ONE));
    store.commit(new WriteBatch().remove("b", A).remove("never", A).put("c", B, ONE));
    store.commit(new WriteBatch().put("passing", A, ONE).remove("passing", A).remove("c", A));
    for (int i = 0; i < 2; i++) {
      assertEquals(List.of("a", "c"), List.copyOf(store.tables()), "tables with entries, sorted");
      assertEquals(Map.of(), scan(store, "b"), "a table whose last entry was removed");
      assertEquals(Map.of(), scan(store, "never"), "a table that was never written");
      store = place.reopen();
    }
    store.commit(new WriteBatch().put("b", B, TWO));
    assertEquals(List.of("a", "b", "c"), List.copyOf(store.tables()));
  }

  static void keepsNoBatch(StoreUnderTest place) throws Exception {
    StateStore store = place.open();
    WriteBatch batch = new WriteBatch().put("t", A, ONE);
    store.commit(batch);
    batch.put("t", A, TWO).put("t", B, TWO).put("u", A, TWO);
    assertEquals(Map.of(A, ONE), scan(store, "t"), "after the batch was changed");
    store.commit(put("t", "c", "1"));
    Map<Bytes, Bytes> expected = Map.of(A, ONE, C, ONE);
    assertEquals(expected, scan(store, "t"), "after the next commit");
    assertEquals(expected, scan(place.reopen(), "t"), "after reopening");
    StateStore reopened = place.reopen();
    assertEquals(3, reopened.commit(batch), "the same batch again, with what it holds now");
    assertEquals(Map.of(A, TWO, B, TWO, C, ONE), scan(reopened, "t"));
  }
}
