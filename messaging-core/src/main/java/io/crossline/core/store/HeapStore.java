// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.store;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.store.StateStore;
import io.crossline.messaging.store.StoreException;
import io.crossline.messaging.store.StoreException.Reason;
import io.crossline.messaging.store.WriteBatch;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A store in the heap: for tests, and as the model that other stores are compared with. It keeps
 * every promise of {@link StateStore} but the one that matters to an operator: it dies with the
 * process. What it holds outlives {@link #close}, and {@link #reopen} opens it again:
 *
 * <pre>{@code
 * HeapStore store = new HeapStore();
 * store.commit(new WriteBatch().put("balances", alice, five));
 * store.close();
 * HeapStore again = store.reopen(); // sequence() is 1, and alice has five
 * }</pre>
 *
 * <p>Thread-safe. Commits come one after the other, each at O(log n) a write. A scan neither waits
 * for commits nor holds them up: it reads a version that does not change. Keys and values are not
 * copied, so a slice of larger bytes keeps these alive.
 */
public final class HeapStore implements StateStore {
  private final Place place;
  private volatile boolean closed;

  /** What a commit leads to. The tables are those with entries; nothing in it ever changes. */
  private record Version(long sequence, SortedMap<String, KeyTree> tables) {}

  /** Where the store is, whoever has it open. */
  private static final class Place {
    /** Guarded by this place for writing. */
    private volatile Version version = new Version(0, new TreeMap<>());

    /** Who has it open; guarded by this place. */
    private @Nullable HeapStore owner;
  }

  /** Creates a store that holds nothing, and opens it. */
  public HeapStore() {
    this(new Place());
  }

  private HeapStore(Place place) {
    this.place = place;
    synchronized (place) {
      if (place.owner != null) {
        throw new StoreException(
            Reason.IN_USE, "the store in the heap is open already: close it before", null);
      }
      place.owner = this;
    }
  }

  /**
   * Opens what this store held when it was closed, with what has been committed since by others who
   * reopened it.
   *
   * @return the store, open; this one stays closed
   * @throws StoreException {@link Reason#IN_USE} if this store, or one reopened from it, is open
   */
  public HeapStore reopen() {
    return new HeapStore(place);
  }

  /**
   * {@inheritDoc}
   *
   * @throws StoreException {@link Reason#CLOSED} if it was closed
   */
  @Override
  public long commit(WriteBatch batch) {
    synchronized (place) {
      requireOpen();
      Version before = place.version;
      SortedMap<String, KeyTree> tables = new TreeMap<>(before.tables);
      batch.writes().forEach(write -> apply(tables, write));
      place.version = new Version(before.sequence + 1, tables);
      return before.sequence + 1;
    }
  }

  private static void apply(SortedMap<String, KeyTree> tables, WriteBatch.Write write) {
    KeyTree old = tables.get(write.table());
    KeyTree changed =
        write.value().isPresent()
            ? KeyTree.with(old, write.key(), write.value().get())
            : KeyTree.without(old, write.key());
    if (changed == null) {
      tables.remove(write.table());
    } else {
      tables.put(write.table(), changed);
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>Goes on answering after the close.
   */
  @Override
  public long sequence() {
    return place.version.sequence;
  }

  /**
   * {@inheritDoc}
   *
   * @throws StoreException {@link Reason#CLOSED} if it was closed
   */
  @Override
  public SortedSet<String> tables() {
    requireOpen();
    return Collections.unmodifiableSortedSet(new TreeSet<>(place.version.tables.keySet()));
  }

  /**
   * {@inheritDoc}
   *
   * <p>A scan that is under way when the store is closed goes on to its end.
   *
   * @throws StoreException {@link Reason#CLOSED} if it was closed
   */
  @Override
  public void scan(String table, Bytes from, EntryVisitor visitor) {
    Objects.requireNonNull(visitor);
    requireOpen();
    KeyTree.visit(place.version.tables.get(table), from, visitor);
  }

  private void requireOpen() {
    if (closed) {
      throw new StoreException(
          Reason.CLOSED, "the store in the heap was closed: reopen() opens it again", null);
    }
  }

  @Override
  public void close() {
    synchronized (place) {
      closed = true;
      if (place.owner == this) {
        place.owner = null;
      }
    }
  }
}
