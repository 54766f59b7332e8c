// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.state;

import io.crossline.core.record.RecordReader;
import io.crossline.core.record.RecordWriter;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Codec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes of a journal in the form in which a store keeps them: the names of the tables, then each
 * write as the number of its table, its key, and what stood there before.
 */
final class JournalRecord {
  private final @Nullable WordTable[] tables;
  private final long[] words;
  private final List<Journal.Undo> objects;
  private final Map<Table, Integer> numbers = new LinkedHashMap<>();

  JournalRecord(@Nullable WordTable[] tables, long[] words, List<Journal.Undo> objects) {
    this.tables = tables;
    this.words = words;
    this.objects = objects;
  }

  Bytes write() {
    if (tables.length == 0 && objects.isEmpty()) {
      return Bytes.EMPTY;
    }
    RecordWriter writes = new RecordWriter();
    writes.number32(tables.length);
    for (int i = 0; i < tables.length; i++) {
      WordTable table = tables[i];
      writes.number32(table == null ? -1 : number(table));
      for (int limb = 0; limb < Journal.WORD_ENTRY; limb++) {
        writes.number64(words[i * Journal.WORD_ENTRY + limb]);
      }
    }
    writes.number32(objects.size());
    for (Journal.Undo write : objects) {
      Table table = write.table();
      writes.number32(number(table)).field(table.keys, write.key());
      writes.optional(table.values, Optional.ofNullable(write.before()));
    }
    List<String> names = numbers.keySet().stream().map(Table::name).toList();
    return new RecordWriter().list(Codec.TEXT, names).bytes(writes.toBytes()).toBytes();
  }

  private int number(Table table) {
    return numbers.computeIfAbsent(table, added -> numbers.size());
  }

  static Journal.Sealed read(State state, Bytes record) {
    if (record.isEmpty()) {
      return new Journal.Sealed(new WordTable[0], new long[0], List.of());
    }
    RecordReader reader = new RecordReader(record);
    List<Table> named = reader.list(Codec.TEXT).stream().map(state::table).toList();
    RecordReader writes = new RecordReader(reader.bytes());
    reader.end();
    @Nullable WordTable[] tables = new WordTable[writes.number32()];
    long[] words = new long[tables.length * Journal.WORD_ENTRY];
    for (int i = 0; i < tables.length; i++) {
      tables[i] = (WordTable) named.get(writes.number32());
      for (int limb = 0; limb < Journal.WORD_ENTRY; limb++) {
        words[i * Journal.WORD_ENTRY + limb] = writes.number64();
      }
    }
    List<Journal.Undo> objects = new ArrayList<>();
    for (int left = writes.number32(); left > 0; left--) {
      Table table = named.get(writes.number32());
      Object key = writes.field(table.keys);
      Object before = writes.optional(table.values).orElse(null);
      objects.add(new Journal.Undo(table, key, before));
    }
    writes.end();
    return new Journal.Sealed(tables, words, objects);
  }
}
