// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.core.network.Outbox;
import io.crossline.core.network.ToldBlock;
import io.crossline.core.store.StoreFormat;
import io.crossline.core.store.StoreText;
import io.crossline.ipc.trace.IpcNetworkEvent;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.store.WriteBatch;
import io.crossline.starknet.network.NetworkEvent;
import io.crossline.starknet.network.StoredNetwork;
import io.crossline.store.rocksdb.RocksDbStore;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code crossline store forget}. */
@Command(
    name = "forget",
    description = {
      "Forgets events of the outbox that everybody has dealt with.",
      "",
      "Never past the slowest subscription, nor blocks that can still be undone. Who",
      "asks for a forgotten event is told which one is the first that is left.",
      ""
    },
    footer = {"  crossline store forget state/", "  crossline store forget state/ --up-to 250000"})
final class StoreForgetCommand extends StoreAction {
  @Option(
      names = "--up-to",
      paramLabel = "NUMBER",
      description = {
        "The event up to which readers without a subscription have dealt with all.",
        "Without it only subscriptions count."
      })
  private @Nullable Long upTo;

  StoreForgetCommand() {}

  private static Map<String, Object> fields(long forgotten, long first) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("forgotten", forgotten);
    fields.put("first", first);
    return fields;
  }

  @Override
  void run(PrintWriter out) {
    if (upTo != null && upTo < 0) {
      throw wrong("--up-to: " + upTo + " is negative, events are numbered from 1 on");
    }
    try (RocksDbStore store = RocksDbStore.open(directory())) {
      StoreText.requireWhole(store);
      StoreFormat.requireCurrent(store);
      Function<Bytes, Optional<ToldBlock>> block =
          StoredNetwork.isIn(store)
              ? event -> NetworkEvent.decode(event).toldBlock()
              : event -> IpcNetworkEvent.decode(event).toldBlock();
      Outbox outbox = new Outbox(store);
      long first = outbox.first();
      long last = outbox.forgettable(upTo == null ? Long.MAX_VALUE : upTo, block);
      if (last >= first) {
        outbox.forget(last);
        WriteBatch batch = new WriteBatch();
        outbox.collect(batch);
        store.commit(batch);
        outbox.committed();
      }
      say(
          out,
          last < first
              ? "nothing to forget: everything from event "
                  + first
                  + " on is not consumed, or tells of blocks that can be undone"
              : String.format(
                  "%,d events forgotten, the first one that is left is %,d",
                  last - first + 1, outbox.first()),
          fields(Math.max(0, last - first + 1), outbox.first()));
    }
  }
}
