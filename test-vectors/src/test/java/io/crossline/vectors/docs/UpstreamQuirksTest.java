// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * docs/upstream-quirks.md has every trap that a comment, a test, an invariant or a page of the
 * documentation names, and each entry names the tests that bear its number.
 */
class UpstreamQuirksTest {
  private static final Path ROOT = Path.of("..");
  private static final Path PAGE = ROOT.resolve("docs/upstream-quirks.md");
  private static final Pattern ENTRY =
      Pattern.compile("(?ms)^### (starknet|ipc) trap (\\d+): (.+?)\\n(.*?)(?=^##|\\z)");
  private static final Pattern TEST = Pattern.compile("`(\\w+)\\.(trap0*(\\d+)\\w*)`");
  private static final Pattern METHOD = Pattern.compile("void (trap0*(\\d+)\\w*)\\(");

  /** One number, or several: trap 1; traps 4, 5 and 6. A system may stand before it. */
  private static final Pattern NAMED =
      Pattern.compile("(?i)(?:(starknet|ipc) )?\\btraps? (\\d+(?:(?:, | and )\\d+)*)");

  private record Entry(String title, String text) {}

  private static final Map<String, TreeMap<Integer, Entry>> ENTRIES = entries();

  private static Map<String, TreeMap<Integer, Entry>> entries() {
    Map<String, TreeMap<Integer, Entry>> entries =
        new LinkedHashMap<>(Map.of("starknet", new TreeMap<>(), "ipc", new TreeMap<>()));
    for (MatchResult found : results(ENTRY, PAGE)) {
      Entry entry = new Entry(found.group(3), found.group(4));
      assertThat(entries.get(found.group(1)).put(Integer.valueOf(found.group(2)), entry))
          .as(found.group())
          .isNull();
    }
    return entries;
  }

  private static List<MatchResult> results(Pattern pattern, Path file) {
    return pattern.matcher(read(file)).results().toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All of the repository that people write, without what a build makes. */
  private static List<Path> files(String... endings) throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
          .filter(file -> !file.toString().contains("/target/"))
          .toList();
    }
  }

  /** The system whose code a file is, where the file is of one. */
  private static Set<String> systemsOf(Path file) {
    String path = ROOT.relativize(file).toString();
    boolean starknet = path.contains("tarknet");
    boolean ipc = path.contains("ipc") || path.contains("Ipc");
    return starknet == ipc ? Set.of("starknet", "ipc") : Set.of(starknet ? "starknet" : "ipc");
  }

  @Test
  void everyTrapThatIsNamedIsThere() throws IOException {
    TreeSet<String> missing = new TreeSet<>();
    int named = 0;
    for (Path file : files(".java", ".md")) {
      for (MatchResult found : results(NAMED, file)) {
        String system = found.group(1);
        Set<String> systems = system == null ? systemsOf(file) : Set.of(system.toLowerCase());
        for (String number : found.group(2).split("\\D+")) {
          named++;
          if (systems.stream()
              .noneMatch(of -> ENTRIES.get(of).containsKey(Integer.valueOf(number)))) {
            missing.add(file + ": " + found.group());
          }
        }
      }
    }
    assertThat(missing).isEmpty();
    assertThat(named).isGreaterThan(200);
  }

  @Test
  void everyEntryNamesTheTestsThatBearItsNumberAndSaysWhyAndWhere() throws IOException {
    Map<String, Set<String>> methods = new LinkedHashMap<>();
    for (String module : List.of("starknet-messaging", "ipc-xnet", "ipc-sdk")) {
      String system = module.equals("starknet-messaging") ? "starknet" : "ipc";
      for (Path file : files("Test.java")) {
        if (file.startsWith(ROOT.resolve(module))) {
          String test = file.getFileName().toString().replace(".java", "");
          for (MatchResult found : results(METHOD, file)) {
            methods
                .computeIfAbsent(
                    system + " trap " + Integer.valueOf(found.group(2)), key -> new TreeSet<>())
                .add(test + "." + found.group(1));
          }
        }
      }
    }
    ENTRIES.forEach(
        (system, entries) ->
            entries.forEach(
                (number, entry) -> {
                  String name = system + " trap " + number;
                  assertThat(entry.text()).as(name).contains("*Why:*", "*Upstream:*");
                  assertThat(
                          TEST.matcher(entry.text())
                              .results()
                              .map(m -> m.group(1) + "." + m.group(2)))
                      .as(name)
                      .isNotEmpty()
                      .containsExactlyInAnyOrderElementsOf(methods.getOrDefault(name, Set.of()));
                  methods.remove(name);
                }));
    assertThat(methods).isEmpty();
  }

  @Test
  void theyAreNumberedWithoutGaps() {
    ENTRIES.forEach(
        (system, entries) -> assertThat(entries.lastKey()).as(system).isEqualTo(entries.size()));
    assertThat(ENTRIES.get("starknet")).hasSizeGreaterThanOrEqualTo(29);
    assertThat(ENTRIES.get("ipc")).hasSizeGreaterThanOrEqualTo(36);
  }
}
