// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import io.crossline.core.follow.FollowedChain.Entry;
import io.crossline.core.record.RecordReader;
import io.crossline.core.record.RecordWriter;
import io.crossline.core.state.Durable;
import io.crossline.core.state.HostTable;
import io.crossline.core.state.Rows;
import io.crossline.core.state.State;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Codec;
import io.crossline.messaging.UInt64;
import io.crossline.messaging.store.WriteBatch;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a store holds of a tracker: a row for each message, which is read when it is asked for, and
 * one for each block that can still be taken back. Where nothing is kept, nothing is done.
 */
final class TrackerRows implements Durable {
  private static final int KEY_SIZE = 33;
  private static final Codec<Long> NUMBER = Codec.of(Bytes::ofLong, bytes -> bytes.getLong(0));

  private static final Codec<Sighting> SIGHTING =
      RecordReader.codec(
          (writer, sighting) ->
              writer
                  .bytes(encoded(sighting.message()))
                  .text(sighting.event().name())
                  .optional(Codec.UINT64, sighting.confirms()),
          reader ->
              new Sighting(
                  decoded(reader.bytes()),
                  reader.constant(MessageEvent.class),
                  reader.optional(Codec.UINT64)));

  private static final Codec<Entry<Sighting>> BLOCK = Entry.codec(SIGHTING);

  private final boolean durable;
  private final Rows messages;
  private final Map<Layer, Rows> blocks = new EnumMap<>(Layer.class);
  private final Map<Layer, NavigableSet<UInt64>> kept = new EnumMap<>(Layer.class);
  private final HostTable<String, Long> positions;
  private final TrackedRow form;
  private final Map<TrackedHash, Set<Integer>> changed = new LinkedHashMap<>();
  private final Set<TrackedHash> forgotten = new HashSet<>();

  /** What the store still holds and nobody reads any more, because it is forgotten. */
  private final Set<MessageKey> unread = new HashSet<>();

  /** Whether there were rows at the beginning: if not, all messages are in memory. */
  private final boolean reopened;

  /**
   * @param state where the rows are
   * @param transactionHash gives the hash of the L1_HANDLER transaction that a message became
   */
  TrackerRows(State state, Function<? super L1ToL2Message, Felt> transactionHash) {
    durable = state.isDurable();
    messages = state.rows("tracked messages");
    positions = state.hostTable("tracked", Codec.TEXT, NUMBER);
    reopened = durable && !positions.entries().isEmpty();
    form = new TrackedRow(transactionHash);
    for (Layer layer : Layer.values()) {
      blocks.put(layer, state.rows("tracked blocks of " + layer));
      kept.put(layer, new TreeSet<>());
    }
  }

  private static Bytes encoded(MessageKey key) {
    Bytes direction = Bytes.of((byte) (key.direction() == Direction.L2_TO_L1 ? 1 : 0));
    return Bytes.concat(direction, key.hash().toBytes());
  }

  private static MessageKey decoded(Bytes key) {
    return new MessageKey(
        Codec.BOOLEAN.decode(key.slice(0, 1)) ? Direction.L2_TO_L1 : Direction.L1_TO_L2,
        Bytes32.of(key.slice(1, KEY_SIZE)));
  }

  private static Bytes encoded(UInt64 block) {
    return Bytes.ofLong(block.longValueExact());
  }

  /** One of the numbers that are kept, 0 at first. */
  long position(String name) {
    return positions.get(name).orElse(0L);
  }

  /** Takes note of a number. */
  void position(String name, long number) {
    if (durable && position(name) != number) {
      positions.put(name, number);
    }
  }

  /** Up to which block each layer could not be taken back any more. */
  Map<Layer, UInt64> settled() {
    Map<Layer, UInt64> settled = new EnumMap<>(Layer.class);
    for (Layer layer : Layer.values()) {
      positions.get(settled(layer)).ifPresent(number -> settled.put(layer, UInt64.of(number)));
    }
    return settled;
  }

