// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.starknet;

import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.simulation.audit.AuditReport;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Int256;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.event.ConsumedMessageToL1;
import io.crossline.starknet.event.ConsumedMessageToL2;
import io.crossline.starknet.event.CoreEvent;
import io.crossline.starknet.event.CoreEvents;
import io.crossline.starknet.event.LogMessageToL1;
import io.crossline.starknet.event.LogMessageToL2;
import io.crossline.starknet.event.LogStateUpdate;
import io.crossline.starknet.event.MessageToL2Canceled;
import io.crossline.starknet.event.MessageToL2CancellationStarted;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A run written by hand: what each block says, and the state that follows from it. It checks
 * nothing, so that wrong runs can be written as well as right ones, and what was written can be
 * changed before it is audited.
 */
final class History {
  static final EthAddress CORE = EthAddress.parse("0x00000000000000000000000000000000000000c0");
  static final EthAddress COLLECTOR =
      EthAddress.parse("0x00000000000000000000000000000000000000fe");
  static final EthAddress ALICE = EthAddress.parse("0x00000000000000000000000000000000000a11ce");
  static final Felt VAULT = Felt.parse("0x7a");
  static final long DELAY = 1000;
  private static final long FIRST_TIME = 1_000_000;
  private static final long BLOCK_TIME = 12;

  /** What the auditor is told, in order. */
  final List<Told> told = new ArrayList<>();

  EndOfHistory state = new EndOfHistory();
  StarknetAuditSettings settings =
      new StarknetAuditSettings(
          CORE,
          UInt256.of(7),
          UInt256.of(DELAY),
          COLLECTOR,
          UInt256.of(3),
          UInt256.of(4),
          Int256.MINUS_ONE,
          true);
  boolean drained = true;
  private final Deque<EndOfHistory> before = new ArrayDeque<>();
  private final List<OnL2> unsettled = new ArrayList<>();
  private OnL1 l1 = new OnL1(1, FIRST_TIME);
  private OnL2 l2 = new OnL2(1);

  interface Told {
    void to(StarknetAuditor auditor);
  }

  /** A block of L1. */
  static final class OnL1 implements Told {
    final long number;
    long time;
    final List<Log> logs = new ArrayList<>();

    OnL1(long number, long time) {
      this.number = number;
      this.time = time;
    }

    @Override
    public void to(StarknetAuditor auditor) {
      auditor.l1Block(new BlockInfo(UInt64.of(number), UInt64.of(time)), logs);
    }
  }

  /** A block of L2. */
  static final class OnL2 implements Told {
    final long number;
    final List<Execution> executions = new ArrayList<>();

    OnL2(long number) {
      this.number = number;
    }

    @Override
    public void to(StarknetAuditor auditor) {
      auditor.l2Block(UInt64.of(number), executions);
    }
  }

  L1ToL2Message send(long fee, Payload payload) {
    UInt256 nonce = state.nextNonce;
    L1ToL2Message message =
        L1ToL2Message.of(ALICE, VAULT, Felt.of(5), payload, nonce).withFee(UInt256.of(fee));
    emit(new LogMessageToL2(message));
    state.nextNonce = nonce.plus(UInt256.ONE);
    state.toL2.put(message.hash(), UInt256.of(fee + 1));
    state.move(ALICE, CORE, fee);
    return message;
  }

  L1ToL2Message send(long fee) {
    return send(fee, Payload.of(Felt.of(fee)));
  }

  void request(L1ToL2Message message) {
    emit(new MessageToL2CancellationStarted(message));
    state.requests.put(message.hash(), UInt256.of(l1.time));
  }

  void cancel(L1ToL2Message message) {
    emit(new MessageToL2Canceled(message));
    state.toL2.remove(message.hash());
  }

  void take(L2ToL1Message message) {
    emit(new ConsumedMessageToL1(message));
    state.toL1.merge(message.hash(), -1L, Long::sum);
  }

  void emit(CoreEvent event) {
    l1.logs.add(event.toLog(CORE));
  }

  /** Ends the block of L1. */
  OnL1 mine() {
    return mine(BLOCK_TIME);
  }

  /** Ends the block of L1; the next one comes so much later. */
  OnL1 mine(long seconds) {
    OnL1 done = l1;
    told.add(done);
    before.push(state.copy());
    l1 = new OnL1(done.number + 1, done.time + seconds);
    return done;
  }

