// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonValue;
import io.crossline.vectors.ShippedVectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The page on the format names every suite, with all fields and operations that its cases have. */
class VectorsReadmeTest {
  private static final Set<String> OF_EVERY_CASE = Set.of("id", "note");

  @Test
  void everySuiteHasARowWithItsFields() throws IOException {
    String page = Files.readString(Path.of("README.md"));
    for (ShippedVectors.Entry entry : ShippedVectors.entries()) {
      String row =
          page.lines()
              .filter(line -> line.startsWith("| `") && line.contains("`" + entry.suite() + "`"))
              .findFirst()
              .orElse("");
      JsonObject file = entry.source().read().asObject();
      Set<String> fields = new TreeSet<>();
      Set<String> operations = new TreeSet<>();
      for (JsonValue vector : file.required("cases").asArray().items()) {
        fields.addAll(vector.asObject().fields().keySet());
        vector
            .asObject()
            .optional("steps")
            .map(steps -> steps.asArray().items())
            .orElse(List.of())
            .forEach(step -> operations.add(step.asObject().required("op").asText()));
      }
      fields.removeAll(OF_EVERY_CASE);
      assertThat(fields).as(entry.file()).allMatch(field -> row.contains("`" + field + "`"));
      assertThat(operations).as(entry.file()).allMatch(page::contains);
    }
  }
}
