// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The examples in the help of the commands that need no file are run as they stand there. */
class HelpExamplesTest {
  private static final List<String> EVERYDAY =
      List.of("hash", "selector", "slot", "encode", "decode", "address", "subnet");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  private String out = "";
  private String errors = "";

  private int run(String input, String... args) {
    StringWriter printed = new StringWriter();
    StringWriter complained = new StringWriter();
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    try {
      return CrosslineCommand.commandLine()
          .setOut(new PrintWriter(printed))
          .setErr(new PrintWriter(complained))
          .execute(args);
    } finally {
      System.setIn(before);
      out = printed.toString();
      errors = complained.toString();
    }
  }

  private static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(command);
    while (matcher.find()) {
      words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }
    return words;
  }

  private static Stream<CommandLine> withSubcommands(CommandLine line) {
    return Stream.concat(
        Stream.of(line),
        line.getSubcommands().values().stream().flatMap(HelpExamplesTest::withSubcommands));
  }

  static Stream<CommandLine> commands() {
    return EVERYDAY.stream()
        .map(name -> CrosslineCommand.commandLine().getSubcommands().get(name))
        .flatMap(HelpExamplesTest::withSubcommands);
  }

  static Stream<String> examples() {
    return commands()
        .flatMap(line -> Arrays.stream(line.getCommandSpec().usageMessage().footer()))
        .map(String::strip);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleRuns(String example) {
    String input = "";
    for (String part : example.split(" \\| ")) {
      List<String> words = words(part);
      if (words.get(0).equals("echo")) {
        input = words.get(1);
      } else {
        assertThat(words.get(0)).isEqualTo("crossline");
        assertThat(run(input, words.subList(1, words.size()).toArray(String[]::new)))
            .as(errors)
            .isZero();
        input = out;
      }
    }
    assertThat(out).isNotBlank();
    assertThat(errors).isEmpty();
  }

  @Test
  void everyCommandHasAnExample() {
    assertThat(commands())
        .hasSize(18)
        .allSatisfy(
            line ->
                assertThat(line.getCommandSpec().usageMessage().footer())
                    .as(line.getCommandName())
                    .isNotEmpty());
  }

  /**
   * A mistake is one line that names the word, whether it is an argument or a line of the input.
   */
  @ParameterizedTest
  @MethodSource("commands")
  void aWrongWordIsNamedInOneLine(CommandLine line) {
    List<String> args =
        new ArrayList<>(List.of(line.getCommandSpec().qualifiedName(" ").split(" ")));
    args.remove(0);
    assertThat(run("\u0001", args.toArray(String[]::new))).isEqualTo(2);
    assertThat(errors.lines()).hasSize(1);
    args.add("no such word");
    assertThat(run("", args.toArray(String[]::new))).isEqualTo(2);
    assertThat(errors.lines()).hasSize(1);
  }
}
