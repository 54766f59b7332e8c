// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.core.store.Commits;
import io.crossline.core.time.VirtualTime;
import io.crossline.core.trace.Timeline;
import io.crossline.core.trace.TimelineEntry;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.tracking.MessageId;
import io.crossline.starknet.tracking.MessageStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** How the clock is moved: so far, until something holds, or until a message has a status. */
final class Awaiting {
  private final VirtualTime time;
  private final Commits commits;
  private final DeployedContracts contracts;
  private final MessageBook book;
  private final Timeline timeline;

  Awaiting(
      VirtualTime time,
      Commits commits,
      DeployedContracts contracts,
      MessageBook book,
      Timeline timeline) {
    this.time = time;
    this.commits = commits;
    this.contracts = contracts;
    this.book = book;
    this.timeline = timeline;
  }

  void advance(Duration by) {
    if (by.isNegative() || !commits.isDurable()) {
      time.advance(by);
    } else {
      until(() -> false, by);
    }
  }

  /** Moves the clock until a condition holds; whether it does. */
  boolean until(BooleanSupplier condition, Duration limit) {
    contracts.requireAll();
    return commits.call(
        () ->
            time.runUntil(
                () -> {
                  commits.between();
                  return condition.getAsBoolean();
                },
                limit));
  }

  List<TimelineEntry> message(L1ToL2Message message, MessageStatus status, Duration limit) {
    MessageId id = MessageId.toL2(message.hash());
    return status(id.toString(), () -> book.report(id), status, limit);
  }

  /** Of equal messages the last that was sent. */
  List<TimelineEntry> message(L2ToL1Message message, MessageStatus status, Duration limit) {
    Supplier<Optional<MessageReport>> last =
        () ->
            book.tracker().states(message).stream()
                .reduce((earlier, later) -> later)
                .flatMap(state -> book.report(state.id()));
    return status(message.toString(), last, status, limit);
  }

  List<TimelineEntry> named(String name, MessageStatus status, Duration limit) {
    return status(name, () -> book.named(name), status, limit);
  }

  private List<TimelineEntry> status(
      String name,
      Supplier<Optional<MessageReport>> message,
      MessageStatus status,
      Duration limit) {
    int before = timeline.size();
    BooleanSupplier over =
        () ->
            message
                .get()
                .map(
                    report ->
                        report.status() == status || !Outlook.canReach(report.state(), status))
                .orElse(false);
    until(over, limit);
    Optional<MessageReport> report = message.get();
    if (report.isEmpty() || report.get().status() != status) {
      throw new StatusNotReachedException(name, status, limit, report);
    }
    return timeline.since(before);
  }
}
