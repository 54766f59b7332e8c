// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import io.crossline.core.network.NetworkHost;
import io.crossline.ipc.network.message.TrackedMessage;
import io.crossline.ipc.network.message.TreeMessages;
import io.crossline.ipc.trace.Answer;
import io.crossline.ipc.trace.MessageInfo;
import io.crossline.ipc.trace.MessageStatus;
import io.crossline.messaging.Bytes32;
import java.time.Duration;

/** How time is moved until something has become of a message. */
final class Awaiting {
  private final NetworkHost<?, ?> host;
  private final TreeMessages tracker;
  private final Runnable flush;

  Awaiting(NetworkHost<?, ?> host, TreeMessages tracker, Runnable flush) {
    this.host = host;
    this.tracker = tracker;
    this.flush = flush;
  }

  Answer answer(Bytes32 tracingId, Duration limit) {
    TrackedMessage message = tracked(tracingId);
    boolean reached = host.until(() -> message.status().isFinal(), limit);
    return message
        .answer()
        .filter(answer -> reached)
        .orElseThrow(() -> message.info().notReached("an answer", limit));
  }

  MessageInfo status(Bytes32 tracingId, MessageStatus status, Duration limit) {
    TrackedMessage message = tracked(tracingId);
    host.until(() -> message.status() == status || message.status().isFinal(), limit);
    if (message.status() != status) {
      throw message.info().notReached(status.name(), limit);
    }
    return message.info();
  }

  <S> S end(CallHandle<S> call, Duration limit) {
    TrackedMessage message = tracked(call.tracingId());
    host.until(() -> call.end().isPresent() || message.status().isFinal(), limit);
    return call.end()
        .orElseThrow(
            () ->
                message.status().isFinal()
                    ? message.info().lost()
                    : message.info().notReached("an end", limit));
  }

  /** The message with a tracing id that was sent last. */
  TrackedMessage tracked(Bytes32 tracingId) {
    host.writer().requireOpen();
    if (tracker.latest(tracingId).isEmpty()) {
      // It may have been sent by a transaction that went to the chain directly.
      flush.run();
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
