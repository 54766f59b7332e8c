// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.trace;

import java.util.List;
import java.util.function.Consumer;

/**
 * All that happened so far in a network, as everybody reads it; the network alone writes. Each
 * message has one short name from its first mention on.
 *
 * <p>Not thread-safe: it belongs to the thread that runs the network.
 */
public interface Timeline {
  /**
   * All lines so far, but for those that are not kept.
   *
   * @return a copy
   */
  List<TimelineEntry> entries();

  /**
   * The lines from one on, but for those that are not kept.
   *
   * @param first the number of the first line wanted, counted from 0
   * @return a copy of these lines
   * @throws IndexOutOfBoundsException if it is negative or more than {@link #size}
   */
  List<TimelineEntry> since(int first);

  /**
   * How many lines there were, kept or not.
   *
   * @return the number of lines
   */
  int size();

  /**
   * Keeps only the latest lines from now on, for runs that are too long to be kept. Listeners are
   * still told of every line.
   *
   * @param lines how many; at least 1
   * @throws IllegalArgumentException if it is less
   */
  void keepLatest(int lines);

  /**
   * Tells a listener of every line that is added from now on: when the step that it belongs to is
   * complete, and on a store committed.
   *
   * @param listener called on the thread that runs the network
   */
  void listen(Consumer<TimelineEntry> listener);
}
