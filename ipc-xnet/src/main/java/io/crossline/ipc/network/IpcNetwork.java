// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import io.crossline.core.fault.Faults;
import io.crossline.core.store.Outbox;
import io.crossline.core.time.VirtualTime;
import io.crossline.core.trace.Elapsed;
import io.crossline.core.trace.Timeline;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.trace.MessageTrace;
import io.crossline.ipc.trace.MessageTraces;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt64;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A tree of IPC networks in this process, under one virtual clock and with one timeline. Nothing
 * reads a real clock, and all chance comes from the seed of its faults: the same calls give the
 * same run. Time moves only in {@link #advance}, {@link #runUntil}, {@link #await} and {@link
 * IpcSubnet#advanceBlocks}.
 *
 * <p>On a store ({@link IpcNetworkBuilder#store}) every call of this network, its subnets,
 * contracts and tokens that changes something is safe when it returns, or throws: it ends with one
 * commit, a long one has several, and each is a moment of the whole tree. Transactions that go to a
 * chain directly are safe with the next call. Started again on the store, the network goes on:
 * clock, blocks, coins, storage, messages and what its processes were about to do are there. The
 * caller gives again what no store keeps: the same contracts at the same addresses (their {@link
 * io.crossline.ipc.gateway.IpcHandler#construct} does not run again), before anything else runs;
 * listeners, names of accounts, events of its own on the clock. {@link IpcSubnet#give} and {@link
 * Erc20Token#mint} give anew each time that they are called. As with a real process, lost are
 * futures, faults under way and those added by hand, what a relayer remembers to have told; and the
 * timeline begins empty. Listeners are told what is committed, and a commit that fails ends the
 * network: every further call throws a {@link io.crossline.messaging.store.StoreException}.
 *
 * <p>Not thread-safe.
 */
public final class IpcNetwork implements AutoCloseable {
  /** What every chain's first block is stamped with: 2024-01-01T00:00:00Z. */
  public static final UInt64 GENESIS_TIME = UInt64.of(1_704_067_200L);

  /** How long {@link #await(IpcEnvelope)} waits at most, in virtual time. */
  public static final Duration AWAIT_LIMIT = Duration.ofHours(1);

  /** How many lines of the timeline a network keeps that forgets. */
  private static final int KEPT_LINES = 10_000;

  private static final Logger LOG = LoggerFactory.getLogger(IpcNetwork.class);

  private final TreeKeeping keeping;
  private final VirtualTime time;
  private final Timeline timeline = new Timeline();
  private final NetworkTraces traces = new NetworkTraces(this);
  private final CallFutures futures = new CallFutures();
  private final Map<SubnetId, IpcSubnet> byId = new HashMap<>();
  private final Faults faults;
  private final MessageTracker tracker;
  private final FaultTeller faultTeller;
  private final SubnetNode.Bystanders bystanders;
  private final Map<String, IpcSubnet> subnets;
  private final NodeProcess rootProcess;
  private final Awaiting awaiting;

  IpcNetwork(IpcNetworkBuilder builder) {
    boolean forgetting = builder.isForgetting();
    keeping = new TreeKeeping(this, builder);
    time = keeping.clock().time();
    EventLog events = keeping.events();
    faults = new Faults(builder.faults(), time.now());
    tracker =
        new MessageTracker(timeline, time, GENESIS_TIME, events, forgetting, keeping.messages());
    awaiting = new Awaiting(keeping, tracker, this::subnets);
    faultTeller = new FaultTeller(faults, tracker);
    bystanders = new SubnetNode.Bystanders(events, forgetting ? Retention::sealed : subnet -> {});
    if (forgetting) {
      timeline.keepLatest(KEPT_LINES);
    }
    events.inside().add(traces);
    TreeAssembly assembly = new TreeAssembly(this, builder);
    subnets = assembly.subnets();
    rootProcess = assembly.start();
    keeping.begin(subnets.values(), tracker, futures);
    LOG.info(
        "IPC network started: {} networks, faults {} of seed {}",
        subnets.size(),
        builder.faults().profile().name(),
        builder.faults().seed());
  }

  /**
   * Begins to describe a tree.
   *
   * @param chainId the chain id of its root
   * @return a builder
   */
  public static IpcNetworkBuilder root(long chainId) {
    return new IpcNetworkBuilder(chainId);
  }

  /**
   * The root of the tree.
   *
   * @return the network named {@code root}
   */
  public IpcSubnet root() {
    return at(IpcNetworkBuilder.ROOT);
  }

  /**
   * A network of the tree.
   *
   * @param path {@code root}, {@code games}, {@code games/chess}
   * @return the network
   * @throws IllegalArgumentException if there is none
   */
  public IpcSubnet at(String path) {
    IpcSubnet found = subnets.get(path);
    if (found == null) {
      throw new IllegalArgumentException(
          "There is no network \"" + path + "\"; there is " + subnets.keySet());
    }
    return found;
  }

  /**
   * All networks.
   *
   * @return the root first, each before its children
   */
  public List<IpcSubnet> subnets() {
    return List.copyOf(subnets.values());
  }

  /**
   * What the clock shows.
   *
   * @return the time since the network was started
   */
  public Duration now() {
    return time.now();
  }

  /**
   * The clock, for what is to happen beside the networks.
   *
   * @return the clock
   */
  public VirtualTime time() {
    return time;
  }

  /**
   * What happened so far.
   *
   * @return the timeline
   */
  public Timeline timeline() {
    return timeline;
  }

  /**
   * What goes wrong: faults can be added while the network runs, and all ended. {@link IpcHops}
   * says where.
   *
   * @return the faults
   */
  public Faults faults() {
    return faults;
  }

  /**
   * Whether the network goes on with what a store held when it was started.
   *
   * @return false if it began anew
   */
  public boolean isReopened() {
    return keeping.store().isReopened();
  }

  /**
   * Shows somebody what happens from now on.
   *
   * @param listener called on this network's thread
   */
  public void listen(IpcNetworkListener listener) {
    keeping.events().outside().add(listener);
  }

  /**
   * What listeners are told, numbered and kept: whoever remembers the number of the event that it
   * has dealt with last goes on behind it, in another process too. {@link IpcNetworkEvent#decode}
   * reads the events.
   *
   * @return the outbox; nothing without a store
   */
  public Optional<Outbox> outbox() {
    return keeping.store().outbox();
  }

  /**
   * Tells a listener again what was committed so far.
   *
   * @param after the number of the event behind which to begin, 0 for the first one
   * @param listener is told before this returns
   * @return the number of the last event that there is
   * @throws IllegalStateException if the network has no store
   */
  public long replay(long after, IpcNetworkListener listener) {
    Outbox kept =
        outbox()
            .orElseThrow(
                () -> new IllegalStateException("the network has no store: it keeps no events"));
    kept.read(
        after,
        (position, event) -> {
          IpcNetworkEvent.decode(event).tell(this, listener);
          return true;
        });
    return kept.last();
  }

  /**
   * Reorganises the root: its latest finished blocks are lost with all that ran in them and in the
   * open block. Empty blocks of the same numbers and times take their places. Messages that were
   * sent in them are {@link MessageStatus#LOST}; what was relayed into them is relayed again.
   *
   * @param blocks how many; from 1 to the smallest finality depth of the root's children, and not
   *     block 0
   * @throws IllegalArgumentException if it is another number: nothing in IPC recovers from the loss
   *     of what a child took for final
   * @throws IllegalStateException if a handler calls this
   */
  public void reorgRoot(int blocks) {
    awaiting.requireOutside();
    keeping.guarded(
        () -> {
          PlannedFaults.requireShallow(blocks, rootProcess.deepestReorg());
          rootProcess.reorganise(blocks);
          return true;
        });
  }

  /**
   * Moves time.
   *
   * @param by how far
   * @return what happened meanwhile
   */
  public Elapsed advance(Duration by) {
    int first = timeline.size();
    awaiting.requireOutside();
    keeping.guarded(
        () -> {
          time.advance(by);
          return true;
        });
    return new Elapsed(true, timeline.since(first));
  }

  /**
   * Moves time until the root has finished so many blocks more.
   *
   * @param count how many blocks
   * @return what happened meanwhile
   */
  public Elapsed advanceBlocks(long count) {
    return root().advanceBlocks(count);
  }

  /**
   * Moves time until a network has finished so many blocks more.
   *
   * @param path the network's path
   * @param count how many blocks
   * @return what happened meanwhile
   * @throws IllegalArgumentException if there is no such network
   */
  public Elapsed advanceBlocks(String path, long count) {
    return at(path).advanceBlocks(count);
  }

  /**
   * Moves time until a condition holds, and no further.
   *
   * @param condition asked before time moves, and after each event
   * @param limit how far time may move
   * @return whether it holds, and what happened meanwhile
   */
  public Elapsed runUntil(BooleanSupplier condition, Duration limit) {
    int first = timeline.size();
    boolean reached = awaiting.move(condition, limit);
    return new Elapsed(reached, timeline.since(first));
  }

  /**
   * Moves time until a message is answered, at most {@link #AWAIT_LIMIT}.
   *
   * @param sent the message, as the gateway committed it
   * @return the answer
   * @throws StatusNotReachedException if it is not answered by then
   */
  public Answer await(IpcEnvelope sent) {
    return await(sent.tracingId(), AWAIT_LIMIT);
  }

  /**
   * Moves time until a message is answered, and no further. Of several messages with the same
   * tracing id (trap 1) the one that was sent last is meant.
   *
   * @param tracingId its tracing id
   * @param limit how far time may move
   * @return the answer; it may have been lost on its last step ({@link MessageStatus#UNANSWERED})
   * @throws StatusNotReachedException if there is no answer by then
   */
  public Answer await(Bytes32 tracingId, Duration limit) {
    return awaiting.answer(tracingId, limit);
  }

  /**
   * Moves time until a message has a status, and no further.
   *
   * @param tracingId its tracing id
   * @param status the status
   * @param limit how far time may move
   * @return the message
   * @throws StatusNotReachedException if it has not that status by then, or has come to its end
   *     without
   */
  public MessageInfo await(Bytes32 tracingId, MessageStatus status, Duration limit) {
    return awaiting.status(tracingId, status, limit);
  }

  /**
   * Moves time until a call has ended for the contract that performed it, at most {@link
   * #AWAIT_LIMIT}.
   *
   * @param call the call
   * @param <S> how it may end
   * @return how it ended
   * @throws StatusNotReachedException as {@link #await(CallHandle, Duration)}
   */
  public <S> S await(CallHandle<S> call) {
    return await(call, AWAIT_LIMIT);
  }

  /**
   * Moves time until a call has ended for the contract that performed it, and no further.
   *
   * @param call the call
   * @param limit how far time may move
   * @param <S> how it may end
   * @return how it ended
   * @throws StatusNotReachedException if it has not ended by then, or never will because its Result
   *     was lost, such as by a contract that fails on it
   * @throws IllegalStateException if a handler calls this, or an event of the network
   */
  public <S> S await(CallHandle<S> call, Duration limit) {
    return awaiting.end(call, limit);
  }

  /**
   * A future of how a call ends, for other threads and for what is to follow. This thread's calls
   * of the network complete it, as they move time; what hangs on it runs within them. To wait for
   * it on the thread that runs the network fails: nobody would move time meanwhile.
   *
   * @param call the call
   * @param <S> how it may end
   * @return the future; it fails with a {@link StatusNotReachedException} if the Result is lost
   */
  public <S> CompletableFuture<S> future(CallHandle<S> call) {
    return futures.add(call, awaiting.tracked(call.tracingId()));
  }

  /**
   * Where a message stands. Of several with the same tracing id (trap 1) the one that was sent last
   * is meant.
   *
   * @param tracingId its tracing id
   * @return the message, nothing if no gateway committed it
   */
  public Optional<MessageInfo> message(Bytes32 tracingId) {
    keeping.commits().requireOpen();
    return tracker.latest(tracingId).map(TrackedMessage::info);
  }

  /**
   * All messages, in the order in which they were sent first.
   *
   * @return where each stands
   */
  public List<MessageInfo> messages() {
    keeping.commits().requireOpen();
    return tracker.messages();
  }

  /**
   * Where a message is by the logs of the gateways alone, as somebody sees it who follows public
   * nodes. {@link #message} knows more: it sees what becomes of each message in its gateway. Costs
   * a look at all blocks since this was asked last.
   *
   * @param tracingId its tracing id
   * @return its trace; of several with this id (trap 1) that of the last one; nothing if no log
   *     speaks of it
   */
  public Optional<MessageTrace> trace(Bytes32 tracingId) {
    return traces.upToDate().trace(tracingId);
  }

  /**
   * Where all messages are by the logs of the gateways alone.
   *
   * @return the traces of all messages, Results included
   */
  public List<MessageTrace> traces() {
    return traces.upToDate().traces();
  }

  /**
   * Shows a follower the finished blocks of all networks that it has not seen yet. It begins to
   * follow those that it does not.
   *
   * @param follower who is shown them; call this again when time has moved
   */
  public void feed(MessageTraces follower) {
    traces.feed(follower);
  }

  /**
   * Ends the network. Futures that still wait fail. On a store it commits for the last time, and
   * takes no calls any more; the store stays open.
   */
  @Override
  public void close() {
    keeping.commits().close();
    futures.fail("the network was closed before the call ended");
    LOG.info("IPC network closed at {}: {} lines of timeline", time.now(), timeline.size());
  }

  TreeKeeping keeping() {
    return keeping;
  }

  MessageTracker tracker() {
    return tracker;
  }

  FaultTeller faultTeller() {
    return faultTeller;
  }

  SubnetNode.Bystanders bystanders() {
    return bystanders;
  }

  void add(IpcSubnet subnet) {
    byId.put(subnet.id(), subnet);
  }

  @Nullable IpcSubnet find(SubnetId id) {
    return byId.get(id);
  }

  Awaiting awaiting() {
    return awaiting;
  }
}
