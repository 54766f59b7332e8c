// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import io.crossline.core.time.VirtualTime;
import io.crossline.messaging.Bytes32;
import java.time.Duration;
import java.util.Collection;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** How time is moved until something has become of a message: from outside, never by a contract. */
final class Awaiting {
  private final TreeKeeping keeping;
  private final VirtualTime time;
  private final MessageTracker tracker;
  private final Supplier<Collection<IpcSubnet>> subnets;
  private boolean inContract;

  Awaiting(TreeKeeping keeping, MessageTracker tracker, Supplier<Collection<IpcSubnet>> subnets) {
    this.keeping = keeping;
    this.time = keeping.clock().time();
    this.tracker = tracker;
    this.subnets = subnets;
  }

  /** Runs a part of a contract, which must not move time. */
  <T> T inContract(Supplier<T> transaction) {
    boolean before = inContract;
    inContract = true;
    try {
      return transaction.get();
    } finally {
      inContract = before;
    }
  }

  void requireOutside() {
    if (inContract) {
      throw new IllegalStateException(
          "only the network moves time, and not while a contract runs: return from the contract and"
              + " wait outside, or take the Result in a handler");
    }
  }

  /** Moves time until a condition holds. */
  boolean move(BooleanSupplier condition, Duration limit) {
    if (!condition.getAsBoolean()) {
      requireOutside();
    }
    return keeping.guarded(() -> time.runUntil(condition, limit));
  }

  Answer answer(Bytes32 tracingId, Duration limit) {
    TrackedMessage message = tracked(tracingId);
    boolean reached = move(() -> message.status().isFinal(), limit);
    return message
        .answer()
        .filter(answer -> reached)
        .orElseThrow(() -> new StatusNotReachedException(message.info(), "an answer", limit));
  }

  MessageInfo status(Bytes32 tracingId, MessageStatus status, Duration limit) {
    TrackedMessage message = tracked(tracingId);
    move(() -> message.status() == status || message.status().isFinal(), limit);
    if (message.status() != status) {
      throw new StatusNotReachedException(message.info(), status.name(), limit);
    }
    return message.info();
  }

  <S> S end(CallHandle<S> call, Duration limit) {
    TrackedMessage message = tracked(call.tracingId());
    move(() -> call.end().isPresent() || message.status().isFinal(), limit);
    return call.end()
        .orElseThrow(
            () ->
                message.status().isFinal()
                    ? StatusNotReachedException.lost(message.info())
                    : new StatusNotReachedException(message.info(), "an end", limit));
  }

  /** The message with a tracing id that was sent last. */
  TrackedMessage tracked(Bytes32 tracingId) {
    keeping.commits().requireOpen();
    if (tracker.latest(tracingId).isEmpty()) {
      // It may have been sent by a transaction that went to the chain directly.
      subnets.get().forEach(tracker::flush);
    }
    return tracker
        .latest(tracingId)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no gateway of this network has committed a message with tracing id "
                        + tracingId
                        + ", or it has ended and was forgotten"));
  }
}
