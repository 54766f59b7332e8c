// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.messaging.store;

import io.crossline.messaging.Bytes;
import java.util.SortedSet;

/**
 * Tables of bytes that outlive the process. A batch survives a kill of the process and a loss of
 * power as soon as {@link #commit} has returned; a batch whose commit has not returned is there
 * whole or not at all.
 *
 * <p>Most tables are read whole when a network is opened, and kept in memory from then on; of what
 * is over, rows are read one by one when they are asked for.
 *
 * <p>Thread-safe. Commits of several threads may share a sync; a scan sees the state of one
 * sequence number.
 */
public interface StateStore extends AutoCloseable {
  /**
   * Writes a batch, all of it or nothing, and returns when it is safe on its medium. Later writes
   * to the same key within a batch win.
   *
   * @param batch what to write; an empty one is a commit too
   * @return the sequence number of this commit: one more than that of the commit before, the first
   *     is 1
   * @throws StoreException {@link StoreException.Reason#DISK_FULL} or {@link
   *     StoreException.Reason#FAILED} if the batch may not be safe. The store takes no further
   *     commits until it is opened again, and what it holds then decides whether this batch
   *     counted; {@link StoreException.Reason#CLOSED} if the store was closed
   */
  long commit(WriteBatch batch);

  /**
   * How far the store is.
   *
   * @return the sequence number of the last commit that is safe, 0 if there was none; answered
   *     after {@link #close} too
   */
  long sequence();

  /**
   * The tables that have entries.
   *
   * @return their names
   * @throws StoreException {@link StoreException.Reason#CLOSED} if the store was closed
   */
  SortedSet<String> tables();

  /**
   * Reads a table.
   *
   * @param table its name; one that was never written is empty
   * @param from the least key wanted, {@link Bytes#EMPTY} for all
   * @param visitor is given the entries in the order of their keys, compared as unsigned bytes. The
   *     visitor may commit to the store; the scan goes on as the store was before
   * @throws StoreException {@link StoreException.Reason#DAMAGED} if an entry cannot be read as it
   *     was written, with the place; {@link StoreException.Reason#CLOSED} if the store was closed
   */
  void scan(String table, Bytes from, EntryVisitor visitor);

  /**
   * Ends the use of the store, and lets others open it. Every commit that returned is safe already;
   * waits for those under way. Closing twice does nothing.
   */
  @Override
  void close();

  /** Is given the entries of a table. */
  @FunctionalInterface
  interface EntryVisitor {
    /**
     * Takes an entry.
     *
     * @param key its key
     * @param value its value
     * @return whether to go on to the next one
     */
    boolean visit(Bytes key, Bytes value);
  }
}
