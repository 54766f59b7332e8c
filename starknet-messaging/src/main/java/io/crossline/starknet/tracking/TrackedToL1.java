// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import io.crossline.core.record.RecordReader;
import io.crossline.core.record.RecordWriter;
import io.crossline.messaging.Envelope;
import io.crossline.messaging.EthAddress;
import io.crossline.starknet.L2ToL1Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The messages from L2 to L1 with one hash. They cannot be told apart, so that the first to be sent
 * counts as the first to arrive and the first to be consumed.
 *
 * <p>A message whose receiver is above 160 bits is kept under the hash of the message with the
 * receiver cut, because its event on L1 has no other. L1 stored another hash for it, so that
 * consumptions pass it over.
 */
final class TrackedToL1 extends TrackedHash {
  private final List<Fact> sent = new ArrayList<>(1);

  /** The messages that were sent, as L2 shows them. */
  private final List<L2ToL1Message> sentMessages = new ArrayList<>(1);

  private final List<Fact> arrived = new ArrayList<>(1);
  private final List<Fact> consumed = new ArrayList<>(1);
  private final List<TrackedMessage> copies = new ArrayList<>(1);
  private long forgotten;

  /** How many of the sent ones nobody can consume: hardly ever any, so that nobody searches. */
  private int unconsumable;

  TrackedToL1(MessageKey key, TrackedMessages home) {
    super(key, home);
  }

  /** What a message is kept under. */
  static MessageKey key(L2ToL1Message message) {
    return new MessageKey(Direction.L2_TO_L1, onL1(message).hash());
  }

  /** A message as L1's events show it. */
  static L2ToL1Message onL1(L2ToL1Message message) {
    return message.to().isEthAddress()
        ? message
        : L2ToL1Message.of(
            message.from(), EthAddress.truncate(message.to()), message.payloadWords());
  }

  private List<Fact> list(MessageEvent event) {
    switch (event) {
      case SENT_ON_L2:
        return sent;
      case ARRIVED_ON_L1:
        return arrived;
      default:
        return consumed;
    }
  }

  @Override
  void see(Fact fact, Optional<Envelope> shown) {
    L2ToL1Message message = (L2ToL1Message) shown.orElseThrow();
    List<Fact> facts = list(fact.event());
    int index = facts.size();
    facts.add(fact);
    if (facts == sent) {
      addSent(message);
    }
    follow(index, fact.at(), onL1(message));
  }

  private void addSent(L2ToL1Message message) {
    sentMessages.add(message);
    unconsumable += message.to().isEthAddress() ? 0 : 1;
  }

  @Override
  void lose(MessageEvent event, BlockPoint where) {
    List<Fact> facts = list(event);
    int index = facts.size() - 1;
    copies.get(index).lost(where);
    facts.remove(index);
    if (facts == sent) {
      unconsumable -= sentMessages.remove(index).to().isEthAddress() ? 0 : 1;
    }
    changed(index);
  }

  @Override
  void tell() {
    for (int i = 0; i < copies.size(); i++) {
      follow(i, copies.get(i), path(i), null);
    }
  }

  /** Looks at the copy of an event, or from there on where copies are passed over. */
  private void follow(int index, BlockPoint by, L2ToL1Message onL1) {
    int count = Math.max(sent.size(), arrived.size());
    if (!consumed.isEmpty()) {
      count = Math.max(count, consumable(consumed.size() - 1) + 1);
    }
    while (copies.size() < count) {
      copies.add(copy(onL1));
    }
    changed(index);
    int end = unconsumable == 0 ? index + 1 : copies.size();
    for (int i = index; i < end; i++) {
      follow(i, copies.get(i), path(i), by);
    }
  }

  private TrackedMessage copy(L2ToL1Message content) {
    TrackedMessage copy =
        new TrackedMessage(MessageId.toL1(key().hash(), forgotten + copies.size()));
    copy.content(content);
    return copy;
  }

