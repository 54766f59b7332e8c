// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.trace;

import io.crossline.core.listener.Listeners;
import io.crossline.core.listener.Outsiders;
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
 * The timeline of a network as the network writes it. Each message gets one short name when it is
 * first mentioned, and keeps it. Lines and names are kept as long as the log is, unless it is told
 * to forget them.
 *
 * <p>Not thread-safe.
 */
public final class TimelineLog implements Timeline {
  private final List<TimelineEntry> entries = new ArrayList<>();
  private final Map<Bytes32, String> names = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final Listeners<Consumer<TimelineEntry>> listeners = new Listeners<>();
  private final Outsiders outsiders;
  private int dropped;
  private int kept = Integer.MAX_VALUE;

  /**
   * Creates an empty timeline, which keeps all lines.
   *
   * @param outsiders tells its listeners
   */
  public TimelineLog(Outsiders outsiders) {
    this.outsiders = outsiders;
  }

  @Override
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
    outsiders.tell(listeners, listener -> listener.accept(entry));
  }

  @Override
  public List<TimelineEntry> entries() {
    trim();
    return List.copyOf(entries);
  }

  @Override
  public List<TimelineEntry> since(int first) {
    Objects.checkFromToIndex(first, size(), size());
    trim();
    return List.copyOf(entries.subList(Math.max(0, first - dropped), entries.size()));
  }

  @Override
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

  @Override
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
