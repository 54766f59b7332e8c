// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors;

import io.crossline.core.json.JsonFile;
import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonValue;
import io.crossline.vectors.runner.VectorSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The vector files that lie in this jar, under {@code META-INF/crossline/vectors}, and the index
 * that names them.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class ShippedVectors {
  private static final String FOLDER = "/META-INF/crossline/vectors/";
  private static final String INDEX = "index.json";

  private ShippedVectors() {}

  /**
   * A file of the index.
   *
   * @param file its name
   * @param suite the suite that its cases belong to
   * @param passesFrom the milestone that makes the suite pass
   */
  public record Entry(String file, String suite, String passesFrom) {
    /**
     * Where the file comes from.
     *
     * @return the source
     */
    public VectorSource source() {
      return new VectorSource() {
        @Override
        public String name() {
          return file;
        }

        @Override
        public JsonValue read() throws IOException {
          return ShippedVectors.read(file);
        }
      };
    }
  }

  /**
   * All files.
   *
   * @return in the order of the index
   */
  public static List<Entry> entries() {
    return index().required("files").asArray().items().stream()
        .map(JsonValue::asObject)
        .map(
            entry ->
                new Entry(
                    entry.required("file").asText(),
                    entry.required("suite").asText(),
                    entry.required("passesFrom").asText()))
        .toList();
  }

  /**
   * What each milestone brings.
   *
   * @return a sentence for each name
   */
  public static Map<String, String> milestones() {
    Map<String, String> milestones = new TreeMap<>();
    index()
        .required("milestones")
        .asObject()
        .fields()
        .forEach((name, text) -> milestones.put(name, text.asText()));
    return milestones;
  }

  private static JsonObject index() {
    try {
      return read(INDEX).asObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonValue read(String file) throws IOException {
    try (InputStream in = ShippedVectors.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IOException("the jar of test-vectors lacks " + FOLDER + file);
      }
      return JsonFile.read(file, in);
    }
  }
}
