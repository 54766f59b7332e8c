// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import io.crossline.core.hash.Keccak256;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.Selector;
import io.crossline.starknet.event.ConsumedMessageToL1;
import io.crossline.starknet.event.ConsumedMessageToL2;
import io.crossline.starknet.event.CoreEvent;
import io.crossline.starknet.event.LogMessageToL1;
import io.crossline.starknet.event.LogMessageToL2;
import io.crossline.starknet.event.MessageToL2Canceled;
import io.crossline.starknet.event.MessageToL2CancellationStarted;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Two chains of made-up blocks, and a tracker that follows them. L2 lags 5 seconds behind. */
final class TrackerFixture {
  static final EthAddress CORE = EthAddress.parse("0x00000000000000000000000000000000000000c0");
  static final EthAddress ALICE = EthAddress.parse("0x00000000000000000000000000000000000000a1");
  static final EthAddress BOB = EthAddress.parse("0x00000000000000000000000000000000000000b2");
  static final Felt HANDLER = Felt.of(0x1234);
  static final Felt TRANSACTION = Felt.of(0x7777);
  static final UInt256 FEE = UInt256.of(30_000);
  static final long GENESIS = 1_000_000;
  static final long BLOCK_TIME = 12;

  final Mirror mirror = new Mirror();
  final MessageTracker tracker;
  final Line l1 = new Line(GENESIS);
  final Line l2 = new Line(GENESIS - 5);

  TrackerFixture() {
    this(TrackerSettings.of(CORE));
  }

  TrackerFixture(TrackerSettings settings) {
    tracker = new MessageTracker(settings, mirror);
  }

  /** The hashes of a chain; block n is 12 seconds times n after its start. */
  static final class Line {
    final TreeMap<Long, Bytes32> hashes = new TreeMap<>();
    private final long start;
    private long salt;

    Line(long start) {
      this.start = start;
    }

    long next() {
      return hashes.isEmpty() ? 1 : hashes.lastKey() + 1;
    }

    BlockInfo info(long number) {
      return new BlockInfo(UInt64.of(number), UInt64.of(start + number * BLOCK_TIME));
    }

    Bytes32 parent(long number) {
      return hashes.getOrDefault(number - 1, Bytes32.ZERO);
    }

    /** A hash that no block had yet. */
    Bytes32 hash(long number) {
      Bytes32 hash = Keccak256.ofThread().absorb(start).absorb(number).absorb(++salt).digest();
      hashes.put(number, hash);
      return hash;
    }

    void back(long number) {
      hashes.tailMap(number, false).clear();
    }
  }

  static ObservedL1Block l1Block(Line line, CoreEvent... events) {
    long number = line.next();
    return new ObservedL1Block(
        line.info(number),
        line.hash(number),
        line.parent(number),
        Arrays.stream(events).map(event -> event.toLog(CORE)).toList());
  }

  static ObservedL2Block l2Block(Line line, ObservedReceipt... receipts) {
    long number = line.next();
    return new ObservedL2Block(
        line.info(number), line.hash(number), line.parent(number), List.of(receipts));
  }

  /** Appends the next block of L1. */
  ObservedL1Block l1(CoreEvent... events) {
    ObservedL1Block block = l1Block(l1, events);
    tracker.append(block);
    return block;
  }

  /** Appends the next block of L2. */
  ObservedL2Block l2(ObservedReceipt... receipts) {
    ObservedL2Block block = l2Block(l2, receipts);
    tracker.append(block);
    return block;
  }

  void l1BackTo(long number) {
    l1.back(number);
    tracker.rollbackTo(Layer.L1, UInt64.of(number));
  }

  void l2BackTo(long number) {
    l2.back(number);
    tracker.rollbackTo(Layer.L2, UInt64.of(number));
  }

  static L1ToL2Message toL2(long nonce) {
    return L1ToL2Message.of(
        ALICE, HANDLER, Selector.ofName("deposit"), Payload.of(Felt.of(7)), UInt256.of(nonce));
  }

  /** A message that no transaction of L2 can hold. */
  static L1ToL2Message tooLargeForL2(long nonce) {
    return L1ToL2Message.of(
        ALICE, HANDLER, Selector.ofName("deposit"), Payload.of(Felt.PRIME), UInt256.of(nonce));
  }

  static L2ToL1Message toL1(long word) {
    return L2ToL1Message.of(HANDLER, BOB, Payload.of(Felt.of(word)));
  }

  /** A message whose event on L1 looks as that of {@link #toL1}, and which nobody can consume. */
  static L2ToL1Message toNobody(long word) {
    UInt256 to = UInt256.ofLimbs(0, 1L << 32, 0, 0).plus(UInt256.parse(BOB.toString()));
    return L2ToL1Message.of(HANDLER, to, Payload.of(Felt.of(word)));
  }

  static CoreEvent sent(L1ToL2Message message) {
    return new LogMessageToL2(message.withFee(FEE));
  }

  static CoreEvent started(L1ToL2Message message) {
    return new MessageToL2CancellationStarted(message);
  }

  static CoreEvent cancelled(L1ToL2Message message) {
    return new MessageToL2Canceled(message);
  }

  static CoreEvent settled(L1ToL2Message message) {
    return new ConsumedMessageToL2(message);
  }

  static CoreEvent arrived(L2ToL1Message message) {
    return new LogMessageToL1(message);
  }

  static CoreEvent consumed(L2ToL1Message message) {
    return new ConsumedMessageToL1(message);
  }

  static ObservedReceipt handled(L1ToL2Message message, L2ToL1Message... answers) {
    return ObservedReceipt.handled(TRANSACTION, message.hash(), List.of(answers));
  }

  static ObservedReceipt reverted(L1ToL2Message message, String reason) {
    return ObservedReceipt.reverted(TRANSACTION, message.hash(), reason);
  }

  static ObservedReceipt sentToL1(L2ToL1Message... messages) {
    return ObservedReceipt.sent(TRANSACTION, List.of(messages));
  }

  MessageState state(L1ToL2Message message) {
    return tracker.state(message).orElseThrow();
  }

  MessageStatus status(L1ToL2Message message) {
    return state(message).status();
  }

  List<MessageStatus> statuses(L2ToL1Message message) {
    return tracker.states(message).stream().map(MessageState::status).toList();
  }

  static Instant timeOfL1(long number) {
    return Instant.ofEpochSecond(GENESIS + number * BLOCK_TIME);
  }

  /** All that a tracker says, to compare it with another one. */
  static Map<String, String> all(MessageTracker tracker) {
    Map<String, String> all = new TreeMap<>();
    tracker.states().forEach(state -> all.put(state.id().toString(), detail(state)));
    return all;
  }

  static String detail(MessageState state) {
    return state + " " + state.path() + state.execution() + state.cancellation() + state.message();
  }
}
