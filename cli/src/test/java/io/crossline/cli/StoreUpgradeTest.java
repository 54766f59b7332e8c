// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Receipt;
import io.crossline.core.hash.Keccak256;
import io.crossline.core.network.Outbox;
import io.crossline.core.store.StoreText;
import io.crossline.ipc.trace.IpcNetworkEvent;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.store.WriteBatch;
import io.crossline.starknet.network.NetworkEvent;
import io.crossline.store.rocksdb.RocksDbStore;
import io.crossline.store.rocksdb.RocksDbStoreOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/**
 * Stores of format 1 become stores of today. Those in {@code format-1} were written by the last
 * version that had it, by {@code crossline run} of the two scenarios, and then compacted.
 */
class StoreUpgradeTest {
  /** How often the upgrade is killed: {@code -Dcrossline.kills=50}. */
  private static final int KILLS = Integer.getInteger("crossline.kills", 5);

  private static final int MANY_ROWS = 60_000;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();

  private int run(Object... args) {
    out.getBuffer().setLength(0);
    errors.getBuffer().setLength(0);
    CommandLine command = CrosslineCommand.commandLine();
    command.setOut(new PrintWriter(out)).setErr(new PrintWriter(errors));
    return command.execute(Stream.of(args).map(Object::toString).toArray(String[]::new));
  }

