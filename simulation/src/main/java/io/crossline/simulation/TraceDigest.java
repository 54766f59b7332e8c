// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation;

import io.crossline.core.trace.TimelineEntry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;

/** The SHA-256 of the lines of a timeline, as UTF-8 with a line feed after each. */
final class TraceDigest implements Consumer<TimelineEntry> {
  private final MessageDigest digest;
  private long lines;

  TraceDigest() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public void accept(TimelineEntry entry) {
    digest.update(entry.toText().getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
    lines++;
  }

  long lines() {
    return lines;
  }

  /** The digest of all lines; no more can follow. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
