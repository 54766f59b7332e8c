// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.network;

import io.crossline.core.listener.Outsiders;
import io.crossline.core.state.Durable;
import io.crossline.core.store.Stopwatch;
import io.crossline.messaging.spi.MessagingMetrics;
import io.crossline.messaging.store.StateStore;
import io.crossline.messaging.store.StoreException;
import io.crossline.messaging.store.StoreException.Reason;
import io.crossline.messaging.store.WriteBatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When everything that an engine keeps is committed, and how that ends: with a commit that fails,
 * or because the engine is closed. A step that is complete is committed, unless a transaction runs;
 * without a store outsiders are told at the same points.
 *
 * <p>Asking how it ended is thread-safe; everything else belongs to whoever has the turn.
 */
final class Commits {
  private static final Logger LOG = LoggerFactory.getLogger(Commits.class);

  /** After how many events and transactions a long call commits. */
  private static final long WORK_BETWEEN_COMMITS = 1000;

  private final @Nullable StateStore store;
  private final String name;
  private final Outsiders outsiders;
  private final List<Durable> parts = new ArrayList<>();
  private BooleanSupplier running = () -> false;
  private Runnable beforeCommit = () -> {};
  private Runnable afterCommit = () -> {};
  private LongSupplier work = () -> 0;
  private MessagingMetrics metrics = MessagingMetrics.NONE;
  private Consumer<MessagingMetrics> backlog = told -> {};
  private long committedWork;
  private int events;
  private boolean commitWanted;
  private volatile @Nullable StoreException end;

  Commits(@Nullable StateStore store, String name, Outsiders outsiders) {
    this.store = store;
    this.name = name;
    this.outsiders = outsiders;
  }

  void add(Durable part) {
    parts.add(part);
  }

  void whenCommitting(BooleanSupplier transactionRunning, Runnable before, Runnable after) {
    running = transactionRunning;
    beforeCommit = before;
    afterCommit = after;
  }

  void countWork(LongSupplier done) {
    work = done;
  }

  void meter(MessagingMetrics told, Consumer<MessagingMetrics> messages) {
    metrics = told;
    backlog = messages;
  }

  boolean isDurable() {
    return store != null;
  }

  /** Somebody waits for what is not safe yet. */
  void request() {
    commitWanted = true;
  }

  /** An event of the clock is over; within another call, that call's end commits. */
  void between(boolean atRest) {
    events++;
    if (!atRest || end != null) {
      return;
    }
    // Whether a transaction runs is not asked, because time does not move while one does, and with
    // a thousand chains that question takes longer than the event.
    if (store == null) {
      settle();
    } else if (commitWanted || events + work.getAsLong() - committedWork >= WORK_BETWEEN_COMMITS) {
      commit(store);
    }
  }

  /** A call, or a group of commands, is complete: commits it, unless the engine has ended. */
  void finishStep() {
    if (end != null || running.getAsBoolean()) {
      return;
    }
    if (store == null) {
      settle();
    } else {
      commit(store);
    }
  }

  private void settle() {
    afterCommit.run();
    outsiders.deliver();
  }

  private void commit(StateStore to) {
    Stopwatch watch = Stopwatch.start();
    WriteBatch batch = new WriteBatch();
    try {
      beforeCommit.run();
      parts.forEach(part -> part.collect(batch));
      if (!batch.isEmpty()) {
        to.commit(batch);
      }
    } catch (RuntimeException | Error failure) {
      throw stop(failure);
    }
    events = 0;
    commitWanted = false;
    committedWork = work.getAsLong();
    if (!batch.isEmpty()) {
      report(watch.elapsed(), batch);
    }
    settle();
  }

  private void report(Duration latency, WriteBatch batch) {
    try {
      metrics.committed(latency, batch.writes().size(), batch.bytes());
      backlog.accept(metrics);
    } catch (RuntimeException e) {
      LOG.warn("{}: the metrics failed", name, e);
    }
  }

  /** Nobody knows what is safe of what ran since the last commit: ends, unless it has ended. */
  StoreException stop(Throwable failure) {
    StoreException known = end;
    if (known != null) {
      return known;
    }
    LOG.warn("{} stops: {}", name, failure.toString());
    StoreException stopped =
        new StoreException(
            Reason.FAILED,
            name + " stopped, because it could not commit: open the store again. " + failure,
            failure);
    end = stopped;
    return stopped;
  }

  /** Commits for the last time; with a store, whatever comes later is refused. */
  void close() {
    finishStep();
    if (store != null && end == null) {
      end =
          new StoreException(Reason.CLOSED, name + " was closed: open it again on its store", null);
    }
  }

  void requireOpen() {
    if (end != null) {
      throw refused();
    }
  }

  void requireSafe() {
    if (failure() != null) {
      throw refused();
    }
  }

  /** Why it stopped, as the store said it where it did; nothing if it runs or was closed. */
  @Nullable StoreException failure() {
    StoreException known = end;
    if (known == null || known.reason() == Reason.CLOSED) {
      return null;
    }
    return known.getCause() instanceof StoreException cause ? cause : known;
  }

  /** What says that it has ended; nothing as long as it runs. */
  @Nullable StoreException refusal() {
    return end == null ? null : refused();
  }

  StoreException refused() {
    StoreException known = Objects.requireNonNull(end, "it has not ended");
    return new StoreException(known.reason(), known.getMessage(), known);
  }
}
