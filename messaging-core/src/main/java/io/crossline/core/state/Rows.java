// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.state;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.store.StateStore;
import io.crossline.messaging.store.WriteBatch;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a durable state that nobody keeps in memory: they are written, taken away, and read when
 * the state is opened again. No journal undoes them. Where the state is not durable, all of this
 * does nothing.
 *
 * <p>Not thread-safe.
 */
public final class Rows {
  private final @Nullable StateStore store;
  private final String storeTable;
  private final List<WriteBatch.Write> unwritten;

  Rows(@Nullable StateStore store, String storeTable, List<WriteBatch.Write> unwritten) {
    this.store = store;
    this.storeTable = storeTable;
    this.unwritten = unwritten;
  }

  /**
   * Writes a row, with the next commit.
   *
   * @param key its key
   * @param value its value
   */
  public void put(Bytes key, Bytes value) {
    if (store != null) {
      unwritten.add(new WriteBatch.Write(storeTable, key, Optional.of(value)));
    }
  }

  /**
   * Takes a row away, with the next commit.
   *
   * @param key its key
   */
  public void remove(Bytes key) {
    if (store != null) {
      unwritten.add(new WriteBatch.Write(storeTable, key, Optional.empty()));
    }
  }

  /**
   * Reads one row as it was committed last.
   *
   * @param key its key
   * @return its value; nothing if it was not there
   */
  public Optional<Bytes> get(Bytes key) {
    AtomicReference<Bytes> found = new AtomicReference<>();
    scan(
        key,
        (first, value) -> {
          if (first.equals(key)) {
            found.set(value);
          }
          return false;
        });
    return Optional.ofNullable(found.get());
  }

  /**
   * Reads the rows as they were committed last.
   *
   * @param from the least key wanted
   * @param visitor is given the rows in the order of their keys
   */
  public void scan(Bytes from, StateStore.EntryVisitor visitor) {
    if (store != null) {
      store.scan(storeTable, from, visitor);
    }
  }
}
