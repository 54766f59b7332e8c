// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.core.network.Backlog;
import io.crossline.messaging.spi.MessagingMetrics;
import io.crossline.starknet.tracking.Direction;
import io.crossline.starknet.tracking.MessageId;
import io.crossline.starknet.tracking.MessageStatus;
import io.crossline.starknet.tracking.MessageTracker;
import io.crossline.starknet.tracking.StatusChange;
import io.crossline.starknet.tracking.TrackerListener;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Counts messages by what a tracker tells of them. */
final class MessageBacklog implements TrackerListener {
  private static final String TO_L2 = "L1>L2";
  private static final String TO_L1 = "L2>L1";

  private final MessageTracker tracker;
  private final Instant genesis;
  private final Backlog<MessageId> backlog = new Backlog<>(List.of(TO_L2, TO_L1));

  MessageBacklog(MessageTracker tracker, Instant genesis) {
    this.tracker = tracker;
    this.genesis = genesis;
  }

  /** Counts what an earlier process has left. */
  void begin() {
    tracker.paths(
        (id, path) -> {
          Duration began = Duration.between(genesis, path.get(0).at().time());
          backlog.add(id, place(id, path.get(path.size() - 1).status(), began));
        });
  }

  @Override
  public void changed(StatusChange change) {
    move(change, Optional.of(change.to().status()));
  }

  @Override
  public void retracted(StatusChange change) {
    move(change, change.from());
  }

  private void move(StatusChange change, Optional<MessageStatus> status) {
    MessageId id = change.message();
    status.ifPresentOrElse(now -> backlog.move(id, place(change, now)), () -> backlog.leave(id));
  }

  private Backlog.Place place(StatusChange change, MessageStatus status) {
    Duration began =
        backlog
            .place(change.message())
            .map(Backlog.Place::began)
            .orElseGet(() -> Duration.between(genesis, began(change)));
    return place(change.message(), status, began);
  }

  private static Backlog.Place place(MessageId id, MessageStatus status, Duration began) {
    return new Backlog.Place(
        id.direction() == Direction.L1_TO_L2 ? TO_L2 : TO_L1,
        status.name(),
        status.isFinished(),
        began);
  }

  private Instant began(StatusChange change) {
    return tracker
        .state(change.message())
        .map(state -> state.path().get(0).at().time())
        .orElse(change.to().at().time());
  }

  void tell(MessagingMetrics metrics, Duration now) {
    backlog.tell(metrics, now);
  }
}
