// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.store;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.store.StateStore;
import io.crossline.messaging.store.StoreException;
import io.crossline.messaging.store.WriteBatch;
import java.util.SortedSet;

/** A store that is full after some commits. */
final class FailingStore implements StateStore {
  private final StateStore inner;
  private final long commits;

  FailingStore(StateStore inner, long commits) {
    this.inner = inner;
    this.commits = commits;
  }

  @Override
  public long commit(WriteBatch batch) {
    if (inner.sequence() == commits) {
      throw new StoreException(StoreException.Reason.DISK_FULL, "full", null);
    }
    return inner.commit(batch);
  }

  @Override
  public long sequence() {
    return inner.sequence();
  }

  @Override
  public SortedSet<String> tables() {
    return inner.tables();
  }

  @Override
  public void scan(String table, Bytes from, EntryVisitor visitor) {
    inner.scan(table, from, visitor);
  }

  @Override
  public void close() {
    inner.close();
  }
}
