// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.picture;

import io.crossline.core.trace.TimelineEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is drawn of a run. {@link RunPage} draws it.
 *
 * <p>Immutable and thread-safe.
 *
 * @param title what the run is called
 * @param subtitle more about it, such as its seed and its fault profile; may be empty
 * @param lanes its chains, from top to bottom
 * @param messages the messages that are drawn, by the time of their first step; at most {@value
 *     #MOST_MESSAGES}
 * @param faults the faults that are marked, in order of time; at most {@value #MOST_FAULTS}
 * @param aggregated how many more messages there were, by their last status
 * @param faultsNotMarked how many more faults there were
 */
public record RunPicture(
    String title,
    String subtitle,
    List<Lane> lanes,
    List<DrawnMessage> messages,
    List<FaultMark> faults,
    Map<String, Long> aggregated,
    long faultsNotMarked) {
  /** The most messages that a picture has: {@value}. */
  public static final int MOST_MESSAGES = 5_000;

  /** The most faults that are marked in a picture: {@value}. */
  public static final int MOST_FAULTS = 5_000;

  /**
   * Copies what it is given.
   *
   * @throws IllegalArgumentException if there are too many messages or faults
   */
  public RunPicture {
    lanes = List.copyOf(lanes);
    messages = List.copyOf(messages);
    faults = List.copyOf(faults);
    SortedMap<String, Long> sorted = new TreeMap<>(aggregated);
    aggregated = Collections.unmodifiableSortedMap(sorted);
    if (messages.size() > MOST_MESSAGES || faults.size() > MOST_FAULTS || faultsNotMarked < 0) {
      throw new IllegalArgumentException(
          "found "
              + messages.size()
              + " messages, "
              + faults.size()
              + " faults and "
              + faultsNotMarked
              + " not marked; at most "
              + MOST_MESSAGES
              + " and "
              + MOST_FAULTS
              + " can be drawn");
    }
  }

  /**
   * A picture to be made of a run.
   *
   * @param title what the run is called
   * @param subtitle more about it, such as its seed and its fault profile; may be empty
   * @param failedStatuses the statuses that count as failed
   * @return a builder that knows no line yet
   */
  public static Builder builder(String title, String subtitle, Set<String> failedStatuses) {
    return new Builder(title, subtitle, failedStatuses);
  }

  /**
   * Gathers a picture from the lines of a timeline, while the run goes on: {@code
   * timeline.listen(builder::add)}.
   *
   * <p>Memory is bounded: the steps of some ten thousand messages are held, and one byte for each
   * other message. Drawn are failed messages first, then those that a fault touched, then all
   * others, each in the order of their first mention; this is deterministic. A message that is
   * first touched or fails long after it was last heard of, in a run with very many messages, may
   * have lost its earlier steps; its {@link DrawnMessage#missingSteps} says so.
   *
   * <p>Not thread-safe.
   */
  public static final class Builder {
    private static final String FAULT = "fault: ";

    private final String title;
    private final String subtitle;
    private final Map<String, Lane> lanes = new LinkedHashMap<>();
    private final StatusTally tally = new StatusTally();
    private final FaultSample faults = new FaultSample(MOST_FAULTS);
    private final DrawnMessages messages;

    private Builder(String title, String subtitle, Set<String> failedStatuses) {
      this.title = title;
      this.subtitle = subtitle;
      messages = new DrawnMessages(Set.copyOf(failedStatuses), MOST_MESSAGES);
    }

    /**
     * Names a chain, so that it is drawn below those that were named before. Chains that no one
     * named are added below them when a line first mentions them.
     *
     * @param name its name in the timeline
     * @param depth its distance from the root of its tree
     * @return this builder
     * @throws IllegalArgumentException if the depth is negative
     */
    public Builder lane(String name, int depth) {
      lanes.put(name, new Lane(name, depth));
      return this;
    }

    /**
     * Adds a line. If its text begins with {@code fault: }, it is a fault; the messages it changes
     * or names were touched by it.
     *
     * @param line the next line of the timeline
     */
    public void add(TimelineEntry line) {
      see(line.chain());
      boolean isFault = line.what().startsWith(FAULT);
      Set<String> changed = new LinkedHashSet<>();
      for (TimelineEntry.StatusChange change : line.changes()) {
        boolean known = tally.set(change.message(), change.status());
        messages.step(change.message(), change.status(), line, isFault, known);
        changed.add(change.message());
      }
      if (isFault) {
        faults.add(FaultSample.read(line, line.what().substring(FAULT.length())));
        for (String word : line.what().substring(FAULT.length()).split("[^A-Za-z0-9_]+")) {
          if (changed.add(word)) {
            messages.touch(word, line);
          }
        }
      }
    }

    /**
     * Marks a fault that struck between two chains, or one that no line tells of.
     *
     * @param fault what to mark
     */
    public void add(FaultMark fault) {
      see(fault.lane());
      fault.other().ifPresent(this::see);
      faults.add(fault);
    }

    /**
     * Says more about a message. Does nothing if its steps are not held, so it is best called soon
     * after its first mention, or in the end for those that {@link #held} tells.
     *
     * @param name its short name
     * @param id what identifies it
     * @param kind what kind of message it is; without this, what the letter of its name stands for
     */
    public void identify(String name, String id, String kind) {
      messages.identify(name, id, kind);
    }

    /**
     * The short names of the messages that would be drawn now.
     *
     * @return the names, in the order in which they were first mentioned
     */
    public List<String> held() {
      return messages.drawn().stream().map(DrawnMessage::name).toList();
    }

    /**
     * The picture of all lines so far. More lines can be added afterwards.
     *
     * @return the picture
     */
    public RunPicture build() {
      List<DrawnMessage> drawn = messages.drawn();
      Map<String, Long> others = tally.counts();
      drawn.forEach(
          message ->
              others.computeIfPresent(
                  message.status(), (status, count) -> count > 1 ? count - 1 : null));
      List<FaultMark> marked = faults.marks();
      return new RunPicture(
          title,
          subtitle,
          new ArrayList<>(lanes.values()),
          drawn,
          marked,
          others,
          faults.seen() - marked.size());
    }

    private void see(String chain) {
      if (!lanes.containsKey(chain)) {
        boolean top = chain.equals("root") || chain.equals("L1");
        int depth = top ? 0 : 1 + (int) chain.chars().filter(c -> c == '/').count();
        lane(chain, depth);
      }
    }
  }
}
