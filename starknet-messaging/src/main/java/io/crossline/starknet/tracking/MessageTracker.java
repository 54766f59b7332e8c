// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import io.crossline.core.follow.BlockOutOfReachException;
import io.crossline.core.follow.ConflictingBlockException;
import io.crossline.core.follow.DifferentContentException;
import io.crossline.core.follow.FollowException;
import io.crossline.core.follow.MissingBlockException;
import io.crossline.core.state.Durable;
import io.crossline.core.state.State;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt64;
import io.crossline.messaging.store.WriteBatch;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.tracking.MessageState.Cancellation;
import io.crossline.starknet.tracking.TrackedHash.Evidence;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Follows both layers and knows where each message is. It is given every block of L1 and of L2,
 * each layer in order and without gaps, the layers in any order relative to each other: a handler
 * may be seen to run before the log of its message, a settlement before the L2 block. What it says
 * in the end depends on the blocks alone, not on how the layers took turns.
 *
 * <p>How this works: a tracker has two halves. The queue between the core contract and L2 follows
 * the blocks; a block says facts (a log, a receipt), each of one message hash. The messages know no
 * block, only the facts that the queue tells them, and up to which block nothing can be taken back.
 * So a fact is noted in two places: with the block, so that it can be taken back with it, and with
 * the message. From all facts of a message, in an order that does not depend on when they came,
 * follows its path of statuses. When a fact comes or goes, the path is derived anew, and the
 * listener is told of the steps by which it differs from the one before. For example, L2 is seen
 * first: block 7 says that message m was handled, so its path is ACCEPTED_ON_L2 alone. Then L1's
 * block 3 says that m was sent, and the path becomes SENT, ACCEPTED_ON_L2. If L2's block 7 is taken
 * back, its last step is retracted. Confirmations are a fact of the block that gives the last one.
 *
 * <p>When a chain is reorganised, {@link #rollbackTo} takes its last blocks back, and with them the
 * changes that rested on them. A block that is appended twice counts once.
 *
 * <p>It knows what logs and receipts show. It does not see a request for cancellation that failed,
 * a consumption by the mock contract (which emits nothing), or, unless {@link
 * ObservedL2Block#leftOut} tells, that a sequencer leaves a message out by its own policy. A
 * message whose sending came before the first block is known from its first later event on; of
 * equal messages from L2 it is then not known which came first.
 *
 * <p>Memory grows with the messages until {@link #forgetFinished} is called, and with the blocks
 * that can be taken back, up to the limits of the settings. Appending costs a hash per message and
 * event.
 *
 * <p>Not thread-safe: one thread uses a tracker at a time.
 */
public final class MessageTracker implements Durable {
  private static final String EVENTS = "events";
  private static final String CHANGES = "changes";

  private final TrackerSettings settings;
  private final TrackerRows rows;
  private final ChangeLog log;
  private final TrackedMessages messages;
  private final CoreQueue queue;

  private Duration cancellationDelay;

  /**
   * Creates a tracker that has seen nothing.
   *
   * @param settings what cannot be read from logs
   * @param listener is told of each change
   */
  public MessageTracker(TrackerSettings settings, TrackerListener listener) {
    this(settings, listener, new State(), message -> Felt.ZERO);
  }

  /**
   * Goes on with what a state holds, and keeps there what it knows: a row for each message, read
   * when the message is asked for, and one for each block that can be taken back. Whoever commits
   * the state {@link #collect}s before.
   *
   * @param settings what cannot be read from logs
   * @param listener is told of each change that is not told yet
   * @param state where the rows are; without a store nothing is kept
   * @param transactionHash gives the hash of the L1_HANDLER transaction that a message became
   */
  public MessageTracker(
      TrackerSettings settings,
      TrackerListener listener,
      State state,
      Function<? super L1ToL2Message, Felt> transactionHash) {
    this.settings = settings;
    this.rows = new TrackerRows(state, transactionHash);
    this.log = new ChangeLog(listener, rows.position(CHANGES));
    this.messages = new TrackedMessages(log, rows);
    this.queue = new CoreQueue(settings, rows, messages);
    this.cancellationDelay = settings.cancellationDelay();
  }

  /**
   * How far the events of a network were taken in, of what the state holds.
   *
   * @return the number that was given last, 0 at first
   */
  public long position() {
    return rows.position(EVENTS);
  }

  /**
   * Takes note of how far the events of a network are taken in.
   *
   * @param event the number of the last one
   */
  public void position(long event) {
    rows.position(EVENTS, event);
  }

  @Override
  public void collect(WriteBatch batch) {
    rows.position(CHANGES, log.sequence());
    rows.collect(batch);
  }

  /**
   * Takes in the next block of L1.
   *
   * @param block the block; the first one may have any number
   * @return whether it was new; false if it was appended before
   * @throws ConflictingBlockException if another block is known at its number, or as its parent
   * @throws DifferentContentException if the same block is known with other content
   * @throws MissingBlockException if a block in front of it is missing
   * @throws BlockOutOfReachException if its number is below those that are remembered
   * @throws MalformedInputException if a log of the core contract cannot be decoded, or the
   *     timestamp is before that of the parent
   */
  public boolean append(ObservedL1Block block) {
    return appendL1(block.info().number(), block);
  }

  /**
   * Takes in a block of L1 together with blocks before it that an answer to {@code eth_getLogs}
   * says are without logs of the core contract, so that nobody has to fetch the headers of a long
   * range in which nothing happened. What one of them confirms counts as confirmed by the last
   * block.
   *
   * @param first the number of the first of these blocks: the one after the latest known block
   * @param last the last block; its parent's hash is not compared, unless it is the first too
   * @return whether it was new; false if it was appended before
   * @throws FollowException as {@link #append(ObservedL1Block)} does
   * @throws IllegalArgumentException if the first is behind the last
   */
  public boolean appendWithNothingSince(UInt64 first, ObservedL1Block last) {
    return appendL1(first, last);
  }

  private boolean appendL1(UInt64 first, ObservedL1Block block) {
    log.requireIdle();
    boolean isNew = queue.append(first, block);
    log.tell();
    return isNew;
  }

  /**
   * Takes in the next block of L2.
   *
   * @param block the block; the first one may have any number
   * @return whether it was new; false if it was appended before
   * @throws ConflictingBlockException if another block is known at its number, or as its parent
   * @throws DifferentContentException if the same block is known with other content
   * @throws MissingBlockException if a block in front of it is missing
   * @throws BlockOutOfReachException if its number is below those that are remembered
   * @throws MalformedInputException if the timestamp is before that of the parent
   */
  public boolean append(ObservedL2Block block) {
    log.requireIdle();
    boolean isNew = queue.append(block);
    log.tell();
    return isNew;
  }

  /**
   * Takes back the blocks of a layer above a number, because they are no longer on the chain.
   *
   * @param layer which chain
   * @param number the last block that stays; nothing happens if none is above it
   * @throws BlockOutOfReachException if more blocks would have to be taken back than the settings
   *     allow
   */
  public void rollbackTo(Layer layer, UInt64 number) {
    log.requireIdle();
    queue.rollbackTo(layer, number);
    log.tell();
  }

  /**
   * Takes note that the blocks of a layer up to a number are final, such as Ethereum's finalized
   * block: they will not be taken back, however few blocks lie above them.
   *
   * @param layer which chain
   * @param number the last final block
   */
  public void finalized(Layer layer, UInt64 number) {
    queue.finalized(layer, number);
  }

  /**
   * Whether a message was seen and is not forgotten. Costs less than its state.
   *
   * @param id which message
   * @return true if {@link #state(MessageId)} gives a state, or all that was seen of it was taken
   *     back
   */
  public boolean isKnown(MessageId id) {
    return messages.find(new MessageKey(id.direction(), id.hash())) != null;
  }

  /**
   * Forgets messages that are finished and that no rollback can reach. A message is kept while L2
   * is behind the L1 block that finished it, since what is still to be seen of it would be taken
   * for a new message. Costs a look at each message.
   *
   * @param l1Block keep what happened in this L1 block or later
   * @param l2Block keep what happened in this L2 block or later
   * @return how many hashes were forgotten. Their messages are unknown from now on; if equal ones
   *     are sent, their copies count from 0 again
   */
  public int forgetFinished(UInt64 l1Block, UInt64 l2Block) {
    log.requireIdle();
    return messages.forget(
        point ->
            messages.isSettled(point)
                && point.number().compareTo(point.layer() == Layer.L1 ? l1Block : l2Block) < 0
                && head(Layer.L2).filter(l2 -> l2.time().isBefore(point.time())).isEmpty());
  }

  /**
   * Tells that the governor changed the delay of the core contract, which acts at once on requests
   * already made. Statuses stay as they are; what is said of cancellations changes.
   *
   * @param delay how long after a request the contract allows to cancel, from now on
   */
  public void cancellationDelay(Duration delay) {
    cancellationDelay = settings.withCancellationDelay(delay).cancellationDelay();
  }

  /**
   * Where a message is.
   *
   * @param id which message
   * @return its state; nothing if it was not seen, or is forgotten
   */
  public Optional<MessageState> state(MessageId id) {
    return messages.evidence(id).map(this::state);
  }

  private MessageState state(Evidence evidence) {
    return NextSteps.of(evidence, settings.confirmations(), cancellationDelay);
  }

  /**
   * Where a message is, and no more: costs less than its state.
   *
   * @param id which message
   * @return its status; nothing if it was not seen, or is forgotten
   */
  public Optional<MessageStatus> status(MessageId id) {
    return messages
        .evidence(id)
        .map(evidence -> evidence.path().get(evidence.path().size() - 1).status());
  }

  /**
   * The request to cancel a message that is under way: costs less than its state.
   *
   * @param id which message
   * @return the request; nothing if there is none, or the message is finished or was not seen
   */
  public Optional<Cancellation> cancellation(MessageId id) {
    return messages
        .evidence(id)
        .flatMap(evidence -> NextSteps.cancellation(evidence, cancellationDelay));
  }

  /**
   * Where a message to L2 is.
   *
   * @param message the message
   * @return its state; nothing if it was not seen, or is forgotten
   */
  public Optional<MessageState> state(L1ToL2Message message) {
    return state(MessageId.toL2(message.hash()));
  }

  /**
   * Where a message to L1 and all that are equal to it are.
   *
   * @param message the message
   * @return the state of each copy, in the order of their sending
   */
  public List<MessageState> states(L2ToL1Message message) {
    @Nullable TrackedHash hash = messages.find(TrackedToL1.key(message));
    // One with a receiver above 160 bits shares its entry with others, once it is seen on L2.
    return hash == null
        ? List.of()
        : TrackedMessages.evidence(hash)
            .filter(evidence -> evidence.message().content().filter(message::equals).isPresent())
            .map(this::state)
            .toList();
  }

  /**
   * Where all messages are.
   *
   * @return the states of those to L2, then of those to L1, each in the order in which they were
   *     met first: by the tracker, or in the state that it goes on with
   */
  public List<MessageState> states() {
    return messages.evidence().map(this::state).toList();
  }

  /**
   * The statuses that each message went through, of all: costs less than their states.
   *
   * @param reader is given each message and its path, the present status last
   */
  public void paths(BiConsumer<? super MessageId, ? super List<Reached>> reader) {
    messages
        .evidence()
        .forEach(evidence -> reader.accept(evidence.message().id(), evidence.path()));
  }

  /**
   * The latest block of a layer.
   *
   * @param layer which chain
   * @return the block that was appended last and not taken back; nothing if there is none
   */
  public Optional<BlockPoint> head(Layer layer) {
    return queue.head(layer);
  }
}
