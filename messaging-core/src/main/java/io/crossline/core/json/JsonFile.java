// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads documents from files, plain ({@code .json}) or compressed ({@code .json.gz}). Whatever is
 * wrong with a document comes out as an {@link InvalidJsonException}; only trouble with the file
 * itself is an {@link IOException}.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class JsonFile {
  /**
   * {@value}: the most bytes, in characters beyond ASCII the most characters, that a document or a
   * value of a stream may have after decompression.
   */
  public static final int MAX_BYTES = 64 << 20;

  private JsonFile() {}

  /**
   * Reads a file.
   *
   * @param file the file; its name decides whether it is compressed
   * @return the document
   * @throws IOException if the file cannot be read
   * @throws InvalidJsonException if what it holds is no JSON document
   */
  public static JsonValue read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(file.toString(), in);
    }
  }

  /**
   * Reads a stream to its end.
   *
   * @param name what the document is called in messages; one that ends in {@code .gz} is compressed
   * @param in the bytes; not closed
   * @return the document
   * @throws IOException if the stream cannot be read
   * @throws InvalidJsonException if what it holds is no JSON document
   */
  public static JsonValue read(String name, InputStream in) throws IOException {
    try {
      return JsonReader.read(JsonStream.of(name, in));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
