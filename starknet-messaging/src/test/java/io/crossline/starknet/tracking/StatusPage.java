// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The page about statuses, written from the table alone. */
final class StatusPage {
  private StatusPage() {}

  static String text() {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # Status of a message

        `MessageTracker` (package `io.crossline.starknet.tracking`) knows where each message is
        from the logs and blocks of both layers alone. This page is generated from the table in
        `Transitions`; `StatusPageTest` checks that it is up to date and, with
        `-Dcrossline.write=true`, writes it.

        An event that has no arrow from a status changes nothing. The events of a message are put
        in order before they are applied: its sending first, its end on L1 last, the others by
        block time. A rollback takes events back, and the message is where those that remain lead
        to; if its sending is among those taken back, it is rolled back until it is sent again. A
        message may be met midway, because a layer can run ahead of the other and a tracker can
        begin anywhere: the diagrams leave these arrows out, the tables have them.
        """);
    for (Direction direction : Direction.values()) {
      page.append("\n## ").append(direction).append("\n\n```mermaid\n");
      page.append(StateDiagram.mermaid(direction)).append("```\n\n");
      page.append("| Status | Meaning |\n|---|---|\n");
      StateDiagram.statuses(direction)
          .forEach(status -> page.append("| `" + status + "` | " + status.meaning() + " |\n"));
      page.append("\n| Event | From | To |\n|---|---|---|\n");
      Arrays.stream(MessageEvent.values()).forEach(event -> append(page, direction, event));
    }
    return page.toString();
  }

  private static void append(StringBuilder page, Direction direction, MessageEvent event) {
    List<Transition> rows =
        StateDiagram.rows(direction).stream().filter(row -> row.event() == event).toList();
    if (!rows.isEmpty()) {
      String from =
          rows.stream()
              .map(row -> row.from().map(status -> "`" + status + "`").orElse("not known yet"))
              .collect(Collectors.joining(", "));
      page.append("| " + event + " | " + from + " | `" + rows.get(0).to() + "` |\n");
    }
  }
}
