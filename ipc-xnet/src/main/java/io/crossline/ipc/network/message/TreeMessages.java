// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network.message;

import io.crossline.core.hash.Keccak256;
import io.crossline.core.time.VirtualTime;
import io.crossline.core.trace.TimelineEntry.StatusChange;
import io.crossline.core.trace.TimelineLog;
import io.crossline.ipc.EnvelopeKind;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.gateway.Delivery;
import io.crossline.ipc.trace.IpcNetworkEvent;
import io.crossline.ipc.trace.IpcNetworkEvent.MessageDelivered;
import io.crossline.ipc.trace.MessageInfo;
import io.crossline.ipc.trace.MessageStatus;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt64;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Follows all messages of a tree, from what its gateways emit and from what became of the messages
 * they applied, and writes the timeline. It changes nothing on any chain.
 *
 * <p>How this works: a message is found by its tracing id, of which several copies can be underway
 * (trap 1), each with a name of its own. Where it is, is a {@link TrackedMessage.Place}: a status
 * in one network. Two things move it. {@link #observe} reads the logs that a network has emitted
 * since it was read last, and what its gateway did with messages that it was given; {@link #cut}
 * hears of the messages of a checkpoint. Each move notes in the network's open block where the
 * message was before ({@link BlockNotes}), so that a block that is lost puts it back. A copy that
 * arrives is the oldest one that waits at the neighbour which it comes from, because queues keep
 * their order.
 *
 * <p>For example, contract a of the root calls contract b of {@code games}. The root's gateway
 * emits NewTopDownMessage: the tracker adds call {@code c1}, SENT in the root. When the node of
 * {@code games} has taken in the root's block, its gateway executes the call and answers: {@code
 * c1} is EXECUTED in {@code games}, and the Result {@code r1}, linked with it, is QUEUED there. It
 * goes into a checkpoint, is executed by the root, and ends {@code c1} as ANSWERED. If the root
 * loses the block in which the call was sent, its note makes {@code c1} LOST, and the notes of
 * {@code games}, which has not taken the block for final, say nothing of it.
 *
 * <p>Not thread-safe: one thread uses a tree at a time.
 */
public final class TreeMessages {
  private final TimelineLog timeline;
  private final VirtualTime time;
  private final Consumer<IpcNetworkEvent> events;
  private final boolean forgetting;
  private final MessageRows rows;
  private final Map<Bytes32, List<TrackedMessage>> byTracingId = new HashMap<>();
  private final Set<TrackedMessage> all = new LinkedHashSet<>();
  private final Map<TrackedNetwork, Integer> receiptsSeen = new HashMap<>();
  private final Set<TrackedMessage> wentBack = new LinkedHashSet<>();
  private Runnable afterEach = () -> {};
  private long numbered;

  /** One that forgets drops a message as soon as its end cannot be taken back any more. */
  public TreeMessages(
      TimelineLog timeline,
      VirtualTime time,
      Consumer<IpcNetworkEvent> events,
      boolean forgetting,
      MessageRows rows) {
    this.timeline = timeline;
    this.time = time;
    this.events = events;
    this.forgetting = forgetting;
    this.rows = rows;
  }

  /** Goes on with the messages that a store holds. */
  public void restore(Collection<TrackedNetwork> subnets) {
    for (TrackedMessage message : rows.restored()) {
      byTracingId.computeIfAbsent(message.tracingId, key -> new ArrayList<>(1)).add(message);
      all.add(message);
      timeline.resume(nameKey(message.tracingId, message.copy), message.name);
    }
    rows.names().forEach(timeline::resume);
    // Each has a name, and none a number that another one had.
    rows.names().values().forEach(count -> numbered += count);
    for (TrackedNetwork at : subnets) {
      receiptsSeen.put(at, at.chain().receiptsSince(0).size());
      at.resumeLogs();
      at.notes().restore();
    }
    rows.opened();
    all.forEach(message -> endLater(message, message.at().notes()));
  }

  /** What is to run whenever transactions were looked at. */
  public void afterEach(Runnable event) {
    afterEach = event;
  }

  public Duration now() {
    return time.now();
  }

  /** Looks at what ran in the open block and was not looked at yet. */
  public void flush(TrackedNetwork at) {
    observe(at, List.of(), "");
  }

  /**
   * The same, knowing what became of messages that were applied by the last transaction, and why it
   * ran.
   */
  public void observe(TrackedNetwork at, List<Delivery> deliveries, String cause) {
    int seen = receiptsSeen.getOrDefault(at, 0);
    var receipts = at.chain().receiptsSince(seen);
    receiptsSeen.put(at, seen + receipts.size());
    TransactionReader observation = new TransactionReader(this, at, cause);
    receipts.forEach(receipt -> observation.logs(receipt.outcome().logs()));
    observation.write(deliveries);
    deliveries.forEach(delivery -> events.accept(new MessageDelivered(at.name(), delivery)));
    afterEach.run();
  }

  /** A block was ended: the next one has no receipts yet. */
  public void sealed(TrackedNetwork at) {
    receiptsSeen.put(at, 0);
    at.blockEnded();
  }

  /**
   * The open block of a network was undone, and so many finished ones before it. What was noted of
   * them is taken back; what the host did in them is done again.
   *
   * @return the messages that are not where they were
   */
  public StatusChange[] takenBack(TrackedNetwork at, int blocks) {
    receiptsSeen.put(at, 0);
    at.resumeLogs();
    List<BlockNote.HostAct> hostActs = at.notes().takeBack(blocks);
    StatusChange[] changes = wentBack.stream().map(this::change).toArray(StatusChange[]::new);
    wentBack.clear();
    hostActs.forEach(at.notes()::hostAct);
    return changes;
  }

  /** A checkpoint was cut with these messages. */
  public void cut(TrackedNetwork at, UInt64 height, List<IpcEnvelope> messages) {
    List<StatusChange> changes = new ArrayList<>();
    for (IpcEnvelope message : messages) {
      find(message.tracingId(), at, MessageStatus.QUEUED)
          .ifPresent(
              tracked -> {
                move(tracked, MessageStatus.IN_CHECKPOINT, message, at);
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
  public void tell(TrackedNetwork at, String what, StatusChange... changes) {
    timeline.add(now(), at.name(), at.chain().block().number(), what, changes);
  }

  StatusChange change(TrackedMessage tracked) {
    return new StatusChange(tracked.name, tracked.status().name());
  }

  /** A message stands somewhere else, because of the open block of a network. */
  void move(TrackedMessage tracked, MessageStatus next, IpcEnvelope as, TrackedNetwork at) {
    TrackedMessage.Place before = tracked.place();
    tracked.requireStep(next);
    tracked.move(new TrackedMessage.Place(as, next, at, now()));
    rows.changed(tracked);
    at.notes().undo(new BlockNote.Moved(tracked, before));
    forgetLater(tracked, at);
  }

  /** The block is lost in which a message moved. */
  private void moveBack(TrackedMessage tracked, TrackedMessage.Place before) {
    tracked.move(before);
    rows.changed(tracked);
    wentBack.add(tracked);
  }

  /** A message is answered by a Result, because of the open block of a network. */
  void link(TrackedMessage message, TrackedMessage result, TrackedNetwork at) {
    message.link(result);
    rows.changed(message);
    at.notes().undo(new BlockNote.Linked(message, result));
  }

  /** The block is lost in which a message was answered. */
  private void unlink(TrackedMessage message, TrackedMessage result) {
    message.unlink(result);
    rows.changed(message);
  }

  /** A message that was not seen before, or was lost and is sent again. */
  TrackedMessage add(Bytes32 id, IpcEnvelope message, MessageStatus status, TrackedNetwork at) {
    List<TrackedMessage> same = byTracingId.computeIfAbsent(id, key -> new ArrayList<>(1));
    for (TrackedMessage earlier : same) {
      if (earlier.status() == MessageStatus.LOST) {
        move(earlier, status, message, at);
        return earlier;
      }
    }
    TrackedMessage tracked = make(id, message, status, at, same);
    same.add(tracked);
    all.add(tracked);
    rows.changed(tracked);
    at.notes().undo(new BlockNote.Added(tracked));
    return tracked;
  }

  /** The block is lost in which a message was sent. */
  private void lose(TrackedMessage tracked, TrackedNetwork at) {
    moveBack(tracked, new TrackedMessage.Place(tracked.envelope(), MessageStatus.LOST, at, now()));
    // It stays lost, whatever becomes of the block that is open then.
    endLater(tracked, at.notes());
  }

  private void endLater(TrackedMessage tracked, BlockNotes notes) {
    if (forgetting && tracked.status().isFinal()) {
      notes.hostAct(new BlockNote.Ended(tracked));
    }
  }

  private TrackedMessage make(
      Bytes32 id,
      IpcEnvelope message,
      MessageStatus status,
      TrackedNetwork at,
      List<TrackedMessage> same) {
    int copy = same.isEmpty() ? 0 : same.get(same.size() - 1).copy + 1;
    String prefix =
        message.kind() == EnvelopeKind.RESULT
            ? "r"
            : message.kind() == EnvelopeKind.CALL ? "c" : "t";
    String name = timeline.name(prefix, nameKey(id, copy));
    rows.named(prefix, timeline.names(prefix));
    return new TrackedMessage(
        ++numbered, name, id, copy, now(), new TrackedMessage.Place(message, status, at, now()));
  }

  /** Undoes what was noted with a block, or does again what a host did in it. */
  public void run(BlockNote note, TrackedNetwork at) {
    if (note instanceof BlockNote.Moved moved) {
      moveBack(moved.message(), moved.before());
    } else if (note instanceof BlockNote.Added added) {
      lose(added.message(), at);
    } else if (note instanceof BlockNote.Linked linked) {
      unlink(linked.message(), linked.result());
    } else if (note instanceof BlockNote.Ended ended) {
      forgetLater(ended.message(), at);
    }
  }

  /** A message that has ended is forgotten as soon as the open block of a network stays. */
  private void forgetLater(TrackedMessage tracked, TrackedNetwork at) {
    if (forgetting && tracked.status().isFinal()) {
      at.notes().whenFixed(() -> forget(tracked));
    }
  }

  private void forget(TrackedMessage tracked) {
    if (tracked.status().isFinal() && all.remove(tracked)) {
      byTracingId.computeIfPresent(
          tracked.tracingId,
          (id, same) -> {
            same.remove(tracked);
            return same.isEmpty() ? null : same;
          });
      rows.remove(tracked);
      timeline.forget(nameKey(tracked.tracingId, tracked.copy));
    }
  }

  /** How many messages are known. */
  public int size() {
    return all.size();
  }

  /** The short name of a message that arrives. */
  public String nameOf(IpcEnvelope message, TrackedNetwork at) {
    return findArriving(message.tracingId(), at)
        .map(tracked -> tracked.name)
        .orElseGet(() -> "a message unknown so far");
  }

  /** The oldest message with a tracing id that has a status in a network. */
  Optional<TrackedMessage> find(Bytes32 tracingId, TrackedNetwork at, MessageStatus status) {
    return byTracingId.getOrDefault(tracingId, List.of()).stream()
        .filter(tracked -> tracked.status() == status && tracked.at() == at)
        .findFirst();
  }

  /**
   * The oldest message with a tracing id that can arrive in a network: it is on its way down from
   * the parent, or in a checkpoint of a child. Else the oldest one that is still on its way.
   */
  Optional<TrackedMessage> findArriving(Bytes32 tracingId, TrackedNetwork at) {
    for (TrackedMessage tracked : byTracingId.getOrDefault(tracingId, List.of())) {
      boolean above = tracked.status() == MessageStatus.SENT && at.isBelow(tracked.at());
      boolean below = tracked.status() == MessageStatus.IN_CHECKPOINT && tracked.at().isBelow(at);
      if (above || below) {
        return Optional.of(tracked);
      }
    }
    return findUnderway(tracingId);
  }

  /** The oldest message with a tracing id that is still on its way. */
  Optional<TrackedMessage> findUnderway(Bytes32 tracingId) {
    return byTracingId.getOrDefault(tracingId, List.of()).stream()
        .filter(tracked -> tracked.status().isUnderway())
        .findFirst();
  }

  /** The message with a tracing id that was sent last. */
  public Optional<TrackedMessage> latest(Bytes32 tracingId) {
    List<TrackedMessage> same = byTracingId.getOrDefault(tracingId, List.of());
    return same.isEmpty() ? Optional.empty() : Optional.of(same.get(same.size() - 1));
  }

  public List<MessageInfo> messages() {
    return all.stream().map(TrackedMessage::info).toList();
  }

  /** Equal messages share a tracing id (trap 1), but each has a name of its own. */
  private static Bytes32 nameKey(Bytes32 tracingId, int repeats) {
    return repeats == 0
        ? tracingId
        : new Keccak256().absorb(tracingId).absorb(UInt64.of(repeats)).digest();
  }
}
