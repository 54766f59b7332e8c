// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each trap of the specifications has a test that bears its number. */
class TrapTestsTest {
  private static final Pattern NAME = Pattern.compile("void trap0*(\\d+)");

  private static TreeSet<Integer> trapsTestedIn(String... modules) throws IOException {
    TreeSet<Integer> numbers = new TreeSet<>();
    for (String module : modules) {
      try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "test", "java"))) {
        List<Path> tests = files.filter(file -> file.toString().endsWith("Test.java")).toList();
        for (Path test : tests) {
          NAME.matcher(read(test))
              .results()
              .map((MatchResult found) -> Integer.valueOf(found.group(1)))
              .forEach(numbers::add);
        }
      }
    }
    return numbers;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Integer> upTo(int last) {
    return IntStream.rangeClosed(1, last).boxed().toList();
  }

  @Test
  void theTrapsOfStarknet() throws IOException {
    assertThat(trapsTestedIn("starknet-messaging")).containsExactlyElementsOf(upTo(29));
  }

  @Test
  void theTrapsOfIpc() throws IOException {
    assertThat(trapsTestedIn("ipc-xnet", "ipc-sdk")).containsExactlyElementsOf(upTo(36));
  }
}
