// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.network;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.Codec;
import io.crossline.messaging.spi.MessagingMetrics;
import io.crossline.messaging.store.StateStore;
import io.crossline.messaging.store.WriteBatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a listener of every event of an outbox, in order and at least once, on a thread of its own.
 * How far it is stands in the store under its name, so it goes on there when it is made again. An
 * event that the listener fails on is told again after a while, and none behind it before.
 *
 * <p>What is told twice after a crash bears the same number: a listener that keeps the number of
 * the last event beside what it made of it deals with each exactly once.
 *
 * <p>Thread-safe.
 */
public final class Subscription implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);
  static final String TABLE = "outbox/listeners";
  private static final int AT_ONCE = 256;
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final StateStore store;
  private final Outbox outbox;
  private final String name;
  private final Listener listener;
  private final MessagingMetrics metrics;
  private final Thread teller;
  private volatile long position;
  private volatile boolean closing;
  private volatile @Nullable RuntimeException failure;
  private Duration pause = FIRST_PAUSE;

  /** Is told of events. */
  @FunctionalInterface
  public interface Listener {
    /**
     * Deals with an event. If it throws, the event is told again.
     *
     * @param position its number in the outbox
     * @param event what was appended
     */
    void tell(long position, Bytes event);
  }

  private record Event(long position, Bytes event) {}

  /**
   * Begins to tell.
   *
   * @param store where the outbox stands
   * @param outbox the events
   * @param name the listener's name, of which there is one subscription at a time
   * @param listener is told on the subscription's thread
   * @param metrics is told how far the listener is behind
   */
  public Subscription(
      StateStore store, Outbox outbox, String name, Listener listener, MessagingMetrics metrics) {
    this.store = store;
    this.outbox = outbox;
    this.name = name;
    this.listener = listener;
    this.metrics = metrics;
    OptionalLong stored = stored();
    position = stored.orElse(outbox.first() - 1);
    if (stored.isEmpty()) {
      // It counts from now on, so that nothing is forgotten before its first event is dealt with.
      keepPosition();
    }
    teller = new Thread(this::run, "crossline-listener-" + name);
    teller.setDaemon(true);
    teller.start();
  }

  private OptionalLong stored() {
    Bytes own = Codec.TEXT.encode(name);
    OptionalLong[] found = {OptionalLong.empty()};
    store.scan(
        TABLE,
        own,
        (key, value) -> {
          found[0] = key.equals(own) ? OptionalLong.of(value.getLong(0)) : found[0];
          return false;
        });
    return found[0];
  }

  /**
   * How far the listener is.
   *
   * @return the number of the last event that it has dealt with, 0 if there was none
   */
  public long position() {
    return position;
  }

  /**
   * How far the listener is behind.
   *
   * @return how many events may be told that it has not dealt with
   */
  public long lag() {
    return outbox.last() - position;
  }

  /**
   * What the listener failed with.
   *
   * @return what it threw; nothing if it has dealt with the event since
   */
  public Optional<RuntimeException> failure() {
    return Optional.ofNullable(failure);
  }

  /** Lets the listener finish the event that it is at, and ends. */
  @Override
  public void close() {
    closing = true;
    // Not by an interrupt: the listener may be in the middle of something.
    outbox.wakeAll();
    boolean interrupted = false;
    while (teller.isAlive()) {
      try {
        teller.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!closing) {
        outbox.awaitBehind(position, LOOK_AGAIN, () -> closing);
        long before = position;
        tellSome();
        if (position != before) {
          keepPosition();
        }
        metrics.lag(name, lag());
        if (failure != null) {
          outbox.awaitBehind(Long.MAX_VALUE, pause, () -> closing);
          Duration twice = pause.multipliedBy(2);
          pause = twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
        }
      }
    } catch (RuntimeException e) {
      failure = e;
      LOG.warn("listener {}: stopped at event {}", name, position, e);
    }
  }

  private void tellSome() {
    // Not within the scan: a listener may take its time, and the store should not wait for it.
    List<Event> next = new ArrayList<>();
    outbox.read(
        position, (number, event) -> next.add(new Event(number, event)) && next.size() < AT_ONCE);
    for (Event event : next) {
      if (closing) {
        return;
      }
      try {
        listener.tell(event.position, event.event);
        position = event.position;
        failure = null;
        pause = FIRST_PAUSE;
      } catch (RuntimeException e) {
        if (failure == null) {
          LOG.warn("listener {} fails on event {}, which is told again", name, event.position, e);
        }
        failure = e;
        return;
      }
    }
  }

  private void keepPosition() {
    store.commit(new WriteBatch().put(TABLE, Codec.TEXT.encode(name), Bytes.ofLong(position)));
  }
}
