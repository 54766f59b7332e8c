// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples of the guide for authors of handlers, whose handlers are short. */
class HandlersGuideTest extends DocumentedExamples {
  private static final int MAX_LINES = 15;
  private static final Pattern HANDLER =
      Pattern.compile(
          "^  static class \\w+[^\\n]*\\{\\n.*?^  }$", Pattern.DOTALL | Pattern.MULTILINE);

  HandlersGuideTest() {
    super("docs/handlers.md", 4);
  }

  @Test
  void aHandlerHasAtMostFifteenLines() throws IOException {
    for (Example example : examples()) {
      assertThat(HANDLER.matcher(example.source()).results().map(MatchResult::group))
          .isNotEmpty()
          .allSatisfy(handler -> assertThat(handler.lines()).hasSizeLessThanOrEqualTo(MAX_LINES));
    }
  }
}
