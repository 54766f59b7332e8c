// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.picture;

import io.crossline.core.trace.TimelineEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A message while its steps come in. */
final class Draft {
  /** The most steps that are held of one message; a message that goes around has its middle cut. */
  static final int MOST_STEPS = 64;

  private static final int LONGEST_TEXT = 1_000;
  private static final Map<String, String> KINDS =
      Map.of("m", "message", "c", "call", "r", "result", "t", "transfer");

  final String name;

  /** The how many-eth message that was held it is. */
  final long order;

  /** Where {@link DrawnMessages} holds it. */
  @Nullable Map<Long, Draft> group;

  private final List<Step> steps = new ArrayList<>();
  private String id = "";
  private String kind;
  private String status = "";
  private int missing;
  private boolean faulted;

  Draft(String name, long order, boolean known) {
    this.name = name;
    this.order = order;
    kind = name.isEmpty() ? "" : KINDS.getOrDefault(name.substring(0, 1), "");
    missing = known ? 1 : 0;
  }

  void step(String next, TimelineEntry line, boolean fault) {
    // Back at a status that it had left: something was taken back.
    faulted |= fault || !next.equals(status) && had(next);
    status = next;
    if (steps.size() == MOST_STEPS) {
      steps.remove(MOST_STEPS / 2);
      missing++;
    }
    String text = FaultSample.shorten(line.what(), LONGEST_TEXT);
    steps.add(new Step(line.time(), line.chain(), line.block(), next, text));
  }

  private boolean had(String wanted) {
    for (Step step : steps) {
      if (step.status().equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  void touch(TimelineEntry line) {
    step(status, line, true);
  }

  void identify(String newId, String newKind) {
    id = newId;
    kind = newKind;
  }

  String status() {
    return status;
  }

  boolean faulted() {
    return faulted;
  }

  DrawnMessage drawn(boolean failed) {
    return new DrawnMessage(name, id, kind, status, failed, faulted, missing, steps);
  }
}
