// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The picture of ARCHITECTURE.md shows the modules that there are, each below those that need it.
 */
class ArchitecturePageTest {
  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
  private static final Pattern ARTIFACT =
      Pattern.compile(
          "<dependency>\\s*<groupId>io\\.crossline</groupId>\\s*<artifactId>([^<]+)</artifactId>"
              + "(\\s*<scope>test</scope>)?");
  private static final Pattern PLACE = Pattern.compile("`((?:[a-z0-9-]+/)+[A-Za-z]+)`");

  private static final Path ROOT = root();
  private static final String PAGE = read(ROOT.resolve("ARCHITECTURE.md"));

  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("ARCHITECTURE.md"))) {
      here = here.getParent();
    }
    return here;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(file + " cannot be read", e);
    }
  }

  private static Set<String> modules() {
    Set<String> modules = new TreeSet<>();
    Matcher found = MODULE.matcher(read(ROOT.resolve("pom.xml")));
    while (found.find()) {
      modules.add(found.group(1));
    }
    return modules;
  }

  /** In which line of the picture each module stands; the words right of the modules are prose. */
  private static Map<String, Integer> drawn() {
    int start = PAGE.indexOf("```\n") + 4;
    String picture = PAGE.substring(start, PAGE.indexOf("```\n", start));
    Map<String, Integer> lines = new HashMap<>();
    int number = 0;
    for (String line : picture.lines().toList()) {
      number++;
      for (String name : names(line)) {
        lines.put(name, number);
      }
    }
    return lines;
  }

  /** The words of a line that stand alone between wide gaps, but for the prose at its end. */
  private static List<String> names(String line) {
    return Stream.of(line.strip().split("\\s{2,}"))
        .filter(part -> part.matches("[a-z-]+(/[a-z]+)?"))
        .toList();
  }

  @Test
  void thePictureHasTheModulesThatThereAreAndNoOthers() {
    assertThat(new TreeSet<>(drawn().keySet())).isEqualTo(modules());
  }

  @Test
  void eachModuleStandsAboveThoseThatItNeeds() {
    Map<String, Integer> drawn = drawn();
    Map<String, String> folders = new TreeMap<>();
    modules().forEach(module -> folders.put(module.replaceFirst(".*/", ""), module));
    folders.put("store-rocksdb", "stores/rocksdb");
    int arrows = 0;
    for (String module : modules()) {
      if (module.startsWith("stores/") || module.equals("benchmarks")) {
        continue; // They stand beside the others.
      }
      Matcher needs = ARTIFACT.matcher(read(ROOT.resolve(module).resolve("pom.xml")));
      while (needs.find()) {
        String needed = folders.get(needs.group(1));
        if (needs.group(2) == null && needed != null && !needed.startsWith("stores/")) {
          assertThat(drawn.get(module))
              .as("%s needs %s", module, needed)
              .isLessThan(drawn.get(needed));
          arrows++;
        }
      }
    }
    assertThat(arrows).isGreaterThan(10);
  }

  @Test
  void everyPlaceThatThePageNamesIsThere() throws IOException {
    Set<String> places = new TreeSet<>();
    Matcher named = PLACE.matcher(PAGE);
    while (named.find()) {
      places.add(named.group(1));
    }
    assertThat(places).hasSizeGreaterThan(30);
    List<String> missing = new ArrayList<>();
    for (String place : places) {
      boolean there = Files.exists(ROOT.resolve(place));
      for (String module : modules()) {
        Path sources = ROOT.resolve(module).resolve("src");
        for (String kind : new String[] {"main", "test"}) {
          Path below = sources.resolve(kind + "/java/io/crossline/" + place);
          there |= Files.exists(below) || Files.exists(Path.of(below + ".java"));
        }
      }
      if (!there) {
        missing.add(place);
      }
    }
    assertThat(missing).isEmpty();
  }
}
