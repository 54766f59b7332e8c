// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.conformance;

import static io.crossline.vectors.conformance.StoreUnderTest.put;
import static io.crossline.vectors.conformance.StoreUnderTest.scan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.store.StateStore;
import io.crossline.messaging.store.WriteBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What must hold of scans. */
final class StoreScanChecks {
  /** In the order in which they have to come. */
  private static final List<Bytes> KEYS =
      List.of("", "00", "0000", "0001", "61", "6100", "61ff", "7f", "7fff", "80", "8000", "ff00")
          .stream()
          .map(digits -> Bytes.parse("0x" + digits))
          .toList();

  private static final Bytes ALL_ONES = Bytes.parse("0xffffffff");

  private StoreScanChecks() {}

  /** Writes the keys in a jumble, over several commits. */
  private static StateStore filled(StoreUnderTest place) throws Exception {
    StateStore store = place.open();
    for (int i = 0; i < KEYS.size(); i++) {
      Bytes key = KEYS.get(i * 7 % KEYS.size());
      store.commit(new WriteBatch().put("t", key, key).put("u", key, Bytes.EMPTY));
    }
    return store;
  }

  private static List<Bytes> keys(StateStore store, Bytes from) {
    List<Bytes> keys = new ArrayList<>();
    store.scan("t", from, (key, value) -> keys.add(key));
    return keys;
  }

  static void ordersKeysAsUnsignedBytes(StoreUnderTest place) throws Exception {
    assertEquals(KEYS, keys(filled(place), Bytes.EMPTY));
    assertEquals(KEYS, keys(place.reopen(), Bytes.EMPTY), "after reopening");
  }

  static void beginsAtTheKeyAskedFor(StoreUnderTest place) throws Exception {
    StateStore store = filled(place);
    for (int i = 0; i < KEYS.size(); i++) {
      Bytes from = KEYS.get(i);
      assertEquals(KEYS.subList(i, KEYS.size()), keys(store, from), () -> "from " + from);
      Bytes behind = Bytes.concat(from, Bytes.of((byte) 0, (byte) 0, (byte) 0));
      List<Bytes> rest = KEYS.stream().filter(key -> key.compareTo(behind) >= 0).toList();
      assertEquals(rest, keys(store, behind), () -> "from " + behind + ", which is no key");
    }
    assertEquals(List.of(), keys(store, ALL_ONES), "from beyond the last key");
    assertEquals(Map.of(), scan(store, "never", KEYS.get(3)), "a table that was never written");
  }

  static void stopsWhenTold(StoreUnderTest place) throws Exception {
    StateStore store = filled(place);
    for (int wanted = 1; wanted <= KEYS.size(); wanted++) {
      int limit = wanted;
      List<Bytes> visited = new ArrayList<>();
      store.scan(
          "t",
          Bytes.EMPTY,
          (key, value) -> {
            visited.add(key);
            return visited.size() < limit;
          });
      assertEquals(KEYS.subList(0, limit), visited, "the visitor stopped after " + limit);
    }
  }

  static void passesOnWhatTheVisitorThrows(StoreUnderTest place) throws Exception {
    StateStore store = filled(place);
    IllegalStateException thrown = new IllegalStateException("of the visitor");
    for (int i = 0; i < 3; i++) {
      Exception caught =
          assertThrows(
              IllegalStateException.class,
              () ->
                  store.scan(
                      "t",
                      Bytes.EMPTY,
                      (key, value) -> {
                        throw thrown;
                      }));
      assertSame(thrown, caught);
    }
    assertEquals(KEYS, keys(store, Bytes.EMPTY), "the next scan");
    assertEquals(KEYS.size() + 1, store.commit(put("u", "a", "1")), "the next commit");
    assertEquals(KEYS, keys(place.reopen(), Bytes.EMPTY), "after reopening");
  }

  static void showsOneStateWhileItsVisitorCommits(StoreUnderTest place) throws Exception {
    StateStore store = filled(place);
    List<Bytes> visited = new ArrayList<>();
    store.scan(
        "t",
        Bytes.EMPTY,
        (key, value) -> {
          assertEquals(key, value, "a value set while the scan was under way");
          visited.add(key);
          WriteBatch batch = new WriteBatch();
          KEYS.forEach(any -> batch.put("t", any, Bytes.utf8("new")));
          batch.put("t", Bytes.concat(key, Bytes.of((byte) 0x11)), key);
          batch.remove("t", KEYS.get(visited.size() % KEYS.size()));
          store.commit(batch);
          return true;
        });
    assertEquals(KEYS, visited);
    assertEquals(2L * KEYS.size(), store.sequence());
  }
}