  void run(L1ToL2Message message, L2ToL1Message... sent) {
    l2.executions.add(new Execution(message.hash(), message.nonce(), true, List.of(sent)));
  }

  void fail(L1ToL2Message message) {
    l2.executions.add(new Execution(message.hash(), message.nonce(), false, List.of()));
  }

  /** Ends the block of L2. */
  OnL2 seal() {
    OnL2 done = l2;
    told.add(done);
    unsettled.add(done);
    l2 = new OnL2(done.number + 1);
    return done;
  }

  void leaveOut(L1ToL2Message message) {
    told.add(auditor -> auditor.leftOut(message.hash(), "left out"));
  }

  /** A state update that covers all blocks of L2. */
  void settle(L1ToL2Message... messages) {
    List<Execution> covered =
        unsettled.stream().flatMap(block -> block.executions.stream()).toList();
    for (Execution execution : covered) {
      for (L2ToL1Message sent : execution.sent()) {
        emit(new LogMessageToL1(sent));
        state.toL1.merge(sent.hash(), 1L, Long::sum);
      }
    }
    for (Execution execution : covered) {
      if (execution.succeeded()) {
        L1ToL2Message message =
            Stream.of(messages)
                .filter(each -> execution.messageHash().equals(Optional.of(each.hash())))
                .findFirst()
                .orElseThrow();
        emit(new ConsumedMessageToL2(message));
        state.toL2.remove(message.hash());
        state.move(CORE, COLLECTOR, message.fee().orElseThrow().longValueExact());
      }
    }
    state.settled = UInt256.of(l2.number - 1);
    emit(new LogStateUpdate(UInt256.ONE, new Int256(state.settled), UInt256.ONE));
    unsettled.clear();
  }

  /** L1 loses its latest blocks; empty ones take their places. */
  void reorganise(int blocks) {
    for (int i = 0; i < blocks; i++) {
      before.pop();
    }
    state = before.isEmpty() ? new EndOfHistory() : before.peek().copy();
    long last = l1.number - 1 - blocks;
    told.add(auditor -> auditor.l1TakenBack(UInt64.of(last)));
    long time = l1.time - blocks * BLOCK_TIME;
    l1 = new OnL1(last + 1, time);
    for (int i = 0; i < blocks; i++) {
      mine();
    }
  }

  /**
   * L2 loses its latest blocks, and those that were settled in lost blocks of L1 are open again.
   */
  void rollBack(int blocks) {
    long last = l2.number - 1 - blocks;
    told.add(auditor -> auditor.l2TakenBack(UInt64.of(last)));
    unsettled.removeIf(block -> block.number > last);
    l2 = new OnL2(last + 1);
  }

  /** Says that a block of L2 that was settled is not so any more. */
  void unsettle(OnL2 block) {
    unsettled.add(0, block);
  }

  /** The logs of all blocks that are of an event, as far as a condition holds. */
  void drop(Predicate<CoreEvent> which) {
    blocks().forEach(block -> block.logs.removeIf(log -> which.test(CoreEvents.decode(log).get())));
  }

  /** Doubles every log for whose event a condition holds. */
  void twice(Predicate<CoreEvent> which) {
    blocks()
        .forEach(
            block -> {
              for (int i = block.logs.size() - 1; i >= 0; i--) {
                if (which.test(CoreEvents.decode(block.logs.get(i)).get())) {
                  block.logs.add(i, block.logs.get(i));
                }
              }
            });
  }

  /** Puts another event in the place of each for which a condition holds. */
  void replace(Predicate<CoreEvent> which, CoreEvent other) {
    blocks()
        .forEach(
            block ->
                block.logs.replaceAll(
                    log -> which.test(CoreEvents.decode(log).get()) ? other.toLog(CORE) : log));
  }

  List<OnL1> blocks() {
    return told.stream().filter(OnL1.class::isInstance).map(OnL1.class::cast).toList();
  }

  List<OnL2> blocksOfL2() {
    return told.stream().filter(OnL2.class::isInstance).map(OnL2.class::cast).toList();
  }

  AuditReport audit() {
    StarknetAuditor auditor = new StarknetAuditor(settings);
    auditor.minted(EndOfHistory.OPENING);
    told.forEach(each -> each.to(auditor));
    return auditor.finish(state, drained);
  }
}
