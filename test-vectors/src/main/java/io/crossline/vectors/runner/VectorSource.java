// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.runner;

import io.crossline.core.json.InvalidJsonException;
import io.crossline.core.json.JsonFile;
import io.crossline.core.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a vector file comes from.
 *
 * <p>Called on the thread that runs the vectors.
 */
public interface VectorSource {
  /**
   * What the file is called in messages.
   *
   * @return a name
   */
  String name();

  /**
   * Reads the file.
   *
   * @return the document
   * @throws IOException if it cannot be read
   * @throws InvalidJsonException if it is not JSON
   */
  JsonValue read() throws IOException;

  /**
   * A file on disk.
   *
   * @param file the file
   * @return where it comes from
   */
  static VectorSource of(Path file) {
    return new VectorSource() {
      @Override
      public String name() {
        return file.toString();
      }

      @Override
      public JsonValue read() throws IOException {
        return JsonFile.read(file);
      }
    };
  }

  /**
   * A file, or all files with names in {@code .json} and {@code .json.gz} in a folder and the
   * folders within.
   *
   * @param path the file or folder
   * @return what there is, ordered by path
   * @throws IOException if the path does not exist or cannot be listed
   */
  static List<VectorSource> find(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    if (!Files.isDirectory(path)) {
      return List.of(of(path));
    }
    try (Stream<Path> files = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
      return files
          .filter(file -> isVectorName(file.getFileName().toString()) && Files.isRegularFile(file))
          .sorted()
          .map(VectorSource::of)
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static boolean isVectorName(String name) {
    return name.endsWith(".json") || name.endsWith(".json.gz");
  }
}
