// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.core.network.NetworkHost;
import io.crossline.core.trace.TimelineEntry;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.tracking.Layer;
import io.crossline.starknet.tracking.MessageId;
import io.crossline.starknet.tracking.MessageStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** How the clock is moved: until there are blocks, or a message has a status. */
final class Awaiting {
  private static final Duration LONGEST_WAIT = Duration.ofDays(365);

  private final NetworkHost<NetworkEvent, NetworkListener> host;
  private final MessageRegistry book;

  Awaiting(NetworkHost<NetworkEvent, NetworkListener> host, MessageRegistry book) {
    this.host = host;
    this.book = book;
  }

  /** Moves the clock until a layer has finished so many blocks more. */
  List<TimelineEntry> blocks(Layer layer, long count) {
    int before = host.timeline().size();
    BlockCount counter = new BlockCount(layer);
    host.events().inside().add(counter);
    try {
      host.until(() -> counter.blocks >= count, LONGEST_WAIT);
    } finally {
      host.events().inside().remove(counter);
    }
    return host.timeline().since(before);
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
    int before = host.timeline().size();
    host.await(name, message, status, limit);
    return host.timeline().since(before);
  }
}
