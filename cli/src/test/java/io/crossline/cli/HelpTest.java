// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HelpTest {
  @Test
  void theTextThatIsPrintedWithoutACommandLineIsWhatTheCommandLineSays() {
    assertThat(Main.help()).isEqualTo(CrosslineCommand.commandLine().getUsageMessage());
  }
}
