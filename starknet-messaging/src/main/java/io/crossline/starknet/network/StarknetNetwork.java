// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.core.fault.FaultPlan;
import io.crossline.core.fault.Faults;
import io.crossline.core.network.Network;
import io.crossline.core.network.NetworkHost;
import io.crossline.core.network.StatusNotReachedException;
import io.crossline.core.trace.TimelineEntry;
import io.crossline.messaging.Word;
import io.crossline.messaging.spi.MessagingMetrics;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.cairo.CairoAbis;
import io.crossline.starknet.l1.StarknetCore;
import io.crossline.starknet.l2.L2View;
import io.crossline.starknet.tracking.Layer;
import io.crossline.starknet.tracking.MessageId;
import io.crossline.starknet.tracking.MessageStatus;
import io.crossline.starknet.tracking.MessageTracker;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starknet's two layers in one process under one virtual clock, on the real rules: L1 blocks with
 * the core contract, a sequencer that waits for confirmations, L2 blocks with handlers, and state
 * updates that settle them. The same calls always give the same run.
 *
 * <p>Time moves only in {@link #advance}, {@link #advanceBlocks}, {@link #runUntil} and {@link
 * #await}, each of which returns what happened. A direct call on L1 is mined at once, in a block of
 * its own.
 *
 * <p>Threads may share it as {@link Network} says.
 */
public final class StarknetNetwork extends StarknetTransactions {
  /** How far {@link #await} moves the clock if no limit is given: one day. */
  public static final Duration DEFAULT_LIMIT = Duration.ofDays(1);

  /** How many L1 blocks can be lost: {@value}, two epochs, after which Ethereum finalizes. */
  public static final int MAX_L1_REORG = 64;

  private static final Duration LONGEST_WAIT = Duration.ofDays(365);
  private static final Logger LOG = LoggerFactory.getLogger(StarknetNetwork.class);

  StarknetNetwork(
      StarknetParameters parameters,
      FaultPlan plan,
      NetworkHost<NetworkEvent, NetworkListener> host,
      MessagingMetrics metrics) {
    super(parameters, plan, host);
    if (metrics != MessagingMetrics.NONE) {
      MessageBacklog backlog = new MessageBacklog(book.tracker(), parameters.genesis());
      backlog.begin();
      book.watch(backlog);
      host.meter(metrics, told -> backlog.tell(told, time()));
    }
    nodes.begin();
    LOG.info(
        "a Starknet network {} at {}, {}, core at {}",
        isReopened() ? "goes on" : "starts",
        time(),
        parameters.chain(),
        parameters.core());
  }

  /**
   * Begins to describe a network.
   *
   * @param parameters how it is set up; the same each time that it is opened on a store
   * @return a builder
   */
  public static StarknetNetworkBuilder builder(StarknetParameters parameters) {
    return new StarknetNetworkBuilder(parameters);
  }

  /** Starts a network with {@link StarknetParameters#DEFAULT}, its clock at 0. */
  public static StarknetNetwork create() {
    return create(StarknetParameters.DEFAULT);
  }

  /** Starts a network, its clock at 0. */
  public static StarknetNetwork create(StarknetParameters parameters) {
    return builder(parameters).start();
  }

  /** What goes wrong; {@link StarknetHops} names where. */
  @Override
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
    timeline().keepLatest(lines);
    if (!writer.isDurable()) {
      nodes.forgetFinished();
    }
  }

  /**
   * Tells messages to L2 in the words of ABIs from now on: the timeline shows what a handler is
   * given by the names of its parameters. No store keeps it.
   *
   * @param abis the ABIs of contracts on L2
   */
  public void tellBy(CairoAbis abis) {
    writer.run(() -> nodes.tellBy(abis));
  }

  /** How the network is set up. */
  public StarknetParameters parameters() {
    return parameters;
  }

  /** The core contract, to read its state. */
  public StarknetCore core() {
    writer.requireSafe();
    return nodes.l1().core();
  }

  /** The L2 chain, to be read. */
  public L2View l2() {
    writer.requireSafe();
    return nodes.l2().chain();
  }

  /**
   * What was sent, requested, cancelled or settled in the lost blocks of L1 is so no more, and
   * nobody sends it again. The clock does not move, and L2 stays as it is; if it ran a message that
   * L1 has lost, the next state update is refused and takes L2 back. At most {@link #MAX_L1_REORG}
   * blocks can be lost.
   *
   * <p>What runs in the open block, where {@link #automine} is off, is lost too. Contracts stay
   * deployed, and coins given with {@link #account} stay given: neither is a transaction.
   */
  @Override
  protected void lose(int blocks) {
    nodes.reorganise(nodes.l1().requireUndoable(blocks));
  }

  /** Moves the clock until a layer has finished so many blocks more. */
  public List<TimelineEntry> advanceBlocks(Layer layer, long count) {
    int before = timeline().size();
    BlockCount counter = new BlockCount(layer);
    host.events().inside().add(counter);
    try {
      host.until(() -> counter.blocks >= count, LONGEST_WAIT);
    } finally {
      host.events().inside().remove(counter);
    }
    return timeline().since(before);
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

  /** The same for a message to L1; of equal ones the last that was sent. */
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
    int before = timeline().size();
    host.await(name, message, status, limit);
    return timeline().since(before);
  }

  @Override
  public List<MessageReport> messages() {
    return writer.read(book::reports);
  }

  /**
   * The messages that a contract on L2 sent and that were not rolled back.
   *
   * @param from the sender
   * @return its messages, in order
   */
  public List<L2ToL1Message> messagesFrom(Felt from) {
    return writer.read(() -> book.sentToL1(from));
  }

  /**
   * Shows a tracker every block of both layers from now on, and every rollback. Begin before the
   * first message, with {@link StarknetParameters#tracking}, which reach as far back as needed.
   *
   * @param tracker the tracker; it has seen nothing yet
   */
  public void follow(MessageTracker tracker) {
    listen(new TrackerFeed(tracker));
  }

  /** What people call an address: its name, or its text form shortened. */
  public String labelOf(Word address) {
    return book.labelOf(address);
  }

  MessageRegistry book() {
    return book;
  }
}
