// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.time;

import java.time.Duration;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/**
 * A clock and what is due. Events run in the order of their time; of equal times, in the order in
 * which they were scheduled. Nothing moves the clock but {@link #advance} and {@link #runUntil}.
 *
 * <p>Not thread-safe.
 */
public final class VirtualTime {
  private record Due(Duration time, long sequence, Runnable event) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      int byTime = time.compareTo(other.time);
      return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
    }
  }

  private final PriorityQueue<Due> queue = new PriorityQueue<>();
  private Duration now = Duration.ZERO;
  private long sequence;
  private boolean moving;

  /** Creates a clock that shows 0. */
  public VirtualTime() {}

  /**
   * Creates a clock that goes on where another one ended.
   *
   * @param now what it shows at first, not negative
   * @throws IllegalArgumentException if it is negative
   */
  public VirtualTime(Duration now) {
    if (now.isNegative()) {
      throw new IllegalArgumentException("time " + now + " is negative");
    }
    this.now = now;
  }

  /**
   * What the clock shows.
   *
   * @return the time since it was created, or since the first of the clocks of which each went on
   *     where the one before ended
   */
  public Duration now() {
    return now;
  }

  /**
   * Schedules an event.
   *
   * @param delay from now on, not negative
   * @param event what happens then
   * @throws IllegalArgumentException if the delay is negative
   */
  public void after(Duration delay, Runnable event) {
    if (delay.isNegative()) {
      throw new IllegalArgumentException("delay " + delay + " is negative");
    }
    queue.add(new Due(now.plus(delay), sequence++, event));
  }

  /**
   * Schedules an event that repeats, the first time after one period. It repeats even if the event
   * throws.
   *
   * @param period from one time to the next, more than 0
   * @param event what happens each time
   * @throws IllegalArgumentException if the period is not more than 0
   */
  public void every(Duration period, Runnable event) {
    if (period.isNegative() || period.isZero()) {
      throw new IllegalArgumentException("period " + period + " must be more than 0");
    }
    after(
        period,
        () -> {
          try {
            event.run();
          } finally {
            every(period, event);
          }
        });
  }

  /**
   * Moves the clock and runs what becomes due, what is due exactly at the end included. What an
   * event throws comes out of here; the clock stands at that event then, and what is due later
   * stays due.
   *
   * @param by how far, not negative
   * @throws IllegalArgumentException if it is negative
   * @throws IllegalStateException if an event calls this
   */
  public void advance(Duration by) {
    if (by.isNegative()) {
      throw new IllegalArgumentException("cannot advance by " + by + ": time does not go back");
    }
    Duration end = now.plus(by);
    move(() -> runDue(end, () -> false));
    now = end;
  }

  /**
   * Runs what becomes due, event by event, until a condition holds. The clock stands at the last
   * event that ran, or at the limit if the condition did not hold by then.
   *
   * @param condition asked before the first event and after each one
   * @param limit how far the clock may move, not negative
   * @return whether the condition holds
   * @throws IllegalArgumentException if the limit is negative
   * @throws IllegalStateException if an event calls this and the condition does not hold yet
   */
  public boolean runUntil(BooleanSupplier condition, Duration limit) {
    if (limit.isNegative()) {
      throw new IllegalArgumentException("limit " + limit + " is negative: time does not go back");
    }
    if (condition.getAsBoolean()) {
      return true;
    }
    Duration end = now.plus(limit);
    boolean[] held = new boolean[1];
    move(() -> held[0] = runDue(end, condition));
    if (!held[0]) {
      now = end;
    }
    return held[0];
  }

  private void move(Runnable run) {
    if (moving) {
      throw new IllegalStateException(
          "time is moving already: an event or a handler must not advance the clock");
    }
    moving = true;
    try {
      run.run();
    } finally {
      moving = false;
    }
  }

  private boolean runDue(Duration end, BooleanSupplier stop) {
    while (true) {
      Due next = queue.peek();
      if (next == null || next.time.compareTo(end) > 0) {
        return false;
      }
      queue.remove();
      now = next.time;
      next.event.run();
      if (stop.getAsBoolean()) {
        return true;
      }
    }
  }
}
