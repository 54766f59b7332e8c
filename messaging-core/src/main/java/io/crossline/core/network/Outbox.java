// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.network;

import io.crossline.core.chain.Block;
import io.crossline.core.state.Durable;
import io.crossline.core.state.HostTable;
import io.crossline.core.state.Rows;
import io.crossline.core.state.State;
import io.crossline.core.store.Stopwatch;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Codec;
import io.crossline.messaging.UInt64;
import io.crossline.messaging.store.StateStore;
import io.crossline.messaging.store.WriteBatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Events that are committed together with what they tell of, numbered from 1 on without a gap. Who
 * keeps the number of the event that it has dealt with last can go on behind it at any time:
 * nothing is told before it is safe, nothing is passed over, and an event that is told again bears
 * the same number. Empty blocks, and what tells of nothing but them, share a row, many in one; they
 * are told one by one all the same.
 *
 * <p>{@link #append} and {@link #collect} belong to the thread that runs the engine; everything
 * else is thread-safe.
 */
public final class Outbox implements Durable {
  private static final Codec<Long> NUMBER = Codec.of(Bytes::ofLong, bytes -> bytes.getLong(0));
  private static final String LAST = "last";
  private static final String FIRST = "first";

  /** A reader had enough. */
  private static final long STOPPED = -1;

  private final StateStore store;
  private final State state;
  private final Rows events;

  /** Rows of many events each, under the number of the last one. */
  private final Rows runs;

  private final HostTable<String, Long> positions;
  private final Object news = new Object();
  private long appended;
  private long collected;
  private volatile long committed;
  private volatile long first;

  /** The run that the next event may join, and the number under which it was written last. */
  private @Nullable QuietRun run;

  private long runWritten;

  /** Is given events. */
  @FunctionalInterface
  public interface Reader {
    /**
     * Takes an event.
     *
     * @param position its number
     * @param event what was appended
     * @return whether to go on to the next one
     */
    boolean read(long position, Bytes event);
  }

  /**
   * Opens the outbox that a store holds, or creates one there.
   *
   * @param store where it is kept, under the name {@code outbox}
   */
  public Outbox(StateStore store) {
    this.store = store;
    state = new State(store, "outbox");
    events = state.rows("events");
    runs = state.rows("runs");
    positions = state.hostTable("positions", Codec.TEXT, NUMBER);
    appended = positions.get(LAST).orElse(0L);
    collected = appended;
    committed = appended;
    first = positions.get(FIRST).orElse(1L);
    requireNothingBehind(events, appended);
    requireNothingBehind(runs, appended);
  }

  /** The number of the last event stands beside the events: none lies behind it. */
  private static void requireNothingBehind(Rows rows, long last) {
    rows.scan(
        Bytes.ofLong(last + 1),
        (key, event) -> {
          Agreement.require(
              () -> "the last event of the outbox",
              "the events",
              key.getLong(0),
              "the committed number",
              last);
          return false;
        });
  }

  /**
   * Adds an event to the next commit.
   *
   * @param event what to tell
   * @return its number
   */
  public long append(Bytes event) {
    appended++;
    if (run == null || !run.append(event)) {
      endRun();
      run = QuietRun.of(appended, event);
      if (run == null) {
        events.put(Bytes.ofLong(appended), event);
      }
    }
    positions.put(LAST, appended);
    return appended;
  }

  /** Writes the run as it is now, in place of what it was. */
  private void writeRun() {
    if (run != null && run.last() != runWritten) {
      if (runWritten > 0) {
        runs.remove(Bytes.ofLong(runWritten));
      }
      runWritten = run.last();
      runs.put(Bytes.ofLong(runWritten), run.encode());
    }
  }

  private void endRun() {
    writeRun();
    run = null;
    runWritten = 0;
  }

  /**
   * How much was appended. Belongs to the thread that runs the engine.
   *
   * @return the number of the last event, whether it is committed or not; 0 if there was none
   */
  public long appended() {
    return appended;
  }

  /**
   * What whoever runs the engine commits; {@link #committed()} has to be called when it is safe.
   */
  @Override
  public void collect(WriteBatch batch) {
    writeRun();
    state.collect(batch);
    collected = appended;
  }

  /** Takes note that what was collected last is safe: now it may be told. */
  public void committed() {
    Agreement.require(
        () -> "events of the outbox", "those appended", appended, "those committed", collected);
    synchronized (news) {
      committed = collected;
      news.notifyAll();
    }
  }

  /**
   * How far the outbox is.
   *
   * @return the number of the last event that may be told, 0 if there was none
   */
  public long last() {
    return committed;
  }

  /**
   * Where the outbox begins.
   *
   * @return the number of the first event that is not forgotten
   */
  public long first() {
    return first;
  }

  /**
   * Reads events that may be told.
   *
   * @param after the number of the event behind which to begin, 0 for the first there is
   * @param reader is given the events in order
   * @throws ForgottenEventsException if events behind that number are forgotten
   */
  public void read(long after, Reader reader) {
    long end = committed;
    long next = after == 0 ? first : after + 1;
    while (next <= end) {
      long read = readSome(next, end, reader);
      if (read == STOPPED) {
        return;
      }
      if (read == next) {
        throw new ForgottenEventsException(next, Math.max(first, next + 1));
      }
      next = read;
    }
  }

  /** Reads single events, or one run; gives the number of the next event. */
  private long readSome(long from, long end, Reader reader) {
    long[] next = {from};
    if (from < first) {
      return from;
    }
    events.scan(
        Bytes.ofLong(from),
        (key, event) -> {
          if (key.getLong(0) != next[0] || next[0] > end) {
            return false;
          }
          boolean goOn = reader.read(next[0], event);
          next[0] = goOn ? next[0] + 1 : STOPPED;
          return goOn;
        });
    if (next[0] == from) {
      runs.scan(
          Bytes.ofLong(from),
          (key, row) -> {
            if (QuietRun.first(row) <= from) {
              QuietRun.read(
                  row,
                  key.getLong(0),
                  (position, event) -> {
                    if (position < from) {
                      return true;
                    }
                    if (position > end) {
                      return false;
                    }
                    boolean goOn = reader.read(position, event);
                    next[0] = goOn ? position + 1 : STOPPED;
                    return goOn;
                  });
            }
            return false;
          });
    }
    return next[0];
  }

  /**
   * How far everybody has read: what is consumed, and tells of nothing that could be undone.
   *
   * @param upTo the number up to which readers without a subscription have dealt with events;
   *     {@code Long.MAX_VALUE} if there are none
   * @param block the block that an event tells of; nothing if it tells of none
   * @return the number of the last event that can be forgotten, below {@link #first} if there is
   *     none: not beyond the slowest subscription, and before the first block that can be undone.
   *     Without a subscription only what {@code upTo} says.
   */
  public long forgettable(long upTo, Function<Bytes, Optional<ToldBlock>> block) {
    OptionalLong slowest = slowest();
    if (slowest.isEmpty() && upTo == Long.MAX_VALUE) {
      return first - 1;
    }
    long end = Math.min(Math.min(upTo, slowest.orElse(Long.MAX_VALUE)), committed);
    Map<String, Optional<UInt64>> undoable = new HashMap<>();
    long[] last = {first - 1};
    read(
        0,
        (position, event) -> {
          boolean stays =
              position > end
                  || block.apply(event).filter(told -> isUndoable(told, undoable)).isPresent();
          last[0] = stays ? last[0] : position;
          return !stays;
        });
    return last[0];
  }

  private boolean isUndoable(ToldBlock told, Map<String, Optional<UInt64>> undoable) {
    return undoable
        .computeIfAbsent(told.chain(), chain -> Block.oldestUndoable(store, chain))
        .filter(oldest -> told.number().compareTo(oldest) >= 0)
        .isPresent();
  }

  /** The number up to which the slowest subscription has dealt with events. */
  private OptionalLong slowest() {
    long[] slowest = {Long.MAX_VALUE};
    store.scan(
        Subscription.TABLE,
        Bytes.EMPTY,
        (key, value) -> {
          slowest[0] = Math.min(slowest[0], value.getLong(0));
          return true;
        });
    return slowest[0] == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(slowest[0]);
  }

  /**
   * Forgets events that everybody has dealt with; who asks for them later is refused. Belongs to
   * the thread that runs the engine.
   *
   * @param upTo the number of the last one
   */
  public void forget(long upTo) {
    long last = Math.min(upTo, committed);
    if (last < first) {
      return;
    }
    if (run != null && run.last() <= last) {
      endRun();
    }
    remove(events, last);
    // A run that goes on behind the number stays whole; what is forgotten of it is not told.
    remove(runs, last);
    positions.put(FIRST, last + 1);
    first = last + 1;
  }

  private static void remove(Rows rows, long last) {
    List<Bytes> keys = new ArrayList<>();
    rows.scan(Bytes.EMPTY, (key, value) -> key.getLong(0) <= last && keys.add(key));
    keys.forEach(rows::remove);
  }

  /** Waits until there is an event behind a number, a time has passed, or something else holds. */
  void awaitBehind(long position, Duration limit, BooleanSupplier over) {
    Stopwatch watch = Stopwatch.start();
    boolean interrupted = false;
    synchronized (news) {
      long left;
      while (committed <= position
          && !over.getAsBoolean()
          && (left = limit.minus(watch.elapsed()).toMillis()) > 0) {
        try {
          news.wait(left);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Has all who wait look again whether they still should. */
  void wakeAll() {
    synchronized (news) {
      news.notifyAll();
    }
  }
}
