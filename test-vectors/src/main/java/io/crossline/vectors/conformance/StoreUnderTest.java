// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.conformance;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.store.StateStore;
import io.crossline.messaging.store.StoreException;
import io.crossline.messaging.store.WriteBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.function.Executable;

/** The store of one test: opened at the same place as often as the test likes. */
final class StoreUnderTest implements AutoCloseable {
  private final Opening opening;
  private final List<StateStore> opened = new ArrayList<>();

  /** Opens the place of a test. */
  @FunctionalInterface
  interface Opening {
    StateStore open() throws Exception;
  }

  StoreUnderTest(Opening opening) {
    this.opening = opening;
  }

  StateStore open() throws Exception {
    StateStore store = opening.open();
    opened.add(store);
    return store;
  }

  /** Closes the one opened last, and opens it again. */
  StateStore reopen() throws Exception {
    opened.get(opened.size() - 1).close();
    return open();
  }

  @Override
  public void close() {
    opened.forEach(StateStore::close);
  }

  static WriteBatch put(String table, String key, String value) {
    return new WriteBatch().put(table, Bytes.utf8(key), Bytes.utf8(value));
  }

  /** The entries of a table from a key on, which have to come in order and once each. */
  static SortedMap<Bytes, Bytes> scan(StateStore store, String table, Bytes from) {
    SortedMap<Bytes, Bytes> entries = new TreeMap<>();
    store.scan(
        table,
        from,
        (key, value) -> {
          if (!entries.isEmpty() && entries.lastKey().compareTo(key) >= 0) {
            Assertions.fail("scan gives " + key + " after " + entries.lastKey());
          }
          entries.put(key, value);
          return true;
        });
    return entries;
  }

  static SortedMap<Bytes, Bytes> scan(StateStore store, String table) {
    return scan(store, table, Bytes.EMPTY);
  }

  /** One entry; nothing if it is not there. */
  static @Nullable Bytes get(StateStore store, String table, Bytes key) {
    List<Bytes> found = new ArrayList<>();
    store.scan(
        table,
        key,
        (first, value) -> {
          if (first.equals(key)) {
            found.add(value);
          }
          return false;
        });
    return found.isEmpty() ? null : found.get(0);
  }

  /** All tables with all they hold. */
  static SortedMap<String, Map<Bytes, Bytes>> contents(StateStore store) {
    SortedMap<String, Map<Bytes, Bytes>> contents = new TreeMap<>();
    for (String table : store.tables()) {
      contents.put(table, scan(store, table));
    }
    return contents;
  }

  /** Asserts that a store refuses something for one reason. */
  static void refuses(StoreException.Reason reason, Executable action, String what) {
    StoreException refusal = Assertions.assertThrows(StoreException.class, action, what);
    Assertions.assertEquals(reason, refusal.reason(), () -> what + ": " + refusal.getMessage());
  }
}