  private Path old(String system) throws IOException {
    Path directory = folder.resolve("old");
    String name = "format-1/" + system + ".zip";
    try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(name));
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = directory.resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          Files.copy(zip, file);
        }
      }
    }
    return directory;
  }

  private Path fresh() {
    return folder.resolve("new");
  }

  private static Path example(String name) {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(here.resolve("examples"))) {
      here = here.getParent();
    }
    return here.resolve("examples").resolve(name);
  }

  /** The hash of every file of a directory, by its name. */
  private static Map<String, Bytes32> contents(Path directory) throws IOException {
    Map<String, Bytes32> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(
            directory.relativize(file).toString(),
            Keccak256.hash(Bytes.of(Files.readAllBytes(file))));
      }
    }
    return files;
  }

  /** Parent and hash of each block of the chain where messages begin, in their order. */
  private static List<Bytes32[]> blocks(Path directory) {
    List<Bytes32[]> blocks = new ArrayList<>();
    try (RocksDbStore store =
        RocksDbStore.open(directory, RocksDbStoreOptions.DEFAULT.readOnly())) {
      new Outbox(store)
          .read(
              0,
              (position, event) -> {
                Block<Receipt> block = block(store, event);
                if (block != null) {
                  blocks.add(new Bytes32[] {block.parentHash(), block.hash()});
                }
                return true;
              });
    }
    return blocks;
  }

  private static Block<Receipt> block(RocksDbStore store, Bytes event) {
    if (store.tables().contains("L2/blocks/tip")) {
      return NetworkEvent.decode(event) instanceof NetworkEvent.L1BlockFinished finished
          ? finished.block()
          : null;
    }
    return IpcNetworkEvent.decode(event) instanceof IpcNetworkEvent.BlockFinished finished
            && finished.network().equals("root")
        ? finished.block()
        : null;
  }

  @ParameterizedTest
  @CsvSource({
    "starknet, starknet-deposit.json, 'starknet: SETTLED 1 · CONSUMED 1', nonce 8289, m3 SENT",
    "ipc, ipc-three-hops.json, 'ipc: ANSWERED 1 · DELIVERED 1', 'player sends c2', c2 QUEUED"
  })
  void aNetworkGoesOnWhereTheOldOneEnded(
      String system, String scenario, String messages, String line, String status)
      throws IOException {
    Path old = old(system);
    assertThat(run("run", example(scenario), "--store", old)).isEqualTo(2);
    assertThat(errors.toString())
        .contains("format 1, this is format 2")
        .contains("crossline store upgrade OLD NEW")
        .satisfies(text -> assertThat(text.lines()).hasSize(1));

    Map<String, Bytes32> before = contents(old);
    assertThat(run("store", "inspect", old)).isZero();
    assertThat(out.toString()).contains("format      1");

    assertThat(run("store", "upgrade", old, fresh())).isZero();
    assertThat(out.toString()).contains("upgraded into");
    assertThat(contents(old)).isEqualTo(before);
    assertThat(run("store", "verify", fresh())).isZero();
    assertThat(run("store", "inspect", fresh())).isZero();
    assertThat(out.toString()).contains("messages    " + messages);

    List<Bytes32[]> known = blocks(fresh());
    // The scenario expects what its first run gave, so it ends early; but it runs.
    assertThat(run("run", example(scenario), "--store", fresh())).isEqualTo(1);
    assertThat(out.toString()).contains(line).contains(status);
    if (system.equals("starknet")) {
      List<Bytes32[]> more = blocks(fresh());
      assertThat(more.subList(0, known.size())).usingRecursiveComparison().isEqualTo(known);
      assertThat(more.size()).isGreaterThan(known.size());
      for (int i = 1; i < more.size(); i++) {
        assertThat(more.get(i)[0]).isEqualTo(more.get(i - 1)[1]);
      }
    }
  }

  @Test
  void whatIsThereAlreadyOrOfTodayIsRefused() throws IOException {
    Path old = old("starknet");
    Files.createDirectories(fresh());
    Files.writeString(fresh().resolve("letter"), "mine");
    assertThat(run("store", "upgrade", old, fresh())).isEqualTo(2);
    assertThat(errors.toString()).contains("is there already");
    assertThat(contents(fresh())).containsOnlyKeys("letter");
    Path other = folder.resolve("other");
    assertThat(run("store", "upgrade", old, other)).isZero();
    assertThat(run("store", "upgrade", other, folder.resolve("third"))).isEqualTo(2);
    assertThat(errors.toString()).contains("is of format 2 already");
    assertThat(folder.resolve("third")).doesNotExist();
  }

  @Test
  void aRowThatIsNotWhatWasWrittenLeavesAHalfFilledStore() throws IOException {
    Path old = old("starknet");
    try (RocksDbStore store = RocksDbStore.open(old)) {
      store.commit(new WriteBatch().put("outbox/events", Bytes.ofLong(9999), Bytes.utf8("?")));
    }
    assertThat(run("store", "upgrade", old, fresh())).isEqualTo(1);
    assertThat(errors.toString()).contains("what it holds is not what was written");
    assertRefused();
  }

  private void assertRefused() {
    assertThat(run("run", example("starknet-deposit.json"), "--store", fresh())).isEqualTo(2);
    assertThat(errors.toString()).contains("did not come to its end", "delete it and begin again");
  }

  @Test
  void killedAtAnyMomentTheNewStoreIsCompleteOrRefused() throws Exception {
    Path old = old("starknet");
    enlarge(old);
    Map<String, Bytes32> before = contents(old);
    long start = System.nanoTime();
    upgrade(old, folder.resolve("whole"), Duration.ofMinutes(2));
    long whole = Duration.ofNanos(System.nanoTime() - start).toMillis();
    String expected = text(folder.resolve("whole"));
    Random random = new Random(7);
    int refused = 0;
    for (int i = 0; i < KILLS; i++) {
      upgrade(old, fresh(), Duration.ofMillis(random.nextLong(whole + whole / 10)));
      assertThat(contents(old)).isEqualTo(before);
      if (Files.exists(fresh())) {
        boolean marked;
        try (RocksDbStore store =
            RocksDbStore.open(fresh(), RocksDbStoreOptions.DEFAULT.readOnly())) {
          marked = store.tables().contains(StoreText.UNFINISHED_IMPORT);
        }
        if (marked) {
          assertRefused();
          refused++;
        } else {
          assertThat(text(fresh())).isEqualTo(expected);
        }
        delete(fresh());
      }
    }
    System.out.printf("upgrade killed %d times, left half filled %d times%n", KILLS, refused);
  }

  /** With so many events that the upgrade takes several commits. */
  private static void enlarge(Path directory) {
    try (RocksDbStore store = RocksDbStore.open(directory)) {
      Bytes[] last = new Bytes[1];
      store.scan(
          "outbox/events",
          Bytes.EMPTY,
          (key, value) -> {
            last[0] = value;
            return true;
          });
      WriteBatch batch = new WriteBatch();
      for (int i = 0; i < MANY_ROWS; i++) {
        batch.put("outbox/events", Bytes.ofLong(100_000 + i), last[0]);
      }
      store.commit(batch);
    }
  }

  private static void upgrade(Path old, Path target, Duration life) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "store",
                "upgrade",
                old.toString(),
                target.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(life.toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly();
    }
    process.waitFor();
  }

  /** All entries, without the number of the commit, which is another each time. */
  private static String text(Path directory) throws IOException {
    StringBuilder text = new StringBuilder();
    try (RocksDbStore store =
        RocksDbStore.open(directory, RocksDbStoreOptions.DEFAULT.readOnly())) {
      StoreText.export(store, text);
    }
    String all = text.toString();
    return all.substring(all.indexOf('\n'), all.lastIndexOf("{\"entries\""));
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path file : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
