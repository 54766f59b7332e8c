// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.ratio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClassLogTest {
  private final ClassLog log =
      new ClassLog(
          """
          [0.017s][info][class,load] java.lang.Object source: shared objects file
          Usage: org.bouncycastle.Digest
          [0.120s][info][class,load] io.crossline.cli.Main source: file:/app/cli.jar
          [0.130s][info][class,load] tools.jackson.core.JsonFactory source: file:/app/jackson.jar
          [0.131s][info][class,load] tools.jackson.core.JsonParser source: file:/app/jackson.jar
          """);

  @Test
  void classesAreFoundAmongOtherOutput() {
    assertThat(log.has("io.crossline.cli.Main")).isTrue();
    assertThat(log.has("io.crossline.cli")).isFalse();
  }

  @Test
  void classesAreCountedByPackage() {
    assertThat(log.countOf("tools.jackson.")).isEqualTo(2);
    assertThat(log.countOf("org.bouncycastle.")).isZero();
  }
}
