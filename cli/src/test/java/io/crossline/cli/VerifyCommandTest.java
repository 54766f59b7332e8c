// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command as a user sees it: lines, last line, exit code. */
class VerifyCommandTest {
  private static final String VALID =
      """
      {"format": "xmsg-vectors/1", "suite": "starknet.selector", "source": "s", "cases": [
        {"id": "a", "name": "a", "nameUtf8": "0x61",
         "starknetKeccak": "0x2c225168df54212a25c1c01fd35bebfea408fdac2e31ddd6f80a4bbf9a5f1cb",
         "selector": "0x2c225168df54212a25c1c01fd35bebfea408fdac2e31ddd6f80a4bbf9a5f1cb"},
        {"id": "d", "name": "__default__", "nameUtf8": "0x5f5f64656661756c745f5f",
         "starknetKeccak": "0x2e4c01ac72b840834c6c3146a782496a90a442ac831e5188090c1d33a7c0f50",
         "selector": "0x0"}]}
      """;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();

  private int verify(String... args) {
    CommandLine command =
        CrosslineCommand.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(errors));
    String[] all = new String[args.length + 1];
    all[0] = "verify";
    System.arraycopy(args, 0, all, 1, args.length);
    return command.execute(all);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private List<String> lines() {
    return out.toString().lines().toList();
  }

  private String lastLine() {
    return lines().get(lines().size() - 1);
  }

  @Test
  void withoutAPathItRunsWhatIsShippedAndNamesTheRest() {
    assertThat(verify()).isZero();
    assertThat(lastLine()).matches("[1-9][0-9]* passed, 0 failed");
    assertThat(lines())
        .anyMatch(line -> line.startsWith("ipc.envelope") && line.contains("270 passed"));
    assertThat(errors.toString()).isEmpty();
  }

  @Test
  void aFolderThatPasses() throws IOException {
    file("a.json", VALID);
    file("b.json", VALID);
    assertThat(verify(folder.toString())).isZero();
    assertThat(lines()).hasSize(3);
    assertThat(lines().get(0)).contains("starknet.selector", "2 passed", "0 failed", "a.json");
    assertThat(lastLine()).isEqualTo("4 passed, 0 failed");
  }

  @Test
  void aFailureIsShownWithPlaceAndValues() throws IOException {
    String name = file("a.json", VALID.replace("\"selector\": \"0x0\"", "\"selector\": \"0x1\""));
    assertThat(verify(name)).isEqualTo(1);
    assertThat(lines().subList(1, 6))
        .containsExactly(
            "  FAILED d",
            "    field selector",
            "      expected 0x1",
            "      actual   0x0",
            "      at       " + name + ":7:16");
    assertThat(lastLine()).isEqualTo("1 passed, 1 failed");
  }

  @Test
  void anInvalidFileIsNamedAndTheOthersRun() throws IOException {
    file("a.json", VALID.replace("nameUtf8", "nameUtf9"));
    file("b.json", VALID);
    assertThat(verify(folder.toString())).isEqualTo(2);
    assertThat(errors.toString())
        .isEqualTo(
            folder.resolve("a.json")
                + ":2:40: cases[0].nameUtf9: unknown field \"nameUtf9\". Did you mean"
                + " \"nameUtf8\"?"
                + System.lineSeparator());
    assertThat(lastLine()).isEqualTo("2 passed, 0 failed");
  }

  @Test
  void nothingThereAndNothingToRun() {
    assertThat(verify(folder.resolve("nosuch").toString())).isEqualTo(2);
    assertThat(errors.toString()).contains("nosuch: there is no such file or folder");
    assertThat(verify(folder.toString())).isEqualTo(1);
    assertThat(lastLine()).isEqualTo("0 passed, 0 failed");
  }

  @Test
  void aSingleCase() throws IOException {
    String name = file("a.json", VALID);
    assertThat(verify(name, "--case", "d")).isZero();
    assertThat(lastLine()).isEqualTo("1 passed, 0 failed");
    assertThat(verify(name, "--case", "nosuch")).isEqualTo(1);
  }

  @Test
  void machinesGetOneDocument() throws IOException {
    String name = file("a.json", VALID.replace("\"selector\": \"0x0\"", "\"selector\": \"0x1\""));
    String invalid = file("b.json", VALID.replace("\"id\": \"d\"", "\"id\": \"a\""));
    assertThat(verify(name, invalid, "--json")).isEqualTo(2);
    assertThat(lines()).hasSize(1);
    assertThat(out.toString())
        .contains("\"suite\":\"starknet.selector\",\"passed\":1,\"failed\":1")
        .contains(
            "{\"id\":\"d\",\"differences\":[{\"field\":\"selector\",\"expected\":\"0x1\",\"actual\":\"0x0\",\"line\":7,\"column\":16}]}")
        .contains("\"path\":\"cases[1].id\"")
        .endsWith("\"passed\":1,\"failed\":1}" + System.lineSeparator());
  }

  @Test
  void aWrongCommandLineIsExplained() {
    assertThat(verify("--jsn")).isEqualTo(2);
    assertThat(errors.toString()).contains("--jsn").contains("--json");
  }
}
