// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class HelpTest {
  @Test
  void theTextThatIsPrintedWithoutACommandLineIsWhatTheCommandLineSays() {
    assertThat(Main.help()).isEqualTo(CrosslineCommand.commandLine().getUsageMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "nosuch --help, 2, nosuch",
    "store nosuch --help, 2, nosuch",
    "nosuch, 2, nosuch",
    "store upgrade --help, 0, Usage: crossline store upgrade",
    "--help, 0, Usage: crossline",
  })
  void helpIsThatOfACommandThatIsThere(String arguments, int exitCode, String said) {
    StringWriter text = new StringWriter();
    CommandLine line = CrosslineCommand.commandLine();
    line.setOut(new PrintWriter(text)).setErr(new PrintWriter(text));
    assertThat(line.execute(Main.upToUnknownCommand(line, arguments.split(" "))))
        .isEqualTo(exitCode);
    assertThat(text.toString()).contains(said);
  }
}
