// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.json;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON values one behind the other, so that neither JSON lines nor an array has to fit into
 * memory. Strictly: RFC 8259 and nothing beyond, no name twice in an object. A byte-order mark
 * tells UTF-16 from UTF-8. Nesting is limited to {@link JsonReader#MAX_DEPTH}; a value that is kept
 * whole to {@link JsonFile#MAX_BYTES} characters.
 *
 * <p>What is read stands before the next thing: after {@link #next}, and within the functions given
 * to {@link #items} and {@link #fields}, exactly one value is to be taken, by {@link #value},
 * {@link #items} or {@link #fields}.
 *
 * <p>Not thread-safe: one thread reads a stream.
 */
public final class JsonStream implements AutoCloseable {
  private static final String GZIP = ".gz";
  private static final int MARK = 3;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(JsonReader.MAX_DEPTH)
                  .maxStringLength(JsonFile.MAX_BYTES)
                  .build())
          .build();

  private final String document;
  private final JsonParser parser;
  private @Nullable JsonToken token;
  private JsonPath path = JsonPath.ROOT;

  private JsonStream(String document, JsonParser parser) {
    this.document = document;
    this.parser = parser;
  }

  /**
   * Opens a file.
   *
   * @param file the file; a name that ends in {@code .gz} says that it is compressed
   * @return the values in it; closing it closes the file
   * @throws IOException if the file cannot be opened
   */
  public static JsonStream open(Path file) throws IOException {
    return of(file.toString(), Files.newInputStream(file));
  }

  /**
   * Takes bytes.
   *
   * @param document what they are called in messages; a name that ends in {@code .gz} says that
   *     they are compressed
   * @param in the bytes: UTF-8, or UTF-16 behind a byte-order mark
   * @return the values in them; closing it closes the bytes
   * @throws IOException if they cannot be read
   * @throws InvalidJsonException if they are no compressed file though the name says so
   */
  public static JsonStream of(String document, InputStream in) throws IOException {
    try {
      InputStream plain = document.endsWith(GZIP) ? new GZIPInputStream(in) : in;
      return new JsonStream(
          document, JSON.createParser(ObjectReadContext.empty(), characters(plain)));
    } catch (ZipException | EOFException e) {
      throw notWhole(start(document), e);
    }
  }

  /**
   * Takes a text.
   *
   * @param document what it is called in messages
   * @param text the text
   * @return the values in it
   */
  public static JsonStream of(String document, String text) {
    return new JsonStream(
        document, JSON.createParser(ObjectReadContext.empty(), new StringReader(text)));
  }

  private static Reader characters(InputStream in) throws IOException {
    PushbackInputStream bytes = new PushbackInputStream(in, MARK);
    byte[] mark = bytes.readNBytes(MARK);
    Charset charset = StandardCharsets.UTF_8;
    int length = 0;
    if (begins(mark, 0xfe, 0xff)) {
      charset = StandardCharsets.UTF_16BE;
      length = 2;
    } else if (begins(mark, 0xff, 0xfe)) {
      charset = StandardCharsets.UTF_16LE;
      length = 2;
    } else if (begins(mark, 0xef, 0xbb, 0xbf)) {
      length = MARK;
    }
    bytes.unread(mark, length, mark.length - length);
    return new InputStreamReader(
        bytes,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private static boolean begins(byte[] bytes, int... with) {
    for (int i = 0; i < with.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != with[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Goes to the next value that stands in no other one.
   *
   * @return whether there is one
   * @throws InvalidJsonException if what comes is no JSON
   * @throws UncheckedIOException if the input cannot be read
   */
  public boolean next() {
    path = JsonPath.ROOT;
    return guarded(this::advance) != null;
  }

  private @Nullable JsonToken advance() {
    token = parser.nextToken();
    return token;
  }

  /**
   * Whether an array comes.
   *
   * @return true if {@link #items} can be called
   */
  public boolean isArray() {
    return token == JsonToken.START_ARRAY;
  }

  /**
   * Whether an object comes.
   *
   * @return true if {@link #fields} can be called
   */
  public boolean isObject() {
    return token == JsonToken.START_OBJECT;
  }

  /**
   * Goes through the array that comes.
   *
   * @param item called before each item, which it takes
   * @throws InvalidJsonException if what comes is no JSON
   * @throws UncheckedIOException if the input cannot be read
   */
  public void items(Runnable item) {
    JsonPath here = path;
    int index = 0;
    path = here.item(0);
    while (guarded(this::advance) != JsonToken.END_ARRAY) {
      item.run();
      path = here.item(++index);
    }
    path = here;
  }

  /**
   * Goes through the object that comes.
   *
   * @param field called with the name of each field before its value, which it takes
   * @throws InvalidJsonException if what comes is no JSON
   * @throws UncheckedIOException if the input cannot be read
   */
  public void fields(Consumer<String> field) {
    JsonPath here = path;
    Set<String> names = new HashSet<>();
    while (guarded(this::advance) != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      path = here.field(name);
      if (!names.add(name)) {
        throw new InvalidJsonException(place(), "the field stands twice in the same object");
      }
      guarded(this::advance);
      field.accept(name);
    }
    path = here;
  }

  /**
   * Takes the value that comes, whole.
   *
   * @return the value
   * @throws InvalidJsonException if what comes is no JSON, or is too long
   * @throws UncheckedIOException if the input cannot be read
   */
  public JsonValue value() {
    return guarded(() -> value(offset()));
  }

  private JsonValue value(long start) {
    JsonPlace place = place();
    if (offset() - start > JsonFile.MAX_BYTES) {
      throw new InvalidJsonException(
          place, "longer than " + JsonFile.MAX_BYTES + " characters, which is the limit");
    }
    if (token == JsonToken.START_OBJECT) {
      Map<String, JsonValue> fields = new LinkedHashMap<>();
      fields(name -> fields.put(name, value(start)));
      return new JsonObject(place, fields);
    } else if (token == JsonToken.START_ARRAY) {
      List<JsonValue> items = new ArrayList<>();
      items(() -> items.add(value(start)));
      return new JsonArray(place, items);
    } else if (token == JsonToken.VALUE_STRING) {
      return new JsonText(place, parser.getString());
    } else if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
      return new JsonNumber(place, parser.getString());
    } else if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
      return new JsonBoolean(place, token == JsonToken.VALUE_TRUE);
    }
    return new JsonNull(place);
  }

  private long offset() {
    return parser.currentTokenLocation().getCharOffset();
  }

  /**
   * Where the value that comes begins.
   *
   * @return the place
   */
  public JsonPlace place() {
    return place(parser.currentTokenLocation());
  }

  private JsonPlace place(TokenStreamLocation at) {
    return new JsonPlace(
        document, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()), path);
  }

  static JsonPlace start(String document) {
    return new JsonPlace(document, 1, 1, JsonPath.ROOT);
  }

  private <T> T guarded(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (JacksonIOException e) {
      IOException cause = Objects.requireNonNull(e.getCause());
      JsonPlace place = place(parser.currentLocation());
      if (cause instanceof CharacterCodingException) {
        throw new InvalidJsonException(place, "not JSON: the bytes are not UTF-8 text");
      } else if (cause instanceof ZipException || cause instanceof EOFException) {
        throw notWhole(place, cause);
      }
      throw new UncheckedIOException(cause);
    } catch (JacksonException e) {
      throw broken(e);
    }
  }

  private static InvalidJsonException notWhole(JsonPlace place, IOException e) {
    return new InvalidJsonException(
        place, "not a whole gzip file: " + e.getMessage() + ". Compress it again with gzip");
  }

  private InvalidJsonException broken(JacksonException e) {
    TokenStreamLocation at = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
    String problem = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
    int detail = problem.indexOf(" (start marker at");
    return new InvalidJsonException(
        place(at),
        "not JSON: "
            + (detail < 0 ? problem : problem.substring(0, detail))
            + " (offset "
            + Math.max(0, at.getCharOffset())
            + ")");
  }

  /** Closes what is read from. */
  @Override
  public void close() {
    parser.close();
  }
}
