// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.ratio;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What {@code -Xlog:class+load} printed. */
final class ClassLog {
  /** {@code [0.017s][info][class,load] java.lang.Object source: shared objects file}. */
  private static final Pattern LOADED = Pattern.compile("\\[class,load *\\] (\\S+) source:");

  private final List<String> classes;

  ClassLog(String log) {
    classes = LOADED.matcher(log).results().map((MatchResult found) -> found.group(1)).toList();
  }

  boolean has(String name) {
    return classes.contains(name);
  }

  long countOf(String prefix) {
    return classes.stream().filter(name -> name.startsWith(prefix)).count();
  }
}
