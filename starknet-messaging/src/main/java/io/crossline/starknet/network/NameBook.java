// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.core.record.RecordReader;
import io.crossline.core.state.HostTable;
import io.crossline.core.state.State;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Codec;
import io.crossline.messaging.Word;
import io.crossline.starknet.AddressWord;
import io.crossline.starknet.tracking.Direction;
import io.crossline.starknet.tracking.MessageId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What people call messages and addresses: each keeps its name. */
final class NameBook {
  private static final int LONGEST_ADDRESS = 14;
  private static final String PREFIX = "m";
  private static final String LAST = "last";

  private static final Codec<Long> NUMBER = Codec.of(Bytes::ofLong, bytes -> bytes.getLong(0));

  private static final Codec<MessageId> ID =
      RecordReader.codec(
          (writer, id) ->
              writer
                  .flag(id.direction() == Direction.L2_TO_L1)
                  .field(Codec.BYTES32, id.hash())
                  .number64(id.copy()),
          reader ->
              new MessageId(
                  reader.flag() ? Direction.L2_TO_L1 : Direction.L1_TO_L2,
                  reader.field(Codec.BYTES32),
                  reader.number64()));

  private static final Codec<AddressWord> ADDRESS =
      Codec.of(AddressWord::encoded, bytes -> AddressWord.of(Codec.UINT256.decode(bytes)));

  private final HostTable<MessageId, Long> numbers;
  private final HostTable<String, Long> last;
  private final HostTable<AddressWord, String> labels;

  /** By their numbers, in the order of these. */
  private final Map<Long, MessageId> messages = new LinkedHashMap<>();

  private final Map<String, MessageId> ids = new HashMap<>();

  NameBook(State state) {
    numbers = state.hostTable("names", ID, NUMBER);
    last = state.hostTable("named", Codec.TEXT, NUMBER);
    labels = state.hostTable("labels", ADDRESS, Codec.TEXT);
    numbers.entries().entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .forEach(named -> add(named.getKey(), named.getValue()));
  }

  private void add(MessageId id, long number) {
    messages.put(number, id);
    ids.put(PREFIX + number, id);
  }

  /** The short name of a message, given at its first mention. */
  String nameOf(MessageId id) {
    return PREFIX + numberOf(id);
  }

  /** By which messages are in the order of their first mention. */
  Comparator<MessageId> byName() {
    return Comparator.comparingLong(this::numberOf);
  }

  private long numberOf(MessageId id) {
    return numbers
        .get(id)
        .orElseGet(
            () -> {
              long next = last.get(LAST).orElse(0L) + 1;
              last.put(LAST, next);
              numbers.put(id, next);
              add(id, next);
              return next;
            });
  }

  /** The messages that have names, in the order in which they got them. */
  Iterable<MessageId> messages() {
    return messages.values();
  }

  int size() {
    return messages.size();
  }

  Optional<MessageId> named(String name) {
    return Optional.ofNullable(ids.get(name));
  }

  /** Forgets the names of messages. */
  void forget(Predicate<MessageId> which) {
    for (MessageId id : Set.copyOf(messages.values())) {
      if (which.test(id)) {
        numbers.remove(id).ifPresent(this::remove);
      }
    }
  }

  private void remove(long number) {
    messages.remove(number);
    ids.remove(PREFIX + number);
  }

  void label(Word address, String label) {
    AddressWord word = AddressWord.of(address);
    if (!labels.get(word).equals(Optional.of(label))) {
      labels.put(word, label);
    }
  }

  /** What people call an address: its label, or its text form with the middle left out. */
  String labelOf(Word address) {
    AddressWord word = AddressWord.of(address);
    Optional<String> label = labels.get(word);
    if (label.isPresent()) {
      return label.get();
    }
    String text = word.isEthAddress() ? word.toEthAddress().toString() : word.toString();
    return text.length() <= LONGEST_ADDRESS
        ? text
        : text.substring(0, 8) + "…" + text.substring(text.length() - 4);
  }
}
