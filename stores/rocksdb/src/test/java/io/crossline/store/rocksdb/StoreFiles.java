// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.store.rocksdb;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.store.StateStore;
import io.crossline.messaging.store.WriteBatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A directory with a store, and what tests do to it. */
record StoreFiles(Path directory) {
  static final String TABLE = "t";

  static WriteBatch batch(long number) {
    return new WriteBatch().put(TABLE, Bytes.ofLong(number), Bytes.utf8("value " + number));
  }

  /** The store as a kill would leave it: copied while it is open. */
  StoreFiles copy(Path target) {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path to = target.resolve(directory.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(to);
        } else {
          Files.copy(file, to);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new StoreFiles(target);
  }

  void remove() throws IOException {
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
              throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** The newest file of the database with such a name. */
  Path newest(String part) {
    try (Stream<Path> files = Files.list(directory.resolve("db"))) {
      return files
          .filter(file -> file.getFileName().toString().contains(part))
          .max(Path::compareTo)
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path log() {
    return newest(".log");
  }

  /** Every file and what it holds. */
  SortedMap<String, Bytes> bytes() {
    SortedMap<String, Bytes> bytes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        bytes.put(directory.relativize(file).toString(), Bytes.of(Files.readAllBytes(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes;
  }

  static void flip(Path file, int offset, int bit) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[offset] ^= (byte) (1 << bit);
    Files.write(file, bytes);
  }

  /** All tables with all they hold. */
  static Map<String, SortedMap<Bytes, Bytes>> contents(StateStore store) {
    Map<String, SortedMap<Bytes, Bytes>> contents = new TreeMap<>();
    for (String table : store.tables()) {
      SortedMap<Bytes, Bytes> entries = new TreeMap<>();
      store.scan(
          table,
          Bytes.EMPTY,
          (key, value) -> {
            entries.put(key, value);
            return true;
          });
      contents.put(table, entries);
    }
    return contents;
  }
}
