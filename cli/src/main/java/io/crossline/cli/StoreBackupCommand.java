// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.store.rocksdb.RocksDbStore;
import io.crossline.store.rocksdb.StoreContents;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code crossline store backup}. */
@Command(
    name = "backup",
    description = {
      "Copies a store, which may be in use, into a new one, and checks the copy.",
      "",
      "The copy is the state after one commit, and can be opened as it is. There must be",
      "room for it before anything is written; what a failure leaves is taken away."
    },
    footer = "  crossline store backup state/ backup-1/")
final class StoreBackupCommand extends StoreAction {
  @Parameters(
      index = "1",
      paramLabel = "TO",
      description = "Where the copy goes. The directory must be empty, or not be there yet.")
  private Path target;

  StoreBackupCommand() {}

  @Override
  void run(PrintWriter out) {
    StoreContents contents;
    try (ProgressLine progress = new ProgressLine()) {
      contents =
          RocksDbStore.backup(
              directory(),
              target,
              (part, count) -> progress.show(() -> String.format("%s: %,d", part, count)));
    }
    StorePrinter.summary(contents, out, isJson());
    if (!isJson()) {
      out.println("the copy in " + target + " is whole");
    }
  }
}
