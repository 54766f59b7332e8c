// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.core.state.Durable;
import io.crossline.core.store.Stopwatch;
import io.crossline.messaging.store.StateStore;
import io.crossline.messaging.store.StoreException;
import io.crossline.messaging.store.StoreException.Reason;
import io.crossline.messaging.store.WriteBatch;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When a network on a store commits: at the end of each call from outside, however it ended, and in
 * a long one now and then between two events of the clock. Each commit is a moment of the whole
 * network. Without a store, calls are simply made.
 */
final class Commits {
  private static final Logger LOG = LoggerFactory.getLogger(StarknetNetwork.class);

  /** After how much work a long call commits. */
  private static final int LARGEST_COMMIT = 1000;

  private final @Nullable StateStore store;
  private final List<Durable> parts;
  private final DurableClock clock;
  private final EventLog events;
  private final Metering metering;
  private int depth;
  private long committedWork;
  private @Nullable StoreException over;

  Commits(
      Optional<StateStore> store,
      List<Durable> parts,
      DurableClock clock,
      EventLog events,
      Metering metering) {
    this.store = store.orElse(null);
    this.parts = List.copyOf(parts);
    this.clock = clock;
    this.events = events;
    this.metering = metering;
  }

  /**
   * Makes a call. When it returns, what it did is safe; when it throws, unless this says so, too.
   */
  <T> T call(Supplier<T> call) {
    requireOpen();
    if (store == null) {
      return call.get();
    }
    T result;
    depth++;
    try {
      result = call.get();
    } catch (RuntimeException | Error thrown) {
      depth--;
      endBecauseOf(thrown);
      throw thrown;
    }
    depth--;
    end();
    return result;
  }

  /** Makes a call. */
  void run(Runnable call) {
    call(
        () -> {
          call.run();
          return true;
        });
  }

  /** Between two events of the clock: commits if there is much to commit. */
  void between() {
    if (depth == 1 && events.work() - committedWork >= LARGEST_COMMIT) {
      commit();
    }
  }

  /** Whether there is a store. */
  boolean isDurable() {
    return store != null;
  }

  /** Refuses what comes behind the end. */
  void requireOpen() {
    StoreException end = over;
    if (end != null) {
      throw new StoreException(end.reason(), end.getMessage(), end);
    }
  }

  /** Refuses to show what is perhaps not safe. */
  void requireSafe() {
    StoreException end = over;
    if (end != null && end.reason() != Reason.CLOSED) {
      requireOpen();
    }
  }

  /** Commits for the last time, if there is a store that takes it. */
  void close() {
    if (store != null && over == null) {
      commit();
      over =
          new StoreException(
              Reason.CLOSED, "the network was closed: create it again on its store", null);
    }
  }

  private void end() {
    if (depth == 0) {
      commit();
    }
  }

  private void endBecauseOf(Throwable thrown) {
    try {
      if (over == null) {
        end();
      }
    } catch (RuntimeException e) {
      thrown.addSuppressed(e);
    }
  }

  private void commit() {
    StateStore to = store;
    if (to == null) {
      return;
    }
    Stopwatch watch = Stopwatch.start();
    WriteBatch batch = new WriteBatch();
    try {
      clock.note();
      parts.forEach(part -> part.collect(batch));
      if (!batch.isEmpty()) {
        to.commit(batch);
      }
      events.committed();
    } catch (RuntimeException | Error e) {
      throw stop(e);
    }
    committedWork = events.work();
    metering.committed(watch.elapsed(), batch.writes().size(), batch.bytes());
    events.tell();
  }

  private StoreException stop(Throwable cause) {
    LOG.warn("a Starknet network stops: {}", cause.toString());
    StoreException end =
        new StoreException(
            Reason.FAILED,
            "the network stopped because a commit failed: open its store again and create it anew"
                + " on it. "
                + cause,
            cause);
    over = end;
    return end;
  }
}