  private static String settled(Layer layer) {
    return layer + " settled";
  }

  /**
   * The blocks of a layer up to a number stay: rows before the last one of them go unless they are
   * needed.
   */
  void settled(Layer layer, UInt64 number, Predicate<UInt64> needless) {
    if (durable) {
      position(settled(layer), number.longValueExact());
      UInt64 last = Objects.requireNonNullElse(kept(layer).floor(number), number);
      List.copyOf(kept(layer).headSet(last)).stream()
          .takeWhile(needless)
          .forEach(block -> remove(layer, block));
    }
  }

  private NavigableSet<UInt64> kept(Layer layer) {
    return Objects.requireNonNull(kept.get(layer));
  }

  /** Keeps a block as it is now. */
  void put(Layer layer, Entry<Sighting> block) {
    if (durable) {
      UInt64 number = block.info().number();
      kept(layer).add(number);
      rows(layer).put(encoded(number), BLOCK.encode(block));
    }
  }

  private Rows rows(Layer layer) {
    return Objects.requireNonNull(blocks.get(layer));
  }

  void remove(Layer layer, UInt64 block) {
    if (kept(layer).remove(block)) {
      rows(layer).remove(encoded(block));
    }
  }

  /** Reads the blocks that were kept, those of a layer in their order. */
  void blocks(BiConsumer<Layer, Entry<Sighting>> reader) {
    for (Layer layer : Layer.values()) {
      rows(layer)
          .scan(
              Bytes.EMPTY,
              (key, block) -> {
                kept(layer).add(UInt64.of(key.getLong(0)));
                reader.accept(layer, BLOCK.decode(block));
                return true;
              });
    }
  }

  /** A row of a message is not what it was at the last commit. */
  void changed(TrackedHash hash, int row, boolean isForgotten) {
    if (durable) {
      changed.computeIfAbsent(hash, any -> new LinkedHashSet<>(2)).add(row);
      if (isForgotten) {
        forgotten.add(hash);
        unread.add(hash.key());
      }
    }
  }

  /** Reads what was kept of a hash. */
  Optional<TrackedHash> read(MessageKey key, Function<MessageKey, TrackedHash> maker) {
    if (!reopened || unread.contains(key)) {
      return Optional.empty();
    }
    List<Bytes> found = new ArrayList<>(1);
    Bytes prefix = encoded(key);
    messages.scan(
        prefix,
        (row, value) -> {
          boolean isIts = row.slice(0, KEY_SIZE).equals(prefix);
          if (isIts) {
            found.add(value);
          }
          return isIts;
        });
    if (found.isEmpty()) {
      return Optional.empty();
    }
    TrackedHash hash = maker.apply(key);
    found.forEach(
        value -> {
          RecordReader reader = new RecordReader(value);
          hash.read(form, reader);
          reader.end();
        });
    return Optional.of(hash);
  }

  /** What rows there are for. */
  Set<MessageKey> keys() {
    Set<MessageKey> keys = new LinkedHashSet<>();
    messages.scan(
        Bytes.EMPTY,
        (row, value) -> {
          keys.add(decoded(row));
          return true;
        });
    return keys;
  }

  /** Hands what changed to the state that the rows belong to, which is collected next. */
  @Override
  public void collect(WriteBatch batch) {
    changed.forEach(
        (hash, rows) -> {
          Bytes key = encoded(hash.key());
          // One that was forgotten may have come again as another one, whose rows come later.
          int count = forgotten.contains(hash) ? 0 : hash.rows();
          for (int row : rows) {
            Bytes place = Bytes.concat(key, Bytes.ofLong(row));
            if (row < count) {
              messages.put(place, RecordWriter.write(writer -> hash.write(row, writer)));
            } else {
              messages.remove(place);
            }
          }
        });
    changed.clear();
    forgotten.clear();
    unread.clear();
  }
}
