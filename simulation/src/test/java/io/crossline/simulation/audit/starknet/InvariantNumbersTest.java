// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.starknet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InvariantNumbersTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (S\\d+) \\|");

  @Test
  void theDocumentHasARowForEachNumber() throws IOException {
    String document = Files.readString(Path.of("..", "docs", "invariants.md"));
    List<String> rows = ROW.matcher(document).results().map(row -> row.group(1)).toList();
    assertThat(rows).isEqualTo(IntStream.rangeClosed(1, 23).mapToObj(i -> "S" + i).toList());
  }

  @Test
  void everyExceptionIsInTheDocument() throws IOException {
    String document = Files.readString(Path.of("..", "docs", "invariants.md"));
    assertThat(
            Pattern.compile("(?m)^\\| (starknet [a-z0-9 ]+) \\|")
                .matcher(document)
                .results()
                .map((MatchResult row) -> row.group(1)))
        .containsExactly(
            "starknet trap 9",
            "starknet trap 11",
            "starknet trap 12",
            "starknet trap 21",
            "starknet reorganisation");
  }
}
