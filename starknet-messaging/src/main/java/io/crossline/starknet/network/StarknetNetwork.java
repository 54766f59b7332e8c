// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.core.chain.Chain;
import io.crossline.core.fault.FaultPlan;
import io.crossline.core.fault.Faults;
import io.crossline.core.store.Commits;
import io.crossline.core.store.DifferentSetupException;
import io.crossline.core.store.MissingContractsException;
import io.crossline.core.store.Outbox;
import io.crossline.core.trace.Elapsed;
import io.crossline.core.trace.Timeline;
import io.crossline.core.trace.TimelineEntry;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.Word;
import io.crossline.messaging.spi.MessagingMetrics;
import io.crossline.messaging.store.StateStore;
import io.crossline.messaging.store.StoreException;
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

  private final StarknetParameters parameters;
  private final NetworkStore store;
  private final StarknetNodes nodes;
  private final DeployedContracts contracts;
  private final Commits commits;
  private final Awaiting awaiting;
  private final Timeline timeline;
  private final MessageBook book;

  private StarknetNetwork(
      StarknetParameters parameters, FaultPlan plan, NetworkStore store, MessagingMetrics metrics) {
    this.parameters = parameters;
    this.store = store;
    nodes =
        new StarknetNodes(
            parameters, plan, store, update -> core(parameters.operator()).transact(update));
    contracts = new DeployedContracts(store.state());
    timeline = nodes.timeline();
    book = nodes.book();
    commits = new Commits(store.store(), "the Starknet network");
    nodes.keepIn(commits);
    awaiting = new Awaiting(nodes.clock().time(), commits, contracts, book, timeline);
    if (metrics != MessagingMetrics.NONE) {
      Backlog backlog = new Backlog(book.tracker());
      book.watch(backlog);
      commits.meter(metrics, told -> backlog.tell(told, parameters.genesis(), time()));
    }
    nodes.begin();
    // What it was set up with is safe before anything else.
    commits.run(() -> {});
    LOG.info(
        "a Starknet network {} at {}, {}, core at {}",
        store.isReopened() ? "goes on" : "starts",
        time(),
        parameters.chain(),
        parameters.core());
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
    return new StarknetNetwork(parameters, plan, NetworkStore.none(), MessagingMetrics.NONE);
  }

  /**
   * Starts a network in a store, or goes on with the one that is there.
   *
   * <p>What a call did is safe in the store when the call returns; a long one commits on its way
   * too, always between two events of the clock. Opened again, the network is what it was at the
   * last commit: clock, blocks, balances, storage, statuses and names of messages, and when its
   * processes are due. What real nodes lose with their processes is lost: proofs that were not sent
   * yet, faults under way or given by hand, what the sequencer had read of L1 (it reads it again).
   * The timeline begins empty. No handler runs again for a message whose effect was committed.
   *
   * <p>Contracts are code, which no store keeps: deploy them again, on both layers, at the same
   * addresses and before anything else. The clock does not move while one of L2 is missing: {@link
   * MissingContractsException}. One of L1 that is missing is an account without code, and blocks in
   * which it wrote to tables of its own cannot be lost before it is there. An {@link #account} is
   * there with its coins and its name; asking for it again gives it coins again. {@link
   * #isReopened} tells which it is.
   *
   * <p>If a commit fails, the network stops: every further call throws a {@link StoreException}.
   *
   * @param parameters how it is set up; the same as the first time
   * @param plan what goes wrong. When the network goes on, chance follows from the seed and the
   *     clock, and faults at given points up to that time are taken to have struck
   * @param store where it is kept, with nothing else of this or another network; whoever opened it
   *     closes it, after the network
   * @return the network
   * @throws DifferentSetupException if the store holds a network that is set up otherwise
   * @throws StoreException if the store cannot be read or written
   */
  public static StarknetNetwork create(
      StarknetParameters parameters, FaultPlan plan, StateStore store) {
    return create(parameters, plan, store, MessagingMetrics.NONE);
  }

  /**
   * Starts a network in a store, or goes on with the one that is there, as {@link
   * #create(StarknetParameters, FaultPlan, StateStore)} does.
   *
   * @param parameters how it is set up; the same as the first time
   * @param plan what goes wrong
   * @param store where it is kept
   * @param metrics is told how messaging goes
   * @return the network
   * @throws DifferentSetupException if the store holds a network that is set up otherwise
   * @throws StoreException if the store cannot be read or written
   */
  public static StarknetNetwork create(
      StarknetParameters parameters, FaultPlan plan, StateStore store, MessagingMetrics metrics) {
    return new StarknetNetwork(parameters, plan, NetworkStore.open(store, parameters), metrics);
  }

  /**
   * Whether a store held the network already when it was created here.
   *
   * @return false if it began with this object
   */
  public boolean isReopened() {
    return store.isReopened();
  }

  /**
   * What listeners were told, kept with what it tells of: read on behind any number, and {@link
   * NetworkEvent#decode} what is there. Reading it is thread-safe.
   *
   * @return the events that are safe; nothing if the network is in no store
   */
  public Optional<Outbox> outbox() {
    return store.outbox();
  }

  /**
   * Tells a listener of everything that is safe and lies behind a number, such as an auditor after
   * a crash. What happens from now on it is told by {@link #listen}.
   *
   * @param after the number of the last event that it knows, 0 for none
   * @param listener who is told
   * @return the number of the last event that it knows now
   * @throws IllegalStateException if the network is not in a store
   */
  public long replay(long after, NetworkListener listener) {
    if (!commits.isDurable()) {
      throw new IllegalStateException(
          "the network is in no store, so it keeps no events: listen to it instead");
    }
    return nodes.replay(after, listener);
  }

  /**
   * What goes wrong, to add to it while the network runs. {@link StarknetHops} names where.
   *
   * @return the faults
   */
  public Faults faults() {
    return nodes.faults().faults();
  }

  /**
   * Whether a direct call on L1 is mined at once, in a block of its own, as it is at first. If not,
   * it runs at once too, and is mined with the next block of L1; that block bears the time of its
   * first transaction. No store keeps this choice.
   *
   * @param each true to mine each direct call
   */
  public void automine(boolean each) {
    nodes.automine(each);
  }

  /**
   * Forgets what is over, for runs of millions of messages: messages that are finished and that no
   * rollback can reach, and all but the latest lines of the timeline. In a store all messages are
   * kept, because their history is what the network is restored from: there, only lines are
   * forgotten.
   *
   * @param lines how many lines of the timeline to keep; listeners are told of all
   */
  public void forgetFinished(int lines) {
    timeline.keepLatest(lines);
    if (!commits.isDurable()) {
      nodes.forgetFinished();
    }
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
   * The L1 chain, to deploy contracts on it and to read balances. What is done on it directly is
   * committed with the next call on the network.
   *
   * @return the chain that holds the core contract
   */
  public Chain l1() {
    commits.requireSafe();
    return nodes.l1().chain();
  }

  /**
   * The core contract, to read its state.
   *
   * @return the core contract
   */
  public StarknetCore core() {
    commits.requireSafe();
    return nodes.l1().core();
  }

  /**
   * The core contract as one L1 contract or account sees it.
   *
   * @param caller who calls
   * @return its calls, each mined at once in a block of its own
   */
  public CoreCaller core(EthAddress caller) {
    return nodes
        .l1()
        .core()
        .as(
            caller,
            new CoreEntry() {
              @Override
              public <T> Outcome<T> run(Supplier<Outcome<T>> transaction) {
                return commits.call(() -> nodes.onL1(transaction));
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
    return commits.call(
        () -> nodes.onL1(() -> nodes.l1().chain().transact(from, to, value, calldata)));
  }

  /**
   * The L2 chain, to read the storage of contracts.
   *
   * @return the chain that runs the handlers
   */
  public L2Chain l2() {
    commits.requireSafe();
    return nodes.l2().chain();
  }

  /**
   * Puts coins into an account of L1 and gives it a name for the timeline. Each call gives the
   * coins, also if a store holds the account already; see {@link #isReopened}.
   *
   * @param name what people call it
   * @param address its address
   * @param balance coins to add, in wei
   * @return the address
   */
  public EthAddress account(String name, EthAddress address, UInt256 balance) {
    commits.run(
        () -> {
          book.names().label(address, name);
          nodes.l1().give(address, balance);
        });
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
    return deploy(name, Selector.starknetKeccak(name), handler, roles);
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
    commits.run(
        () -> {
          nodes.l2().chain().deploy(address, handler, roles);
          contracts.deployed(address, name);
          book.names().label(address, name);
        });
    return address;
  }

  /**
   * What the clock shows.
   *
   * @return the time since the network was started
   */
  public Duration time() {
    return nodes.clock().time().now();
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
    int undoable = nodes.l1().undoable();
    if (blocks < 1 || blocks > undoable) {
      throw new IllegalArgumentException(
          "L1: found a reorganisation of "
              + blocks
              + " blocks, must be from 1 to "
              + undoable
              + " (of the latest "
              + MAX_L1_REORG
              + ", those that there are)");
    }
    int before = timeline.size();
    commits.run(() -> nodes.reorganise(blocks));
    return timeline.since(before);
  }

  /**
   * All that happened so far, since this object was created.
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
    awaiting.advance(by);
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
    boolean reached = awaiting.until(condition, limit);
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
    Listeners listeners = nodes.events().inside();
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
    return awaiting.message(message, status, DEFAULT_LIMIT);
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
    return awaiting.message(message, status, DEFAULT_LIMIT);
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
    return awaiting.named(name, status, limit);
  }

  /**
   * Every message so far.
   *
   * @return a report of each, in the order in which they were sent
   */
  public List<MessageReport> messages() {
    commits.requireSafe();
    return book.reports();
  }

  /**
   * The messages that a contract on L2 sent and that were not rolled back.
   *
   * @param from the sender
   * @return its messages, in order
   */
  public List<L2ToL1Message> messagesFrom(Felt from) {
    commits.requireSafe();
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
   * update: at once, or, if the network is in a store, as soon as it is safe there, and before the
   * call that it happened in returns. What is safe and was not told because the process ended,
   * {@link #replay} tells.
   *
   * @param listener who is shown it
   */
  public void listen(NetworkListener listener) {
    nodes.events().outside().add(listener);
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

  /** Commits for the last time. The store stays open, for who opened it. */
  @Override
  public void close() {
    commits.close();
    LOG.info("a Starknet network ends at {}", time());
  }

  MessageBook book() {
    return book;
  }
}
