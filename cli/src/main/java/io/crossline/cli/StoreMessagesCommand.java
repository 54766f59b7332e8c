// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.core.json.JsonWriter;
import io.crossline.core.json.Suggestion;
import io.crossline.core.network.StoredMessage;
import io.crossline.core.store.StoreText;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.MalformedInputException;
import io.crossline.store.rocksdb.RocksDbStore;
import io.crossline.store.rocksdb.RocksDbStoreOptions;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code crossline store messages}. */
@Command(
    name = "messages",
    description = {"Lists the messages of the network that a store holds, and where they stand."},
    footer = {
      "  crossline store messages state/ --status CONSUMABLE",
      "  crossline store messages state/ --id 0x2d6f... --json"
    })
final class StoreMessagesCommand extends StoreAction {
  @Option(
      names = "--status",
      paramLabel = "S",
      description = "Those that stand there alone, such as SENT or ANSWERED.")
  private @Nullable String status;

  @Option(
      names = "--id",
      paramLabel = "H",
      description = "The one with this message hash or tracing id; equal messages share it.")
  private @Nullable String id;

  StoreMessagesCommand() {}

  @Override
  void run(PrintWriter out) {
    if (status != null) {
      requireStatus(status.toUpperCase(Locale.ROOT));
    }
    Bytes32 wanted = id == null ? null : wanted(id);
    try (RocksDbStore store =
        RocksDbStore.open(directory(), RocksDbStoreOptions.DEFAULT.readOnly())) {
      StoreText.requireWhole(store);
      long[] found = new long[1];
      Consumer<StoredMessage> printer =
          message -> {
            if ((status == null || message.status().name().equalsIgnoreCase(status))
                && (wanted == null || message.id().equals(wanted))) {
              found[0]++;
              print(message, out);
            }
          };
      io.crossline.starknet.network.StoredNetwork.messages(store, printer);
      io.crossline.ipc.network.StoredNetwork.messages(store, printer);
      if (!isJson()) {
        out.println(ExplainText.counted(found[0], "message"));
      }
    }
  }

  private Bytes32 wanted(String text) {
    try {
      return Bytes32.parse(text);
    } catch (MalformedInputException malformed) {
      throw wrong("--id: " + malformed.getMessage());
    }
  }

  private void requireStatus(String name) {
    List<String> known =
        List.copyOf(
            new TreeSet<>(
                Stream.of(
                        io.crossline.starknet.tracking.MessageStatus.values(),
                        io.crossline.ipc.trace.MessageStatus.values())
                    .flatMap(Arrays::stream)
                    .map(one -> ((Enum<?>) one).name())
                    .toList()));
    if (!known.contains(name)) {
      throw wrong("--status " + name + " is no status. " + Suggestion.instead(name, known));
    }
  }

  private void print(StoredMessage message, PrintWriter out) {
    if (isJson()) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("system", message.system());
      fields.put("name", message.name());
      fields.put("id", message.id().toString());
      fields.put("status", message.status().name());
      fields.put("detail", message.detail());
      out.println(JsonWriter.write(fields));
    } else {
      out.printf("%-8s %s  %s%n", message.name(), message.id(), message.detail());
    }
  }
}
