// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Receipt;
import io.crossline.core.fault.FaultPlan;
import io.crossline.core.fault.FaultProfile;
import io.crossline.core.network.StatusNotReachedException;
import io.crossline.core.store.HeapStore;
import io.crossline.core.trace.TimelineEntry;
import io.crossline.messaging.Codec;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.messaging.store.StateStore;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.event.LogStateUpdate;
import io.crossline.starknet.l1.CoreCaller;
import io.crossline.starknet.l1.ProgramOutput;
import io.crossline.starknet.l2.L2Receipt;
import io.crossline.starknet.l2.SequencerPolicy;
import io.crossline.starknet.tracking.Layer;
import io.crossline.starknet.tracking.MessageId;
import io.crossline.starknet.tracking.MessageStatus;
import io.crossline.starknet.tracking.ObservedL2Block.LeftOut;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A network with users, which can be closed and opened again; and what anybody can see of it. */
final class DurableWorld {
  static final StarknetParameters PARAMETERS =
      StarknetParameters.builder()
          .settlementInterval(Duration.ofMinutes(5))
          .messageCancellationDelay(Duration.ofMinutes(10))
          // A request that comes soon enough is heeded.
          .sequencer(new SequencerPolicy(3, Duration.ofSeconds(255), Duration.ofSeconds(60)))
          .build();

  /** What is hostile, but ends within the hour. */
  static final FaultProfile HOSTILE =
      new FaultProfile("test", FaultProfile.HOSTILE.perHour(), Duration.ofMinutes(20), 40);

  private final Optional<HeapStore> kept;
  private final FaultPlan plan;
  private Optional<StateStore> store;
  StarknetNetwork net;
  CoreCaller core;
  Felt diary;
  Felt till;

  /** The lines of the timelines of all processes. */
  final StringBuilder lines = new StringBuilder();

  /** What L1 has accepted from users, in order. */
  final List<L1ToL2Message> sent = new ArrayList<>();

  /** The coins that exist. */
  UInt256 coins = UInt256.ZERO;

  private HeapStore open;

  /** In a store, or without one. */
  DurableWorld(boolean durable, FaultPlan plan) {
    this.plan = plan;
    kept = durable ? Optional.of(new HeapStore()) : Optional.empty();
    open = kept.orElse(null);
    store = kept.map(StateStore.class::cast);
    begin();
  }

  /** In a store of one's own, which cannot be closed. */
  DurableWorld(StateStore store, FaultPlan plan) {
    this.plan = plan;
    kept = Optional.empty();
    this.store = Optional.of(store);
    begin();
  }

  private void begin() {
    net =
        store
            .map(in -> StarknetNetwork.builder(PARAMETERS).faults(plan).store(in).start())
            .orElseGet(() -> StarknetNetwork.builder(PARAMETERS).faults(plan).start());
    net.timeline().listen(line -> lines.append(line.toText()).append('\n'));
    if (!net.isReopened()) {
      give(1_000_000_000);
    }
    diary = net.deploy("diary", new FaultyWorld.Diary(), roles -> {});
    till = net.deploy("till", new AccountsOnL2Test.Till(), roles -> {});
    core = net.core(FaultyWorld.SENDER);
  }

  /** The process is killed, and another one begins. */
  void crash() {
    if (kept.isPresent()) {
      open.close();
      open = open.reopen();
      store = Optional.of(open);
      begin();
    }
  }

  /** Ends the process and begins another one. Without a store, nothing happens. */
  void reopen() {
    net.close();
    crash();
  }

  void send(String function, Felt... payload) {
    send(function, Payload.of(payload));
  }

  private void send(String function, Payload payload) {
    core.sendMessageToL2(diary, function, payload, FaultyWorld.FEE)
        .fold((result, logs) -> sent.add(result.message()), revert -> false);
  }

  /** One call of a user or of the test. */
  void act(Random random, int reorgs) {
    int dice = random.nextInt(100);
    L1ToL2Message some = sent.isEmpty() ? null : sent.get(random.nextInt(sent.size()));
    if (dice < 25) {
      send("note", Felt.of(sent.size()));
    } else if (dice < 40) {
      send("ask", Felt.of(sent.size()));
    } else if (dice < 43) {
      send("fail");
    } else if (dice < 45) {
      // L2 cannot take it.
      send("note", Payload.of(Felt.PRIME));
    } else if (dice < 50 && some != null) {
      core.startL1ToL2MessageCancellation(some);
    } else if (dice < 55 && some != null) {
      core.cancelL1ToL2Message(some);
    } else if (dice < 60) {
      consume(random);
    } else if (dice < 63) {
      invoke(random);
    } else if (dice < 66) {
      give(random.nextInt(1000));
    } else if (dice < 66 + reorgs && head() > 0) {
      net.reorganise(1 + random.nextInt(Math.min(8, (int) head())));
    } else if (dice < 74 && some != null) {
      await(some);
    } else if (dice < 77) {
      net.advanceBlocks(random.nextBoolean() ? Layer.L1 : Layer.L2, random.nextInt(4));
    } else {
      net.advance(Duration.ofMillis(random.nextInt(200_000)));
    }
  }

