// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.state;

/**
 * All the state of one chain: its tables share one journal.
 *
 * <p>Not thread-safe.
 */
public final class State {
  private final Journal journal = new Journal();

  /** Creates an empty state. */
  public State() {}

  /**
   * The journal of all tables of this state.
   *
   * @return the journal
   */
  public Journal journal() {
    return journal;
  }

  /**
   * A new table of words.
   *
   * @return an empty table
   */
  public WordTable wordTable() {
    return new WordTable(journal);
  }

  /**
   * A new table of objects.
   *
   * @param <K> the type of its keys
   * @param <V> the type of its values
   * @return an empty table
   */
  public <K, V> ObjectTable<K, V> objectTable() {
    return new ObjectTable<>(journal);
  }

  /**
   * A new list.
   *
   * @param <T> the type of its values
   * @return an empty list
   */
  public <T> JournaledList<T> list() {
    return new JournaledList<>(journal);
  }

  /**
   * A new single value.
   *
   * @param initial what it holds at first
   * @param <T> its type
   * @return the cell
   */
  public <T> Cell<T> cell(T initial) {
    return new Cell<>(journal, initial);
  }
}
