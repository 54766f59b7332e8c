// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.conformance;

import io.crossline.vectors.conformance.FaultRun.Handled;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a handler keeps after which messages. After the same messages in the same blocks it keeps
 * the same, whatever was undone or failed in between.
 */
final class StateTrail {
  private final Map<List<Handled>, String> states = new HashMap<>();
  private final List<String> traces = new ArrayList<>();

  /** Looks at what the handler keeps now. */
  void look(List<Handled> handled, String state) {
    String before = states.putIfAbsent(List.copyOf(handled), state);
    if (before != null && !before.equals(state)) {
      traces.add(
          "after "
              + (handled.isEmpty() ? "no message" : handled.get(handled.size() - 1))
              + " it kept \""
              + before
              + "\", and \""
              + state
              + "\" when later messages had been undone or had failed");
    }
  }

  List<String> traces() {
    return traces;
  }
}
