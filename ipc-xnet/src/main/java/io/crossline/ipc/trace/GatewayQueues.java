// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

import io.crossline.ipc.SubnetId;
import io.crossline.ipc.trace.QueueEvent.Followed;
import io.crossline.ipc.trace.QueueEvent.PassedBy;
import io.crossline.ipc.trace.QueueEvent.SettledTo;
import io.crossline.ipc.trace.QueueEvent.TakenBack;
import io.crossline.ipc.trace.QueueEvent.TakenIn;
import io.crossline.messaging.UInt64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One half of {@link MessageTraces}: the blocks of each network, and how far each gateway has taken
 * in what its neighbours sent. It tells what logs say of messages; of a message it knows no more.
 *
 * <p>That a neighbour takes nonces in their order does not hold for nonces that a child forged
 * (trap 8), nor across the killing and registering again of a child, whose nonces begin anew.
 */
final class GatewayQueues {
  private final Consumer<? super QueueEvent> events;
  private final Map<SubnetId, NetworkBlocks> networks = new LinkedHashMap<>();
  private final Map<QueueId, TakenNonces> taken = new HashMap<>();

  /** The nonces of one queue that are known to be taken in. */
  private static final class TakenNonces {
    /** With how many messages that are not forgotten have them; forged ones can be equal. */
    private final NavigableMap<UInt64, Integer> known = new TreeMap<>();

    private @Nullable UInt64 settled;

    Optional<UInt64> highest() {
      UInt64 fixed = settled;
      return known.isEmpty() || fixed != null && fixed.compareTo(known.lastKey()) > 0
          ? Optional.ofNullable(fixed)
          : Optional.of(known.lastKey());
    }

    void add(UInt64 nonce) {
      known.merge(nonce, 1, Integer::sum);
    }

    void remove(UInt64 nonce) {
      known.computeIfPresent(nonce, (key, count) -> count == 1 ? null : count - 1);
    }

    void settle(UInt64 nonce) {
      UInt64 fixed = settled;
      settled = fixed == null || nonce.compareTo(fixed) > 0 ? nonce : fixed;
      remove(nonce);
    }
  }

  GatewayQueues(Consumer<? super QueueEvent> events) {
    this.events = events;
  }

  void follow(TracedNetwork network) {
    NetworkBlocks before = networks.putIfAbsent(network.id(), new NetworkBlocks(network));
    if (before == null) {
      events.accept(new Followed(network));
    } else if (!before.network().equals(network)) {
      throw new IllegalArgumentException(
          "network "
              + network.id()
              + " is followed with other settings: "
              + before.network()
              + ", found "
              + network);
    }
  }

  boolean append(ObservedBlock block) {
    NetworkBlocks blocks = blocks(block.network());
    Optional<List<Sighting>> said = blocks.take(block);
    said.ifPresent(
        sightings -> {
          sightings.forEach(sighting -> events.accept(new TakenIn(sighting)));
          told(blocks);
        });
    return said.isPresent();
  }

  void rollbackTo(SubnetId network, UInt64 number) {
    NetworkBlocks blocks = blocks(network);
    blocks.takeBackAbove(number).forEach(sighting -> events.accept(new TakenBack(sighting)));
    told(blocks);
  }

  private void told(NetworkBlocks blocks) {
    events.accept(new SettledTo(blocks.network().id(), blocks.head(), blocks.lastFixed()));
  }

  /** A message was taken in, or is not known to be any more. */
  void accept(Arrival arrival) {
    TakenNonces nonces = taken.computeIfAbsent(arrival.queue(), queue -> new TakenNonces());
    Optional<UInt64> before = nonces.highest();
    switch (arrival.kind()) {
      case SEEN -> nonces.add(arrival.nonce());
      case UNSEEN -> nonces.remove(arrival.nonce());
      case SETTLED -> nonces.settle(arrival.nonce());
    }
    if (!nonces.highest().equals(before)) {
      events.accept(new PassedBy(arrival.queue(), nonces.highest()));
    }
  }

  Optional<UInt64> head(SubnetId network) {
    return blocks(network).head();
  }

  private NetworkBlocks blocks(SubnetId network) {
    NetworkBlocks blocks = networks.get(network);
    if (blocks == null) {
      throw new IllegalArgumentException(
          "network "
              + network
              + " is not followed; those that are: "
              + networks.values().stream().map(known -> known.network().name()).toList());
    }
    return blocks;
  }
}
