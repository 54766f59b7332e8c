// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.picture;

import io.crossline.core.trace.TimelineEntry;
import io.crossline.core.trace.TimelineEntry.StatusChange;
import io.crossline.messaging.UInt64;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Lines of timelines for pictures. */
final class Lines {
  private Lines() {}

  static RunPicture.Builder picture() {
    return RunPicture.builder("a run", "seed 1", Set.of("FAILED"));
  }

  static TimelineEntry line(long second, String chain, String what, String... changes) {
    StatusChange[] all = new StatusChange[changes.length / 2];
    for (int i = 0; i < all.length; i++) {
      all[i] = new StatusChange(changes[2 * i], changes[2 * i + 1]);
    }
    return new TimelineEntry(
        Duration.ofSeconds(second), chain, UInt64.of(second), what, List.of(all));
  }
}
