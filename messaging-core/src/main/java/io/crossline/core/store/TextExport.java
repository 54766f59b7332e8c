// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.store;

import io.crossline.core.json.JsonFile;
import io.crossline.core.json.JsonWriter;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.store.StateStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/** Writes a store as text. */
final class TextExport {
  /** The longest whose hexadecimal digits the reader takes as one text. */
  private static final int LONGEST = (JsonFile.MAX_BYTES - 2) / 2;

  private final StateStore store;
  private final Appendable out;
  private final long sequence;
  private final TextChecksum checksum;
  private long entries;

  TextExport(StateStore store, Appendable out) {
    this.store = store;
    this.out = out;
    sequence = store.sequence();
    checksum = new TextChecksum(sequence);
  }

  long write() throws IOException {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("kind", StoreText.KIND);
    header.put("format", StoreText.FORMAT);
    header.put("sequence", sequence);
    out.append(JsonWriter.write(header)).append('\n');
    try {
      new TreeSet<>(store.tables()).forEach(this::writeTable);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (store.sequence() != sequence) {
      throw new IllegalStateException(
          "the store was at "
              + sequence
              + " when the export began and is at "
              + store.sequence()
              + " now: export while nothing is committed");
    }
    Map<String, Object> end = new LinkedHashMap<>();
    end.put("entries", entries);
    end.put("checksum", checksum.value().toString());
    out.append(JsonWriter.write(end)).append('\n');
    return entries;
  }

  private void writeTable(String table) {
    String fault = StoreText.faultOf(table);
    if (!fault.isEmpty()) {
      throw new IllegalArgumentException("table \"" + table + "\" has no text form: " + fault);
    }
    String start = "{\"table\":" + JsonWriter.write(table) + ",\"key\":\"";
    store.scan(
        table,
        Bytes.EMPTY,
        (key, value) -> {
          requireShort(table, "key", key);
          requireShort(table, "value", value);
          try {
            out.append(start).append(key.toString());
            out.append("\",\"value\":\"").append(value.toString()).append("\"}\n");
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          checksum.add(table, key, value);
          entries++;
          return true;
        });
  }

  private static void requireShort(String table, String what, Bytes bytes) {
    if (bytes.size() > LONGEST) {
      throw new IllegalArgumentException(
          "table \""
              + table
              + "\" has a "
              + what
              + " of "
              + bytes.size()
              + " bytes; the text form"
              + " takes at most "
              + LONGEST);
    }
  }
}
