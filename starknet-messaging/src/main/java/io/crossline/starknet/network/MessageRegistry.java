// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.core.network.NetworkStore;
import io.crossline.core.state.Durable;
import io.crossline.core.trace.TimelineEntry;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.messaging.Word;
import io.crossline.messaging.store.WriteBatch;
import io.crossline.starknet.AddressWord;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.l2.L1HandlerTransaction;
import io.crossline.starknet.tracking.Direction;
import io.crossline.starknet.tracking.MessageEvent;
import io.crossline.starknet.tracking.MessageId;
import io.crossline.starknet.tracking.MessageStatus;
import io.crossline.starknet.tracking.MessageTracker;
import io.crossline.starknet.tracking.StatusChange;
import io.crossline.starknet.tracking.TrackerListener;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What people call messages and addresses, and where each message is. The latter is what a {@link
 * MessageTracker} derives from the blocks of both layers; here are only the names, and the changes
 * that no line of the timeline mentions yet.
 */
final class MessageRegistry implements TrackerListener, Durable {
  private final MessageTracker tracker;
  private final NetworkStore store;
  private final Instant genesis;
  private final NameBook names;

  private UInt256 delay = UInt256.ZERO;

  private final PendingChanges changes = new PendingChanges();
  private final Set<MessageId> retracted = new LinkedHashSet<>();
  private final Map<MessageId, MessageStatus> mentioned = new HashMap<>();

  /** Is told all that the tracker tells, whenever it happened. */
  private Optional<TrackerListener> watcher = Optional.empty();

  /** Whether what the tracker tells happened in an earlier process. */
  private boolean replaying;

  MessageRegistry(StarknetParameters parameters, NetworkStore store, NameBook names) {
    this.tracker =
        new MessageTracker(
            parameters.tracking(),
            this,
            store.state(),
            message -> L1HandlerTransaction.of(message, parameters.chain()).transactionHash());
    this.store = store;
    this.genesis = parameters.genesis();
    this.names = names;
  }

  /** Shows somebody all changes, those that are learnt from what was told before included. */
  void watch(TrackerListener watching) {
    watcher = Optional.of(watching);
  }

  /**
   * Learns of what happened behind that which the tracker's rows hold, because a version without
   * such rows wrote it; no line mentions it again.
   */
  void catchUp() {
    replaying = true;
    try {
      TrackerFeed feed = new TrackerFeed(tracker);
      store.outbox().ifPresent(outbox -> feed.catchUp(outbox));
    } finally {
      replaying = false;
    }
  }

  @Override
  public void collect(WriteBatch batch) {
    store.outbox().ifPresent(outbox -> tracker.position(outbox.appended()));
    tracker.collect(batch);
  }

  MessageTracker tracker() {
    return tracker;
  }

  /** Takes note of the delay in seconds that the core contract has. */
  void cancellationDelay(UInt256 seconds) {
    if (!seconds.equals(delay)) {
      delay = seconds;
      boolean fits = seconds.compareTo(UInt256.of(Long.MAX_VALUE)) <= 0;
      tracker.cancellationDelay(
          Duration.ofSeconds(fits ? seconds.toBigInteger().longValueExact() : Long.MAX_VALUE));
    }
  }

  @Override
  public void changed(StatusChange change) {
    watcher.ifPresent(watching -> watching.changed(change));
    if (!replaying) {
      remember(change.message(), change.from());
      changes.add(change);
    }
  }

  @Override
  public void retracted(StatusChange change) {
    watcher.ifPresent(watching -> watching.retracted(change));
    if (!replaying) {
      remember(change.message(), Optional.of(change.to().status()));
      retracted.add(change.message());
    }
  }

  /** What an earlier process knew of a message, before the first change in this one. */
  private void remember(MessageId id, Optional<MessageStatus> before) {
    if (names.isOfBefore(id)) {
      before.ifPresent(status -> mentioned.putIfAbsent(id, status));
    }
  }

  /** Whether there are changes that no line mentions yet. */
  boolean hasNews() {
    return !changes.isEmpty();
  }

  /**
   * Forgets messages that are finished and that no rollback can reach, with their names. Costs a
   * look at each message.
   */
  void forgetFinished() {
    UInt64 any = UInt64.MAX;
    if (tracker.forgetFinished(any, any) > 0) {
      names.forget(id -> !tracker.isKnown(id));
      mentioned.keySet().removeIf(id -> !tracker.isKnown(id));
    }
  }

  /** How many messages are not forgotten. */
  int size() {
    return names.size();
  }

  /** The change that an event of a message made, to be mentioned now. */
  Optional<TimelineEntry.StatusChange> mention(
      Direction direction, Bytes32 hash, MessageEvent event) {
    return changes.next(direction, hash, event).map(this::mention);
  }

  /** The first change that is not mentioned yet and that an event of this kind made. */
  Optional<StatusChange> next(MessageEvent event) {
    return changes.next(event);
  }

  TimelineEntry.StatusChange mention(StatusChange change) {
    MessageStatus status = change.to().status();
    mentioned.put(change.message(), status);
    return new TimelineEntry.StatusChange(nameOf(change.message()), status.name());
  }

  /** What rollbacks made of messages, to be mentioned now: where each is that moved. */
  List<TimelineEntry.StatusChange> mentionMoved() {
    changes.takeAll(change -> retracted.add(change.message()));
    List<TimelineEntry.StatusChange> moved = new ArrayList<>();
    List<MessageId> inOrder = new ArrayList<>(retracted);
    inOrder.sort(names.byName());
    for (MessageId id : inOrder) {
      tracker
          .status(id)
          .filter(status -> mentioned.put(id, status) != status)
          .ifPresent(s -> moved.add(new TimelineEntry.StatusChange(nameOf(id), s.name())));
    }
    retracted.clear();
    return moved;
  }

  NameBook names() {
    return names;
  }

  /** What people call an address: its label, or its text form with the middle left out. */
  String labelOf(Word address) {
    return names.labelOf(address);
  }

  /** The short name of a message, given at its first mention. */
  String nameOf(MessageId id) {
    return names.nameOf(id);
  }

  Optional<MessageReport> named(String name) {
    return names.named(name).flatMap(this::report);
  }

  Optional<MessageReport> report(MessageId id) {
    return tracker
        .state(id)
        .map(
            state ->
                new MessageReport(
                    nameOf(id), state, Duration.between(genesis, state.since().time())));
  }

  List<MessageReport> reports() {
    List<MessageReport> reports = new ArrayList<>();
    names.messages().forEach(id -> report(id).ifPresent(reports::add));
    return reports;
  }

  List<L2ToL1Message> sentToL1(Word from) {
    AddressWord sender = AddressWord.of(from);
    return reports().stream()
        .filter(report -> report.status() != MessageStatus.ROLLED_BACK)
        .flatMap(report -> report.state().message().stream())
        .filter(L2ToL1Message.class::isInstance)
        .map(L2ToL1Message.class::cast)
        .filter(message -> message.from().equals(sender))
        .toList();
  }
}
