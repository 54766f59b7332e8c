// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.network;

import io.crossline.core.record.RecordReader;
import io.crossline.core.state.HostTable;
import io.crossline.core.state.State;
import io.crossline.core.time.VirtualTime;
import io.crossline.messaging.Codec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The clock of a network, and when its processes are due. On a store both go on where they stood;
 * of what is due at the same time, in the order in which it would have run.
 *
 * <p>Not thread-safe.
 */
public final class DurableClock {
  private static final String NOW = "now";

  private static final Codec<Due> DUE =
      RecordReader.codec(
          (writer, due) ->
              writer.number64(due.at.getSeconds()).number32(due.at.getNano()).number64(due.order),
          reader ->
              new Due(Duration.ofSeconds(reader.number64(), reader.number32()), reader.number64()));

  private record Due(Duration at, long order) {}

  private record Waiting(Due due, Runnable event) {}

  private final HostTable<String, Due> table;
  private final VirtualTime time;
  private final List<Waiting> waiting = new ArrayList<>();
  private long order;

  /**
   * Opens the clock.
   *
   * @param state where it is kept
   */
  public DurableClock(State state) {
    table = state.hostTable("clock", Codec.TEXT, DUE);
    time = new VirtualTime(table.get(NOW).map(Due::at).orElse(Duration.ZERO));
    table.entries().values().forEach(due -> order = Math.max(order, due.order + 1));
  }

  /**
   * What moves.
   *
   * @return the time
   */
  public VirtualTime time() {
    return time;
  }

  /**
   * What the clock shows.
   *
   * @return the time since the network was started first
   */
  public Duration now() {
    return time.now();
  }

  /** Takes note of what the clock shows, for the next commit. */
  public void note() {
    if (!table.get(NOW).map(Due::at).equals(Optional.of(now()))) {
      table.put(NOW, new Due(now(), 0));
    }
  }

  /**
   * A process begins: it is due when it was, or after a delay if it was not there before. Nothing
   * runs before {@link #start}.
   *
   * @param process its name, which no other has
   * @param delay how long until it is due for the first time
   * @param event what it does then
   */
  public void begin(String process, Duration delay, Runnable event) {
    Due due = table.get(process).orElseGet(() -> new Due(now().plus(delay), order++));
    table.put(process, due);
    waiting.add(new Waiting(due, () -> run(process, due, event)));
  }

  /**
   * Something that is due once goes on waiting, if it did before.
   *
   * @param once its name, which no other has
   * @param event what it does then
   */
  public void resume(String once, Runnable event) {
    if (table.get(once).isPresent()) {
      begin(once, Duration.ZERO, event);
    }
  }

  /** All that waits is there: from now on it becomes due. */
  public void start() {
    waiting.sort(Comparator.comparingLong(one -> one.due.order));
    for (Waiting one : waiting) {
      Duration delay = one.due.at.minus(now());
      time.after(delay.isNegative() ? Duration.ZERO : delay, one.event);
    }
    waiting.clear();
  }

  /**
   * A process that is due again and again, even if it throws.
   *
   * @param process its name, which no other has
   * @param period from one time to the next
   * @param event what it does each time
   */
  public void every(String process, Duration period, Runnable event) {
    begin(process, period, () -> repeat(process, period, event));
  }

  private void repeat(String process, Duration period, Runnable event) {
    try {
      event.run();
    } finally {
      after(process, period, () -> repeat(process, period, event));
    }
  }

  /**
   * When a process is due.
   *
   * @param process its name
   * @return the time, nothing if it is not due
   */
  public Optional<Duration> due(String process) {
    return table.get(process).map(Due::at);
  }

  /**
   * Something is due after a delay.
   *
   * @param process its name; if it was due already, it is not any more
   * @param delay from now on
   * @param event what it does then
   */
  public void after(String process, Duration delay, Runnable event) {
    Due due = new Due(now().plus(delay), order++);
    table.put(process, due);
    time.after(delay, () -> run(process, due, event));
  }

  private void run(String process, Due due, Runnable event) {
    try {
      event.run();
    } finally {
      if (table.get(process).filter(due::equals).isPresent()) {
        table.remove(process);
      }
    }
  }
}
