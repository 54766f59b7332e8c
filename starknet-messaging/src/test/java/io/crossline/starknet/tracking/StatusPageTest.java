// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page about statuses is what the table gives. {@code -Dcrossline.write=true} writes it. */
class StatusPageTest {
  private static final Path PAGE = Path.of("..", "docs", "message-status.md");

  @Test
  void thePageIsGeneratedFromTheTable() throws IOException {
    if (Boolean.getBoolean("crossline.write")) {
      Files.writeString(PAGE, StatusPage.text());
    }
    assertThat(Files.readString(PAGE)).isEqualTo(StatusPage.text());
  }

  @Test
  void everyRowIsOnThePageAndEveryArrowComesFromARow() {
    for (Direction direction : Direction.values()) {
      String diagram = StateDiagram.mermaid(direction);
      for (Transition row : StateDiagram.rows(direction)) {
        String arrow = row.from().map(Enum::name).orElse("[*]") + " --> " + row.to() + " : ";
        boolean drawn =
            diagram
                .lines()
                .anyMatch(line -> line.contains(arrow) && line.contains(row.event().toString()));
        assertThat(drawn).as(row.toString()).isNotEqualTo(StateDiagram.isMetMidway(row));
      }
      long drawn = diagram.lines().filter(line -> line.contains(" : ")).count();
      long rows =
          StateDiagram.rows(direction).stream()
              .filter(row -> !StateDiagram.isMetMidway(row))
              .map(row -> row.from() + " " + row.to())
              .distinct()
              .count();
      assertThat(drawn).isEqualTo(rows);
    }
  }
}
