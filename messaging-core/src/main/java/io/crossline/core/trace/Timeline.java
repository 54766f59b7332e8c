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
  private int dropped;
  private int kept = Integer.MAX_VALUE;

  /** Creates an empty timeline, which keeps all lines. */
  public Timeline() {}

  /**
   * Keeps only the latest lines from now on, for runs that are too long to be kept. Listeners are
   * still told of every line.
   *
   * @param lines how many; at least 1
   * @throws IllegalArgumentException if it is less
   */
  public void keepLatest(int lines) {
    if (lines < 1) {
      throw new IllegalArgumentException("lines: found " + lines + ", must be at least 1");
    }
    kept = lines;
    trim();
  }

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
    if (entries.size() / 2 >= kept) {
      trim();
    }
    listeners.forEach(listener -> listener.accept(entry));
  }

  /**
   * All lines so far, but for those that are not kept.
   *
   * @return a copy
   */
  public List<TimelineEntry> entries() {
    trim();
    return List.copyOf(entries);
  }

  /**
   * The lines from one on, but for those that are not kept.
   *
   * @param first the number of the first line wanted, counted from 0
   * @return a copy of these lines
   * @throws IndexOutOfBoundsException if it is negative or more than {@link #size}
   */
  public List<TimelineEntry> since(int first) {
    Objects.checkFromToIndex(first, size(), size());
    trim();
    return List.copyOf(entries.subList(Math.max(0, first - dropped), entries.size()));
  }

  /**
   * How many lines there were, kept or not.
   *
   * @return the number of lines
   */
  public int size() {
    return dropped + entries.size();
  }

  private void trim() {
    int over = entries.size() - kept;
    if (over > 0) {
      entries.subList(0, over).clear();
      dropped += over;
    }
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

  /**
   * How many names with a prefix were given.
   *
   * @param prefix what they begin with
   * @return the number of the last one; 0 if there is none
   */
  public int names(String prefix) {
    return counts.getOrDefault(prefix, 0);
  }

  /**
   * Goes on with names of another timeline: the next one with a prefix has the number after those.
   *
   * @param prefix what they begin with
   * @param given how many were given there
   */
  public void resume(String prefix, int given) {
    counts.merge(prefix, given, Math::max);
  }

  /**
   * Goes on with a name of another timeline.
   *
   * @param id what it stands for
   * @param name the name that it has there
   */
  public void resume(Bytes32 id, String name) {
    names.put(id, name);
  }

  /**
   * Forgets the name of a message that will not be mentioned any more. If it is, it gets a new one.
   *
   * @param id what identifies the message
   */
  public void forget(Bytes32 id) {
    names.remove(id);
  }
}
