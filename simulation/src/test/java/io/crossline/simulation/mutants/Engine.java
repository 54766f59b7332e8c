// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.mutants;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where an engine's sources stand, and how much traffic shows what is wrong with it. */
enum Engine {
  /** With a delay of cancellation of hours: each run waits until it is over. */
  STARKNET(
      "starknet-messaging",
      "io/crossline/starknet",
      new Mutant.Edit(
          "network/StarknetParameters",
          "TrackerSettings.DEFAULT_CANCELLATION_DELAY,",
          "Duration.ofHours(6),"),
      // The auditor has to find what is broken, not the engine itself.
      new Mutant.Edit(
          "network/StarknetNodes", "    Books.agree(l1.core(), book.tracker(), said);", ""),
      new Mutant.Edit("network/L2Layer", "    Books.agree(block, inclusions);", "")),
  IPC(
      "ipc-xnet",
      "io/crossline/ipc",
      new Mutant.Edit(
          "network/node/CheckpointCutter",
          "    Books.agree(gateway.network().toString(), messages, gateway.view().bottomUpNonce());",
          ""),
      new Mutant.Edit("network/message/TreeMessages", "    tracked.requireStep(next);", ""));

  /** How many are sent in a run of a mutant: {@code -Dcrossline.mutantMessages=300}. */
  private static final long MESSAGES = Long.getLong("crossline.mutantMessages", 120);

  private final String module;
  private final String root;

  private final List<Mutant.Edit> always;

  Engine(String module, String root, Mutant.Edit... always) {
    this.module = module;
    this.root = root;
    this.always = List.of(always);
  }

  long messages() {
    return MESSAGES;
  }

  /** What is changed also where nothing is to be broken. */
  List<Mutant.Edit> always() {
    return always;
  }

  /** The file of a source, in the folder of its module beside this one's. */
  Path file(String source) {
    String below = module + "/src/main/java/" + root + "/" + source + ".java";
    Path start = Path.of("").toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      Path file = folder.resolve(below);
      if (Files.isRegularFile(file)) {
        return file;
      }
    }
    throw new AssertionError("found no " + below + " in " + start + " or above it");
  }
}
