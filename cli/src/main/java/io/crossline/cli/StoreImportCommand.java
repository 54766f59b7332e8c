// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.core.store.StoreText;
import io.crossline.store.rocksdb.RocksDbStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code crossline store import}. */
@Command(
    name = "import",
    description = {
      "Reads what export wrote into a store that holds nothing, and makes it if need be.",
      "",
      "A text that was cut or changed is refused. A store that an import left half",
      "filled says so to whoever opens it."
    },
    footer = {
      "  crossline store import copy/ < state.jsonl",
      "  crossline store import copy/ --from state.jsonl"
    })
final class StoreImportCommand extends StoreAction {
  @Option(
      names = "--from",
      paramLabel = "FILE",
      description = "Where from, instead of the standard input.")
  private @Nullable Path file;

  StoreImportCommand() {}

  @Override
  void run(PrintWriter out) throws IOException {
    try (Reader in =
            file == null
                ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                : Files.newBufferedReader(file);
        RocksDbStore store = RocksDbStore.open(directory())) {
      long entries =
          StoreText.importInto(store, file == null ? "the standard input" : file.toString(), in);
      say(
          out,
          String.format("%,d entries in %s", entries, directory()),
          Map.of("entries", entries, "directory", directory().toString()));
    }
  }
}
