// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.store.rocksdb.RocksDbStore;
import io.crossline.store.rocksdb.RocksDbStoreOptions;
import java.io.PrintWriter;
import picocli.CommandLine.Command;

/** {@code crossline store inspect}. */
@Command(
    name = "inspect",
    description = {
      "Says what is in a store: its last commit, its tables, and the messages by status."
    },
    footer = "  crossline store inspect state/")
final class StoreInspectCommand extends StoreAction {
  StoreInspectCommand() {}

  @Override
  void run(PrintWriter out) {
    try (RocksDbStore store =
        RocksDbStore.open(directory(), RocksDbStoreOptions.DEFAULT.readOnly())) {
      StorePrinter.print(store, out, isJson());
    }
  }
}
