// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.core.store.StoreText;
import io.crossline.store.rocksdb.RocksDbStore;
import io.crossline.store.rocksdb.RocksDbStoreOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code crossline store export}. */
@Command(
    name = "export",
    description = {"Writes all that is in a store as JSON lines, with a checksum at the end."},
    footer = {
      "  crossline store export state/ > state.jsonl",
      "  crossline store export state/ --to state.jsonl"
    })
final class StoreExportCommand extends StoreAction {
  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "Where to, instead of the standard output. The file must not be there yet.")
  private @Nullable Path file;

  StoreExportCommand() {}

  @Override
  void run(PrintWriter out) throws IOException {
    try (RocksDbStore store =
        RocksDbStore.open(directory(), RocksDbStoreOptions.DEFAULT.readOnly())) {
      if (file == null) {
        StoreText.export(store, out);
        return;
      }
      try (NewFile export = NewFile.create(file)) {
        long entries;
        try (Writer writer = Files.newBufferedWriter(export.path())) {
          entries = StoreText.export(store, writer);
        } catch (IOException unwritten) {
          throw new IOException(file + " cannot be written: " + unwritten.getMessage(), unwritten);
        }
        export.keep();
        say(
            out,
            String.format(
                "%,d entries of commit %,d written to %s", entries, store.sequence(), file),
            Map.of("entries", entries, "commit", store.sequence(), "file", file.toString()));
      }
    }
  }
}
