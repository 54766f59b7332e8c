// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

import io.crossline.ipc.SubnetId;
import io.crossline.messaging.UInt64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Orders the Results of messages that share a tracing id: those from further along the way first,
 * and from one network in the order of their logs. So they fit the messages in the order of their
 * sending, of which an earlier one counts as further.
 */
final class ResultOrder {
  private ResultOrder() {}

  static Comparator<MessageTrace> along(List<SubnetId> way) {
    return Comparator.comparingInt((MessageTrace result) -> -place(way, result))
        .thenComparing(ResultOrder::time)
        .thenComparingInt(ResultOrder::index)
        .thenComparing(MessageTrace::tracingId)
        .thenComparingInt(MessageTrace::copy);
  }

  /** Where along the way it was seen first. */
  private static int place(List<SubnetId> way, MessageTrace result) {
    return firstSeen(result).map(point -> way.indexOf(point.network())).orElse(-1);
  }

  private static UInt64 time(MessageTrace result) {
    return firstSeen(result).map(point -> point.block().number()).orElse(UInt64.ZERO);
  }

  private static int index(MessageTrace result) {
    return firstSeen(result).map(LogPoint::index).orElse(0);
  }

  /** The first log along its way that speaks of a message. */
  static Optional<LogPoint> firstSeen(MessageTrace trace) {
    return trace.hops().stream()
        .map(hop -> hop.committed().or(hop::cut).or(hop::arrived))
        .flatMap(Optional::stream)
        .findFirst();
  }
}
