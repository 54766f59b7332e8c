// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import io.crossline.core.record.RecordReader;
import io.crossline.core.record.RecordWriter;
import io.crossline.messaging.Envelope;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A message from L1 to L2. Its nonce makes the hash its own. */
final class TrackedToL2 extends TrackedHash {
  private final TrackedMessage message;
  private final List<Fact> l1 = new ArrayList<>(3);
  private final List<Fact> l2 = new ArrayList<>(1);

  /** Where a rollback last took its LogMessageToL2 away. */
  private @Nullable BlockPoint sendingLost;

  TrackedToL2(MessageKey key, TrackedMessages home) {
    super(key, home);
    this.message = new TrackedMessage(MessageId.toL2(key.hash()));
  }

  @Override
  void see(Fact fact, Optional<Envelope> shown) {
    layer(fact.at().layer()).add(fact);
    if (fact.event() == MessageEvent.CANCELLATION_STARTED) {
      dropOldRequests();
    }
    // The other events do not tell the fee.
    if (fact.event() == MessageEvent.SENT_ON_L1 || message.content().isEmpty()) {
      shown.ifPresent(message::content);
    }
    changed(0);
    follow(0, message, path(), fact.at());
  }

  private List<Fact> layer(Layer layer) {
    return layer == Layer.L1 ? l1 : l2;
  }

  /** Of the requests that no rollback can reach only the latest counts. */
  private void dropOldRequests() {
    List<Fact> old =
        l1.stream()
            .filter(fact -> fact.event() == MessageEvent.CANCELLATION_STARTED)
            .filter(fact -> isSettled(fact.at()))
            .toList();
    // Two requests of one block are equal, so the latest is told from the others by itself.
    l1.removeIf(fact -> old.contains(fact) && fact != old.get(old.size() - 1));
  }

  @Override
  void lose(MessageEvent event, BlockPoint where) {
    List<Fact> facts = layer(where.layer());
    facts.remove(facts.size() - 1);
    message.lost(where);
    if (event == MessageEvent.SENT_ON_L1) {
      sendingLost = where;
    }
    changed(0);
  }

  @Override
  void tell() {
    follow(0, message, path(), null);
  }

  private List<Fact> facts() {
    List<Fact> facts = new ArrayList<>(l1);
    facts.addAll(l2);
    if (facts.isEmpty()) {
      message.lost().ifPresent(where -> facts.add(takenBack(where)));
    } else if (sendingLost != null
        && l1.stream().noneMatch(fact -> fact.event() == MessageEvent.SENT_ON_L1)) {
      facts.add(takenBack(sendingLost));
    }
    return facts;
  }

  private List<Reached> path() {
    return MessagePath.of(Direction.L1_TO_L2, facts());
  }

  @Override
  List<TrackedMessage> messages() {
    return List.of(message);
  }

  @Override
  Evidence evidence(int index) {
    return new Evidence(message, path(), facts());
  }

  @Override
  int rows() {
    return 1;
  }

  @Override
  void write(int row, RecordWriter writer) {
    TrackedRow.content(writer, message.content());
    TrackedRow.facts(writer, l1, false);
    TrackedRow.facts(writer, l2, message.content().isEmpty());
    writer.optional(TrackedRow.POINT, Optional.ofNullable(sendingLost));
    message.write(writer);
  }

  @Override
  void read(TrackedRow row, RecordReader reader) {
    row.content(reader).ifPresent(message::content);
    l1.addAll(row.facts(reader, message));
    l2.addAll(row.facts(reader, message));
    sendingLost = reader.optional(TrackedRow.POINT).orElse(null);
    message.read(reader);
  }

  @Override
  boolean forget(Predicate<BlockPoint> done) {
    // Confirmations that come after the end say nothing any more.
    return message.isOver(done)
        && facts().stream()
            .filter(fact -> fact.event() != MessageEvent.CONFIRMATIONS_REACHED)
            .map(Fact::at)
            .allMatch(done);
  }

  /** Why L2 cannot take a message, if it cannot. */
  static Optional<String> wordOutOfRange(L1ToL2Message message) {
    if (!message.to().isFelt()) {
      return Optional.of(refusal("receiver", message.to().toString()));
    }
    if (!Felt.fits(message.selector())) {
      return Optional.of(refusal("selector", message.selector().toHexString()));
    }
    for (int i = 0; i < message.payloadWords().size(); i++) {
      if (!Felt.fits(message.payloadWords().word(i))) {
        return Optional.of(
            refusal("payload word " + i, message.payloadWords().word(i).toHexString()));
      }
    }
    return Felt.fits(message.nonce())
        ? Optional.empty()
        : Optional.of(refusal("nonce", message.nonce().toHexString()));
  }

  private static String refusal(String what, String word) {
    return what + " " + word + " is no felt (must be below 2^251 + 17*2^192 + 1)";
  }
}
