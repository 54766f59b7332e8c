// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.core.trace.Timeline;
import io.crossline.core.trace.TimelineEntry.StatusChange;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Word;
import io.crossline.starknet.AddressWord;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the network knows of each message, and what people call the contracts. The two directions
 * are kept apart, because messages of both can have the same hash; equal messages from L2 share one
 * entry.
 */
final class MessageBook {
  private static final int LONGEST_ADDRESS = 14;

  private final Timeline timeline;
  private final Map<String, MessageReport> reports = new LinkedHashMap<>();
  private final List<L2ToL1Message> sentToL1 = new ArrayList<>();
  private final Map<AddressWord, String> labels = new HashMap<>();

  MessageBook(Timeline timeline) {
    this.timeline = timeline;
  }

  void label(Word address, String label) {
    labels.put(AddressWord.of(address), label);
  }

  /** What people call an address: its label, or its text form with the middle left out. */
  String labelOf(Word address) {
    AddressWord word = AddressWord.of(address);
    String label = labels.get(word);
    if (label != null) {
      return label;
    }
    String text = word.isEthAddress() ? word.toEthAddress().toString() : word.toString();
    return text.length() <= LONGEST_ADDRESS
        ? text
        : text.substring(0, 8) + "…" + text.substring(text.length() - 4);
  }

  String nameOf(L1ToL2Message message) {
    return timeline.name("m", message.hash());
  }

  /**
   * The id under which this direction is named differs from the hash, so that equal hashes of both
   * keep two names.
   */
  String nameOf(L2ToL1Message message) {
    Bytes32 hash = message.hash();
    return timeline.name(
        "m", Bytes32.ofLimbs(~hash.limb(0), hash.limb(1), hash.limb(2), hash.limb(3)));
  }

  StatusChange change(L1ToL2Message message, MessageStatus status, Duration now) {
    return change(message, status, now, Optional.empty(), Optional.empty());
  }

  StatusChange change(
      L1ToL2Message message,
      MessageStatus status,
      Duration now,
      Optional<String> reason,
      Optional<Felt> transactionHash) {
    String name = nameOf(message);
    Optional<Felt> known =
        transactionHash.or(() -> named(name).flatMap(MessageReport::l2TransactionHash));
    return put(new MessageReport(name, message.hash(), status, now, reason, known));
  }

  StatusChange change(L2ToL1Message message, MessageStatus status, Duration now) {
    if (status == MessageStatus.SENT) {
      sentToL1.add(message);
    }
    return put(
        new MessageReport(
            nameOf(message), message.hash(), status, now, Optional.empty(), Optional.empty()));
  }

  /** A message to L1 that a rollback of L2 took back. */
  void unsend(L2ToL1Message message) {
    sentToL1.remove(message);
    reports.remove(nameOf(message));
  }

  private StatusChange put(MessageReport report) {
    reports.put(report.name(), report);
    return new StatusChange(report.name(), report.status().name());
  }

  /** Whether L1 gave a message up because its sender cancelled it. */
  boolean isCancelled(L1ToL2Message message) {
    return named(nameOf(message))
        .filter(report -> report.status() == MessageStatus.CANCELLED)
        .isPresent();
  }

  Optional<MessageReport> named(String name) {
    return Optional.ofNullable(reports.get(name));
  }

  List<MessageReport> reports() {
    return List.copyOf(reports.values());
  }

  List<L2ToL1Message> sentToL1(Word from) {
    AddressWord sender = AddressWord.of(from);
    return sentToL1.stream().filter(message -> message.from().equals(sender)).toList();
  }
}
