// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The README's examples. */
class ReadmeTest extends DocumentedExamples {
  ReadmeTest() {
    super("README.md", 4);
  }

  @Test
  void theTestOfABridgeIsShort() throws IOException {
    Example test =
        examples().stream().filter(e -> e.name().equals("RefundTest")).findFirst().orElseThrow();
    String testClass = test.source().substring(test.source().indexOf("@CrosslineTest"));
    assertThat(testClass.lines().count()).isLessThan(30);
  }
}
