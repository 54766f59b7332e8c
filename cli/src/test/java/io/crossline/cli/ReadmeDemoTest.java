// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReadmeDemoTest {
  @Test
  void theReadmeShowsWhatTheDemoPrints() throws IOException {
    StringWriter out = new StringWriter();
    CrosslineCommand.commandLine().setOut(new PrintWriter(out)).execute("demo");
    String printed =
        out.toString().lines().map(String::stripTrailing).collect(Collectors.joining("\n"));
    assertThat(Files.readString(Path.of("..", "README.md"))).contains(printed.strip());
  }
}
