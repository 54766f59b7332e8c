// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.core.json.JsonWriter;
import io.crossline.core.store.StoreFormat;
import io.crossline.messaging.Bytes;
import io.crossline.store.rocksdb.RocksDbStore;
import io.crossline.store.rocksdb.StoreContents;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Says what is in a store. */
final class StorePrinter {
  private StorePrinter() {}

  /** The last commit, and every table with its entries and their bytes. */
  static void print(RocksDbStore store, PrintWriter out, boolean json) {
    if (json) {
      out.println(JsonWriter.write(fields(store)));
      return;
    }
    commit(store.sequence(), store.chain(), out);
    out.printf("on disk     %,d bytes%n", store.sizeOnDisk());
    if (StoreFormat.isOld(store)) {
      out.println("format      1, of an earlier version: crossline store upgrade OLD NEW");
    } else {
      messages(store, out);
    }
    tables(store, out);
  }

  private static Map<String, Object> fields(RocksDbStore store) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("commit", store.sequence());
    fields.put("history", String.format("0x%08x", store.chain()));
    fields.put("bytesOnDisk", store.sizeOnDisk());
    Map<String, Object> tables = new LinkedHashMap<>();
    for (String table : store.tables()) {
      long[] sums = sums(store, table);
      tables.put(table, Map.of("entries", sums[0], "bytes", sums[1]));
    }
    fields.put("tables", tables);
    boolean isOld = StoreFormat.isOld(store);
    fields.put("format", isOld ? 1 : StoreFormat.NUMBER);
    if (!isOld) {
      Map<String, Object> messages = new LinkedHashMap<>();
      io.crossline.starknet.network.StoredNetwork.messagesByStatus(store)
          .forEach((status, count) -> messages.put(status.name(), count));
      io.crossline.ipc.network.StoredNetwork.messagesByStatus(store)
          .forEach((status, count) -> messages.put(status.name(), count));
      fields.put("messages", messages);
    }
    return fields;
  }

  private static long[] sums(RocksDbStore store, String table) {
    long[] sums = new long[2];
    store.scan(
        table,
        Bytes.EMPTY,
        (key, value) -> {
          sums[0]++;
          sums[1] += key.size() + value.size();
          return true;
        });
    return sums;
  }

  private static void messages(RocksDbStore store, PrintWriter out) {
    counts("starknet", io.crossline.starknet.network.StoredNetwork.messagesByStatus(store), out);
    counts("ipc", io.crossline.ipc.network.StoredNetwork.messagesByStatus(store), out);
  }

  private static void tables(RocksDbStore store, PrintWriter out) {
    for (String table : store.tables()) {
      long[] sums = sums(store, table);
      out.printf("%,12d entries %,15d bytes  %s%n", sums[0], sums[1], table);
    }
  }

  private static void counts(String system, Map<?, Long> byStatus, PrintWriter out) {
    if (!byStatus.isEmpty()) {
      out.printf(
          "messages    %s: %s%n",
          system,
          byStatus.entrySet().stream()
              .map(entry -> String.format("%s %,d", entry.getKey(), entry.getValue()))
              .collect(Collectors.joining(" · ")));
    }
  }

  /** What a check found. */
  static void summary(StoreContents contents, PrintWriter out, boolean json) {
    if (json) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("commit", contents.sequence());
      fields.put("history", String.format("0x%08x", contents.chain()));
      fields.put("entries", contents.entries());
      fields.put("bytes", contents.bytes());
      fields.put("tables", contents.tables());
      fields.put("tornEnd", contents.hasTornEnd());
      out.println(JsonWriter.write(fields));
      return;
    }
    commit(contents.sequence(), contents.chain(), out);
    out.printf(
        "checked     %,d entries in %,d tables, %,d bytes%n",
        contents.entries(), contents.tables().size(), contents.bytes());
    if (contents.hasTornEnd()) {
      out.println("            the log ends within a commit that nobody was told of");
    }
  }

  private static void commit(long sequence, long chain, PrintWriter out) {
    out.printf("commit      %,d, history 0x%08x%n", sequence, chain);
  }
}
