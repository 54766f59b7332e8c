// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.store;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.store.StateStore;
import io.crossline.messaging.store.StoreException;
import io.crossline.messaging.store.WriteBatch;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Makes a store of today's form out of one of an earlier version. The old one is only read. The new
 * one bears a mark from its first commit to its last one, so that a copy that did not come to its
 * end is refused as half filled.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class StoreUpgrade {
  /** How the rows of some tables change. */
  public interface Rule {
    /**
     * Whether this rule changes the rows of a table; it is the only one that does.
     *
     * @param table the name of the table
     * @return true if it does
     */
    boolean changes(String table);

    /**
     * A row in today's form.
     *
     * @param table the name of its table
     * @param key its key in the old store
     * @param value its value in the old store
     * @param out takes the row, and others that belong to it
     */
    void upgrade(String table, Bytes key, Bytes value, Rows out);
  }

  /** Takes rows of the new store. */
  @FunctionalInterface
  public interface Rows {
    /**
     * One row.
     *
     * @param table the name of its table
     * @param key its key
     * @param value its value
     */
    void put(String table, Bytes key, Bytes value);
  }

  private StoreUpgrade() {}

  /**
   * Marks an empty store as half filled, before anything else is done with it.
   *
   * @param empty the store
   * @throws StoreNotEmptyException if it holds something
   * @throws StoreException if it cannot be written
   */
  public static void mark(StateStore empty) {
    if (!empty.tables().isEmpty()) {
      throw new StoreNotEmptyException(empty.tables());
    }
    empty.commit(new WriteBatch().put(StoreText.UNFINISHED_IMPORT, Bytes.EMPTY, Bytes.EMPTY));
  }

  /**
   * Fills a store that was {@linkplain #mark marked}.
   *
   * @param old the store of an earlier version, which is only read
   * @param marked the new one
   * @param rules how rows change; those that no rule changes stay
   * @param progress is told how many rows were read so far
   * @return the number of rows that were read
   * @throws StoreException if a store cannot be read or written, or the old one is half filled
   * @throws io.crossline.messaging.MalformedInputException if a row of the old one is not what was
   *     written; the new one stays marked
   */
  public static long run(
      StateStore old, StateStore marked, List<Rule> rules, LongConsumer progress) {
    StoreText.requireWhole(old);
    ImportedBatches batches = ImportedBatches.intoMarked(marked);
    long[] rows = new long[1];
    for (String table : old.tables()) {
      Rule rule = rules.stream().filter(one -> one.changes(table)).findFirst().orElse(null);
      old.scan(
          table,
          Bytes.EMPTY,
          (key, value) -> {
            if (rule == null) {
              batches.put(table, key, value);
            } else {
              rule.upgrade(table, key, value, batches::put);
            }
            progress.accept(++rows[0]);
            return true;
          });
    }
    batches.finish();
    return rows[0];
  }
}
