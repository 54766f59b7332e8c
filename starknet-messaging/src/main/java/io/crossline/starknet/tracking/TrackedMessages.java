// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import io.crossline.starknet.tracking.QueueEvent.RolledBack;
import io.crossline.starknet.tracking.QueueEvent.SettledTo;
import io.crossline.starknet.tracking.QueueEvent.TakenBack;
import io.crossline.starknet.tracking.QueueEvent.TakenIn;
import io.crossline.starknet.tracking.TrackedHash.Evidence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The other half of a tracker: what is known of messages, each by itself. It knows no chain, only
 * what the {@link CoreQueue} tells.
 */
final class TrackedMessages implements Consumer<QueueEvent> {
  private final ChangeLog log;
  private final TrackerRows rows;
  private final SettledBlocks settled = new SettledBlocks();

  // Of each direction its own, because hashes of both can be equal.
  private final Map<MessageKey, TrackedHash> toL2 = new LinkedHashMap<>();
  private final Map<MessageKey, TrackedHash> toL1 = new LinkedHashMap<>();

  /** What a rollback that is being told took something from. */
  private final Set<TrackedHash> losers = new LinkedHashSet<>();

  /**
   * @param log is told of each change
   * @param rows what a store holds of the messages, and where they are kept
   */
  TrackedMessages(ChangeLog log, TrackerRows rows) {
    this.log = log;
    this.rows = rows;
    rows.settled().forEach(settled::put);
  }

  @Override
  public void accept(QueueEvent event) {
    if (event instanceof TakenIn in) {
      // A message that is forgotten has its confirmations still to come, and they say nothing.
      if (in.fact().event() != MessageEvent.CONFIRMATIONS_REACHED || find(in.message()) != null) {
        get(in.message()).see(in.fact(), in.shown());
      }
    } else if (event instanceof TakenBack back) {
      @Nullable TrackedHash hash = find(back.message());
      if (hash != null) {
        hash.lose(back.event(), back.first());
        losers.add(hash);
      }
    } else if (event instanceof RolledBack rolledBack) {
      retract(rolledBack);
    } else if (event instanceof SettledTo to) {
      settled.put(to.layer(), to.number());
    }
  }

  private void retract(RolledBack rolledBack) {
    List<TrackedHash> touched = new ArrayList<>(losers);
    losers.clear();
    Collections.reverse(touched);
    List<StatusChange> taken = new ArrayList<>();
    for (TrackedHash hash : touched) {
      for (int i = 0; i < hash.messages().size(); i++) {
        List<StatusChange> its =
            hash.messages().get(i).takeBack(rolledBack.layer(), rolledBack.to());
        if (taken.addAll(its)) {
          hash.changed(i);
        }
      }
    }
    taken.sort(Comparator.comparingLong(StatusChange::sequence).reversed());
    taken.forEach(log::retracted);
    touched.forEach(TrackedHash::tell);
  }

  private Map<MessageKey, TrackedHash> all(Direction direction) {
    return direction == Direction.L1_TO_L2 ? toL2 : toL1;
  }

  private TrackedHash get(MessageKey key) {
    @Nullable TrackedHash known = find(key);
    if (known == null) {
      known = make(key);
      all(key.direction()).put(key, known);
    }
    return known;
  }

  private TrackedHash make(MessageKey key) {
    return key.direction() == Direction.L1_TO_L2
        ? new TrackedToL2(key, this)
        : new TrackedToL1(key, this);
  }

  /** What is known of a hash; nothing if it was not seen, or is forgotten. */
  @Nullable TrackedHash find(MessageKey key) {
    @Nullable TrackedHash known = all(key.direction()).get(key);
    if (known == null) {
      known = rows.read(key, this::make).orElse(null);
      if (known != null) {
        all(key.direction()).put(key, known);
      }
    }
    return known;
  }

  /** What is known of one of the messages, if anything is. */
  Optional<Evidence> evidence(MessageId id) {
    @Nullable TrackedHash hash = find(new MessageKey(id.direction(), id.hash()));
    for (int i = 0; hash != null && i < hash.messages().size(); i++) {
      if (hash.messages().get(i).id().equals(id)) {
        return Optional.of(hash.evidence(i)).filter(evidence -> !evidence.path().isEmpty());
      }
    }
    return Optional.empty();
  }

  /** The same for all copies with a hash. */
  static Stream<Evidence> evidence(TrackedHash hash) {
    return IntStream.range(0, hash.messages().size())
        .mapToObj(hash::evidence)
        .filter(evidence -> !evidence.path().isEmpty());
  }

  /** The same for all messages: those to L2, then those to L1. */
  Stream<Evidence> evidence() {
    rows.keys().forEach(this::find);
    return Stream.of(toL2, toL1)
        .flatMap(hashes -> hashes.values().stream())
        .flatMap(TrackedMessages::evidence);
  }

  /** Forgets those that are over; says how many hashes. */
  int forget(Predicate<BlockPoint> done) {
    rows.keys().forEach(this::find);
    int before = toL2.size() + toL1.size();
    Stream.of(toL2, toL1).forEach(hashes -> hashes.values().removeIf(hash -> forget(hash, done)));
    return before - toL2.size() - toL1.size();
  }

  private boolean forget(TrackedHash hash, Predicate<BlockPoint> done) {
    int count = hash.rows();
    boolean forgotten = hash.forget(done);
    if (forgotten || hash.rows() != count) {
      for (int row = 0; row < count; row++) {
        rows.changed(hash, row, forgotten);
      }
    }
    return forgotten;
  }

  void changed(TrackedHash hash, int row) {
    rows.changed(hash, row, false);
  }

  boolean isSettled(BlockPoint point) {
    return settled.contains(point);
  }

  ChangeLog log() {
    return log;
  }
}
