// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.json.InvalidJsonException;
import io.crossline.vectors.ConformanceSuites;
import io.crossline.vectors.form.Difference;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts from a file that passes and changes one thing. */
class VerificationTest {
  private static final String HASH =
      "0x326a04493fc8f24ac6c6ae7bdba23243ce03ec3aae53f0ed3a0d686eb8cac930";
  private static final String VALID =
      """
      {
        "format": "xmsg-vectors/1",
        "suite": "starknet.message-hash",
        "source": "somewhere",
        "cases": [
          {"id": "one", "kind": "l2ToL1", "note": "a note",
           "fromAddress": "0x164cba33fb7152531f6b4cfc3fff26b4d7b26b4900e0881042edd607b428a92",
           "toAddress": "0xb6dbfaa86bb683152e4fc2401260f9ca249519c0",
           "payload": ["0x0", "0x0", "0x182b8", "0x0", "0x384", "0x0"],
           "hash": "%s"},
          {"id": "two", "kind": "l2ToL1",
           "fromAddress": "0x164cba33fb7152531f6b4cfc3fff26b4d7b26b4900e0881042edd607b428a92",
           "toAddress": "0xb6dbfaa86bb683152e4fc2401260f9ca249519c0",
           "payload": ["0x0", "0x0", "0x182b8", "0x0", "0x384", "0x0"],
           "hash": "%s"}
        ]
      }
      """
          .formatted(HASH, HASH);

  @TempDir private Path folder;
  private final List<FileReport> reports = new ArrayList<>();
  private final List<InvalidJsonException> invalid = new ArrayList<>();
  private final List<String> unreadable = new ArrayList<>();
  private Verification verification;

  @BeforeEach
  void begin() {
    VerifyListener listener =
        new VerifyListener() {
          @Override
          public void finished(FileReport report) {
            reports.add(report);
          }

          @Override
          public void invalid(String file, InvalidJsonException problem) {
            invalid.add(problem);
          }

          @Override
          public void unreadable(String file, String problem) {
            unreadable.add(file + ": " + problem);
          }
        };
    verification = new Verification(ConformanceSuites.all(), listener, id -> true);
  }

