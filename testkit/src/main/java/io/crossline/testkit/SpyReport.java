// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.testkit;

import io.crossline.messaging.Envelope;
import java.util.List;
import java.util.function.Function;

/**
 * What a failed assertion of a spy says: what was expected, and all that was seen.
 *
 * @param verb what was expected, such as {@code sent} or {@code not sent}
 * @param criteria of which messages
 * @param seen all that was seen
 * @param text what people call a message
 */
record SpyReport<M extends Envelope>(
    String verb, Criteria<M> criteria, List<Sighting<M>> seen, Function<M, String> text) {
  private static final int MOST_LINES = 100;

  AssertionError failure(String expected, int found) {
    StringBuilder report = new StringBuilder("expected ").append(verb).append(": ");
    report.append(criteria.describe(expected));
    report.append("\nbut found ").append(found == 0 ? "none" : found);
    if (seen.isEmpty()) {
      return new AssertionError(report.append("; nothing was seen since the spy began").toString());
    }
    report.append("; seen since the spy began (* is meant):");
    int first = Math.max(0, seen.size() - MOST_LINES);
    if (first > 0) {
      report.append("\n    … ").append(first).append(" more before");
    }
    seen.subList(first, seen.size()).forEach(sighting -> line(report, sighting));
    return new AssertionError(report.toString());
  }

  private void line(StringBuilder report, Sighting<M> sighting) {
    M message = sighting.message();
    report.append(criteria.test().test(message) ? "\n  * " : "\n    ");
    report.append(sighting.chain()).append(" #").append(sighting.block());
    report.append(' ').append(sighting.what().word).append(": ").append(text.apply(message));
    if (!sighting.reason().isEmpty()) {
      report.append(": ").append(sighting.reason());
    }
    if (!sighting.stands()) {
      report.append(" (taken back)");
    }
  }
}
