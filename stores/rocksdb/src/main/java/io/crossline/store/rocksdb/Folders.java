// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.store.rocksdb;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a store does to folders, in a way that a loss of power does not undo. */
final class Folders {
  private Folders() {}

  /** Creates a folder and those that it lies in. */
  static void create(Path folder) throws IOException {
    Path absolute = folder.toAbsolutePath();
    Path parent = absolute.getParent();
    if (parent != null && Files.exists(parent) && !Files.isDirectory(parent)) {
      throw new NotDirectoryException(parent.toString());
    }
    if (parent != null && !Files.exists(parent)) {
      create(parent);
    }
    Files.createDirectories(absolute);
    if (parent != null) {
      sync(parent);
    }
  }

  static void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Makes safe which files are in a folder. */
  static void sync(Path folder) throws IOException {
    if (folder.getFileSystem().getSeparator().equals("\\")) {
      // Windows keeps that safe by itself, and opens no folders.
      return;
    }
    boolean wasInterrupted = Thread.interrupted();
    while (true) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
        break;
      } catch (ClosedByInterruptException e) {
        wasInterrupted |= Thread.interrupted();
      }
    }
    if (wasInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  static Set<String> names(Path folder) throws IOException {
    Set<String> names = new TreeSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      files.forEach(file -> names.add(file.getFileName().toString()));
    }
    return names;
  }

  /** Removes the files of a folder, if it is there. */
  static void clear(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      for (String name : names(folder)) {
        Files.delete(folder.resolve(name));
      }
    }
  }

  /** The bytes of all files in a folder and below. */
  static long size(Path folder) throws IOException {
    long size = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        try {
          size += Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (NoSuchFileException e) {
          // The database has just removed it: it takes no space.
          continue;
        }
      }
    }
    return size;
  }
}
