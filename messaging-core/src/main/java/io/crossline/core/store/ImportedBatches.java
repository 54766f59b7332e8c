// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.store;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.store.StateStore;
import io.crossline.messaging.store.WriteBatch;

/** Commits what is imported, a part at a time. */
final class ImportedBatches {
  /** In bytes of keys and values; one entry may exceed it. */
  static final int LARGEST = 1 << 20;

  static final int MOST_WRITES = 10_000;

  private final StateStore store;
  private WriteBatch batch = new WriteBatch();
  private boolean marked;

  ImportedBatches(StateStore store) {
    this.store = store;
  }

  /** Into a store that bears the mark already. */
  static ImportedBatches intoMarked(StateStore store) {
    ImportedBatches batches = new ImportedBatches(store);
    batches.marked = true;
    return batches;
  }

  void put(String table, Bytes key, Bytes value) {
    long size = batch.bytes() + key.size() + value.size();
    boolean full = size > LARGEST || batch.writes().size() >= MOST_WRITES;
    if (full && !batch.isEmpty()) {
      commitPart();
    }
    batch.put(table, key, value);
  }

  private void commitPart() {
    if (!marked) {
      batch.put(StoreText.UNFINISHED_IMPORT, Bytes.EMPTY, Bytes.EMPTY);
      marked = true;
    }
    store.commit(batch);
    batch = new WriteBatch();
  }

  /** Commits the last part, and with it says that nothing is missing. */
  void finish() {
    if (marked) {
      batch.remove(StoreText.UNFINISHED_IMPORT, Bytes.EMPTY);
    }
    if (!batch.isEmpty()) {
      store.commit(batch);
    }
  }
}
