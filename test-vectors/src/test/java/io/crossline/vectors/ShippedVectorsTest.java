// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.json.InvalidJsonException;
import io.crossline.core.json.JsonObject;
import io.crossline.vectors.runner.FileReport;
import io.crossline.vectors.runner.Verification;
import io.crossline.vectors.runner.VerifyListener;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every shipped file whose suite can be run passes whole, and the index tells the truth. */
class ShippedVectorsTest {
  private static final Set<String> REACHED = Set.of("values", "starknet-core");

  @TestFactory
  Stream<DynamicTest> everyCasePasses() {
    return runnable().map(entry -> DynamicTest.dynamicTest(entry.file(), () -> passes(entry)));
  }

  private static Stream<ShippedVectors.Entry> runnable() {
    return ShippedVectors.entries().stream()
        .filter(entry -> ConformanceSuites.all().byName().containsKey(entry.suite()));
  }

  private static void passes(ShippedVectors.Entry entry) {
    List<FileReport> reports = new ArrayList<>();
    VerifyListener listener =
        new VerifyListener() {
          @Override
          public void finished(FileReport report) {
            reports.add(report);
          }

          @Override
          public void invalid(String file, InvalidJsonException invalid) {
            throw invalid;
          }

          @Override
          public void unreadable(String file, String problem) {
            throw new AssertionError(file + ": " + problem);
          }
        };
    Verification verification = new Verification(ConformanceSuites.all(), listener, id -> true);
    verification.run(entry.source());
    assertThat(reports).hasSize(1);
    assertThat(reports.get(0).failures()).isEmpty();
    assertThat(reports.get(0).passed()).isPositive();
    assertThat(reports.get(0).suite()).isEqualTo(entry.suite());
    assertThat(verification.exitCode()).isZero();
  }

  @Test
  void indexNamesEveryFileAndNothingElse() throws IOException, URISyntaxException {
    Path folder =
        Path.of(ShippedVectors.class.getResource("/META-INF/crossline/vectors/index.json").toURI())
            .getParent();
    try (Stream<Path> files = Files.list(folder)) {
      Set<String> names =
          files
              .map(file -> file.getFileName().toString())
              .collect(Collectors.toCollection(TreeSet::new));
      names.remove("index.json");
      assertThat(ShippedVectors.entries())
          .extracting(ShippedVectors.Entry::file)
          .containsExactlyElementsOf(names);
    }
  }

  @Test
  void indexGivesEachFileItsOwnSuiteAndAKnownMilestone() throws IOException {
    for (ShippedVectors.Entry entry : ShippedVectors.entries()) {
      JsonObject file = entry.source().read().asObject();
      assertThat(file.required("suite").asText()).as(entry.file()).isEqualTo(entry.suite());
      assertThat(ShippedVectors.milestones()).as(entry.file()).containsKey(entry.passesFrom());
    }
  }

  @Test
  void theSuitesOfTheMilestonesReachedCanAllBeRun() {
    Set<String> suites =
        ShippedVectors.entries().stream()
            .filter(entry -> REACHED.contains(entry.passesFrom()))
            .map(ShippedVectors.Entry::suite)
            .collect(Collectors.toSet());
    assertThat(ConformanceSuites.all().byName().keySet())
        .containsAll(suites)
        .hasSizeGreaterThanOrEqualTo(16);
  }
}
