// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.runner;

import io.crossline.vectors.suite.Suite;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The suites that a runner knows, by name. Immutable. */
public final class Suites {
  private final Map<String, Suite> byName;
  private final Map<String, String> planned;

  private Suites(Map<String, Suite> byName, Map<String, String> planned) {
    this.byName = Collections.unmodifiableMap(byName);
    this.planned = Map.copyOf(planned);
  }

  /**
   * Collects suites.
   *
   * @param suites the suites
   * @param planned suites that cannot be run yet, with the milestone that brings them
   * @return all of them
   * @throws IllegalArgumentException if two have the same name
   */
  public static Suites of(List<? extends Suite> suites, Map<String, String> planned) {
    Map<String, Suite> byName = new TreeMap<>();
    for (Suite suite : suites) {
      if (byName.put(suite.name(), suite) != null) {
        throw new IllegalArgumentException("two suites are named " + suite.name());
      }
    }
    return new Suites(byName, planned);
  }

  /**
   * All suites.
   *
   * @return by name, in alphabetical order
   */
  public Map<String, Suite> byName() {
    return byName;
  }

  /**
   * The milestone that brings a suite which cannot be run yet.
   *
   * @param name the suite's name
   * @return the milestone, or empty if nothing is known of such a suite
   */
  public Optional<String> plannedFor(String name) {
    return byName.containsKey(name) ? Optional.empty() : Optional.ofNullable(planned.get(name));
  }
}
