// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Of the classes of one package, at most eight may know each other all around, so that each can be
 * read without all others. Nested classes belong to the one that they stand in. That a sealed type
 * permits those that extend it is no use of them.
 */
class ClassCirclesTest {
  private static final int WIDEST = 8;

  @Test
  void noCircleOfClassesIsWiderThanEight() {
    Map<String, Map<String, Set<String>>> packages = new TreeMap<>();
    for (JavaClass type : Crossline.CLASSES) {
      String name = outermost(type);
      Set<String> uses =
          packages
              .computeIfAbsent(type.getPackageName(), none -> new TreeMap<>())
              .computeIfAbsent(name, none -> new TreeSet<>());
      type.getDirectDependenciesFromSelf().stream()
          .map(Dependency::getTargetClass)
          .filter(used -> used.getPackageName().equals(type.getPackageName()))
          .map(ClassCirclesTest::outermost)
          .filter(used -> !used.equals(name))
          .forEach(uses::add);
    }
    List<String> wide = new ArrayList<>();
    packages.forEach(
        (name, uses) ->
            circles(uses).stream()
                .filter(circle -> circle.size() > WIDEST)
                .forEach(circle -> wide.add(circle.size() + " in " + name + ": " + circle)));
    assertThat(packages.keySet()).hasSizeGreaterThan(50);
    assertThat(wide).isEmpty();
  }

  private static String outermost(JavaClass type) {
    String name = type.getName();
    int nested = name.indexOf('$');
    return nested < 0 ? name : name.substring(0, nested);
  }

  /** Classes are in one circle if each reaches the other. */
  private static Set<Set<String>> circles(Map<String, Set<String>> uses) {
    Map<String, Set<String>> reached = new HashMap<>();
    uses.keySet().forEach(from -> reached.put(from, reach(from, uses)));
    return uses.keySet().stream()
        .map(
            one ->
                reached.get(one).stream()
                    .filter(other -> reached.getOrDefault(other, Set.of()).contains(one))
                    .map(other -> other.substring(other.lastIndexOf('.') + 1))
                    .collect(Collectors.toCollection(TreeSet::new)))
        .collect(Collectors.toSet());
  }

  private static Set<String> reach(String from, Map<String, Set<String>> uses) {
    Set<String> reached = new HashSet<>();
    Deque<String> next = new ArrayDeque<>(uses.get(from));
    while (!next.isEmpty()) {
      String one = next.remove();
      if (reached.add(one)) {
        next.addAll(uses.getOrDefault(one, Set.of()));
      }
    }
    return reached;
  }
}
