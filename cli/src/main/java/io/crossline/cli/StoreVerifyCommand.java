// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.core.store.StoreText;
import io.crossline.store.rocksdb.RocksDbStore;
import io.crossline.store.rocksdb.RocksDbStoreOptions;
import io.crossline.store.rocksdb.StoreContents;
import java.io.PrintWriter;
import picocli.CommandLine.Command;

/** {@code crossline store verify}. */
@Command(
    name = "verify",
    description = {
      "Reads everything in a store and checks it against its checksums. Changes nothing."
    },
    footer = "  crossline store verify state/")
final class StoreVerifyCommand extends StoreAction {
  StoreVerifyCommand() {}

  @Override
  void run(PrintWriter out) {
    StoreContents contents;
    try (ProgressLine progress = new ProgressLine()) {
      contents =
          RocksDbStore.verify(
              directory(),
              (part, count) -> progress.show(() -> String.format("%s: %,d", part, count)));
    }
    try (RocksDbStore store =
        RocksDbStore.open(directory(), RocksDbStoreOptions.DEFAULT.readOnly())) {
      StoreText.requireWhole(store);
    }
    StorePrinter.summary(contents, out, isJson());
    if (!isJson()) {
      out.println("nothing is damaged");
    }
  }
}
