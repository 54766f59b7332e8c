// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.store;

import io.crossline.core.json.InvalidJsonException;
import io.crossline.core.json.JsonFile;
import io.crossline.core.json.JsonNumber;
import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonPath;
import io.crossline.core.json.JsonPlace;
import io.crossline.core.json.JsonReader;
import io.crossline.core.json.JsonValue;
import io.crossline.core.json.Suggestion;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.MalformedInputException;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the text of a store, line by line, each with its place. */
final class TextImport {
  /** In characters: a key and a value of the greatest length, and a name. */
  private static final int LONGEST_LINE = 2 * JsonFile.MAX_BYTES + 4096;

  private final String document;
  private final Reader in;
  private final char[] buffer = new char[1 << 14];
  private int at;
  private int filled;
  private final StoreText.Entries target;
  private int line;
  private long entries;
  private @Nullable String lastTable;
  private Bytes lastKey = Bytes.EMPTY;

  TextImport(String document, Reader in, StoreText.Entries target) {
    this.document = document;
    this.in = in;
    this.target = target;
  }

  long read() throws IOException {
    try {
      TextChecksum checksum = new TextChecksum(header(object("its first line")));
      JsonObject next = object("its last line");
      while (next.optional("entries").isEmpty()) {
        entry(next, checksum);
        next = object("its last line");
      }
      end(next, checksum);
    } catch (InvalidJsonException e) {
      // Every line was read as a document of its own.
      JsonPlace place = new JsonPlace(document, line, e.place().column(), e.place().path());
      throw new InvalidJsonException(place, e.problem());
    }
    return entries;
  }

  private JsonObject object(String missing) throws IOException {
    String text = line();
    if (text == null) {
      throw invalid(
          "the text ends here, after "
              + entries
              + " entries and without "
              + missing
              + ": it was cut. Export again");
    }
    return JsonReader.read(document, text).asObject();
  }

  private InvalidJsonException invalid(String problem) {
    return new InvalidJsonException(new JsonPlace(document, line, 1, JsonPath.ROOT), problem);
  }

  /** The next line without its end, which the last one may lack; nothing after the last. */
  private @Nullable String line() throws IOException {
    line++;
    StringBuilder text = new StringBuilder();
    int c = next();
    if (c < 0) {
      return null;
    }
    for (; c >= 0 && c != '\n'; c = next()) {
      if (text.length() == LONGEST_LINE) {
        throw invalid("the line is longer than " + LONGEST_LINE + " characters");
      }
      text.append((char) c);
    }
    return text.toString();
  }

  /** The next character, -1 after the last. */
  private int next() throws IOException {
    if (at == filled) {
      at = 0;
      filled = Math.max(0, in.read(buffer));
    }
    return at == filled ? -1 : buffer[at++];
  }

  private static JsonValue field(JsonObject object, String name, List<String> known) {
    object
        .fields()
        .forEach(
            (field, value) -> {
              if (!known.contains(field)) {
                throw value.invalid("unknown field. " + Suggestion.instead(field, known));
              }
            });
    return object.required(name);
  }

  private static long number(JsonValue value) {
    try {
      if (value instanceof JsonNumber number && !number.digits().startsWith("-")) {
        return Long.parseLong(number.digits());
      }
    } catch (NumberFormatException e) {
      throw value.invalid("must be a whole number from 0 to " + Long.MAX_VALUE);
    }
    throw value.invalid("must be a whole number from 0 to " + Long.MAX_VALUE);
  }

  private static Bytes bytes(JsonValue value) {
    String text = value.asText();
    try {
      return Bytes.parse(text);
    } catch (MalformedInputException e) {
      throw value.invalid(e.getMessage());
    }
  }

  private static long header(JsonObject header) {
    List<String> known = List.of("kind", "format", "sequence");
    JsonValue kind = field(header, "kind", known);
    if (!kind.asText().equals(StoreText.KIND)) {
      throw kind.invalid("must be \"" + StoreText.KIND + "\"");
    }
    JsonValue format = header.required("format");
    long found = number(format);
    if (found != StoreText.FORMAT) {
      throw format.invalid(
          "format "
              + found
              + " is not known here, only "
              + StoreText.FORMAT
              + (found > StoreText.FORMAT ? ": a later version wrote it" : ""));
    }
    return number(header.required("sequence"));
  }

  private void entry(JsonObject entry, TextChecksum checksum) {
    JsonValue name = field(entry, "table", List.of("table", "key", "value"));
    String table = name.asText();
    String fault = StoreText.faultOf(table);
    if (!fault.isEmpty()) {
      throw name.invalid("no name of a table: " + fault);
    }
    Bytes key = bytes(entry.required("key"));
    Bytes value = bytes(entry.required("value"));
    int order = lastTable == null ? 1 : table.compareTo(lastTable);
    if (order < 0 || (order == 0 && key.compareTo(lastKey) <= 0)) {
      throw entry.invalid("the entry stands twice or out of order; tables and keys must rise");
    }
    lastTable = table;
    lastKey = key;
    checksum.add(table, key, value);
    entries++;
    target.put(table, key, value);
  }

  private void end(JsonObject end, TextChecksum checksum) throws IOException {
    JsonValue count = field(end, "entries", List.of("entries", "checksum"));
    if (number(count) != entries) {
      throw count.invalid(
          "there should be "
              + number(count)
              + " entries, found "
              + entries
              + ": lines are missing"
              + " or too many. Export again");
    }
    JsonValue sum = end.required("checksum");
    if (!bytes(sum).equals(checksum.value())) {
      throw sum.invalid(
          "the checksum of what was read is "
              + checksum.value()
              + ", and should be "
              + bytes(sum)
              + ": the text was changed. Export again");
    }
    if (line() != null) {
      throw invalid("something stands behind the last line");
    }
  }
}
