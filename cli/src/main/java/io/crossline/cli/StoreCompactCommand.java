// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.store.rocksdb.RocksDbStore;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code crossline store compact}. */
@Command(
    name = "compact",
    description = {"Gives the room back that removed and overwritten entries take."},
    footer = "  crossline store compact state/")
final class StoreCompactCommand extends StoreAction {
  StoreCompactCommand() {}

  @Override
  void run(PrintWriter out) {
    try (RocksDbStore store = RocksDbStore.open(directory())) {
      long before = store.sizeOnDisk();
      store.compact();
      long after = store.sizeOnDisk();
      say(
          out,
          String.format("%,d bytes on disk, before %,d", after, before),
          Map.of("bytes", after, "before", before));
    }
  }
}
