// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

import io.crossline.core.follow.BlockOutOfReachException;
import io.crossline.core.follow.ConflictingBlockException;
import io.crossline.core.follow.DifferentContentException;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.SubnetId;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt64;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Follows the gateways of any number of networks by their logs, and tells where each message is.
 * The networks may take turns in any order. A block of a network may come behind later ones of it,
 * as far back as the network's number of undoable blocks; blocks may also be left out. What is said
 * in the end depends on the blocks alone. A block that is given twice counts once, and {@link
 * #rollbackTo} takes blocks back.
 *
 * <p>How this works: one half knows each queue, that is, what a gateway sends to one of its
 * neighbours: it reads blocks, tells what logs say of messages, and up to which nonce the neighbour
 * has taken the queue in. The other half knows each message by what it is told, and tells in return
 * which messages have arrived. For example, a gateway sends messages with the nonces 4 and 5, and
 * the child's logs show the one with nonce 5 in its postbox: then the queue is passed up to 5, and
 * the message with nonce 4 was taken in too, though no log says so.
 *
 * <p>Logs tell less than one might wish, and it says so instead of guessing. A {@code
 * NewTopDownMessage} and a checkpoint's {@code BottomUpBatchRecorded} show a message whole, {@code
 * QueuedBottomUpMessage} and the postbox show only its tracing id. Nothing is emitted where a
 * gateway commits its parent's finality, executes a batch, or delivers a message: that a message
 * arrived shows in the Result that its gateway sends, in the postbox, or in later messages of the
 * same queue. Whether a Result has arrived over its last hop, no log tells. {@link #introduce}
 * helps where the sender knows the message and the logs do not show it yet.
 *
 * <p>Memory grows with the messages until {@link #forgetComplete} is called, and with the blocks
 * that can be taken back. Appending costs one decoding and one hash per message in the logs, and
 * for a message that a second network speaks of, a look at its logs. Asking costs a look at the
 * message's own logs.
 *
 * <p>Not thread-safe: one thread uses it at a time.
 */
public final class MessageTraces {
  private final GatewayQueues queues;
  private final TraceBook book;

  /** Creates a follower that has seen nothing, and calls addresses by network and address. */
  public MessageTraces() {
    this(Optional.empty());
  }

  /**
   * Creates a follower that has seen nothing.
   *
   * @param addressNames what to call accounts and contracts
   */
  public MessageTraces(Function<? super IpcAddress, String> addressNames) {
    this(Optional.of(addressNames));
  }

  private MessageTraces(Optional<Function<? super IpcAddress, String>> addressNames) {
    queues = new GatewayQueues(event -> book().accept(event));
    book = new TraceBook(addressNames, TraceReader::arrivals, queues::accept);
  }

  /**
   * Begins to follow a network.
   *
   * @param network the network and its gateway; a network that is followed already stays as it is
   * @throws IllegalArgumentException if it is followed with other settings
   */
  public void follow(TracedNetwork network) {
    queues.follow(network);
  }

  /**
   * Takes in a block of a network that is followed.
   *
   * @param block the block; any that was not given yet
   * @return whether it was new; false if it was appended before
   * @throws IllegalArgumentException if its network is not followed
   * @throws ConflictingBlockException if another block is known in its place
   * @throws DifferentContentException if the same block is known with other logs of the gateway
   * @throws BlockOutOfReachException if it is too far behind the latest block
   * @throws MalformedInputException if a log of the gateway cannot be decoded
   */
  public boolean append(ObservedBlock block) {
    return queues.append(block);
  }

  /**
   * Takes back the blocks of a network above a number, because they are no longer on its chain.
   *
   * @param network which network
   * @param number the last block that stays; nothing happens if none is above it
   * @throws IllegalArgumentException if the network is not followed
   * @throws BlockOutOfReachException if it is too far behind the latest block
   */
  public void rollbackTo(SubnetId network, UInt64 number) {
    queues.rollbackTo(network, number);
  }

  /**
   * Tells of a message that somebody has sent, as the gateway returned it: on the way up, logs show
   * nothing but its tracing id until the checkpoint is cut. It counts as known, not as sent; a
   * rollback does not take it back.
   *
   * @param envelope the message with the original nonce that its first gateway gave it
   */
  public void introduce(IpcEnvelope envelope) {
    book.introduce(envelope);
  }

  /**
   * Where a message is.
   *
   * @param tracingId its tracing id
   * @return its trace; of several with this id (trap 1) that of the last one, which says how many
   *     there are; nothing if no log speaks of it and it was not introduced
   */
  public Optional<MessageTrace> trace(Bytes32 tracingId) {
    List<MessageTrace> copies = traces(tracingId);
    return copies.isEmpty() ? Optional.empty() : Optional.of(copies.get(copies.size() - 1));
  }

  /**
   * Where all messages with a tracing id are.
   *
   * @param tracingId the tracing id
   * @return a trace for each, the first one sent first
   */
  public List<MessageTrace> traces(Bytes32 tracingId) {
    return TraceReader.whole(book).read(tracingId);
  }

  /**
   * Where all messages are.
   *
   * @return the traces in the order in which their tracing ids were met first, Results included
   */
  public List<MessageTrace> traces() {
    List<MessageTrace> all = new ArrayList<>();
    TraceReader reader = TraceReader.whole(book);
    book.messages().forEach(id -> all.addAll(reader.read(id)));
    return all;
  }

  /**
   * The latest block of a network.
   *
   * @param network which network
   * @return the highest number that was appended and not taken back; nothing if there is none
   * @throws IllegalArgumentException if the network is not followed
   */
  public Optional<UInt64> head(SubnetId network) {
    return queues.head(network);
  }

  /**
   * Forgets messages of which nothing more will be seen ({@link MessageTrace#isComplete}) and that
   * no rollback can reach, each with its Results. That they have arrived, and so what it shows of
   * earlier messages of their queues, is not forgotten. Costs a look at each message.
   *
   * @return how many tracing ids were forgotten; they are unknown from now on
   */
  public int forgetComplete() {
    int before = book.messages().size();
    Set<Bytes32> all = new LinkedHashSet<>(book.messages());
    all.addAll(book.calls()); // a call that no log shows can have a Result that one shows
    for (Bytes32 id : all) {
      if (!book.isResult(id) && isDone(id)) {
        forget(id);
      }
    }
    return before - book.messages().size();
  }

  /**
   * Forgets all messages with a tracing id and their Results, whatever they wait for: a Result that
   * a gateway on its way refuses vanishes without a log, and is never complete.
   *
   * @param tracingId the tracing id; logs that come in later are taken for those of a new message
   */
  public void forget(Bytes32 tracingId) {
    List.copyOf(book.results(tracingId)).forEach(book::drop);
    book.drop(tracingId);
  }

  private boolean isDone(Bytes32 id) {
    List<MessageTrace> copies = traces(id);
    return copies.stream().allMatch(MessageTrace::isComplete)
        && book.isFixed(id)
        && book.results(id).stream().allMatch(book::isFixed);
  }

  TraceBook book() {
    return book;
  }
}
