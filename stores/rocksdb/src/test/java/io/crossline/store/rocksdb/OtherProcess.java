// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.store.rocksdb;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.store.StoreException;
import io.crossline.messaging.store.WriteBatch;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.rocksdb.RocksDB;
import org.slf4j.LoggerFactory;
import org.slf4j.nop.NOPServiceProvider;

/** A JVM of its own that opens a store: its main method, and how a test starts it. */
final class OtherProcess implements AutoCloseable {
  private static final String OPENED = "opened";
  private static final long SECONDS = 20;

  private final Process process;
  private final BufferedReader output;

  private OtherProcess(Process process) {
    this.process = process;
    output = process.inputReader();
  }

  /** Starts it with what it has to do, under another command if one is given. */
  static OtherProcess start(List<String> under, String task, Path place) throws IOException {
    List<String> command = new ArrayList<>(under);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx64m"));
    command.addAll(List.of("-cp", classPath(), OtherProcess.class.getName()));
    command.addAll(List.of(task, place.toString()));
    return new OtherProcess(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** Whoever runs the tests may hide the class path behind one jar, so classes are asked. */
  private static String classPath() {
    Set<String> parts = new LinkedHashSet<>();
    for (Class<?> one :
        List.of(
            OtherProcess.class,
            RocksDbStore.class,
            Bytes.class,
            RocksDB.class,
            LoggerFactory.class,
            NOPServiceProvider.class,
            NullMarked.class)) {
      try {
        parts.add(
            Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
      } catch (URISyntaxException e) {
        throw new IllegalStateException(one + " comes from a place that is no file", e);
      }
    }
    return parts.stream().collect(Collectors.joining(File.pathSeparator));
  }

  /** Its next line; "null" at its end. */
  String line() throws IOException {
    return String.valueOf(output.readLine());
  }

  List<String> rest() {
    return output.lines().toList();
  }

  /** SIGKILL, which leaves what it printed to be read. */
  void kill() throws InterruptedException {
    process.toHandle().destroyForcibly();
    process.waitFor(SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /**
   * Does a task with a store.
   *
   * @param args {@code hold}, {@code look}, {@code commit} or {@code fill}, and the directory
   */
  public static void main(String[] args) throws IOException {
    RocksDbStoreOptions options = RocksDbStoreOptions.DEFAULT;
    options = args[0].equals("look") ? options.readOnly() : options;
    try (RocksDbStore store = RocksDbStore.open(Path.of(args[1]), options)) {
      System.out.println(OPENED);
      switch (args[0]) {
        case "commit" -> {
          while (true) {
            System.out.println(store.commit(StoreFiles.batch(store.sequence() + 1)));
          }
        }
        case "fill" -> fill(store);
        default -> System.in.read();
      }
    }
  }

  private static void fill(RocksDbStore store) {
    try {
      while (true) {
        Bytes value = Bytes.of(new byte[500_000]);
        System.out.println(
            store.commit(new WriteBatch().put("v", Bytes.ofLong(store.sequence() + 1), value)));
      }
    } catch (StoreException e) {
      System.out.println(e.reason());
      try {
        store.commit(new WriteBatch());
      } catch (StoreException again) {
        System.out.println(again.reason());
      }
    }
  }
}
