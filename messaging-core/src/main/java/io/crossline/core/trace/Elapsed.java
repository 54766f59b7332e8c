// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.trace;

import java.util.List;

/**
 * What happened while time moved.
 *
 * <p>Immutable and thread-safe.
 *
 * @param reached whether the condition held in the end; true where there was none
 * @param entries the lines that the timeline got
 */
public record Elapsed(boolean reached, List<TimelineEntry> entries) {
  /** Copies the lines. */
  public Elapsed {
    entries = List.copyOf(entries);
  }
}
