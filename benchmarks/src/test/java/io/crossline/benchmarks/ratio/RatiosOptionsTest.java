// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.ratio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RatiosOptionsTest {
  @TempDir Path root;

  @BeforeEach
  void makeCheckout() throws IOException {
    Files.createFile(root.resolve("crossline"));
    Files.createFile(root.resolve("pom.xml"));
  }

  @Test
  void withoutArgumentsItMeasuresAtLength() {
    RatiosOptions options = RatiosOptions.parse(List.of());
    assertThat(options.effort()).isEqualTo(Effort.FULL);
    assertThat(options.json()).isFalse();
    assertThat(options.durable()).isFalse();
    assertThat(options.checkout()).isEmpty();
  }

  @Test
  void allArgumentsTogether() {
    RatiosOptions options =
        RatiosOptions.parse(List.of("--json", "--root", root.toString(), "--quick", "--durable"));
    assertThat(options.effort()).isEqualTo(Effort.QUICK);
    assertThat(options.json()).isTrue();
    assertThat(options.durable()).isTrue();
    assertThat(options.checkout()).contains(new Checkout(root.toAbsolutePath()));
  }

  @Test
  void quickSavesOnSamplesNotOnRounds() {
    assertThat(Effort.QUICK.rounds()).isGreaterThanOrEqualTo(21);
    assertThat(Effort.FULL.rounds()).isGreaterThanOrEqualTo(21);
  }

  @Test
  void anUnknownArgument() {
    assertThatThrownBy(() -> RatiosOptions.parse(List.of("--json", "--fast")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("found --fast, must be --quick, --json, --durable, --root DIR or --help");
  }

  @Test
  void aRootThatIsNoCheckout() throws IOException {
    Files.delete(root.resolve("crossline"));
    assertThatThrownBy(() -> RatiosOptions.parse(List.of("--root", root.toString())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no checkout");
  }

  @Test
  void aRootThatIsMissing() {
    assertThatThrownBy(() -> RatiosOptions.parse(List.of("--root")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--root must be followed");
  }
}
