// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.trace;

import io.crossline.core.trace.TimelineEntry.StatusChange;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt64;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * All that happened so far in a network. Each message gets one short name when it is first
 * mentioned, and keeps it. Nothing is ever dropped: lines and names are kept as long as the
 * timeline is.
 *
 * <p>Not thread-safe.
 */
public final class Timeline {
  private final List<TimelineEntry> entries = new ArrayList<>();
  private final Map<Bytes32, String> names = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final List<Consumer<TimelineEntry>> listeners = new ArrayList<>();

  /** Creates an empty timeline. */
  public Timeline() {}

  /**
   * Adds a line.
   *
   * @param time when
   * @param chain where
   * @param block in which block
   * @param what what happened
   * @param changes whose status changed
   */
  public void add(Duration time, String chain, UInt64 block, String what, StatusChange... changes) {
    TimelineEntry entry = new TimelineEntry(time, chain, block, what, List.of(changes));
    entries.add(entry);
    listeners.forEach(listener -> listener.accept(entry));
  }

  /**
   * All lines so far.
   *
   * @return a copy
   */
  public List<TimelineEntry> entries() {
    return List.copyOf(entries);
  }

  /**
   * The lines from one on.
   *
   * @param first the number of the first line wanted, counted from 0
   * @return a copy of these lines
   * @throws IndexOutOfBoundsException if it is negative or more than {@link #size}
   */
  public List<TimelineEntry> since(int first) {
    Objects.checkFromToIndex(first, entries.size(), entries.size());
    return List.copyOf(entries.subList(first, entries.size()));
  }

  /**
   * How many lines there are.
   *
   * @return the number of lines
   */
  public int size() {
    return entries.size();
  }

  /**
   * Tells a listener of every line that is added from now on.
   *
   * @param listener called on the network's thread
   */
  public void listen(Consumer<TimelineEntry> listener) {
    listeners.add(listener);
  }

  /**
   * The short name of a message, made at its first mention: the prefix and a number counted from 1
   * for each prefix. A later mention with another prefix gives the name that it has.
   *
   * @param prefix what kind of message it is, such as {@code m}
   * @param id what identifies the message
   * @return its name
   */
  public String name(String prefix, Bytes32 id) {
    return names.computeIfAbsent(id, key -> prefix + counts.merge(prefix, 1, Integer::sum));
  }
}
