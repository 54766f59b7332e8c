// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Chain;
import io.crossline.core.fault.FaultKind;
import io.crossline.core.fault.FaultPlan;
import io.crossline.core.fault.Faults;
import io.crossline.core.time.VirtualTime;
import io.crossline.core.trace.Elapsed;
import io.crossline.core.trace.Timeline;
import io.crossline.core.trace.TimelineEntry;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.messaging.Word;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Selector;
import io.crossline.starknet.l1.CoreCaller;
import io.crossline.starknet.l1.CoreEntry;
import io.crossline.starknet.l1.StarknetCore;
import io.crossline.starknet.l2.L2Chain;
import io.crossline.starknet.l2.Roles;
import io.crossline.starknet.tracking.Layer;
import io.crossline.starknet.tracking.MessageId;
import io.crossline.starknet.tracking.MessageStatus;
import io.crossline.starknet.tracking.MessageTracker;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starknet's two layers in one process under one virtual clock, on the real rules: L1 blocks with
 * the core contract, a sequencer that waits for confirmations, L2 blocks with handlers, and state
 * updates that settle them. The same calls always give the same run.
 *
 * <p>Time moves only in {@link #advance}, {@link #runUntil} and {@link #await}, each of which
 * returns what happened. A direct call on L1 is mined at once, in a block of its own.
 *
 * <p>Not thread-safe: one thread uses a network at a time.
 */
public final class StarknetNetwork implements AutoCloseable {
  private static final int LONGEST_WAIT_DAYS = 365;

  /** How far {@link #await} moves the clock if no limit is given: one day. */
  public static final Duration DEFAULT_LIMIT = Duration.ofDays(1);

  /**
   * How many L1 blocks can be lost at most: {@value}, two epochs, after which Ethereum finalizes.
   */
  public static final int MAX_L1_REORG = 64;

  private static final Logger LOG = LoggerFactory.getLogger(StarknetNetwork.class);

  /** How many more messages than last time before it pays to look which can be forgotten. */
  private static final int FORGET_STEP = 20_000;

  private final StarknetParameters parameters;
  private final VirtualTime time = new VirtualTime();
  private final Timeline timeline = new Timeline();
  private final FaultTeller faults;
  private final MessageBook book;
  private final Prover prover;
  private final L1Layer l1;
  private final L2Layer l2;
  private final L1Observer observer;
  private final L1Scraper scraper;
  private final Listeners listeners = new Listeners();
  private boolean automine = true;
  private int forgetFrom = Integer.MAX_VALUE;

  private StarknetNetwork(StarknetParameters parameters, FaultPlan plan) {
    this.parameters = parameters;
    faults = new FaultTeller(new Faults(plan), time, timeline);
    BlockInfo first = new BlockInfo(UInt64.ONE, now());
    // Neither hash means anything by itself: the core contract only compares them.
    UInt256 programHash = Selector.starknetKeccak("crossline program").toUInt256();
    UInt256 configHash = Selector.starknetKeccak("crossline config").toUInt256();
    prover = new Prover(programHash, configHash);
    l1 = new L1Layer(parameters, first, prover, programHash, configHash);
    book = new MessageBook(parameters.tracking(), parameters.genesis());
    listeners.add(new TrackerFeed(book.tracker()));
    l2 = new L2Layer(parameters, first, prover, book, timeline, listeners);
    l2.chain().guard(this::refusal);
    observer = new L1Observer(parameters, book, timeline, l2::handlerOf);
    scraper = new L1Scraper(parameters.core(), l2.sequencer(), time, faults);
    book.label(parameters.core(), "core");
    book.label(parameters.operator(), "operator");
    book.label(parameters.feeCollector(), "fee collector");
    time.every(parameters.l1BlockTime(), this::l1BlockDue);
    SequencerNode sequencer =
        new SequencerNode(l2, scraper, time, faults, parameters.l2BlockTime(), this::now);
    time.after(parameters.l2BlockTime(), sequencer::blockDue);
    OperatorNode operator =
        new OperatorNode(
            l1,
            l2,
            prover,
            time,
            faults,
            listeners,
            update -> core(parameters.operator()).transact(update),
            this::now);
    time.every(parameters.settlementInterval(), operator::settlementDue);
    LOG.info("a Starknet network starts, {}, core at {}", parameters.chain(), parameters.core());
  }

  /**
   * Starts a network with {@link StarknetParameters#DEFAULT}.
   *
   * @return the network, its clock at 0
   */
  public static StarknetNetwork create() {
    return create(StarknetParameters.DEFAULT);
  }

  /**
   * Starts a network.
   *
   * @param parameters how it is set up
   * @return the network, its clock at 0
   */
  public static StarknetNetwork create(StarknetParameters parameters) {
    return create(parameters, FaultPlan.NONE);
  }

  /**
   * Starts a network in which things go wrong.
   *
   * @param parameters how it is set up
   * @param plan what goes wrong; {@link StarknetHops} names where
   * @return the network, its clock at 0
   */
  public static StarknetNetwork create(StarknetParameters parameters, FaultPlan plan) {
    return new StarknetNetwork(parameters, plan);
  }

  /**
   * What goes wrong, to add to it while the network runs. {@link StarknetHops} names where.
   *
   * @return the faults
   */
  public Faults faults() {
    return faults.faults();
  }

  /**
   * Whether a direct call on L1 is mined at once, in a block of its own, as it is at first. If not,
   * it runs at once too, and is mined with the next block of L1; that block bears the time of its
   * first transaction.
   *
   * @param each true to mine each direct call
   */
  public void automine(boolean each) {
    automine = each;
  }

  /**
   * Forgets what is over, for runs of millions of messages: messages that are finished and that no
   * rollback can reach, and all but the latest lines of the timeline.
   *
   * @param lines how many lines of the timeline to keep; listeners are told of all
   */
  public void forgetFinished(int lines) {
    timeline.keepLatest(lines);
    forgetFrom = FORGET_STEP;
  }

  /**
   * How the network is set up.
   *
   * @return its parameters
   */
  public StarknetParameters parameters() {
    return parameters;
  }

  /**
   * The L1 chain, to deploy contracts on it and to read balances.
   *
   * @return the chain that holds the core contract
   */
  public Chain l1() {
    return l1.chain();
  }

  /**
   * The core contract, to read its state.
   *
   * @return the core contract
   */
  public StarknetCore core() {
    return l1.core();
  }

  /**
   * The core contract as one L1 contract or account sees it.
   *
   * @param caller who calls
   * @return its calls, each mined at once in a block of its own
   */
  public CoreCaller core(EthAddress caller) {
    return l1.core()
        .as(
            caller,
            new CoreEntry() {
              @Override
              public <T> Outcome<T> run(Supplier<Outcome<T>> transaction) {
                return onL1(transaction);
              }
            });
  }

  /**
   * Runs a transaction on L1 and mines it at once, in a block of its own, unless {@link #automine}
   * is off: how an account calls a contract of one's own, which may call the core contract.
   *
   * @param from who sends it
   * @param to the contract or account to call
   * @param value the coins to send along, in wei
   * @param calldata what to give the contract
   * @return return data and logs, or the revert
   */
  public Outcome<Bytes> transactOnL1(
      EthAddress from, EthAddress to, UInt256 value, Bytes calldata) {
    return onL1(() -> l1.chain().transact(from, to, value, calldata));
  }

  /**
   * The L2 chain, to read the storage of contracts.
   *
   * @return the chain that runs the handlers
   */
  public L2Chain l2() {
    return l2.chain();
  }

  /**
   * Puts coins into an account of L1 and gives it a name for the timeline.
   *
   * @param name what people call it
   * @param address its address
   * @param balance coins to add, in wei
   * @return the address
   */
  public EthAddress account(String name, EthAddress address, UInt256 balance) {
    book.label(address, name);
    l1.give(address, balance);
    return address;
  }

  /**
   * Deploys a contract on L2 at an address that follows from its name.
   *
   * @param name what people call it
   * @param handler the object with the {@code @L1Handler} methods
   * @param roles binds the roles that they name
   * @return its address
   */
  public Felt deploy(String name, Object handler, Consumer<Roles> roles) {
    Felt address = l2.chain().deploy(name, handler, roles);
    book.label(address, name);
    return address;
  }

  /**
   * Deploys a contract on L2.
   *
   * @param name what people call it
   * @param address where
   * @param handler the object with the {@code @L1Handler} methods
   * @param roles binds the roles that they name
   * @return the address
   */
  public Felt deploy(String name, Felt address, Object handler, Consumer<Roles> roles) {
    l2.chain().deploy(address, handler, roles);
    book.label(address, name);
    return address;
  }

  /**
   * What the clock shows.
   *
   * @return the time since the network was started
   */
  public Duration time() {
    return time.now();
  }

  /**
   * Reorganises L1: its latest blocks are lost with all their transactions, and empty blocks with
   * the same numbers and times take their places. What was sent, requested, cancelled or settled in
   * them is so no more, and nobody sends it again. The clock does not move, and L2 stays as it is;
   * if it ran a message that L1 has lost, the next state update is refused and takes L2 back.
   *
   * <p>What runs in the open block, where {@link #automine} is off, is lost too. Contracts stay
   * deployed, and coins given with {@link #account} stay given: neither is a transaction.
   *
   * @param blocks how many of the latest blocks; from 1 to {@link #MAX_L1_REORG}, and no more than
   *     there are
   * @return what it changed
   * @throws IllegalArgumentException if there are not so many blocks that can be lost
   */
  public List<TimelineEntry> reorgL1(int blocks) {
    if (blocks < 1 || blocks > l1.undoable()) {
      throw new IllegalArgumentException(
          "L1: found a reorganisation of "
              + blocks
              + " blocks, must be from 1 to "
              + l1.undoable()
              + " (of the latest "
              + MAX_L1_REORG
              + ", those that there are)");
    }
    int before = timeline.size();
    reorganise(blocks);
    return timeline.since(before);
  }

  private void reorganise(int blocks) {
    List<Block> empty = l1.reorganise(blocks);
    UInt64 last = empty.get(0).info().number().minus(UInt64.ONE);
    scraper.reorganised(last);
    prover.l1RolledBackTo(last);
    listeners.takenBack(Layer.L1, last);
    empty.forEach(listeners::l1Block);
    observer.reorganised(empty, time.now());
    empty.forEach(scraper::finished);
  }

  /**
   * All that happened so far.
   *
   * @return the timeline
   */
  public Timeline timeline() {
    return timeline;
  }

  /**
   * Moves the clock.
   *
   * @param by how far
   * @return what happened meanwhile
   */
  public List<TimelineEntry> advance(Duration by) {
    int before = timeline.size();
    time.advance(by);
    return timeline.since(before);
  }

  /**
   * Moves the clock until a condition holds.
   *
   * @param condition asked after each event
   * @param limit how far the clock may move
   * @return whether it holds, and what happened meanwhile
   */
  public Elapsed runUntil(BooleanSupplier condition, Duration limit) {
    int before = timeline.size();
    boolean reached = time.runUntil(condition, limit);
    return new Elapsed(reached, timeline.since(before));
  }

  /**
   * Moves the clock until a layer has finished so many blocks more.
   *
   * @param layer which chain
   * @param count how many blocks
   * @return what happened meanwhile
   */
  public List<TimelineEntry> advanceBlocks(Layer layer, long count) {
    BlockCount counter = new BlockCount(layer);
    listeners.add(counter);
    try {
      return runUntil(() -> counter.blocks >= count, Duration.ofDays(LONGEST_WAIT_DAYS)).entries();
    } finally {
      listeners.remove(counter);
    }
  }

  /**
   * Moves the clock until a message to L2 has a status, a day at most.
   *
   * @param message the message
   * @param status the status to wait for
   * @return what happened meanwhile
   * @throws StatusNotReachedException if it does not get there in time, or cannot any more
   */
  public List<TimelineEntry> await(L1ToL2Message message, MessageStatus status) {
    MessageId id = MessageId.toL2(message.hash());
    return await(id.toString(), () -> book.report(id), status, DEFAULT_LIMIT);
  }

  /**
   * Moves the clock until a message to L1 has a status, a day at most.
   *
   * @param message the message; of equal ones the last that was sent
   * @param status the status to wait for
   * @return what happened meanwhile
   * @throws StatusNotReachedException if it does not get there in time, or cannot any more
   */
  public List<TimelineEntry> await(L2ToL1Message message, MessageStatus status) {
    Supplier<Optional<MessageReport>> last =
        () ->
            book.tracker().states(message).stream()
                .reduce((earlier, later) -> later)
                .flatMap(state -> book.report(state.id()));
    return await(message.toString(), last, status, DEFAULT_LIMIT);
  }

  /**
   * Moves the clock until a message has a status.
   *
   * @param name the short name of the message in the timeline, such as {@code m1}; it may not be
   *     there yet
   * @param status the status to wait for
   * @param limit how far the clock may move
   * @return what happened meanwhile
   * @throws StatusNotReachedException if it does not get there in time, or cannot any more
   */
  public List<TimelineEntry> await(String name, MessageStatus status, Duration limit) {
    return await(name, () -> book.named(name), status, limit);
  }

  private List<TimelineEntry> await(
      String name,
      Supplier<Optional<MessageReport>> message,
      MessageStatus status,
      Duration limit) {
    int before = timeline.size();
    BooleanSupplier over =
        () ->
            message
                .get()
                .map(
                    report ->
                        report.status() == status || !Outlook.canReach(report.state(), status))
                .orElse(false);
    time.runUntil(over, limit);
    Optional<MessageReport> report = message.get();
    if (report.isEmpty() || report.get().status() != status) {
      throw new StatusNotReachedException(name, status, limit, report);
    }
    return timeline.since(before);
  }

  /**
   * Every message so far.
   *
   * @return a report of each, in the order in which they were sent
   */
  public List<MessageReport> messages() {
    return book.reports();
  }

  /**
   * The messages that a contract on L2 sent and that were not rolled back.
   *
   * @param from the sender
   * @return its messages, in order
   */
  public List<L2ToL1Message> messagesFrom(Felt from) {
    return book.sentToL1(from);
  }

  /**
   * Shows a tracker every block of both layers from now on, and every rollback. Begin before the
   * first message, and use {@link StarknetParameters#tracking}, which reach as far back as the
   * network can.
   *
   * @param tracker the tracker; it has seen nothing yet
   */
  public void follow(MessageTracker tracker) {
    listen(new TrackerFeed(tracker));
  }

  /**
   * Shows somebody every block of both layers from now on, what is taken back, and every state
   * update.
   *
   * @param listener who is shown it
   */
  public void listen(NetworkListener listener) {
    listeners.add(listener);
  }

  /**
   * What people call an address.
   *
   * @param address the address
   * @return its name, or its text form shortened
   */
  public String labelOf(Word address) {
    return book.labelOf(address);
  }

  /**
   * Nothing has to be released; here so that a network can stand in a try block and be given more
   * to release later.
   */
  @Override
  public void close() {
    LOG.info("a Starknet network ends at {}", time.now());
  }

  private <T> Outcome<T> onL1(Supplier<Outcome<T>> call) {
    if (l1.chain().isBlockEmpty()) {
      l1.chain().restamp(now());
    }
    Outcome<T> outcome = call.get();
    if (automine) {
      mine();
    }
    return outcome;
  }

  private void l1BlockDue() {
    mine();
    faults
        .strikes(StarknetHops.L1, "L1", l1.head(), FaultKind.REORG)
        .ifPresent(fault -> reorganise(Math.min(fault.amount(), l1.undoable())));
  }

  private void mine() {
    Block block = l1.mine(now());
    book.cancellationDelay(l1.core().messageCancellationDelay());
    listeners.l1Block(block);
    observer.observe(block, time.now());
    scraper.finished(block);
    if (block.info().number().compareTo(UInt64.of(MAX_L1_REORG)) > 0) {
      UInt64 last = block.info().number().minus(UInt64.of(MAX_L1_REORG));
      prover.fixed(last);
      listeners.finalized(Layer.L1, last);
    }
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
}