  private boolean isConsumable(int index) {
    return unconsumable == 0 || index >= sent.size() || sentMessages.get(index).to().isEthAddress();
  }

  /** Which copy the consumption of a number is of. */
  private int consumable(int number) {
    if (unconsumable == 0) {
      return number;
    }
    int index = 0;
    for (int left = number; left > 0 || !isConsumable(index); index++) {
      left -= isConsumable(index) ? 1 : 0;
    }
    return index;
  }

  private List<Fact> facts(int index) {
    List<Fact> facts = new ArrayList<>(3);
    if (index < arrived.size()) {
      facts.add(isConsumable(index) ? arrived.get(index) : arrivedForNobody(index));
    }
    if (isConsumable(index)) {
      int number = index;
      for (int i = 0; unconsumable > 0 && i < index; i++) {
        number -= isConsumable(i) ? 0 : 1;
      }
      if (number < consumed.size()) {
        facts.add(consumed.get(number));
      }
    }
    if (index < sent.size()) {
      facts.add(sent.get(index));
    }
    if (facts.isEmpty()) {
      copies.get(index).lost().ifPresent(where -> facts.add(takenBack(where)));
    }
    return facts;
  }

  private Fact arrivedForNobody(int index) {
    return Fact.because(
        MessageEvent.ARRIVED_UNCONSUMABLE,
        arrived.get(index).at(),
        "receiver "
            + sentMessages.get(index).to()
            + " is above 160 bits; L1 counts it under a hash that no caller has");
  }

  private List<Reached> path(int index) {
    if (index < sent.size()) {
      copies.get(index).content(sentMessages.get(index));
    }
    return MessagePath.of(Direction.L2_TO_L1, facts(index));
  }

  @Override
  List<TrackedMessage> messages() {
    return copies;
  }

  @Override
  Evidence evidence(int index) {
    return new Evidence(copies.get(index), path(index), facts(index));
  }

  @Override
  int rows() {
    return Math.max(copies.size(), consumed.size());
  }

  /** The events with a number, of each kind, and the copy with that number. */
  @Override
  void write(int row, RecordWriter writer) {
    for (List<Fact> facts : List.of(sent, arrived, consumed)) {
      TrackedRow.facts(writer, row < facts.size() ? List.of(facts.get(row)) : List.of(), false);
    }
    TrackedRow.content(
        writer, row < sentMessages.size() ? Optional.of(sentMessages.get(row)) : Optional.empty());
    writer.flag(row < copies.size());
    if (row < copies.size()) {
      TrackedMessage copy = copies.get(row);
      writer.number64(copy.id().copy());
      TrackedRow.content(writer, copy.content());
      copy.write(writer);
    }
  }

  @Override
  void read(TrackedRow row, RecordReader reader) {
    for (List<Fact> facts : List.of(sent, arrived, consumed)) {
      facts.addAll(row.facts(reader, null));
    }
    row.content(reader).ifPresent(message -> addSent((L2ToL1Message) message));
    if (reader.flag()) {
      long number = reader.number64();
      if (copies.isEmpty()) {
        forgotten = number;
      }
      TrackedMessage copy = copy((L2ToL1Message) row.content(reader).orElseThrow());
      copies.add(copy);
      copy.read(reader);
    }
  }

  @Override
  boolean forget(Predicate<BlockPoint> done) {
    while (!copies.isEmpty()
        && copies.get(0).isOver(done)
        && facts(0).stream().map(Fact::at).allMatch(done)) {
      if (isConsumable(0)) {
        dropFirst(consumed);
      } else {
        unconsumable--;
      }
      dropFirst(sent);
      dropFirst(sentMessages);
      dropFirst(arrived);
      copies.remove(0);
      forgotten++;
    }
    return copies.isEmpty();
  }

  private static void dropFirst(List<?> list) {
    if (!list.isEmpty()) {
      list.remove(0);
    }
  }
}
