// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.crossline.scenario.ScenarioFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema that editors use takes every example, and refuses what the reader refuses. */
class ScenarioSchemaTest {
  private static final Path EXAMPLES = Path.of("..", "examples");

  static Stream<Path> examples() throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(EXAMPLES)) {
      all =
          files
              .filter(file -> !file.toString().contains("target"))
              .filter(file -> file.toString().endsWith(".json"))
              .filter(file -> !file.endsWith("scenario.schema.json"))
              .sorted()
              .toList();
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleIsAScenario(Path example) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                Files.readString(EXAMPLES.resolve("scenario.schema.json")), InputFormat.JSON);
    String text = Files.readString(example);
    assertThat(schema.validate(text, InputFormat.JSON)).isEmpty();
    assertThat(ScenarioFile.read(example).name()).isNotEmpty();
    String wrong = text.replace("\"steps\"", "\"stepz\"");
    assertThat(schema.validate(wrong, InputFormat.JSON)).isNotEmpty();
  }
}
