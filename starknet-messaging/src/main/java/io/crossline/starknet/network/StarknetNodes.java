// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Receipt;
import io.crossline.core.fault.FaultPlan;
import io.crossline.core.fault.FaultPoints;
import io.crossline.core.fault.Faults;
import io.crossline.core.network.DurableClock;
import io.crossline.core.network.NetworkEvents;
import io.crossline.core.network.NetworkHost;
import io.crossline.core.network.NetworkStore;
import io.crossline.core.time.VirtualTime;
import io.crossline.core.trace.TimelineLog;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.Selector;
import io.crossline.starknet.cairo.CairoAbis;
import io.crossline.starknet.event.CoreEvent;
import io.crossline.starknet.event.CoreEvents;
import io.crossline.starknet.event.LogStateUpdate;
import io.crossline.starknet.l1.UpdateState;
import io.crossline.starknet.network.NetworkEvent.BlocksFinalized;
import io.crossline.starknet.network.NetworkEvent.BlocksTakenBack;
import io.crossline.starknet.network.NetworkEvent.L1BlockFinished;
import io.crossline.starknet.tracking.Layer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The two chains of a network and the processes between them: what goes on by itself. */
final class StarknetNodes {
  private CairoAbis abis = CairoAbis.NONE;

  /** How many more messages than last time before it pays to look which can be forgotten. */
  private static final int FORGET_STEP = 20_000;

  private final StarknetParameters parameters;
  private final NetworkHost<NetworkEvent, NetworkListener> host;
  private final VirtualTime time;
  private final FaultTeller faults;
  private final MessageRegistry book;
  private final Prover prover;
  private final L1Layer l1;
  private final L2Layer l2;
  private final L1Observer observer;
  private final L1Scraper scraper;
  private final SequencerNode sequencer;
  private final NetworkEvents<NetworkEvent, NetworkListener> events;
  private boolean automine = true;
  private int forgetFrom = Integer.MAX_VALUE;

  StarknetNodes(
      StarknetParameters parameters,
      FaultPlan plan,
      NetworkHost<NetworkEvent, NetworkListener> host,
      Function<UpdateState, Outcome<LogStateUpdate>> operator) {
    this.parameters = parameters;
    this.host = host;
    DurableClock clock = host.clock();
    TimelineLog timeline = host.timeline();
    NetworkStore store = host.store();
    time = clock.time();
    events = host.events();
    FaultPoints points = new StarknetFaultPoints(() -> l2().chain());
    faults = new FaultTeller(new Faults(plan, time.now(), points), time, timeline);
    BlockInfo first = new BlockInfo(UInt64.ONE, now());
    // Neither hash means anything by itself: the core contract only compares them.
    UInt256 programHash = Selector.starknetKeccak("crossline program").toUInt256();
    UInt256 configHash = Selector.starknetKeccak("crossline config").toUInt256();
    prover = new Prover(programHash, configHash, store.state());
    l1 = new L1Layer(parameters, first, prover, programHash, configHash, store);
    NameBook names = new NameBook(store.state());
    book = new MessageRegistry(parameters, store, names);
    events.inside().add(new TrackerFeed(book.tracker()));
    l2 = new L2Layer(parameters, first, prover, book, timeline, events, store);
    l2.chain().guard(this::refusal);
    observer = new L1Observer(parameters, book, timeline, new Names());
    scraper = new L1Scraper(parameters.core(), l2.sequencer(), time, faults, store.state());
    names.label(parameters.core(), "core");
    names.label(parameters.operator(), "operator");
    names.label(parameters.feeCollector(), "fee collector");
    clock.every("L1", parameters.l1BlockTime(), this::l1BlockDue);
    sequencer = new SequencerNode(l2, scraper, clock, faults, parameters.l2BlockTime(), this::now);
    OperatorNode settling =
        new OperatorNode(l1, l2, prover, time, faults, events, operator, this::now);
    clock.every("settlement", parameters.settlementInterval(), settling::settlementDue);
  }

