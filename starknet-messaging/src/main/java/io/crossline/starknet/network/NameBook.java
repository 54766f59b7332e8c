// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.core.record.RecordReader;
import io.crossline.core.state.HostTable;
import io.crossline.core.state.Rows;
import io.crossline.core.state.State;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Codec;
import io.crossline.messaging.Word;
import io.crossline.starknet.AddressWord;
import io.crossline.starknet.tracking.Direction;
import io.crossline.starknet.tracking.MessageId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What people call messages and addresses: each keeps its name. Of the messages that a store holds
 * only those are in memory that were asked for.
 */
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

  private final Rows numbersById;
  private final Rows idsByNumber;
  private final HostTable<String, Long> last;
  private final HostTable<AddressWord, String> labels;
  private final Map<MessageId, Long> numbers = new HashMap<>();

  /** By their numbers, in the order of these. */
  private final NavigableMap<Long, MessageId> messages = new TreeMap<>();

  /** The number of the last name that an earlier process gave. */
  private final long before;

  NameBook(State state) {
    numbersById = state.rows("names");
    idsByNumber = state.rows("named messages");
    last = state.hostTable("named", Codec.TEXT, NUMBER);
    labels = state.hostTable("labels", ADDRESS, Codec.TEXT);
    before = last.get(LAST).orElse(0L);
    if (before > 0 && idsByNumber.get(Bytes.ofLong(before)).isEmpty()) {
      // An earlier version kept numbers by messages only.
      numbersById.scan(
          Bytes.EMPTY,
          (id, number) -> {
            add(ID.decode(id), NUMBER.decode(number));
            idsByNumber.put(number, id);
            return true;
          });
    }
  }

  private void add(MessageId id, long number) {
    numbers.put(id, number);
    messages.put(number, id);
  }

  /** The short name of a message, given at its first mention. */
  String nameOf(MessageId id) {
    return PREFIX + numberOf(id);
  }

  /** Whether an earlier process named a message. */
  boolean isOfBefore(MessageId id) {
    return known(id).filter(number -> number <= before).isPresent();
  }

  /** By which messages are in the order of their first mention. */
  Comparator<MessageId> byName() {
    return Comparator.comparingLong(this::numberOf);
  }

  private long numberOf(MessageId id) {
    return known(id)
        .orElseGet(
            () -> {
              long next = last.get(LAST).orElse(0L) + 1;
              last.put(LAST, next);
              numbersById.put(ID.encode(id), Bytes.ofLong(next));
              idsByNumber.put(Bytes.ofLong(next), ID.encode(id));
              add(id, next);
              return next;
            });
  }

  private Optional<Long> known(MessageId id) {
    @Nullable Long number = numbers.get(id);
    if (number == null && before > 0) {
      numbersById.get(ID.encode(id)).ifPresent(kept -> add(id, NUMBER.decode(kept)));
      number = numbers.get(id);
    }
    return Optional.ofNullable(number);
  }

  /** The messages that have names, in the order in which they got them. */
  Iterable<MessageId> messages() {
    if (before == 0) {
      return messages.values();
    }
    NavigableMap<Long, MessageId> all = new TreeMap<>();
    idsByNumber.scan(
        Bytes.EMPTY,
        (number, id) -> {
          all.put(NUMBER.decode(number), ID.decode(id));
          return true;
        });
    all.putAll(messages);
    return all.values();
  }

  /** How many messages are in memory. */
  int size() {
    return messages.size();
  }

  Optional<MessageId> named(String name) {
    if (!name.matches(PREFIX + "[1-9][0-9]{0,17}")) {
      return Optional.empty();
    }
    long number = Long.parseLong(name.substring(PREFIX.length()));
    return Optional.ofNullable(messages.get(number))
        .or(() -> idsByNumber.get(Bytes.ofLong(number)).map(ID::decode));
  }

  /** Forgets the names of messages. */
  void forget(Predicate<MessageId> which) {
    for (MessageId id : Set.copyOf(messages.values())) {
      if (which.test(id)) {
        long number = Objects.requireNonNull(numbers.remove(id));
        messages.remove(number);
        numbersById.remove(ID.encode(id));
        idsByNumber.remove(Bytes.ofLong(number));
      }
    }
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