  /** An account puts something aside, or sends it to L1, sometimes more than there is. */
  private void invoke(Random random) {
    Felt alice = net.accountOnL2("alice");
    if (random.nextBoolean()) {
      net.invoke(alice, till, "put", random.nextInt(9), "");
    } else {
      net.invoke(alice, till, "pay_out", FaultyWorld.SENDER, random.nextInt(9));
    }
  }

  private void give(long more) {
    net.account("sender", FaultyWorld.SENDER, UInt256.of(more));
    coins = coins.plus(UInt256.of(more));
  }

  private long head() {
    return net.l1().block().number().longValueExact() - 1;
  }

  private void await(L1ToL2Message message) {
    try {
      net.await(MessageId.toL2(message.hash()).toString(), MessageStatus.SETTLED, Duration.ZERO);
    } catch (StatusNotReachedException expected) {
      lines.append(expected.getMessage().length() > 0 ? "" : "no message");
    }
  }

  private void consume(Random random) {
    List<L2ToL1Message> all = net.messagesFrom(diary);
    if (!all.isEmpty()) {
      L2ToL1Message message = all.get(random.nextInt(all.size()));
      core.consumeMessageFromL2(message.from(), message.payloadWords());
    }
  }

  String told() {
    return net.l2().storageOf(diary).slot("told", Codec.TEXT, "").get().trim();
  }

  /** Where a message is. What the open block of L1 lost was never seen by anybody. */
  MessageStatus status(L1ToL2Message message) {
    return net.book()
        .tracker()
        .status(MessageId.toL2(message.hash()))
        .orElse(MessageStatus.ROLLED_BACK);
  }

  /** All that can be seen of the network now. */
  String all() {
    StringBuilder all = new StringBuilder();
    all.append(net.time()).append('\n');
    all.append(net.l1().block()).append(net.l1().receiptsSince(0)).append('\n');
    all.append(net.l2().block()).append(net.l2().openReceipts()).append('\n');
    all.append(told()).append('\n');
    all.append(net.l2().nonceOf(net.accountOnL2("alice"))).append('\n');
    all.append(net.l1().balance(FaultyWorld.SENDER)).append('\n');
    all.append(net.l1().balance(net.parameters().feeCollector())).append('\n');
    all.append(net.l1().balance(net.parameters().core())).append('\n');
    all.append(net.core().l1ToL2MessageNonce()).append(net.core().stateBlockNumber());
    all.append(net.core().stateRoot()).append('\n');
    return all.append(reports(false)).toString();
  }

  /** Where each message is; in full also by which transaction, which takes time. */
  String reports(boolean full) {
    StringBuilder all = new StringBuilder();
    for (MessageId id : net.book().names().messages()) {
      all.append(net.book().nameOf(id)).append(' ').append(id).append(' ');
      all.append(net.book().tracker().status(id)).append('\n');
    }
    if (full) {
      net.messages().forEach(report -> all.append(report).append('\n'));
    }
    return all.toString();
  }

  /** The history of a network, told by its outbox or by itself, block by block. */
  static final class History implements NetworkListener {
    private final StringBuilder text = new StringBuilder();
    final Map<UInt64, Block<L2Receipt>> l2 = new TreeMap<>();

    @Override
    public void l1Block(Block<Receipt> block) {
      text.append("L1 ").append(block.info()).append(block.hash()).append(block.parentHash());
      text.append(block.logs()).append('\n');
    }

    @Override
    public void l2Block(Block<L2Receipt> block, List<LeftOut> leftOut) {
      text.append("L2 ").append(block.info()).append(block.hash()).append(block.parentHash());
      text.append(block.receipts()).append(leftOut).append('\n');
      l2.put(block.info().number(), block);
    }

    @Override
    public void takenBack(Layer layer, UInt64 last) {
      text.append("back ").append(layer).append(last).append('\n');
      if (layer == Layer.L2) {
        l2.keySet().removeIf(number -> number.compareTo(last) > 0);
      }
    }

    @Override
    public void finalized(Layer layer, UInt64 last) {
      text.append("final ").append(layer).append(last).append('\n');
    }

    @Override
    public void stateUpdate(ProgramOutput output, Outcome<LogStateUpdate> outcome) {
      text.append("update ").append(output).append(described(outcome)).append('\n');
    }

    private static String described(Outcome<LogStateUpdate> outcome) {
      return outcome.fold(
          (result, logs) -> result + " " + logs, revert -> revert.description() + revert.data());
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }

  History history() {
    History history = new History();
    net.replay(0, history);
    return history;
  }

  static String text(List<TimelineEntry> entries) {
    StringBuilder text = new StringBuilder();
    Consumer<TimelineEntry> add = line -> text.append(line.toText()).append('\n');
    entries.forEach(add);
    return text.toString();
  }
}
