// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.network;

import io.crossline.core.state.Durable;
import io.crossline.core.state.HostTable;
import io.crossline.core.state.Rows;
import io.crossline.core.state.State;
import io.crossline.core.store.Stopwatch;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Codec;
import io.crossline.messaging.store.StateStore;
import io.crossline.messaging.store.WriteBatch;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Events that are committed together with what they tell of, numbered from 1 on without a gap. Who
 * keeps the number of the event that it has dealt with last can go on behind it at any time:
 * nothing is told before it is safe, nothing is passed over, and an event that is told again bears
 * the same number.
 *
 * <p>{@link #append} and {@link #collect} belong to the thread that runs the engine; everything
 * else is thread-safe.
 */
public final class Outbox implements Durable {
  private static final Codec<Long> NUMBER = Codec.of(Bytes::ofLong, bytes -> bytes.getLong(0));
  private static final String LAST = "last";
  private static final String FIRST = "first";

  private final State state;
  private final Rows events;
  private final HostTable<String, Long> positions;
  private final Object news = new Object();
  private long appended;
  private long collected;
  private volatile long committed;

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
    state = new State(store, "outbox");
    events = state.rows("events");
    positions = state.hostTable("positions", Codec.TEXT, NUMBER);
    appended = positions.get(LAST).orElse(0L);
    collected = appended;
    committed = appended;
    requireNothingBehind(appended);
  }

  /** The number of the last event stands beside the events: none lies behind it. */
  private void requireNothingBehind(long last) {
    events.scan(
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
    events.put(Bytes.ofLong(appended), event);
    positions.put(LAST, appended);
    return appended;
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
   * Reads events that may be told.
   *
   * @param after the number of the event behind which to begin, 0 for the first there is
   * @param reader is given the events in order
   */
  public void read(long after, Reader reader) {
    long end = committed;
    events.scan(
        Bytes.ofLong(after + 1),
        (key, event) -> {
          long position = key.getLong(0);
          return position <= end && reader.read(position, event) && position < end;
        });
  }

  /**
   * Forgets events that everybody has dealt with. Belongs to the thread that runs the engine.
   *
   * @param upTo the number of the last one
   */
  public void forget(long upTo) {
    long first = positions.get(FIRST).orElse(1L);
    for (long position = first; position <= Math.min(upTo, committed); position++) {
      events.remove(Bytes.ofLong(position));
      positions.put(FIRST, position + 1);
    }
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
