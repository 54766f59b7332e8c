// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import io.crossline.core.store.HeapStore;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.store.StateStore;
import io.crossline.messaging.store.StoreException;
import io.crossline.messaging.store.WriteBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/** A store that remembers all its commits: it can be had as it was after each, and can fail. */
final class CommitLog implements StateStore {
  private final HeapStore store = new HeapStore();
  private final List<WriteBatch> commits = new ArrayList<>();
  private long failsAt = Long.MAX_VALUE;

  /** The next commit fails. */
  void failNext() {
    failsAt = sequence() + 1;
  }

  /** What a process finds that was killed after so many commits. */
  HeapStore after(long commit) {
    HeapStore found = new HeapStore();
    commits.subList(0, (int) commit).forEach(found::commit);
    return found;
  }

  @Override
  public long commit(WriteBatch batch) {
    if (sequence() + 1 >= failsAt) {
      throw new StoreException(StoreException.Reason.DISK_FULL, "no room left", null);
    }
    commits.add(batch);
    return store.commit(batch);
  }

  @Override
  public long sequence() {
    return store.sequence();
  }

  @Override
  public SortedSet<String> tables() {
    return store.tables();
  }

  @Override
  public void scan(String table, Bytes from, EntryVisitor visitor) {
    store.scan(table, from, visitor);
  }

  @Override
  public void close() {
    store.close();
  }
}
