// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.json;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The known name that somebody probably meant.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class Suggestion {
  private static final int MAX_LISTED = 12;

  private Suggestion() {}

  /**
   * Says what to write instead of an unknown name.
   *
   * @param found the unknown name
   * @param known the names that are allowed
   * @return {@code Did you mean "x"?} if one is close, otherwise {@code Known: a, b, …}
   */
  public static String instead(String found, Collection<String> known) {
    int limit = Math.max(1, found.length() / 3);
    return known.stream()
        .filter(name -> distance(found, name) <= limit)
        .min(
            Comparator.comparingInt((String name) -> distance(found, name))
                .thenComparing(name -> name))
        .map(name -> "Did you mean \"" + name + "\"?")
        .orElseGet(() -> listed(known));
  }

  private static String listed(Collection<String> known) {
    if (known.isEmpty()) {
      return "None is allowed here.";
    }
    String names = known.stream().sorted().limit(MAX_LISTED).collect(Collectors.joining(", "));
    return "Known: "
        + names
        + (known.size() > MAX_LISTED ? ", … (" + known.size() + " in all)" : "");
  }

  /** Levenshtein's distance, letter case ignored. */
  private static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    if (Math.abs(a.length() - b.length()) > Math.max(1, one.length() / 3)) {
      return Integer.MAX_VALUE;
    }
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[b.length()];
  }
}
