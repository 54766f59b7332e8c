// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import io.crossline.core.state.Durable;
import io.crossline.core.store.Stopwatch;
import io.crossline.messaging.store.StateStore;
import io.crossline.messaging.store.StoreException;
import io.crossline.messaging.store.StoreException.Reason;
import io.crossline.messaging.store.WriteBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When a tree on a store commits: at the end of each call from outside, however it ended, and in a
 * long one now and then between two events of the clock. Each commit is a moment of the whole tree.
 * Without a store, calls are simply made.
 */
final class Commits {
  private static final Logger LOG = LoggerFactory.getLogger(IpcNetwork.class);

  /** After how many events of the clock a long call commits. */
  private static final int EVENTS = 1000;

  private final @Nullable StateStore store;
  private final List<Durable> parts = new ArrayList<>();
  private BooleanSupplier busy = () -> false;
  private Runnable before = () -> {};
  private Runnable after = () -> {};
  private @Nullable Metering metering;
  private int depth;
  private int events;
  private boolean wanted;
  private @Nullable StoreException over;

  Commits(@Nullable StateStore store) {
    this.store = store;
  }

  /** One more part that is kept; each comes after those that write into it. */
  void add(Durable part) {
    parts.add(part);
  }

  /**
   * What brings all parts up to date before a commit, and what is to happen when it is safe. While
   * a transaction runs that nobody asked the network for, nothing can be committed: that comes with
   * the next call.
   */
  void around(BooleanSupplier running, Runnable first, Runnable last) {
    busy = running;
    before = first;
    after = last;
  }

  /** Somebody is told of each commit. */
  void meter(Metering meter) {
    metering = meter;
  }

  /** Makes a call. When it has returned or thrown, what it did is safe. */
  <T> T call(Supplier<T> call) {
    requireOpen();
    if (store == null) {
      return call.get();
    }
    T result;
    depth++;
    try {
      result = call.get();
    } catch (VirtualMachineError broken) {
      depth--;
      throw stop(broken);
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

  /** Somebody waits for what is not safe yet: commits as soon as the present event is over. */
  void soon() {
    wanted = true;
  }

  /** Between two events of the clock: commits if somebody waits, or much is not committed. */
  void between() {
    events++;
    if (store != null && over == null && depth <= 1 && (wanted || events >= EVENTS)) {
      commit();
    }
  }

  /**
   * Refuses what comes behind the end.
   *
   * @throws StoreException if a commit failed, or the network was closed
   */
  void requireOpen() {
    StoreException end = over;
    if (end != null) {
      throw new StoreException(end.reason(), end.getMessage(), end);
    }
  }

  /** Commits for the last time, if there is a store that takes it. */
  void close() {
    if (store != null && over == null) {
      commit();
      over =
          new StoreException(
              Reason.CLOSED, "the network was closed: start it again on its store", null);
    }
  }

  private void end() {
    if (depth == 0 && over == null) {
      commit();
    }
  }

  private void endBecauseOf(Throwable thrown) {
    try {
      end();
    } catch (RuntimeException e) {
      thrown.addSuppressed(e);
    }
  }

  private void commit() {
    StateStore to = store;
    if (to == null || busy.getAsBoolean()) {
      return;
    }
    Stopwatch watch = Stopwatch.start();
    WriteBatch batch = new WriteBatch();
    try {
      before.run();
      parts.forEach(part -> part.collect(batch));
      if (!batch.isEmpty()) {
        to.commit(batch);
      }
    } catch (RuntimeException | Error failure) {
      throw stop(failure);
    }
    events = 0;
    wanted = false;
    Metering meter = metering;
    if (meter != null && !batch.isEmpty()) {
      meter.committed(watch.elapsed(), batch.writes().size(), batch.bytes());
    }
    after.run();
  }

  private StoreException stop(Throwable cause) {
    LOG.warn("an IPC network stops: {}", cause.toString());
    StoreException end =
        new StoreException(
            Reason.FAILED,
            "the network stopped, because it could not commit: open its store again and start it"
                + " anew on it. "
                + cause,
            cause);
    over = end;
    return end;
  }
}
