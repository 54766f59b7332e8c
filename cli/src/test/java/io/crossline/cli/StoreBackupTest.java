// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of stores, and what they say of messages. */
class StoreBackupTest {
  @TempDir private Path folder;
  private String store;

  private static CommandRun run(String... args) {
    return CommandRun.of(args);
  }

  @BeforeEach
  void aStore() {
    store = folder.resolve("state").toString();
    String scenario = Path.of("..", "examples", "starknet-deposit.json").toString();
    assertThat(run("run", scenario, "--store", store).code()).isZero();
  }

  @Test
  void aCopyHoldsTheSameAndCanBeUsed() {
    String copy = folder.resolve("copy").toString();
    CommandRun backup = run("store", "backup", store, copy);
    assertThat(backup.errors()).isEmpty();
    assertThat(backup.code()).isZero();
    assertThat(backup.out()).contains("the copy in " + copy + " is whole");
    assertThat(run("store", "export", copy).out()).isEqualTo(run("store", "export", store).out());
    assertThat(run("store", "inspect", copy).lines().get(0))
        .isEqualTo(run("store", "inspect", store).lines().get(0));
    assertThat(
            JsonReader.read("out", run("store", "verify", copy, "--json").out())
                .asObject()
                .fields())
        .containsKeys("commit", "history", "entries");
  }

  @Test
  void whereACopyCannotBeNothingIsTouched() throws IOException {
    String taken = Files.createDirectory(folder.resolve("taken")).toString();
    Files.writeString(folder.resolve("taken").resolve("mine"), "mine");
    CommandRun run = run("store", "backup", store, taken);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.errors()).hasLineCount(1).contains("has no file CROSSLINE but other files");
    assertThat(Files.list(folder.resolve("taken"))).hasSize(1);
    assertThat(run("store", "backup", store, store).code()).isEqualTo(2);
    assertThat(run("store", "verify", store).code()).isZero();
    String absent = folder.resolve("absent").toString();
    String copy = folder.resolve("copy").toString();
    assertThat(run("store", "backup", absent, copy).code()).isEqualTo(2);
    assertThat(folder.resolve("copy")).doesNotExist();
    assertThat(folder.resolve("absent")).doesNotExist();
  }

  @Test
  void messagesAreListedAndLookedUp() {
    List<String> all = run("store", "messages", store).lines();
    assertThat(all).hasSize(3);
    assertThat(all.get(2)).isEqualTo("2 messages");
    List<String> settled = run("store", "messages", store, "--status", "settled").lines();
    assertThat(settled).hasSize(2);
    assertThat(settled.get(0)).contains("L1 → L2", "SETTLED since L1 #");
    String id = settled.get(0).replaceFirst(".*(0x[0-9a-f]{64}).*", "$1");
    CommandRun one = run("store", "messages", store, "--id", id, "--json");
    assertThat(JsonReader.read("out", one.out()).asObject().required("id").asText()).isEqualTo(id);
    assertThat(run("store", "messages", store, "--status", "SETLED").errors())
        .contains("Did you mean \"SETTLED\"?")
        .hasLineCount(1);
    assertThat(run("store", "messages", store, "--id", "0x12").errors())
        .contains("--id: ")
        .hasLineCount(1);
  }

  @Test
  void aRunInAStoreGoesOnWithItsOwnSettingsOnly() {
    String runs = folder.resolve("runs").toString();
    String[] ipc = {"simulate", "--system", "ipc", "--messages", "20", "--store", runs};
    assertThat(run(ipc).code()).isZero();
    for (String[] other :
        new String[][] {
          {"--seed", "2"}, {"--faults", "light"}, {"--subnets", "4"}, {"--depth", "4"}
        }) {
      String[] args = Arrays.copyOf(ipc, ipc.length + 2);
      System.arraycopy(other, 0, args, ipc.length, 2);
      CommandRun run = run(args);
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.errors())
          .hasLineCount(1)
          .contains(" in the store, " + other[1] + " was asked for");
    }
    CommandRun system = run("simulate", "--system", "starknet", "--store", runs);
    assertThat(system.errors()).hasLineCount(1).contains("system is IPC in the store, STARKNET");
    assertThat(run(ipc).code()).isZero();
  }

  @Test
  void aRunForMachines() {
    CommandRun run = run("simulate", "--system", "starknet", "--messages", "20", "--json");
    assertThat(run.code()).isZero();
    assertThat(JsonReader.read("out", run.out()).asObject().fields())
        .containsKeys("statuses", "latency", "trace", "good");
  }
}
