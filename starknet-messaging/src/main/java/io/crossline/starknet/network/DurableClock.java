// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

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
 * The clock of a network, and when its processes are due. On a store it goes on where it stood, and
 * the processes go on when they were due, in the order in which they would have.
 */
final class DurableClock {
  private static final String NOW = "now";

  private static final Codec<Due> DUE =
      RecordReader.codec(
          (writer, due) ->
              writer
                  .number64(due.time.getSeconds())
                  .number32(due.time.getNano())
                  .number64(due.order),
          reader ->
              new Due(Duration.ofSeconds(reader.number64(), reader.number32()), reader.number64()));

  private final HostTable<String, Due> table;
  private final VirtualTime time;
  private final List<Process> processes = new ArrayList<>();
  private long order;

  /** When something is due; of equal times the lesser order comes first. */
  private record Due(Duration time, long order) {}

  private record Process(String name, Due first, Runnable event) {}

  DurableClock(State state) {
    table = state.hostTable("clock", Codec.TEXT, DUE);
    time = new VirtualTime(table.get(NOW).map(Due::time).orElse(Duration.ZERO));
    table.entries().values().forEach(due -> order = Math.max(order, due.order + 1));
  }

  VirtualTime time() {
    return time;
  }

  /** Takes note of what the clock shows, for the next commit. */
  void note() {
    Due now = new Due(time.now(), 0);
    if (!table.get(NOW).equals(Optional.of(now))) {
      table.put(NOW, now);
    }
  }

  /** When a process that was there before is due. */
  Optional<Duration> due(String process) {
    return table.get(process).map(Due::time);
  }

  /** A process that is due after a delay if it was not there before; see {@link #begin}. */
  void process(String name, Duration delay, Runnable event) {
    Due first = table.get(name).orElseGet(() -> new Due(time.now().plus(delay), order++));
    processes.add(new Process(name, first, event));
  }

  /** A process that is due again and again, even if it throws. */
  void every(String name, Duration period, Runnable event) {
    process(name, period, () -> repeat(name, period, event));
  }

  private void repeat(String name, Duration period, Runnable event) {
    try {
      event.run();
    } finally {
      after(name, period, () -> repeat(name, period, event));
    }
  }

  /** All processes are there: from now on they become due. */
  void begin() {
    processes.sort(Comparator.comparingLong(process -> process.first.order));
    for (Process process : processes) {
      table.put(process.name, process.first);
      Duration delay = process.first.time.minus(time.now());
      time.after(delay.isNegative() ? Duration.ZERO : delay, process.event);
    }
    processes.clear();
  }

  /** Has a process run next after a delay. */
  void after(String process, Duration delay, Runnable event) {
    table.put(process, new Due(time.now().plus(delay), order++));
    time.after(delay, event);
  }
}
