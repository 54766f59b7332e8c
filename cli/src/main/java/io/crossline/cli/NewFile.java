// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that is there whole or not at all: it is written beside, and takes its name in the end, so
 * that a failure leaves what was there before. What is no plain file, such as a pipe, is written to
 * as it is.
 */
final class NewFile implements AutoCloseable {
  private final Path target;
  private final Path draft;
  private boolean kept;

  private NewFile(Path target, Path draft) {
    this.target = target;
    this.draft = draft;
  }

  /**
   * Begins a file in place of what may be there.
   *
   * @throws IOException if no file can be made there, with the name of the target
   */
  static NewFile replacing(Path target) throws IOException {
    if (Files.isDirectory(target)) {
      throw new IOException(target + " is a folder");
    }
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      return new NewFile(target, target);
    }
    // A link goes on leading to the file.
    Path place = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
    try {
      // No temporary file, which nobody else may read.
      String name =
          "." + place.getFileName() + "." + ProcessHandle.current().pid() + "-" + System.nanoTime();
      return new NewFile(place, Files.createFile(place.resolveSibling(name)));
    } catch (NoSuchFileException | NotDirectoryException absent) {
      throw new NoSuchFileException(target.toString());
    } catch (AccessDeniedException denied) {
      throw new IOException(place.getParent() + ": the folder may not be written to", denied);
    }
  }

  /**
   * Begins a file where there must be none.
   *
   * @throws FileAlreadyExistsException if there is one
   * @throws IOException if no file can be made there
   */
  static NewFile create(Path target) throws IOException {
    if (Files.exists(target)) {
      throw new FileAlreadyExistsException(target + " is there already");
    }
    return replacing(target);
  }

  /** Where to write. */
  Path path() {
    return draft;
  }

  /** Gives the file its name. */
  void keep() throws IOException {
    if (draft != target) {
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    }
    kept = true;
  }

  /** Takes away what was not kept. */
  @Override
  public void close() throws IOException {
    if (!kept && draft != target) {
      Files.deleteIfExists(draft);
    }
  }
}
