// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.core.chain.ChainUpgrade;
import io.crossline.core.store.StoreFormat;
import io.crossline.core.store.StoreUpgrade;
import io.crossline.messaging.store.StateStore;
import io.crossline.messaging.store.StoreException;
import io.crossline.messaging.store.StoreException.Reason;
import io.crossline.store.rocksdb.RocksDbStore;
import io.crossline.store.rocksdb.RocksDbStoreOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code crossline store upgrade}. */
@Command(
    name = "upgrade",
    description = {
      "Makes a new store out of one that an earlier version wrote.",
      "",
      "The old one is only read. The new one is complete, or refuses to be opened",
      "because it is half filled: delete it then, and begin again."
    },
    footer = "  crossline store upgrade state/ state-2/")
final class StoreUpgradeCommand extends StoreAction {
  @Parameters(
      index = "1",
      paramLabel = "NEW",
      description = "Where the new store goes. The directory must be empty, or not be there yet.")
  private Path target;

  StoreUpgradeCommand() {}

  @Override
  void run(PrintWriter out) throws IOException {
    try (RocksDbStore old =
        RocksDbStore.open(directory(), RocksDbStoreOptions.DEFAULT.readOnly())) {
      if (!StoreFormat.isOld(old)) {
        throw new StoreException(
            Reason.NOT_A_STORE,
            directory() + " is of format " + StoreFormat.NUMBER + " already: use it as it is",
            null);
      }
      begin();
      try (RocksDbStore fresh = RocksDbStore.open(target);
          ProgressLine line = new ProgressLine()) {
        long rows =
            StoreUpgrade.run(
                old, fresh, rules(old), done -> line.show(() -> String.format("%,d rows", done)));
        line.clear();
        say(
            out,
            String.format("%,d rows of %s upgraded into %s", rows, directory(), target),
            Map.of("rows", rows, "directory", target.toString()));
      }
    }
  }

  /** Puts a store that bears the mark of a half filled one where the new one goes, at once. */
  private void begin() throws IOException {
    if (Files.exists(target) && !isEmptyDirectory()) {
      throw new IOException(
          target + " is there already: name a directory that is empty or not there yet");
    }
    Path parent = target.toAbsolutePath().getParent();
    Files.createDirectories(parent);
    Path draft = Files.createTempDirectory(parent, target.getFileName() + ".");
    try (RocksDbStore marked = RocksDbStore.open(draft)) {
      StoreUpgrade.mark(marked);
    }
    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel entry = FileChannel.open(parent)) {
      entry.force(true);
    }
  }

  private boolean isEmptyDirectory() throws IOException {
    try (Stream<Path> inside = Files.list(target)) {
      return inside.findAny().isEmpty();
    }
  }

  private static List<StoreUpgrade.Rule> rules(StateStore old) {
    if (io.crossline.starknet.network.StoredNetwork.isIn(old)) {
      return io.crossline.starknet.network.StoredNetwork.upgradeRules();
    }
    return io.crossline.ipc.network.StoredNetwork.isIn(old)
        ? io.crossline.ipc.network.StoredNetwork.upgradeRules()
        : List.of(new ChainUpgrade());
  }
}
