// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The bridge and its service, which are as short as they say. */
class ServiceGuideTest extends DocumentedExamples {
  ServiceGuideTest() {
    super("docs/service.md", 2);
  }

  @Test
  void theBridgeHasLessThanFortyLinesAndTheServiceSixtyAtMost() throws IOException {
    assertThat(linesOf("NftBridgeTest")).isLessThan(40);
    assertThat(linesOf("DepositService")).isLessThanOrEqualTo(60);
  }

  /** Without the imports, which a person does not write. */
  private long linesOf(String name) throws IOException {
    return examples().stream()
        .filter(example -> example.name().equals(name))
        .flatMap(example -> example.source().lines())
        .filter(line -> !line.startsWith("import ") && !line.isBlank())
        .count();
  }
}
