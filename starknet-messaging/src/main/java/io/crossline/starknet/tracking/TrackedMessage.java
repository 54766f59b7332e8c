// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import io.crossline.core.record.RecordReader;
import io.crossline.core.record.RecordWriter;
import io.crossline.messaging.Envelope;
import io.crossline.messaging.UInt64;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One message as the listener knows it: the changes that it was told of and that a rollback can
 * still take back, and where rollbacks have already taken something away.
 */
final class TrackedMessage {
  private final MessageId id;
  private final Deque<Told> told = new ArrayDeque<>(4);
  private final Map<Layer, BlockPoint> losses = new EnumMap<>(Layer.class);
  private @Nullable Reached shown;
  private @Nullable Envelope content;

  /**
   * A change that was told.
   *
   * @param before where the message was
   * @param by the block that was appended; nothing if the change corrects what a rollback left
   */
  private record Told(StatusChange change, @Nullable Reached before, @Nullable BlockPoint by) {
    boolean restsOn(Predicate<BlockPoint> blocks) {
      BlockPoint appended = by;
      return appended != null && blocks.test(appended)
          || change.to().by() != MessageEvent.TAKEN_BACK && blocks.test(change.to().at());
    }
  }

  TrackedMessage(MessageId id) {
    this.id = id;
  }

  MessageId id() {
    return id;
  }

  Optional<Envelope> content() {
    return Optional.ofNullable(content);
  }

  void content(Envelope message) {
    content = message;
  }

  /** Writes what a store keeps of it, beside its content. */
  void write(RecordWriter writer) {
    writer.list(TrackedRow.POINT, List.copyOf(losses.values())).number32(told.size());
    for (Told one : told) {
      writer
          .number64(one.change.sequence())
          .field(TrackedRow.REACHED, one.change.to())
          .optional(TrackedRow.REACHED, Optional.ofNullable(one.before))
          .optional(TrackedRow.POINT, Optional.ofNullable(one.by));
    }
    writer.optional(TrackedRow.REACHED, Optional.ofNullable(shown));
  }

  /** Takes in what a store kept of it. */
  void read(RecordReader reader) {
    reader.list(TrackedRow.POINT).forEach(this::lost);
    for (int count = reader.number32(); count > 0; count--) {
      long sequence = reader.number64();
      Reached to = reader.field(TrackedRow.REACHED);
      Optional<Reached> before = reader.optional(TrackedRow.REACHED);
      StatusChange change = new StatusChange(sequence, id, before.map(Reached::status), to);
      BlockPoint by = reader.optional(TrackedRow.POINT).orElse(null);
      told.addLast(new Told(change, before.orElse(null), by));
    }
    shown = reader.optional(TrackedRow.REACHED).orElse(null);
  }

  /** Takes note of the first block of those that a rollback took away with an event. */
  void lost(BlockPoint where) {
    losses.put(where.layer(), where);
  }

  /** Where the latest loss was. */
  Optional<BlockPoint> lost() {
    BlockPoint l1 = losses.get(Layer.L1);
    BlockPoint l2 = losses.get(Layer.L2);
    boolean first = l2 == null || l1 != null && !l1.time().isBefore(l2.time());
    return Optional.ofNullable(first ? l1 : l2);
  }

  /** Tells of the steps of a path that lead on from what was told; whether it knows more now. */
  boolean follow(
      List<Reached> path, @Nullable BlockPoint by, Predicate<BlockPoint> fixed, ChangeLog log) {
    boolean moved = false;
    while (!told.isEmpty() && !told.getFirst().restsOn(fixed.negate())) {
      told.removeFirst();
    }
    while (!told.isEmpty() && !leadsOn(path)) {
      Told last = told.removeLast();
      log.retracted(last.change);
      shown = last.before;
      moved = true;
    }
    for (Reached step : path.subList(firstNewStep(path), path.size())) {
      told.addLast(new Told(log.changed(id, shown, step), shown, by));
      shown = step;
      moved = true;
    }
    // A loss may have moved further back, of which nobody is told.
    @Nullable Reached last = path.isEmpty() ? null : path.get(path.size() - 1);
    moved |= !Objects.equals(last, shown);
    shown = last;
    return moved;
  }

  /**
   * Whether a path leads on from what was told. If not, that was a guess which turned out wrong:
   * which of equal messages from L2 a log of L1 is of.
   */
  private boolean leadsOn(List<Reached> path) {
    Reached now = shown;
    if (path.isEmpty() || now == null) {
      return now == null;
    }
    Reached last = path.get(path.size() - 1);
    return now.status() == MessageStatus.ROLLED_BACK
        || path.stream().anyMatch(now::isSameAs)
        || Transitions.next(id.direction(), now.status(), last.by()) == last.status();
  }

  private int firstNewStep(List<Reached> path) {
    Reached now = shown;
    if (path.isEmpty() || now == null) {
      return 0;
    }
    for (int i = path.size(); i > 0; i--) {
      if (path.get(i - 1).isSameAs(now)) {
        return i;
      }
    }
    return now.status() == MessageStatus.ROLLED_BACK ? 0 : path.size() - 1;
  }

  /**
   * Takes back the changes that rest on blocks of a layer above a number, and those after them.
   *
   * @return the changes, latest first
   */
  List<StatusChange> takeBack(Layer layer, UInt64 above) {
    Predicate<BlockPoint> gone =
        point -> point.layer() == layer && point.number().compareTo(above) > 0;
    long resting = told.stream().takeWhile(change -> !change.restsOn(gone)).count();
    List<StatusChange> taken = new ArrayList<>();
    while (told.size() > resting) {
      Told last = told.removeLast();
      taken.add(last.change);
      shown = last.before;
    }
    return taken;
  }

  /** Whether it is finished and no rollback can reach it. */
  boolean isOver(Predicate<BlockPoint> done) {
    Reached now = shown;
    return now != null
        && now.status().isFinished()
        && losses.values().stream().allMatch(done)
        && done.test(now.at());
  }
}