  /** Everything is in its place: goes on where an earlier process ended, if there was one. */
  void begin() {
    if (host.store().isReopened()) {
      restore();
    }
    host.clock().start();
    host.begin(
        List.of(l1.chain(), l2.chain(), book),
        () -> l1.chain().isRunning() || l2.chain().isRunning(),
        () -> {},
        () -> {});
  }

  private void restore() {
    scraper.restore(l1.chain().restored());
    sequencer.restore(now());
    book.catchUp();
    book.cancellationDelay(l1.core().messageCancellationDelay());
  }

  FaultTeller faults() {
    return faults;
  }

  MessageRegistry book() {
    return book;
  }

  L1Layer l1() {
    return l1;
  }

  L2Layer l2() {
    return l2;
  }

  void automine(boolean each) {
    automine = each;
  }

  void forgetFinished() {
    forgetFrom = FORGET_STEP;
  }

  /** Runs a direct call on L1. */
  <T> Outcome<T> onL1(Supplier<Outcome<T>> call) {
    if (l1.chain().isBlockEmpty()) {
      l1.chain().restamp(now());
    }
    Outcome<T> outcome = call.get();
    if (automine) {
      mine();
    }
    return outcome;
  }

  void reorganise(int blocks) {
    List<Block<Receipt>> empty = l1.reorganise(blocks);
    UInt64 last = empty.get(0).info().number().minus(UInt64.ONE);
    scraper.reorganised(last);
    prover.l1RolledBackTo(last);
    events.happened(new BlocksTakenBack(Layer.L1, last), 0);
    empty.forEach(block -> events.happened(new L1BlockFinished(block), 0));
    observer.reorganised(empty, time.now());
    empty.forEach(block -> scraper.finished(block.info(), List.of()));
  }

  private void l1BlockDue() {
    mine();
    faults
        .strikes(StarknetHops.L1, "L1", l1.head())
        .ifPresent(fault -> reorganise(Math.min(fault.amount(), l1.undoable())));
  }

  private void mine() {
    Block<Receipt> block = l1.mine(now());
    book.cancellationDelay(l1.core().messageCancellationDelay());
    events.happened(new L1BlockFinished(block), block.receipts().size());
    List<CoreEvent> said = CoreEvents.decodeAll(parameters.core(), block.logs());
    Books.agree(l1.core(), book.tracker(), said);
    observer.observe(block, said, time.now());
    scraper.finished(block.info(), said);
    if (block.info().number().compareTo(UInt64.of(StarknetNetwork.MAX_L1_REORG)) > 0) {
      UInt64 last = block.info().number().minus(UInt64.of(StarknetNetwork.MAX_L1_REORG));
      prover.fixed(last);
      events.happened(new BlocksFinalized(Layer.L1, last), 0);
    }
    l1.notNeededBefore(scraper.firstNeeded());
    if (book.size() > forgetFrom) {
      book.forgetFinished();
      forgetFrom = book.size() + FORGET_STEP;
    }
  }

  private Optional<String> refusal(Felt contract, String handler) {
    if (!faults.faults().handlerFails(contract, handler, time.now())) {
      return Optional.empty();
    }
    String what = book.labelOf(contract) + "." + handler + " fails";
    faults.tell("L2", l2.chain().block().number(), what);
    return Optional.of("fault");
  }

  private UInt64 now() {
    return UInt64.of(parameters.genesis().getEpochSecond() + time.now().toSeconds());
  }

  /** In which words the timeline tells messages from now on. */
  void tellBy(CairoAbis told) {
    abis = told;
  }

  /** What people call handlers, and what they are given. */
  private final class Names implements L1Observer.L2Names {
    @Override
    public String handler(L1ToL2Message message) {
      return l2.handlerOf(message);
    }

    @Override
    public String arguments(L1ToL2Message message) {
      return abis.tell(message).map(CairoAbis.Told::toString).orElse("");
    }
  }
}
