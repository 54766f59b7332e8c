// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each place where we differ from upstream names a test, and the test is there. */
class DivergencesTest {
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");

  @Test
  void everyRowNamesATestThatExists() throws IOException {
    List<String> rows =
        Files.readString(Path.of("..", "docs", "divergences.md"))
            .lines()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| What |"))
            .toList();
    assertThat(rows).hasSizeGreaterThan(15);
    Set<String> there = tests();
    for (String row : rows) {
      Set<String> named =
          TEST.matcher(row)
              .results()
              .map(found -> found.group(1))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(named).as(row).isNotEmpty();
      assertThat(there).containsAll(named);
    }
  }

  private static Set<String> tests() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(".."))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith("Test.java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .collect(Collectors.toSet());
    }
  }
}
