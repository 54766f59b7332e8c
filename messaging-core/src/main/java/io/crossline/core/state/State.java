// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.state;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.Codec;
import io.crossline.messaging.store.StateStore;
import io.crossline.messaging.store.WriteBatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All the state of one chain: its tables share one journal.
 *
 * <p>A state on a store is durable: each table that is made begins with what the store holds under
 * its name, and {@link #collect} gives what changed since the last commit. Without a store nothing
 * is kept and nothing is spent on it.
 *
 * <p>Not thread-safe.
 */
public final class State implements Durable {
  /** What all scopes of a state have in common. */
  private static final class Shared {
    private final Journal journal = new Journal();
    private final Map<String, Table> tables = new HashMap<>();
    private final @Nullable StateStore store;
    private final String prefix;
    private final @Nullable Changes changes;
    private final List<WriteBatch.Write> rows = new ArrayList<>();

    Shared(@Nullable StateStore store, String prefix) {
      this.store = store;
      this.prefix = prefix;
      this.changes = store == null ? null : new Changes();
    }
  }

  private final Shared shared;
  private final String scope;

  /** Creates an empty state that ends with the process. */
  public State() {
    this(new Shared(null, ""), "");
  }

  /**
   * Opens the state that a store holds.
   *
   * @param store where it is kept
   * @param name its name in the store; the names of its tables there begin with it
   */
  public State(StateStore store, String name) {
    this(new Shared(store, name + "/"), "");
  }

  private State(Shared shared, String scope) {
    this.shared = shared;
    this.scope = scope;
  }

  /**
   * The part of this state that belongs to one contract.
   *
   * @param name no other part has it
   * @return the same state, in which the names of tables have the name of the part before them
   */
  public State scope(String name) {
    return new State(shared, scope + name + "/");
  }

  /**
   * The journal of all tables of this state.
   *
   * @return the journal
   */
  public Journal journal() {
    return shared.journal;
  }

  /**
   * Whether the state is kept in a store.
   *
   * @return true if it is
   */
  public boolean isDurable() {
    return shared.store != null;
  }

  /**
   * Asks whether this part has never been here before, and takes note that it has now: who puts
   * something into a state at its beginning must not do so again when it is opened later.
   *
   * @return false if a store holds it already
   */
  public boolean begin() {
    Cell<Bytes> begun = cell("begun", Codec.BYTES, Bytes.EMPTY);
    boolean first = begun.get().isEmpty();
    begun.restore(Bytes.EMPTY, Bytes.of((byte) 1));
    return first;
  }

  /**
   * A table of words.
   *
   * @param name its name in this part of the state
   * @return the table, empty unless a store holds some of it
   * @throws IllegalArgumentException if the name is taken
   */
  public WordTable wordTable(String name) {
    return add(new WordTable(shared.journal, scope + name, shared.changes));
  }

  /**
   * A table of objects.
   *
   * @param name its name in this part of the state
   * @param keys how keys are written to a store
   * @param values how values are written to a store
   * @param <K> the type of its keys
   * @param <V> the type of its values
   * @return the table, empty unless a store holds some of it
   * @throws IllegalArgumentException if the name is taken
   */
  public <K, V> ObjectTable<K, V> objectTable(String name, Codec<K> keys, Codec<V> values) {
    return add(new ObjectTable<>(shared.journal, scope + name, shared.changes, keys, values));
  }

  /**
   * Lists under keys.
   *
   * @param name their name in this part of the state
   * @param keys how keys are written to a store
   * @param values how values are written to a store
   * @param <K> the type of the keys
   * @param <T> the type of the values
   * @return the lists, empty unless a store holds some of them
   * @throws IllegalArgumentException if the name is taken
   */
  public <K, T> JournaledLists<K, T> lists(String name, Codec<K> keys, Codec<T> values) {
    return add(new JournaledLists<>(shared.journal, scope + name, shared.changes, keys, values));
  }

  /**
   * A list.
   *
   * @param name its name in this part of the state
   * @param values how values are written to a store
   * @param <T> the type of its values
   * @return the list, empty unless a store holds some of it
   * @throws IllegalArgumentException if the name is taken
   */
  public <T> JournaledList<T> list(String name, Codec<T> values) {
    return new JournaledList<>(lists(name, Codec.BYTES, values));
  }

  /**
   * A single value.
   *
   * @param name its name in this part of the state
   * @param codec how it is written to a store
   * @param initial what it holds at first
   * @param <T> its type
   * @return the cell, with what a store holds if it does
   * @throws IllegalArgumentException if the name is taken
   */
  public <T> Cell<T> cell(String name, Codec<T> codec, T initial) {
    Cell<T> cell = new Cell<>(shared.journal, scope + name, shared.changes, codec, initial);
    // A first value too is given once only, whatever is asked for when the state is opened later.
    cell.isNew();
    return add(cell);
  }

  /**
   * A map of the host, which nothing undoes.
   *
   * @param name its name in this part of the state
   * @param keys how keys are written to a store
   * @param values how values are written to a store
   * @param <K> the type of its keys
   * @param <V> the type of its values
   * @return the map, empty unless a store holds some of it
   * @throws IllegalArgumentException if the name is taken
   */
  public <K, V> HostTable<K, V> hostTable(String name, Codec<K> keys, Codec<V> values) {
    return add(new HostTable<>(scope + name, shared.changes, keys, values));
  }

  /**
   * Rows that are kept in the store only.
   *
   * @param name their name in this part of the state, which no table has
   * @return the rows; nothing is kept if the state is not durable
   */
  public Rows rows(String name) {
    return new Rows(shared.store, shared.prefix + scope + name, shared.rows);
  }

  private <T extends Table> T add(T table) {
    if (shared.tables.putIfAbsent(table.name(), table) != null) {
      throw new IllegalArgumentException(
          "state: there is a table named " + table.name() + " already");
    }
    StateStore store = shared.store;
    if (store != null) {
      store.scan(
          shared.prefix + table.name(),
          Bytes.EMPTY,
          (key, value) -> {
            table.load(key, value);
            return true;
          });
    }
    return table;
  }

  /**
   * Adds what changed since this was asked last to what is written to the store. Whoever asks has
   * to commit it: it is not given again.
   *
   * @param batch what it is added to
   */
  @Override
  public void collect(WriteBatch batch) {
    Changes changes = shared.changes;
    if (changes != null) {
      changes.collect(shared.prefix, batch);
      shared.rows.forEach(batch::add);
      shared.rows.clear();
    }
  }

  Table table(String name) {
    Table table = shared.tables.get(name);
    if (table == null) {
      throw new IllegalStateException(
          "state: there is no table named "
              + name
              + ", though it has been written to. Deploy the contract that it belongs to before"
              + " blocks are undone.");
    }
    return table;
  }
}
