// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Draws the state machines of {@link Transitions}. Thread-safe. */
final class StateDiagram {
  private static final String END = "[*]";

  /** What the story of a message begins with. */
  private static final Set<MessageEvent> DRAWN =
      EnumSet.of(MessageEvent.SENT_ON_L1, MessageEvent.SENT_ON_L2, MessageEvent.TAKEN_BACK);

  private StateDiagram() {}

  /**
   * The state machine of one direction as a Mermaid {@code stateDiagram-v2}. It leaves out the rows
   * of messages that are met midway, which would only repeat the others.
   *
   * @param direction which way the messages go
   * @return the diagram, each line ended by a line feed
   */
  public static String mermaid(Direction direction) {
    Map<String, List<Transition>> arrows =
        rows(direction).stream()
            .filter(row -> !isMetMidway(row))
            .sorted(Comparator.comparing(row -> row.from().map(Enum::ordinal).orElse(-1)))
            .collect(
                Collectors.groupingBy(
                    row -> row.from().map(Enum::name).orElse(END) + " --> " + row.to(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    StringBuilder text = new StringBuilder("stateDiagram-v2\n");
    arrows.forEach(
        (arrow, rows) -> {
          String events =
              rows.stream().map(row -> row.event().toString()).collect(Collectors.joining(" / "));
          text.append("  ").append(arrow).append(" : ").append(events).append('\n');
        });
    rows(direction).stream()
        .map(Transition::to)
        .distinct()
        .filter(status -> status.isFinished() && status != MessageStatus.ROLLED_BACK)
        .forEach(status -> text.append("  ").append(status).append(" --> " + END + "\n"));
    return text.toString();
  }

  static List<Transition> rows(Direction direction) {
    return Transitions.all().stream().filter(row -> row.direction() == direction).toList();
  }

  /** Rows of messages whose sending is not known, or no longer. */
  static boolean isMetMidway(Transition row) {
    boolean known = row.from().isPresent() && row.from().get() != MessageStatus.ROLLED_BACK;
    return !known && !DRAWN.contains(row.event());
  }

  /** The statuses of a direction, in the order of the enum. */
  static List<MessageStatus> statuses(Direction direction) {
    return rows(direction).stream().map(Transition::to).distinct().sorted().toList();
  }
}
