// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.conformance;

import io.crossline.core.store.HeapStore;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.store.StateStore;
import io.crossline.messaging.store.WriteBatch;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** A store in the heap behind something that can go wrong. */
class WrongStore implements StateStore {
  final HeapStore inner;

  WrongStore(HeapStore inner) {
    this.inner = inner;
  }

  /** The conformance class over stores that are wrong in one way. */
  abstract static class Checked extends StateStoreConformance {
    @Nullable HeapStore last;

    @Override
    protected StateStore open() {
      HeapStore opened = last == null ? new HeapStore() : last.reopen();
      last = opened;
      return wrong(opened);
    }

    abstract StateStore wrong(HeapStore right);
  }

  @Override
  public long commit(WriteBatch batch) {
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
