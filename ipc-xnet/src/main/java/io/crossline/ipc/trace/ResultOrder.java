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
final class ResultOrder implements Comparator<MessageTrace> {
  private final List<SubnetId> way;

  ResultOrder(List<SubnetId> way) {
    this.way = way;
  }

  @Override
  public int compare(MessageTrace one, MessageTrace other) {
    int nearer = Integer.compare(place(other), place(one));
    if (nearer != 0) {
      return nearer;
    }
    int later = time(one).compareTo(time(other));
    if (later != 0) {
      return later;
    }
    int behind = Integer.compare(index(one), index(other));
    if (behind != 0) {
      return behind;
    }
    int byId = one.tracingId().compareTo(other.tracingId());
    return byId != 0 ? byId : Integer.compare(one.copy(), other.copy());
  }

  /** Where along the way it was seen first. */
  private int place(MessageTrace result) {
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
