// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Numbers the changes, and keeps them until the listener was told. */
final class ChangeLog {
  private final TrackerListener listener;
  private final Deque<Report> reports = new ArrayDeque<>();
  private long sequence;
  private boolean telling;

  private record Report(StatusChange change, boolean retracted) {}

  /** With the number of the last change of before. */
  ChangeLog(TrackerListener listener, long sequence) {
    this.listener = listener;
    this.sequence = sequence;
  }

  /** The number of the last change. */
  long sequence() {
    return sequence;
  }

  StatusChange changed(MessageId message, @Nullable Reached from, Reached to) {
    Optional<MessageStatus> before = Optional.ofNullable(from).map(Reached::status);
    StatusChange change = new StatusChange(++sequence, message, before, to);
    reports.add(new Report(change, false));
    return change;
  }

  void retracted(StatusChange change) {
    reports.add(new Report(change, true));
  }

  void requireIdle() {
    if (telling) {
      throw new IllegalStateException(
          "a listener of a message tracker may ask the tracker, but not append to it, roll it back"
              + " or let it forget");
    }
  }

  void tell() {
    telling = true;
    try {
      while (!reports.isEmpty()) {
        Report report = reports.remove();
        if (report.retracted) {
          listener.retracted(report.change);
        } else {
          listener.changed(report.change);
        }
      }
    } finally {
      telling = false;
    }
  }
}
