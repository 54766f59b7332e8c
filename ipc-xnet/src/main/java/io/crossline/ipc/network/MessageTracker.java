// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import io.crossline.core.hash.Keccak256;
import io.crossline.core.time.VirtualTime;
import io.crossline.core.trace.Timeline;
import io.crossline.core.trace.TimelineEntry.StatusChange;
import io.crossline.ipc.EnvelopeKind;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.gateway.Delivery;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt64;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Follows all messages of a network, from what its gateways emit and from what became of the
 * messages they applied, and writes the timeline. It changes nothing on any chain.
 */
final class MessageTracker {
  private final Timeline timeline;
  private final VirtualTime time;
  private final UInt64 genesis;
  private final Map<Bytes32, List<TrackedMessage>> byTracingId = new HashMap<>();
  private final List<TrackedMessage> all = new ArrayList<>();
  private final Map<IpcSubnet, Integer> receiptsSeen = new HashMap<>();
  private Runnable afterEach = () -> {};

  MessageTracker(Timeline timeline, VirtualTime time, UInt64 genesis) {
    this.timeline = timeline;
    this.time = time;
    this.genesis = genesis;
  }

  /** What is to run whenever transactions were looked at. */
  void afterEach(Runnable event) {
    afterEach = event;
  }

  /** What blocks are stamped with now. */
  UInt64 timestamp() {
    return genesis.plus(UInt64.of(time.now().getSeconds()));
  }

  Duration now() {
    return time.now();
  }

  /** Looks at what ran in the open block and was not looked at yet. */
  void flush(IpcSubnet at) {
    observe(at, List.of(), "");
  }

  /**
   * The same, knowing what became of messages that were applied by the last transaction, and why it
   * ran.
   */
  void observe(IpcSubnet at, List<Delivery> deliveries, String cause) {
    int seen = receiptsSeen.getOrDefault(at, 0);
    var receipts = at.chain().receiptsSince(seen);
    receiptsSeen.put(at, seen + receipts.size());
    Observation observation = new Observation(this, at, cause);
    receipts.forEach(receipt -> observation.logs(receipt.outcome().logs()));
    observation.write(deliveries);
    afterEach.run();
  }

  /** A block was ended: the next one has no receipts yet. */
  void sealed(IpcSubnet at) {
    receiptsSeen.put(at, 0);
    at.records().gatewayLogs().blockEnded();
  }

  /** A checkpoint was cut with these messages. */
  void cut(IpcSubnet at, UInt64 height, List<IpcEnvelope> messages) {
    List<StatusChange> changes = new ArrayList<>();
    for (IpcEnvelope message : messages) {
      find(message.tracingId(), at, MessageStatus.QUEUED)
          .ifPresent(
              tracked -> {
                tracked.move(MessageStatus.IN_CHECKPOINT, message, at, now());
                changes.add(change(tracked));
              });
    }
    flush(at);
    if (!messages.isEmpty()) {
      String count = messages.size() == 1 ? "1 message" : messages.size() + " messages";
      tell(at, "checkpoint " + height + " with " + count, changes.toArray(StatusChange[]::new));
    }
  }

  /** Writes a line. */
  void tell(IpcSubnet at, String what, StatusChange... changes) {
    timeline.add(now(), at.name(), at.chain().block().number(), what, changes);
  }

  StatusChange change(TrackedMessage tracked) {
    return new StatusChange(tracked.name, tracked.status().name());
  }

  /** A message that was not seen before. */
  TrackedMessage add(IpcEnvelope message, MessageStatus status, IpcSubnet at) {
    Bytes32 id = message.tracingId();
    List<TrackedMessage> same = byTracingId.computeIfAbsent(id, key -> new ArrayList<>());
    String prefix =
        message.kind() == EnvelopeKind.RESULT
            ? "r"
            : message.kind() == EnvelopeKind.CALL ? "c" : "t";
    TrackedMessage tracked =
        new TrackedMessage(
            timeline.name(prefix, nameKey(id, same.size())), message, status, at, now());
    same.add(tracked);
    all.add(tracked);
    return tracked;
  }

  /** The oldest message with a tracing id that has a status in a network. */
  Optional<TrackedMessage> find(Bytes32 tracingId, IpcSubnet at, MessageStatus status) {
    return byTracingId.getOrDefault(tracingId, List.of()).stream()
        .filter(tracked -> tracked.status() == status && tracked.at() == at)
        .findFirst();
  }

  /** The oldest message with a tracing id that is still on its way. */
  Optional<TrackedMessage> findUnderway(Bytes32 tracingId) {
    return byTracingId.getOrDefault(tracingId, List.of()).stream()
        .filter(tracked -> tracked.status().isUnderway())
        .findFirst();
  }

  /** The message with a tracing id that was sent last. */
  Optional<TrackedMessage> latest(Bytes32 tracingId) {
    List<TrackedMessage> same = byTracingId.getOrDefault(tracingId, List.of());
    return same.isEmpty() ? Optional.empty() : Optional.of(same.get(same.size() - 1));
  }

  List<MessageInfo> messages() {
    return all.stream().map(TrackedMessage::info).toList();
  }

  /** Equal messages share a tracing id (trap 1), but each has a name of its own. */
  private static Bytes32 nameKey(Bytes32 tracingId, int repeats) {
    return repeats == 0
        ? tracingId
        : new Keccak256().absorb(tracingId).absorb(UInt64.of(repeats)).digest();
  }
}
