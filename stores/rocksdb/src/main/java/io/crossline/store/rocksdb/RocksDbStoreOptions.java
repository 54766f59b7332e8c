// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.store.rocksdb;

/**
 * How a store is opened.
 *
 * <p>Immutable and thread-safe.
 *
 * @param expected the least sequence number that the caller knows to be committed, from 0
 * @param isReadOnly whether the store is only looked at
 */
public record RocksDbStoreOptions(long expected, boolean isReadOnly) {
  /** For reading and writing, with no knowledge of what was committed. */
  public static final RocksDbStoreOptions DEFAULT = new RocksDbStoreOptions(0, false);

  /**
   * Creates options.
   *
   * @throws IllegalArgumentException if the expected sequence number is negative
   */
  public RocksDbStoreOptions {
    if (expected < 0) {
      throw new IllegalArgumentException(
          "expected sequence " + expected + ", must not be negative");
    }
  }

  /**
   * Refuses a store that has lost commits at its end. A log that somebody cut cannot be told from
   * one that a crash cut before the commit was acknowledged, except by who was told of the commit.
   *
   * @param sequence the least sequence number that the caller knows to be committed
   * @return options with this number
   * @throws IllegalArgumentException if it is negative
   */
  public RocksDbStoreOptions expecting(long sequence) {
    return new RocksDbStoreOptions(sequence, isReadOnly);
  }

  /**
   * Only looks: no file in the directory is created, changed or removed, and commits are refused.
   * The store may lie on a medium that cannot be written to. Others may look at the same time, in
   * processes of their own, while nobody has it open to write.
   *
   * @return options for reading
   */
  public RocksDbStoreOptions readOnly() {
    return new RocksDbStoreOptions(expected, true);
  }
}
