// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.trace.Sighting.Step;
import io.crossline.messaging.Bytes32;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The messages with one tracing id, laid out along their way: what was stored at each network of
 * it, and what was sent on from there.
 *
 * @param envelope the message, but for its nonces; nothing if it is not known
 * @param way the networks, from sender to receiver
 * @param commits for each of them but the last, what was sent towards the next
 * @param stored for each of them, what came into its postbox
 * @param results the Results that answer them, the furthest first
 */
record TracedMessages(
    Bytes32 id,
    MessageFacts facts,
    Optional<IpcEnvelope> envelope,
    List<SubnetId> way,
    List<List<HopSending>> commits,
    List<List<Sighting>> stored,
    List<MessageTrace> results) {

  static TracedMessages of(Bytes32 id, MessageFacts facts, List<MessageTrace> results) {
    List<SubnetId> way = way(facts, results);
    List<List<HopSending>> commits = new ArrayList<>();
    List<List<Sighting>> stored = new ArrayList<>();
    for (int i = 0; i < way.size(); i++) {
      stored.add(facts.at(way.get(i), Step.STORED));
      if (i + 1 < way.size()) {
        commits.add(HopSending.of(facts, way.get(i), way.get(i + 1)));
      }
    }
    List<MessageTrace> furthestFirst = new ArrayList<>(results);
    furthestFirst.sort(ResultOrder.along(way));
    return new TracedMessages(
        id, facts, facts.envelope(), way, commits, stored, List.copyOf(furthestFirst));
  }

  private static List<SubnetId> way(MessageFacts facts, List<MessageTrace> results) {
    Optional<IpcEnvelope> envelope = facts.envelope();
    if (envelope.isPresent()) {
      return Route.between(envelope.get().from().subnetId(), envelope.get().to().subnetId());
    }
    return results.stream()
        .flatMap(result -> result.envelope().stream())
        .findFirst()
        .map(result -> Route.between(result.to().subnetId(), result.from().subnetId()))
        .orElseGet(() -> wayUp(facts));
  }

  private static List<SubnetId> wayUp(MessageFacts facts) {
    List<SubnetId> way = Route.up(facts.networks());
    if (!way.isEmpty()) {
      SubnetId top = way.get(way.size() - 1);
      // Stored in the highest postbox, it may go down from there as well.
      if (!facts.at(top, Step.QUEUED).isEmpty()) {
        top.parent().ifPresent(way::add);
      }
    }
    return way;
  }

  /** How many messages there are at least. */
  int copies() {
    int most = Math.max(1, results.size());
    for (List<HopSending> sent : commits) {
      most = Math.max(most, sent.size());
    }
    for (List<Sighting> waiting : stored) {
      most = Math.max(most, waiting.size());
    }
    return most;
  }

  Optional<HopSending> commit(int node, int copy) {
    return node < commits.size() ? at(commits.get(node), copy) : Optional.empty();
  }

  Optional<Sighting> stored(int node, int copy) {
    return at(stored.get(node), copy);
  }

  Optional<MessageTrace> result(int copy) {
    return at(results, copy);
  }

  private static <T> Optional<T> at(List<T> list, int index) {
    return index < list.size() ? Optional.of(list.get(index)) : Optional.empty();
  }
}
