// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.picture;

import io.crossline.core.trace.TimelineEntry;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The messages whose steps are held: the first ones of the run, those that failed or were touched
 * by a fault, and those that were heard of last, because they may still fail. Which messages are
 * drawn never depends on what was let go of; only their earlier steps may.
 */
final class DrawnMessages {
  /**
   * How many messages are held because they were heard of last, as a multiple of the most drawn.
   */
  private static final int RECENT = 4;

  private final Set<String> failedStatuses;
  private final int most;
  private final Map<String, Draft> held = new HashMap<>();
  private final TreeMap<Long, Draft> first = new TreeMap<>();
  private final TreeMap<Long, Draft> failed = new TreeMap<>();
  private final TreeMap<Long, Draft> faulted = new TreeMap<>();

  /** The one that was not heard of for the longest time comes first. */
  private final Map<Long, Draft> recent = new LinkedHashMap<>();

  private long count;

  DrawnMessages(Set<String> failedStatuses, int most) {
    this.failedStatuses = failedStatuses;
    this.most = most;
  }

  /** A step of a message, which was heard of before or not. */
  void step(String name, String status, TimelineEntry line, boolean fault, boolean known) {
    Draft draft = held.get(name);
    if (draft == null) {
      draft = new Draft(name, count++, known);
      held.put(name, draft);
    }
    draft.step(status, line, fault);
    sort(draft);
  }

  /** A fault names what may be a message. */
  void touch(String word, TimelineEntry line) {
    Draft draft = held.get(word);
    if (draft != null) {
      draft.touch(line);
      sort(draft);
    }
  }

  void identify(String name, String id, String kind) {
    Draft draft = held.get(name);
    if (draft != null) {
      draft.identify(id, kind);
    }
  }

  /** What is drawn, by the order of first mention. */
  List<DrawnMessage> drawn() {
    return Stream.of(failed, faulted, first)
        .flatMap(group -> group.values().stream())
        .limit(most)
        .sorted(Comparator.comparingLong(draft -> draft.order))
        .map(draft -> draft.drawn(isFailed(draft)))
        .toList();
  }

  private boolean isFailed(Draft draft) {
    return failedStatuses.contains(draft.status());
  }

  private void sort(Draft draft) {
    Map<Long, Draft> group = groupOf(draft);
    if (draft.group == group && group != recent) {
      return;
    }
    if (draft.group != null) {
      draft.group.remove(draft.order);
    }
    draft.group = group;
    group.put(draft.order, draft);
    if (group == recent && recent.size() > RECENT * most) {
      letGo(recent.values().iterator().next());
    } else if (group == failed && failed.size() > 2 * most) {
      letGo(failed.lastEntry().getValue());
    } else if (group == faulted && faulted.size() > 2 * most) {
      letGo(faulted.lastEntry().getValue());
    }
  }

  private Map<Long, Draft> groupOf(Draft draft) {
    if (isFailed(draft)) {
      return failed;
    } else if (draft.faulted()) {
      return faulted;
    }
    return draft.order < most ? first : recent;
  }

  private void letGo(Draft draft) {
    groupOf(draft).remove(draft.order);
    held.remove(draft.name);
  }
}
