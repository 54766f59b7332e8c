// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.ratio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * {@link EmptyMain} in a folder of its own, until it is closed: the jar that it comes from would
 * take longer to open, and make what is measured against it look cheap.
 */
final class EmptyProgram implements AutoCloseable {
  private static final String CLASS_FILE = EmptyMain.class.getSimpleName() + ".class";

  private final Path folder;
  private final Path file;

  private EmptyProgram(Path folder, Path file) {
    this.folder = folder;
    this.file = file;
  }

  static EmptyProgram create() throws NotMeasuredException {
    try (InputStream bytes = EmptyMain.class.getResourceAsStream(CLASS_FILE)) {
      if (bytes == null) {
        throw new NotMeasuredException("this program does not contain " + CLASS_FILE);
      }
      Path folder = Files.createTempDirectory("crossline-empty-main");
      Path file =
          folder.resolve(EmptyMain.class.getPackageName().replace('.', '/')).resolve(CLASS_FILE);
      Files.createDirectories(file.getParent());
      Files.copy(bytes, file);
      return new EmptyProgram(folder, file);
    } catch (IOException e) {
      throw new NotMeasuredException("there is no place for an empty program: " + e.getMessage());
    }
  }

  List<String> command(String java) {
    return List.of(java, "-cp", folder.toString(), EmptyMain.class.getName());
  }

  @Override
  public void close() throws NotMeasuredException {
    try {
      Path parent = folder.getParent();
      for (Path made = file; !made.equals(parent); made = made.getParent()) {
        Files.delete(made);
      }
    } catch (IOException e) {
      throw new NotMeasuredException("the empty program cannot be deleted: " + e.getMessage());
    }
  }
}
