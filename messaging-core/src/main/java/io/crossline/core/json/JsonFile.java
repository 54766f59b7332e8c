// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads documents from files, plain ({@code .json}) or compressed ({@code .json.gz}). Whatever is
 * wrong with a document comes out as an {@link InvalidJsonException}; only trouble with the file
 * itself is an {@link IOException}.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class JsonFile {
  /** {@value}: the most bytes that a document may have, after decompression. */
  public static final int MAX_BYTES = 64 << 20;

  private static final String GZIP = ".gz";

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
    byte[] bytes = bytes(name, in);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return JsonReader.read(name, text.startsWith("\ufeff") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      throw new InvalidJsonException(start(name), "not JSON: the bytes are not UTF-8 text");
    }
  }

  private static byte[] bytes(String name, InputStream in) throws IOException {
    byte[] bytes;
    if (name.endsWith(GZIP)) {
      try {
        bytes = new GZIPInputStream(in).readNBytes(MAX_BYTES + 1);
      } catch (ZipException | java.io.EOFException e) {
        throw new InvalidJsonException(
            start(name),
            "not a whole gzip file: " + e.getMessage() + ". Compress it again with gzip");
      }
    } else {
      bytes = in.readNBytes(MAX_BYTES + 1);
    }
    if (bytes.length > MAX_BYTES) {
      throw new InvalidJsonException(
          start(name), "longer than " + MAX_BYTES + " bytes, which is the limit");
    }
    return bytes;
  }

  private static JsonPlace start(String name) {
    return new JsonPlace(name, 1, 1, JsonPath.ROOT);
  }
}
