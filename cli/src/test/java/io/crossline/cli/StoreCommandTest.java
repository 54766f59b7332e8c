// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.store.WriteBatch;
import io.crossline.store.rocksdb.RocksDbStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class StoreCommandTest {
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

  private Path store() {
    return folder.resolve("state");
  }

  private Path example(String name) {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(here.resolve("examples"))) {
      here = here.getParent();
    }
    return here.resolve("examples").resolve(name);
  }

  @Test
  void aScenarioKeepsItsNetworkAndGoesOnThere() {
    assertThat(run("run", example("starknet-deposit.json"), "--store", store())).isZero();
    assertThat(run("store", "inspect", store())).isZero();
    assertThat(out.toString())
        .contains("messages    starknet: ")
        .contains("SETTLED 1")
        .contains("CONSUMED 1")
        .contains("L2/storage");
    // The scenario expects the message hash of its first nonce.
    assertThat(run("run", example("starknet-deposit.json"), "--store", store())).isEqualTo(1);
    assertThat(out.toString()).contains("nonce 8289").contains("m3 SENT");
  }

  @Test
  void aTreeIsKeptToo() {
    // The second message has the tracing id of the first (trap 1), so nothing is waited for.
    assertThat(run("run", example("ipc-call.json"), "--store", store())).isZero();
    assertThat(run("run", example("ipc-call.json"), "--store", store())).isZero();
    assertThat(run("store", "inspect", store())).isZero();
    assertThat(out.toString()).contains("messages    ipc: SENT 1 · ANSWERED 1 · DELIVERED 1");
  }

  @Test
  void anotherNetworkIsRefusedAndNothingChanges() {
    assertThat(run("run", example("starknet-deposit.json"), "--store", store())).isZero();
    run("store", "verify", store());
    String commit = out.toString().lines().findFirst().orElseThrow();
    assertThat(run("run", example("ipc-call.json"), "--store", store())).isEqualTo(2);
    assertThat(errors.toString()).contains("the store holds another network");
    assertThat(run("store", "verify", store())).isZero();
    assertThat(out.toString()).contains(commit, "nothing is damaged");
  }

  @Test
  void whatIsExportedIsImported() throws IOException {
    assertThat(run("run", example("ipc-call.json"), "--store", store())).isZero();
    Path text = folder.resolve("state.jsonl");
    assertThat(run("store", "export", store(), "--to", text)).isZero();
    Path copy = folder.resolve("copy");
    assertThat(run("store", "import", copy, "--from", text)).isZero();
    assertThat(run("store", "export", copy)).isZero();
    // But for the number of commits that the first line tells.
    assertThat(out.toString().lines().skip(1).limit(20))
        .containsExactlyElementsOf(Files.readAllLines(text).subList(1, 21));
    assertThat(run("run", example("ipc-call.json"), "--store", copy)).isZero();

    assertThat(run("store", "export", store(), "--to", text)).as("never over a file").isEqualTo(2);
    assertThat(run("store", "import", copy, "--from", text)).as("only into nothing").isEqualTo(2);
  }

  @Test
  void aCutExportIsRefused() throws IOException {
    assertThat(run("run", example("ipc-call.json"), "--store", store())).isZero();
    Path text = folder.resolve("state.jsonl");
    run("store", "export", store(), "--to", text);
    List<String> lines = Files.readAllLines(text);
    Files.write(text, lines.subList(0, lines.size() - 1));
    Path copy = folder.resolve("copy");
    assertThat(run("store", "import", copy, "--from", text)).isEqualTo(2);
    assertThat(errors.toString()).contains("state.jsonl");
  }

  @Test
  void damageIsNamed() throws IOException {
    try (RocksDbStore store = RocksDbStore.open(store())) {
      for (int i = 0; i < 20; i++) {
        store.commit(new WriteBatch().put("t", Bytes.ofLong(i), Bytes.of(new byte[100])));
      }
    }
    Path log;
    try (Stream<Path> files = Files.list(store().resolve("db"))) {
      log = files.filter(file -> file.toString().endsWith(".log")).findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(log);
    bytes[300] ^= 1;
    Files.write(log, bytes);
    assertThat(run("store", "verify", store())).isEqualTo(1);
    assertThat(errors.toString()).contains(log.getFileName().toString());
  }

  @Test
  void compactingKeepsEverything() {
    assertThat(run("run", example("ipc-call.json"), "--store", store())).isZero();
    assertThat(run("store", "compact", store())).isZero();
    assertThat(out.toString()).contains("bytes on disk");
    assertThat(run("store", "verify", store())).isZero();
  }

  @Test
  void whatIsConsumedIsForgotten() {
    assertThat(run("run", example("starknet-cancellation.json"), "--store", store())).isZero();
    assertThat(run("store", "forget", store())).isZero();
    assertThat(out.toString()).startsWith("nothing to forget: everything from event 1 on");
    assertThat(run("store", "forget", store(), "--up-to", "100", "--json")).isZero();
    assertThat(out.toString().strip()).isEqualTo("{\"forgotten\":100,\"first\":101}");
    assertThat(run("store", "forget", store(), "--up-to", "99999999")).isZero();
    assertThat(out.toString()).contains("events forgotten, the first one that is left is");
    assertThat(run("store", "verify", store())).isZero();
    assertThat(run("store", "messages", store())).isZero();
    assertThat(out.toString()).contains("CANCELLED");
    assertThat(run("store", "forget", store(), "--up-to", "-1")).isEqualTo(2);
    assertThat(errors.toString()).contains("--up-to: -1 is negative");
  }

  @Test
  void whatIsNoStoreIsSaid() throws IOException {
    assertThat(run("store", "verify", folder.resolve("nothing"))).isEqualTo(2);
    Path file = Files.writeString(folder.resolve("file"), "text");
    assertThat(run("store", "inspect", file)).isEqualTo(2);
    assertThat(run("store")).isEqualTo(2);
    assertThat(errors.toString()).contains("which command?");
  }

  @Test
  void aSimulationGoesOnInItsStore() {
    for (String system : List.of("starknet", "ipc")) {
      Path store = folder.resolve(system);
      assertThat(run("simulate", "--system", system, "--messages", 60, "--store", store)).isZero();
      assertThat(run("simulate", "--system", system, "--messages", 90, "--store", store)).isZero();
      assertThat(out.toString()).contains("all hold");
    }
    assertThat(run("simulate", "--system", "ipc", "--twice", "--store", store())).isEqualTo(2);
  }
}
