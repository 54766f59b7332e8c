// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network.message;

import io.crossline.core.network.Backlog;
import io.crossline.core.network.NetworkStore;
import io.crossline.core.record.RecordReader;
import io.crossline.core.record.RecordWriter;
import io.crossline.core.state.Durable;
import io.crossline.core.state.HostTable;
import io.crossline.core.state.Rows;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.abi.IpcCodecs;
import io.crossline.ipc.trace.MessageStatus;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Codec;
import io.crossline.messaging.spi.MessagingMetrics;
import io.crossline.messaging.store.WriteBatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The messages of a tree in a store, under their numbers. Where nothing is kept, nothing is done.
 *
 * <p>Not thread-safe: one thread uses a tree at a time.
 */
public final class MessageRows implements Durable {
  private static final Codec<Integer> COUNT =
      RecordReader.codec(RecordWriter::number32, RecordReader::number32);

  private final Rows rows;
  private final HostTable<String, Integer> names;
  private final boolean durable;
  private final Optional<Backlog<TrackedMessage>> backlog;
  private final TrackedNetworks tree;
  private final Codec<TrackedMessage.Place> places;
  private final Set<TrackedMessage> changed = new LinkedHashSet<>();
  private final Map<Long, TrackedMessage> restored = new LinkedHashMap<>();

  /** With whether messages are counted for metrics. */
  public MessageRows(TrackedNetworks tree, NetworkStore store, boolean counting) {
    this.tree = tree;
    backlog = counting ? Optional.of(new Backlog<>(List.of())) : Optional.empty();
    rows = store.state().rows("messages");
    names = store.state().hostTable("names of messages", Codec.TEXT, COUNT);
    durable = store.isDurable();
    places =
        RecordReader.codec(
            (writer, place) ->
                writer
                    .field(IpcCodecs.ENVELOPE, place.envelope())
                    .text(place.status().name())
                    .text(place.at().name())
                    .number64(place.since().getSeconds())
                    .number32(place.since().getNano()),
            reader ->
                new TrackedMessage.Place(
                    reader.field(IpcCodecs.ENVELOPE),
                    reader.constant(MessageStatus.class),
                    tree.at(reader.text()),
                    Duration.ofSeconds(reader.number64(), reader.number32())));
  }

  /** How it is written where a message stands. */
  Codec<TrackedMessage.Place> places() {
    return places;
  }

  /** How many names with each prefix were given. */
  Map<String, Integer> names() {
    return names.entries();
  }

  /** Takes note of how many names with a prefix were given. */
  void named(String prefix, int count) {
    if (durable) {
      names.put(prefix, count);
    }
  }

  /** A message is not what it was at the last commit. */
  void changed(TrackedMessage message) {
    if (durable) {
      changed.add(message);
      backlog.ifPresent(counted -> counted.move(message, place(message)));
    }
  }

  private Backlog.Place place(TrackedMessage message) {
    MessageStatus status = message.status();
    return new Backlog.Place(
        homeOf(message.envelope().from()) + ">" + homeOf(message.envelope().to()),
        status.name(),
        status.isFinal(),
        message.began);
  }

  private String homeOf(IpcAddress address) {
    return tree.find(address.subnetId())
        .map(TrackedNetwork::name)
        .orElseGet(() -> address.subnetId().toString());
  }

  /** Reports how many messages stand where. */
  public void tell(MessagingMetrics metrics, Duration now) {
    backlog.ifPresent(counted -> counted.tell(metrics, now));
  }

  /** A message is forgotten. */
  void remove(TrackedMessage message) {
    changed.remove(message);
    backlog.ifPresent(counted -> counted.leave(message));
    rows.remove(Bytes.ofLong(message.id));
  }

  /** One of the messages that were there when the tree was opened; see {@link #restored}. */
  Optional<TrackedMessage> find(long id) {
    return Optional.ofNullable(restored.get(id));
  }

  /** The tree is open: nobody asks for numbers any more. */
  void opened() {
    restored.clear();
  }

  /** Reads the messages that were there when the tree was opened, in the order of their numbers. */
  Collection<TrackedMessage> restored() {
    Map<TrackedMessage, Long> results = new HashMap<>();
    rows.scan(
        Bytes.EMPTY,
        (key, record) -> {
          RecordReader reader = new RecordReader(record);
          TrackedMessage message =
              new TrackedMessage(
                  key.getLong(0),
                  reader.text(),
                  reader.field(Codec.BYTES32),
                  reader.number32(),
                  Duration.ofSeconds(reader.number64(), reader.number32()),
                  reader.field(places));
          if (reader.flag()) {
            results.put(message, reader.number64());
          }
          reader.end();
          restored.put(message.id, message);
          backlog.ifPresent(counted -> counted.add(message, place(message)));
          return true;
        });
    results.forEach((message, result) -> find(result).ifPresent(message::link));
    return new ArrayList<>(restored.values());
  }

  /** Hands what changed to the state that the rows belong to, which is collected next. */
  @Override
  public void collect(WriteBatch batch) {
    changed.forEach(message -> rows.put(Bytes.ofLong(message.id), record(message)));
    changed.clear();
  }

  private Bytes record(TrackedMessage message) {
    return RecordWriter.write(
        writer -> {
          writer
              .text(message.name)
              .field(Codec.BYTES32, message.tracingId)
              .number32(message.copy)
              .number64(message.began.getSeconds())
              .number32(message.began.getNano())
              .field(places, message.place())
              .flag(message.result().isPresent());
          message.result().ifPresent(result -> writer.number64(result.id));
        });
  }
}
