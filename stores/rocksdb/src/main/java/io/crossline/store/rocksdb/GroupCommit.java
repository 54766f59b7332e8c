// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.store.rocksdb;

import io.crossline.messaging.store.StoreException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;

/**
 * Numbers commits and writes them. What arrives while a write is under way waits, and the first of
 * those waiting then writes for all of them, with one sync. Interrupts are kept for later: a commit
 * is decided before its thread goes on.
 */
final class GroupCommit {
  /** So that a group of large commits does not fill the memory once more. */
  private static final long MOST_BYTES = 8L << 20;

  /** Writes a batch as encoded, and returns when it is synced. */
  interface Log {
    void write(byte[] batch) throws RocksDBException;
  }

  private enum Turn {
    WAITS,
    LEADS,
    DONE
  }

  /** A commit and the thread that waits for it. */
  private static final class Waiting {
    final EncodedBatch batch;
    final Thread thread = Thread.currentThread();
    volatile Turn turn = Turn.WAITS;
    long sequence;
    @Nullable StoreException failure;

    Waiting(EncodedBatch batch) {
      this.batch = batch;
    }

    void go(Turn next) {
      turn = next;
      LockSupport.unpark(thread);
    }

    long result() {
      if (failure != null) {
        throw failure;
      }
      return sequence;
    }
  }

  private final Log log;
  private final Path database;
  private final ArrayDeque<Waiting> queue = new ArrayDeque<>();
  private boolean isLed;
  private @Nullable Throwable broken;
  private volatile CommitRecord last;

  GroupCommit(Log log, Path database, CommitRecord last) {
    this.log = log;
    this.database = database;
    this.last = last;
  }

  /** The last commit that is synced. */
  CommitRecord last() {
    return last;
  }

  long commit(EncodedBatch batch) {
    Waiting mine = new Waiting(batch);
    synchronized (this) {
      if (broken != null) {
        throw Failures.stopped(database, broken);
      }
      queue.add(mine);
      if (!isLed) {
        isLed = true;
        mine.turn = Turn.LEADS;
      }
    }
    boolean wasInterrupted = false;
    while (mine.turn == Turn.WAITS) {
      LockSupport.park(this);
      wasInterrupted |= Thread.interrupted();
    }
    if (mine.turn == Turn.LEADS) {
      lead();
    }
    if (wasInterrupted) {
      Thread.currentThread().interrupt();
    }
    return mine.result();
  }

  private void lead() {
    List<Waiting> group = takeGroup();
    try {
      CommitRecord record = last;
      for (Waiting each : group) {
        record = record.next(each.batch.count(), each.batch.checksum());
        each.sequence = record.sequence();
      }
      log.write(EncodedBatch.join(group.stream().map(each -> each.batch).toList(), record));
      last = record;
      passOn();
    } catch (RocksDBException | RuntimeException | Error e) {
      stop(group, e);
    }
    group.forEach(each -> each.go(Turn.DONE));
  }

  private synchronized List<Waiting> takeGroup() {
    List<Waiting> group = new ArrayList<>();
    long size = 0;
    do {
      Waiting next = queue.remove();
      group.add(next);
      size += next.batch.size();
    } while (!queue.isEmpty() && size + queue.element().batch.size() <= MOST_BYTES);
    return group;
  }

  /** Before those who are done are woken: the next write need not wait for that. */
  private synchronized void passOn() {
    if (queue.isEmpty()) {
      isLed = false;
    } else {
      queue.element().go(Turn.LEADS);
    }
  }

  private synchronized void stop(List<Waiting> group, Throwable cause) {
    broken = cause;
    isLed = false;
    for (Waiting each : group) {
      each.failure = Failures.ofCommit(database, cause);
    }
    for (Waiting each : queue) {
      each.failure = Failures.stopped(database, cause);
      each.go(Turn.DONE);
    }
    queue.clear();
  }
}
