// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.core.trace.TimelineEntry;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.messaging.Word;
import io.crossline.starknet.AddressWord;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.tracking.Direction;
import io.crossline.starknet.tracking.MessageEvent;
import io.crossline.starknet.tracking.MessageId;
import io.crossline.starknet.tracking.MessageStatus;
import io.crossline.starknet.tracking.MessageTracker;
import io.crossline.starknet.tracking.StatusChange;
import io.crossline.starknet.tracking.TrackerListener;
import io.crossline.starknet.tracking.TrackerSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
final class MessageBook implements TrackerListener {
  private static final int LONGEST_ADDRESS = 14;

  private final MessageTracker tracker;
  private final Instant genesis;
  private final Map<MessageId, String> names = new LinkedHashMap<>();
  private long named;
  private final Map<String, MessageId> ids = new HashMap<>();
  private final Map<AddressWord, String> labels = new HashMap<>();

  private UInt256 delay = UInt256.ZERO;

  private final PendingChanges changes = new PendingChanges();
  private final Set<MessageId> retracted = new LinkedHashSet<>();
  private final Map<MessageId, MessageStatus> mentioned = new HashMap<>();

  MessageBook(TrackerSettings settings, Instant genesis) {
    this.tracker = new MessageTracker(settings, this);
    this.genesis = genesis;
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
    changes.add(change);
  }

  @Override
  public void retracted(StatusChange change) {
    retracted.add(change.message());
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
      names.keySet().removeIf(id -> !tracker.isKnown(id));
      ids.values().removeIf(id -> !tracker.isKnown(id));
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
    inOrder.sort(Comparator.comparingLong(id -> Long.parseLong(nameOf(id).substring(1))));
    for (MessageId id : inOrder) {
      tracker
          .status(id)
          .filter(status -> mentioned.put(id, status) != status)
          .ifPresent(s -> moved.add(new TimelineEntry.StatusChange(nameOf(id), s.name())));
    }
    retracted.clear();
    return moved;
  }

  void label(Word address, String label) {
    labels.put(AddressWord.of(address), label);
  }

  /** What people call an address: its label, or its text form with the middle left out. */
  String labelOf(Word address) {
    AddressWord word = AddressWord.of(address);
    String label = labels.get(word);
    if (label != null) {
      return label;
    }
    String text = word.isEthAddress() ? word.toEthAddress().toString() : word.toString();
    return text.length() <= LONGEST_ADDRESS
        ? text
        : text.substring(0, 8) + "…" + text.substring(text.length() - 4);
  }

  /** The short name of a message, given at its first mention. */
  String nameOf(MessageId id) {
    return names.computeIfAbsent(
        id,
        key -> {
          String name = "m" + ++named;
          ids.put(name, key);
          return name;
        });
  }

  Optional<MessageReport> named(String name) {
    return Optional.ofNullable(ids.get(name)).flatMap(this::report);
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
    return names.keySet().stream().flatMap(id -> report(id).stream()).toList();
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