  private void run(String text) throws IOException {
    verification.run(VectorSource.of(write("vectors.json", text)));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String with(String part, String instead) {
    assertThat(VALID).contains(part);
    int at = VALID.indexOf(part);
    return VALID.substring(0, at) + instead + VALID.substring(at + part.length());
  }

  @Test
  void passes() throws IOException {
    run(VALID);
    assertThat(reports).hasSize(1);
    assertThat(verification.passed()).isEqualTo(2);
    assertThat(verification.failed()).isZero();
    assertThat(verification.exitCode()).isZero();
  }

  @Test
  void aFlippedDigitFailsExactlyItsCase() throws IOException {
    run(with(HASH, HASH.replace("0x326a", "0x326b")));
    assertThat(verification.passed()).isEqualTo(1);
    assertThat(verification.failed()).isEqualTo(1);
    assertThat(verification.exitCode()).isEqualTo(1);
    CaseFailure failure = reports.get(0).failures().get(0);
    Difference difference = failure.differences().get(0);
    assertThat(failure.id()).isEqualTo("one");
    assertThat(failure.field(difference)).isEqualTo("hash");
    assertThat(difference.expected()).startsWith("0x326b");
    assertThat(difference.actual()).isEqualTo(HASH);
    assertThat(difference.place().line()).isEqualTo(10);
  }

  @Test
  void refusesWhatIsNotKnown() throws IOException {
    refuses(
        "\"toAddress\"",
        "\"toAdress\"",
        "cases[0].toAdress",
        "unknown field \"toAdress\". Did you mean \"toAddress\"?");
    refuses(
        "\"l2ToL1\"",
        "\"l2ToL9\"",
        "cases[0].kind",
        "unknown kind \"l2ToL9\". Did you mean \"l2ToL1\"?");
    refuses("starknet.message-hash", "starknet.mesage-hash", "suite", "unknown suite");
    refuses("\"source\"", "\"sourc\"", "sourc", "Did you mean \"source\"?");
    refuses("\"cases\"", "\"comment\": \"x\", \"cases\"", "comment", "unknown field \"comment\"");
    refuses("xmsg-vectors/1", "xmsg-vectors/2", "format", "must be \"xmsg-vectors/1\"");
  }

  @Test
  void refusesWhatIsMalformed() throws IOException {
    refuses("\"0x182b8\"", "\"0x0182b8\"", "cases[0].payload[2]", "must be written 0x182b8");
    refuses("\"0x182b8\"", "\"0x182B8\"", "cases[0].payload[2]", "lower-case");
    refuses("\"0x182b8\"", "98", "cases[0].payload[2]", "must be a text, found a number");
    refuses("\"0x182b8\"", "\"0x1" + "0".repeat(64) + "\"", "cases[0].payload[2]", "1 to 64");
    refuses("249519c0\"", "249519\"", "cases[0].toAddress", "40 lower-case hexadecimal digits");
    refuses(HASH, HASH + "00", "cases[0].hash", "64 lower-case hexadecimal digits");
    refuses(HASH, "0x" + "g".repeat(64), "cases[0].hash", "hexadecimal");
    refuses("\"id\": \"two\"", "\"id\": \"one\"", "cases[1].id", "is taken by cases[0].id");
    refuses("\"id\": \"one\",", "", "cases[0]", "field \"id\" is missing");
    refuses("\"note\": \"a note\"", "\"note\": 1", "cases[0].note", "must be a text");
    refuses("\"id\": \"one\",", "\"id\": \"one\", \"id\": \"one\",", "cases[0].id", "stands twice");
  }

  private void refuses(String part, String instead, String path, String problem)
      throws IOException {
    invalid.clear();
    begin();
    run(with(part, instead));
    assertThat(verification.exitCode()).as(instead).isEqualTo(2);
    assertThat(verification.passed() + verification.failed()).isZero();
    assertThat(invalid).hasSize(1);
    assertThat(invalid.get(0).problem()).contains(problem);
    assertThat(invalid.get(0).place().path().toString()).isEqualTo(path.isEmpty() ? "$" : path);
    assertThat(invalid.get(0)).hasMessageStartingWith(folder.resolve("vectors.json") + ":");
  }

  @Test
  void refusesWhatIsNotJson() throws IOException {
    for (String text :
        List.of(
            "",
            "{",
            "[1,]",
            "{\"a\": 1} x",
            "{'a': 1}",
            "NaN",
            "{\"a\": \"\n\"}",
            "[".repeat(70))) {
      invalid.clear();
      begin();
      run(text);
      assertThat(verification.exitCode()).as(text).isEqualTo(2);
      assertThat(invalid.get(0)).hasMessageContaining("vectors.json:");
    }
  }

  @Test
  void readsCompressedFilesAndRefusesTornOnes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(VALID.getBytes(StandardCharsets.UTF_8));
    }
    Path file = Files.write(folder.resolve("a.json.gz"), bytes.toByteArray());
    verification.run(VectorSource.of(file));
    assertThat(verification.passed()).isEqualTo(2);
    byte[] torn = Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2);
    verification.run(VectorSource.of(Files.write(folder.resolve("b.json.gz"), torn)));
    verification.run(VectorSource.of(write("c.json.gz", VALID)));
    assertThat(invalid).hasSize(2).allSatisfy(e -> assertThat(e.problem()).contains("gzip"));
    assertThat(verification.exitCode()).isEqualTo(2);
  }

  @Test
  void findsFilesInFoldersInOrder() throws IOException {
    Files.createDirectories(folder.resolve("b/c"));
    write("b/c/z.json", VALID);
    write("b/a.json", VALID);
    write("a.json", VALID);
    write("b/readme.txt", "not a vector");
    assertThat(VectorSource.find(folder))
        .extracting(VectorSource::name)
        .containsExactly(
            folder.resolve("a.json").toString(),
            folder.resolve("b/a.json").toString(),
            folder.resolve("b/c/z.json").toString());
  }

  @Test
  void nothingToRunIsNoSuccess() throws IOException {
    assertThat(VectorSource.find(folder)).isEmpty();
    assertThat(verification.exitCode()).isEqualTo(1);
    run(with(VALID.substring(VALID.indexOf("    {\"id\": \"one\""), VALID.indexOf("\n  ]")), ""));
    assertThat(reports).hasSize(1);
    assertThat(verification.exitCode()).isEqualTo(1);
  }

  @Test
  void aMissingFileIsNamed() {
    verification.run(VectorSource.of(folder.resolve("nosuch.json")));
    assertThat(unreadable.get(0)).contains("nosuch.json: there is no such file");
    assertThat(verification.exitCode()).isEqualTo(2);
  }
}
