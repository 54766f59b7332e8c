// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.store;

import io.crossline.core.state.Durable;
import io.crossline.messaging.spi.MessagingMetrics;
import io.crossline.messaging.store.StateStore;
import io.crossline.messaging.store.StoreException;
import io.crossline.messaging.store.StoreException.Reason;
import io.crossline.messaging.store.WriteBatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When a network on a store commits: at the end of each call from outside, however it ended, and in
 * a long one now and then between two events of the clock. Each commit is a moment of the whole
 * network. Without a store, calls are simply made.
 *
 * <p>Not thread-safe: a network is used by one thread at a time.
 */
public final class Commits {
  private static final Logger LOG = LoggerFactory.getLogger(Commits.class);

  /** After how much work a long call commits. */
  private static final long MUCH = 1000;

  private final @Nullable StateStore store;
  private final String what;
  private final List<Durable> parts = new ArrayList<>();
  private BooleanSupplier busy = () -> false;
  private Runnable before = () -> {};
  private Runnable after = () -> {};
  private LongSupplier work = () -> 0;
  private MessagingMetrics metrics = MessagingMetrics.NONE;
  private Consumer<MessagingMetrics> backlog = told -> {};
  private long committedWork;
  private int depth;
  private int events;
  private boolean wanted;
  private @Nullable StoreException over;

  /**
   * Begins without parts.
   *
   * @param store where everything is kept, if anywhere
   * @param what what people call the network
   */
  public Commits(Optional<StateStore> store, String what) {
    this.store = store.orElse(null);
    this.what = what;
  }

  /**
   * One more part that is kept.
   *
   * @param part comes after those that write into it
   */
  public void add(Durable part) {
    parts.add(part);
  }

  /**
   * What belongs to a commit.
   *
   * @param running whether a transaction runs that nobody asked the network for: nothing can be
   *     committed then, that comes with the next call
   * @param first brings all parts up to date
   * @param last happens when it is safe
   */
  public void around(BooleanSupplier running, Runnable first, Runnable last) {
    busy = running;
    before = first;
    after = last;
  }

  /**
   * How much there is to commit, beside events of the clock.
   *
   * @param done grows with all that is done
   */
  public void weigh(LongSupplier done) {
    work = done;
  }

  /**
   * Somebody is told of each commit. What they throw stops nothing.
   *
   * @param told is told
   * @param messages tells them how messages stand
   */
  public void meter(MessagingMetrics told, Consumer<MessagingMetrics> messages) {
    metrics = told;
    backlog = messages;
  }

  /**
   * Whether there is a store.
   *
   * @return false if nothing is kept
   */
  public boolean isDurable() {
    return store != null;
  }

  /**
   * Makes a call. When it has returned or thrown, what it did is safe, unless this says otherwise.
   *
   * @param call what is done
   * @param <T> what it gives
   * @return what it gives
   * @throws StoreException if it is not safe, or the network has ended
   */
  public <T> T call(Supplier<T> call) {
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

  /**
   * Makes a call.
   *
   * @param call what is done
   * @throws StoreException if it is not safe, or the network has ended
   */
  public void run(Runnable call) {
    call(
        () -> {
          call.run();
          return true;
        });
  }

  /** Somebody waits for what is not safe yet: commits as soon as the present event is over. */
  public void soon() {
    wanted = true;
  }

  /** Between two events of the clock: commits if somebody waits, or much is not committed. */
  public void between() {
    events++;
    boolean much = events + work.getAsLong() - committedWork >= MUCH;
    if (store != null && over == null && depth <= 1 && (wanted || much)) {
      commit();
    }
  }

  /**
   * Refuses what comes behind the end.
   *
   * @throws StoreException if a commit failed, or the network was closed
   */
  public void requireOpen() {
    StoreException end = over;
    if (end != null) {
      throw new StoreException(end.reason(), end.getMessage(), end);
    }
  }

  /**
   * Refuses to show what is perhaps not safe.
   *
   * @throws StoreException if a commit failed
   */
  public void requireSafe() {
    StoreException end = over;
    if (end != null && end.reason() != Reason.CLOSED) {
      requireOpen();
    }
  }

  /** Commits for the last time, if there is a store that takes it. */
  public void close() {
    if (store != null && over == null) {
      commit();
      over =
          new StoreException(Reason.CLOSED, what + " was closed: open it again on its store", null);
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
    committedWork = work.getAsLong();
    if (!batch.isEmpty()) {
      tell(watch.elapsed(), batch);
    }
    after.run();
  }

  private void tell(Duration latency, WriteBatch batch) {
    try {
      metrics.committed(latency, batch.writes().size(), batch.bytes());
      backlog.accept(metrics);
    } catch (RuntimeException e) {
      LOG.warn("{}: the metrics failed", what, e);
    }
  }

  private StoreException stop(Throwable cause) {
    LOG.warn("{} stops: {}", what, cause.toString());
    StoreException end =
        new StoreException(
            Reason.FAILED,
            what + " stopped, because it could not commit: open it again on its store. " + cause,
            cause);
    over = end;
    return end;
  }
}
