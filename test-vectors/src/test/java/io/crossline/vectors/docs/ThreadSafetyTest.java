// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The javadoc of every public type of the modules that people use says whether threads may share
 * it. A type within another is shared as that one is; an annotation has nothing to share.
 */
class ThreadSafetyTest {
  private static final List<String> MODULES =
      List.of(
          "messaging-api",
          "messaging-core",
          "ethereum",
          "starknet-messaging",
          "ipc-xnet",
          "ipc-sdk",
          "test-vectors",
          "testkit",
          "scenario",
          "simulation",
          "stores");

  private static final Pattern TYPE =
      Pattern.compile(
          "(?m)^public (?:(?:abstract|final|sealed|non-sealed) )*"
              + "(?:class|record|interface|enum) \\w+");

  private static final Pattern SAYS = Pattern.compile("[Tt]hread|[Ii]mmutable");

  @Test
  void everyPublicTypeSaysWhetherThreadsMayShareIt() throws IOException {
    TreeSet<String> silent = new TreeSet<>();
    int types = 0;
    for (String module : MODULES) {
      for (Path file : sources(Path.of("..", module))) {
        String text = Files.readString(file);
        Matcher type = TYPE.matcher(text);
        if (type.find()) {
          types++;
          int javadoc = text.lastIndexOf("/**", type.start());
          if (javadoc < 0 || !SAYS.matcher(text.substring(javadoc, type.start())).find()) {
            silent.add(file.toString());
          }
        }
      }
    }
    assertThat(silent).isEmpty();
    assertThat(types).isGreaterThan(400);
  }

  private static List<Path> sources(Path module) throws IOException {
    try (Stream<Path> files = Files.walk(module)) {
      return files
          .filter(file -> file.toString().contains("src/main/java"))
          .filter(file -> file.toString().endsWith(".java"))
          .toList();
    }
  }
}
