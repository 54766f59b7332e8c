// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonStreamTest {
  private static List<String> all(JsonStream stream) {
    List<String> values = new ArrayList<>();
    try (stream) {
      while (stream.next()) {
        values.add(JsonWriter.write(stream.value()));
      }
    }
    return values;
  }

  private static JsonStream bytes(String name, byte[] bytes) throws IOException {
    return JsonStream.of(name, new ByteArrayInputStream(bytes));
  }

  @Test
  void valuesStandOneBehindTheOther() {
    assertThat(all(JsonStream.of("f", "{\"a\": 1}\r\n\n [2, 3] \"x\" null true 4.50")))
        .containsExactly("{\"a\":1}", "[2,3]", "\"x\"", "null", "true", "4.50");
    assertThat(all(JsonStream.of("f", " \n"))).isEmpty();
  }

  @Test
  void anArrayIsGoneThroughItemByItem() {
    List<String> places = new ArrayList<>();
    try (JsonStream stream = JsonStream.of("f", "[{\"a\": [1]},\n [2]]")) {
      assertThat(stream.next()).isTrue();
      assertThat(stream.isArray()).isTrue();
      stream.items(
          () -> {
            places.add(stream.place() + (stream.isObject() ? " object" : ""));
            if (stream.isObject()) {
              stream.fields(name -> places.add(name + " " + stream.value().place()));
            } else {
              stream.value();
            }
          });
      assertThat(stream.next()).isFalse();
    }
    assertThat(places).containsExactly("f:1:2: [0] object", "a f:1:8: [0].a", "f:2:2: [1]");
  }

  @Test
  void aMarkTellsHowTextIsEncoded() throws IOException {
    for (Charset charset :
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      assertThat(all(bytes("f", "\ufeff[\"é\"]".getBytes(charset))))
          .as(charset.name())
          .containsExactly("[\"é\"]");
    }
    assertThatThrownBy(() -> all(bytes("f", new byte[] {'"', (byte) 0xc3, '"'})))
        .isInstanceOf(InvalidJsonException.class)
        .hasMessageContaining("UTF-8");
  }

  @Test
  void whatIsCutOffIsNamedWithLineAndOffset() {
    List<String> read = new ArrayList<>();
    try (JsonStream stream = JsonStream.of("f", "[1,\n2,\n{\"a")) {
      stream.next();
      assertThatThrownBy(() -> stream.items(() -> read.add(JsonWriter.write(stream.value()))))
          .isInstanceOf(InvalidJsonException.class)
          .hasMessageMatching("(?s)f:3:\\d: .*not JSON: .*\\(offset 10\\)");
    }
    assertThat(read).containsExactly("1", "2");
  }

  @Test
  void aCompressedFile(@TempDir Path folder) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(("[" + "1,".repeat(10_000) + "2]").getBytes(StandardCharsets.UTF_8));
    }
    Path file = Files.write(folder.resolve("a.json.gz"), zipped.toByteArray());
    assertThat(all(JsonStream.open(file))).hasSize(1);
    byte[] half = Arrays.copyOf(zipped.toByteArray(), zipped.size() / 2);
    assertThatThrownBy(() -> all(bytes("a.gz", half)))
        .isInstanceOf(InvalidJsonException.class)
        .hasMessageContaining("not a whole gzip file");
    assertThatThrownBy(() -> bytes("a.gz", new byte[] {1}))
        .isInstanceOf(InvalidJsonException.class);
  }

  @Test
  void troubleWithTheInputIsNoTroubleWithTheText() throws IOException {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("unplugged");
          }
        };
    assertThatThrownBy(() -> all(JsonStream.of("f", broken)))
        .isInstanceOfAny(UncheckedIOException.class, IOException.class)
        .hasStackTraceContaining("unplugged");
  }

  @Test
  void whatWasReadCanBeWritten() {
    String text = "{\"a\":[1.50,null,true,\"\\u0001é\",{}]}";
    assertThat(JsonWriter.write(Map.of("x", JsonReader.read("f", text))))
        .isEqualTo("{\"x\":" + text + "}");
  }
}
