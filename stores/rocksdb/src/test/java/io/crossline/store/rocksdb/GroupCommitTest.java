// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.store.rocksdb;

import static io.crossline.store.rocksdb.StoreFiles.batch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.messaging.store.StoreException;
import io.crossline.messaging.store.StoreException.Reason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.RocksDBException;

class GroupCommitTest {
  private static final int THREADS = 8;
  private static final int EACH = 50;

  @TempDir Path folder;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  private List<Future<Long>> submit(int count, Callable<Long> task) {
    List<Future<Long>> running = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      running.add(threads.submit(task));
    }
    return running;
  }

  private static List<Long> results(List<Future<Long>> running) throws Exception {
    List<Long> results = new ArrayList<>();
    for (Future<Long> each : running) {
      results.add(each.get(20, TimeUnit.SECONDS));
    }
    return results;
  }

  @Test
  void threadsShareSyncs() throws Exception {
    Path place = folder.resolve("store");
    try (RocksDbStore store = RocksDbStore.open(place)) {
      results(
          submit(
              THREADS,
              () -> {
                long last = 0;
                for (int i = 0; i < EACH; i++) {
                  long mine = store.commit(batch(Thread.currentThread().getId() * 1_000 + i));
                  assertThat(mine).isGreaterThan(last);
                  assertThat(store.sequence()).isGreaterThanOrEqualTo(mine);
                  last = mine;
                }
                return last;
              }));
      assertThat(store.sequence()).isEqualTo(THREADS * EACH);
      assertThat(store.syncs()).isBetween((long) EACH, THREADS * EACH * 2L / 3);
    }
    try (RocksDbStore store = RocksDbStore.open(place)) {
      assertThat(store.sequence()).isEqualTo(THREADS * EACH);
      assertThat(StoreFiles.contents(store).get(StoreFiles.TABLE)).hasSize(THREADS * EACH);
    }
  }

  /** A log whose writes wait until they are let through. */
  private static final class SlowLog implements GroupCommit.Log {
    final Semaphore begun = new Semaphore(0);
    final Semaphore allowed = new Semaphore(0);
    volatile boolean fails;
    volatile int writes;

    @Override
    public void write(byte[] batch) throws RocksDBException {
      begun.release();
      allowed.acquireUninterruptibly();
      writes++;
      if (fails) {
        throw new RocksDBException("no such luck");
      }
    }
  }

  private GroupCommit commits(SlowLog log) {
    return new GroupCommit(log, folder, CommitRecord.NONE);
  }

  private static long commit(GroupCommit commits) {
    return commits.commit(new EncodedBatch(batch(1)));
  }

  /** Waits until so many threads are parked behind the one that writes. */
  private static void awaitWaiting(List<Thread> parked) throws InterruptedException {
    for (Thread each : parked) {
      while (each.getState() != Thread.State.WAITING) {
        Thread.sleep(1);
      }
    }
  }

  @Test
  void whatArrivesDuringAWriteIsOneWrite() throws Exception {
    SlowLog log = new SlowLog();
    GroupCommit commits = commits(log);
    List<Future<Long>> first = submit(1, () -> commit(commits));
    log.begun.acquire();
    List<Thread> waiting = new ArrayList<>();
    CountDownLatch known = new CountDownLatch(THREADS - 1);
    List<Future<Long>> rest =
        submit(
            THREADS - 1,
            () -> {
              synchronized (waiting) {
                waiting.add(Thread.currentThread());
              }
              known.countDown();
              return commit(commits);
            });
    known.await();
    awaitWaiting(waiting);
    waiting.forEach(Thread::interrupt);
    assertThat(commits.last().sequence()).isZero();
    log.allowed.release();
    log.begun.acquire();
    assertThat(results(first)).containsExactly(1L);
    assertThat(commits.last().sequence()).isEqualTo(1);
    assertThat(rest).noneMatch(Future::isDone);
    log.allowed.release();
    assertThat(results(rest))
        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(2, THREADS).boxed().toList());
    assertThat(log.writes).isEqualTo(2);
  }

  @Test
  void aFailureEndsThoseWhoWaitToo() throws Exception {
    SlowLog log = new SlowLog();
    GroupCommit commits = commits(log);
    log.allowed.release();
    assertThat(commit(commits)).isEqualTo(1);
    log.begun.acquire();
    log.fails = true;
    List<Future<Long>> first = submit(1, () -> commit(commits));
    log.begun.acquire();
    List<Thread> waiting = new ArrayList<>();
    CountDownLatch known = new CountDownLatch(2);
    List<Future<Long>> rest =
        submit(
            2,
            () -> {
              synchronized (waiting) {
                waiting.add(Thread.currentThread());
              }
              known.countDown();
              return commit(commits);
            });
    known.await();
    awaitWaiting(waiting);
    log.allowed.release();
    first.addAll(rest);
    for (Future<Long> each : first) {
      assertThatThrownBy(() -> each.get(20, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .cause()
          .isInstanceOfSatisfying(
              StoreException.class, e -> assertThat(e.reason()).isEqualTo(Reason.FAILED))
          .hasMessageContaining("no such luck");
    }
    log.fails = false;
    assertThatThrownBy(() -> commit(commits)).isInstanceOf(StoreException.class);
    assertThat(log.writes).isEqualTo(2);
    assertThat(commits.last().sequence()).isEqualTo(1);
  }
}
