// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every shipped file satisfies the schema, and the schema refuses what the runner refuses. */
class VectorsSchemaTest {
  private static final String VALID =
      """
      {"format": "xmsg-vectors/1", "suite": "starknet.pedersen", "source": "s", "cases": [
        {"id": "a", "kind": "pedersen", "a": "0x1", "b": "0x2", "hash": "0x3"}]}
      """;

  private final Schema schema = schema();

  private static Schema schema() {
    try (InputStream in =
        ShippedVectors.class.getResourceAsStream(
            "/META-INF/crossline/schema/vectors.schema.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @TestFactory
  Stream<DynamicTest> acceptsShippedFiles() {
    return ShippedVectors.entries().stream()
        .map(entry -> DynamicTest.dynamicTest(entry.file(), () -> accepts(entry)));
  }

  private void accepts(ShippedVectors.Entry entry) throws IOException {
    try (InputStream in =
        new GZIPInputStream(
            ShippedVectors.class.getResourceAsStream(
                "/META-INF/crossline/vectors/" + entry.file()))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(schema.validate(text, InputFormat.JSON)).isEmpty();
    }
  }

  @Test
  void acceptsASmallFile() {
    assertThat(schema.validate(VALID, InputFormat.JSON)).isEmpty();
  }

  @Test
  void refusesOneChange() {
    refuses("\"0x3\"", "\"0x03\"");
    refuses("\"0x3\"", "3");
    refuses("\"b\"", "\"c\"");
    refuses("\"b\": \"0x2\"", "\"b\": \"0x2\", \"c\": \"0x2\"");
    refuses("\"pedersen\", \"a\"", "\"poseidon\", \"a\"");
    refuses("starknet.pedersen", "starknet.posidon");
    refuses("xmsg-vectors/1", "xmsg-vectors/2");
    refuses("\"source\": \"s\",", "\"source\": \"s\", \"versions\": {},");
    refuses("\"id\": \"a\",", "");
  }

  private void refuses(String part, String instead) {
    assertThat(VALID).contains(part);
    assertThat(schema.validate(VALID.replace(part, instead), InputFormat.JSON))
        .as(instead)
        .isNotEmpty();
  }
}
