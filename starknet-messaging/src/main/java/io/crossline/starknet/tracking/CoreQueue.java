// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import io.crossline.core.follow.BlockOutOfReachException;
import io.crossline.core.follow.FollowException;
import io.crossline.core.follow.FollowedBlock;
import io.crossline.core.follow.FollowedChain;
import io.crossline.core.follow.FollowedChain.Entry;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Envelope;
import io.crossline.messaging.Log;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.event.CoreEvent;
import io.crossline.starknet.event.CoreEvents;
import io.crossline.starknet.tracking.QueueEvent.RolledBack;
import io.crossline.starknet.tracking.QueueEvent.SettledTo;
import io.crossline.starknet.tracking.QueueEvent.TakenBack;
import io.crossline.starknet.tracking.QueueEvent.TakenIn;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One half of a tracker: what is known of the queue between a core contract and L2. It follows the
 * blocks of both layers, counts confirmations, and tells what blocks say of messages; of a message
 * it knows no more than that.
 */
final class CoreQueue {
  private final TrackerSettings settings;
  private final TrackerRows rows;
  private final Consumer<? super QueueEvent> events;
  private final Map<Layer, FollowedChain<Sighting>> chains = new EnumMap<>(Layer.class);
  private final SettledBlocks settled = new SettledBlocks();
  private final Unconfirmed unconfirmed;

  /**
   * @param rows what a store holds of the queue, and where it is kept
   * @param events is told all that concerns messages
   */
  CoreQueue(TrackerSettings settings, TrackerRows rows, Consumer<? super QueueEvent> events) {
    this.settings = settings;
    this.rows = rows;
    this.events = events;
    this.unconfirmed = new Unconfirmed(settings.confirmations());
    for (Layer layer : Layer.values()) {
      String limit = layer == Layer.L1 ? "l1UndoableBlocks" : "l2UndoableBlocks";
      int undoable = settings.undoableBlocks(layer);
      chains.put(layer, new FollowedChain<>(layer.name(), undoable, limit, false));
    }
    rows.blocks(this::restore);
    rows.settled().forEach(this::finalized);
  }

  private void restore(Layer layer, Entry<Sighting> block) {
    chain(layer).restore(block);
    for (Sighting sighting : block.said()) {
      if (sighting.event() == MessageEvent.SENT_ON_L1) {
        unconfirmed.sent(sighting.message(), block.info().number());
      }
      sighting.confirms().ifPresent(sent -> unconfirmed.confirmed(sighting.message()));
    }
  }

  /**
   * Takes in a block of L1, and those from a first one on that say nothing.
   *
   * @return whether it was new
   * @throws FollowException if it does not fit what is known
   * @throws MalformedInputException if a log of the core contract cannot be decoded, or the
   *     timestamp is before that of the parent
   */
  boolean append(UInt64 first, ObservedL1Block block) {
    List<Log> logs = block.logsOf(settings.core());
    FollowedBlock followed = block.followed(first, logs);
    if (!chain(Layer.L1).isNew(followed)) {
      return false;
    }
    BlockPoint point = point(Layer.L1, block.info());
    List<CoreEvent> said = CoreEvents.decodeAll(settings.core(), logs);
    Entry<Sighting> entry = append(Layer.L1, followed);
    new L1Reader(this, entry, point).read(said);
    for (Unconfirmed.Sending sending : unconfirmed.confirmedBy(point.number())) {
      Fact reached = Fact.of(MessageEvent.CONFIRMATIONS_REACHED, point);
      say(entry, sending.message(), reached, Optional.empty(), Optional.of(sending.block()));
    }
    rows.put(Layer.L1, entry);
    return true;
  }

  /** The same for a block of L2. */
  boolean append(ObservedL2Block block) {
    FollowedBlock followed = block.followed();
    if (!chain(Layer.L2).isNew(followed)) {
      return false;
    }
    BlockPoint point = point(Layer.L2, block.info());
    Entry<Sighting> entry = append(Layer.L2, followed);
    new L2Reader(this, entry, point).read(block);
    rows.put(Layer.L2, entry);
    return true;
  }

  private Entry<Sighting> append(Layer layer, FollowedBlock block) {
    Entry<Sighting> entry = chain(layer).append(block);
    tellSettled(layer);
    return entry;
  }

  private BlockPoint point(Layer layer, BlockInfo info) {
    return BlockPoint.of(layer, info, chain(layer).head());
  }

  /** A block says something of a message. */
  void say(Entry<Sighting> block, MessageKey message, Fact fact, Optional<Envelope> shown) {
    if (fact.event() == MessageEvent.SENT_ON_L1) {
      unconfirmed.sent(message, fact.at().number());
    }
    say(block, message, fact, shown, Optional.empty());
  }

  private void say(
      Entry<Sighting> block,
      MessageKey message,
      Fact fact,
      Optional<Envelope> shown,
      Optional<UInt64> confirms) {
    block.add(new Sighting(message, fact.event(), confirms));
    events.accept(new TakenIn(message, fact, shown));
  }

  /**
   * Takes back the blocks of a layer above a number.
   *
   * @throws BlockOutOfReachException if one of them cannot be taken back any more
   */
  void rollbackTo(Layer layer, UInt64 number) {
    List<Entry<Sighting>> taken = chain(layer).takeBackAbove(number);
    if (taken.isEmpty()) {
      return;
    }
    BlockPoint first = BlockPoint.of(layer, taken.get(taken.size() - 1).info());
    for (Entry<Sighting> block : taken) {
      for (int i = block.said().size() - 1; i >= 0; i--) {
        Sighting sighting = block.said().get(i);
        unconfirmed.takeBack(sighting);
        events.accept(new TakenBack(sighting.message(), sighting.event(), first));
      }
      rows.remove(layer, block.info().number());
    }
    // Of several blocks that were shown as one, some may be left.
    chain(layer).last().ifPresent(left -> rows.put(layer, left));
    events.accept(new RolledBack(layer, number));
  }

  /** Takes note that the blocks of a layer up to a number will not be taken back. */
  void finalized(Layer layer, UInt64 number) {
    chain(layer).finalized(number);
    tellSettled(layer);
  }

  private void tellSettled(Layer layer) {
    chain(layer)
        .lastFixed()
        .filter(number -> settled.put(layer, number))
        .ifPresent(
            number -> {
              rows.settled(
                  layer,
                  number,
                  // Those with sendings that wait for confirmations are needed to count these.
                  block -> layer == Layer.L2 || unconfirmed.isConfirmed(block, number));
              events.accept(new SettledTo(layer, number));
            });
  }

  /** The latest block of a layer. */
  Optional<BlockPoint> head(Layer layer) {
    return chain(layer).head().map(info -> BlockPoint.of(layer, info));
  }

  private FollowedChain<Sighting> chain(Layer layer) {
    return Objects.requireNonNull(chains.get(layer));
  }
}
