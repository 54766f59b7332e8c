// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import io.crossline.core.fault.Faults;
import io.crossline.core.network.Network;
import io.crossline.core.network.NetworkHost;
import io.crossline.core.network.StatusNotReachedException;
import io.crossline.core.state.Durable;
import io.crossline.core.trace.Elapsed;
import io.crossline.ethereum.Erc20Token;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.IpcHops;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.network.message.TrackedMessage;
import io.crossline.ipc.network.message.TreeMessages;
import io.crossline.ipc.network.node.FaultTeller;
import io.crossline.ipc.network.node.NodeProcess;
import io.crossline.ipc.network.node.SubnetNode;
import io.crossline.ipc.trace.Answer;
import io.crossline.ipc.trace.IpcNetworkEvent;
import io.crossline.ipc.trace.IpcNetworkEvent.BlockFinished;
import io.crossline.ipc.trace.IpcNetworkEvent.BlocksTakenBack;
import io.crossline.ipc.trace.MessageInfo;
import io.crossline.ipc.trace.MessageStatus;
import io.crossline.ipc.trace.MessageTrace;
import io.crossline.ipc.trace.MessageTraces;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Codec;
import io.crossline.messaging.UInt64;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A tree of IPC networks in this process, under one virtual clock and with one timeline. Nothing
 * reads a real clock, and all chance comes from the seed of its faults: the same calls give the
 * same run. Time moves only in {@link #advance}, {@link #advanceBlocks}, {@link #runUntil} and
 * {@link #await}.
 *
 * <p>In this package, "network" alone is one chain of the tree, an {@link IpcSubnet}; the root is
 * one too. What happens to the tree as a whole is said of the tree.
 *
 * <p>On a store ({@link IpcNetworkBuilder#store}) a call of the tree, its subnets, contracts and
 * tokens is safe when it returns: it ends with a commit of the whole tree, and a long one commits
 * on its way too. A call made on a {@link IpcSubnet#gateway} object itself is committed with the
 * next call of the tree. Listeners are told what is committed. If a commit fails the tree stops:
 * every further call throws a {@link io.crossline.messaging.store.StoreException}.
 *
 * <p>Opened again on the store, the tree goes on where it was: clock, blocks, coins, storage,
 * messages and what its processes were about to do are there. Some things no store keeps, and the
 * caller gives them again: the same contracts at the same addresses, before anything else runs
 * (their {@link io.crossline.ipc.gateway.IpcHandler#construct} does not run again), listeners,
 * names of accounts, and what was {@link #schedule}d. {@link IpcSubnet#give} and {@link
 * Erc20Token#mint} give anew each time that they are called. Lost, as with the processes of real
 * nodes, are futures, faults under way and those added by hand, and what a relayer knew it had
 * brought already. The timeline begins empty.
 *
 * <p>Threads may share it as {@link Network} says.
 */
public final class IpcNetwork extends Network<IpcNetworkListener> {
  /** What every chain's first block is stamped with: 2024-01-01T00:00:00Z. */
  public static final UInt64 GENESIS_TIME = SubnetNode.GENESIS_TIME;

  /** How long {@link #await(IpcEnvelope)} waits at most, in virtual time. */
  public static final Duration AWAIT_LIMIT = Duration.ofHours(1);

  private static final Logger LOG = LoggerFactory.getLogger(IpcNetwork.class);

  private final NetworkHost<IpcNetworkEvent, IpcNetworkListener> host;
  private final TreeAssembly tree;
  private final CallFutures futures = new CallFutures();
  private final Map<String, IpcSubnet> subnets = new LinkedHashMap<>();
  private final Map<SubnetId, IpcSubnet> byId = new HashMap<>();
  private final NodeProcess rootProcess;
  private final Awaiting awaiting;

  static IpcNetwork start(IpcNetworkBuilder builder) {
    // Listeners are told of subnets, which know their network, which is told of by its host.
    AtomicReference<IpcNetwork> self = new AtomicReference<>();
    NetworkHost<IpcNetworkEvent, IpcNetworkListener> host =
        new NetworkHost<>(
            "the IPC network",
            TreeSetup.open(builder.chainId(), builder.settings(), builder.store()),
            Codec.of(IpcNetworkEvent::encode, IpcNetworkEvent::decode),
            (event, listener) -> listener.happened(self.get(), event),
            IpcNetworkEvent::toldBlock);
    if (builder.isForgettingConsumed()) {
      host.forgetWhenConsumed();
    }
    return new IpcNetwork(builder, host, self);
  }

  private IpcNetwork(
      IpcNetworkBuilder builder,
      NetworkHost<IpcNetworkEvent, IpcNetworkListener> host,
      AtomicReference<IpcNetwork> self) {
    super(host);
    self.set(this);
    this.host = host;
    tree = new TreeAssembly(builder, host, this::happened, this::isDeployed);
    awaiting = new Awaiting(host, tree.tracker, this::flush);
    List<SubnetNode> nodes = tree.build();
    for (SubnetNode node : nodes) {
      IpcSubnet subnet = new IpcSubnet(this, node, builder.settings());
      subnets.put(subnet.name(), subnet);
      byId.put(subnet.id(), subnet);
    }
    rootProcess = tree.start(nodes);
    begin();
    LOG.info(
        "IPC network started: {} networks, faults {} of seed {}",
        subnets.size(),
        builder.faults().profile().name(),
        builder.faults().seed());
  }

  private boolean isDeployed(IpcAddress address) {
    IpcSubnet home = find(address.subnetId());
    return home != null && home.member().hasCodeAt(address);
  }

  /** The tree stands: it is committed, and from now on each call is. */
  private void begin() {
    tree.tracker.afterEach(
        () -> {
          if (futures.hasEnded()) {
            host.writer().commitSoon();
          }
        });
    List<Durable> parts = new ArrayList<>();
    subnets.values().forEach(subnet -> parts.add(subnet.member().chain()));
    parts.add(tree.rows);
    host.begin(
        parts,
        () -> subnets.values().stream().anyMatch(subnet -> subnet.chain().isRunning()),
        this::flush,
        futures::settle);
  }

  private void flush() {
    subnets.values().forEach(subnet -> tree.tracker.flush(subnet.member().tracked()));
  }

  /** Hands on what the parts of the tree tell. */
  private void happened(IpcNetworkEvent event) {
    if (event instanceof BlocksTakenBack back) {
      tree.traces.takenBack(at(back.network()).id(), back.last());
    }
    int transactions =
        event instanceof BlockFinished finished ? finished.block().receipts().size() : 0;
    host.events().happened(event, transactions);
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

  /** What goes wrong: {@link IpcHops} says where. */
  @Override
  public Faults faults() {
    return tree.faults;
  }

  /**
   * Messages that were sent in the lost blocks of the root are {@link MessageStatus#LOST}; what was
   * relayed into them is relayed again. At most as many blocks as the smallest finality depth of
   * the root's children can be lost, and not block 0: nothing in IPC recovers from the loss of what
   * a child took for final.
   */
  @Override
  protected void lose(int blocks) {
    host.contracts().requireAll();
    IpcFaultPoints.requireShallow(blocks, rootProcess.deepestReorg());
    rootProcess.reorganise(blocks);
  }

  /** Moves time until the root has finished so many blocks more. */
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

  /** Moves time until a message is answered, {@link #AWAIT_LIMIT} at most. */
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
   * Moves the clock until a message has a status.
   *
   * @param name the short name of the message in the timeline, such as {@code m1}; it may not be
   *     there yet
   * @param status the status to wait for
   * @param limit how far the clock may move
   * @return where it stands
   * @throws StatusNotReachedException if it does not get there in time, or has ended elsewhere
   */
  public MessageInfo await(String name, MessageStatus status, Duration limit) {
    return host.await(
        name,
        () -> messages().stream().filter(message -> message.name().equals(name)).findFirst(),
        status,
        limit);
  }

  /** Moves time until a call has ended, {@link #AWAIT_LIMIT} at most. */
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
   * A future of how a call ends. Call this on the thread that moves the tree's clock: that thread's
   * later calls complete the future, and run the stages that depend on it. Any other thread may
   * wait for it; waiting on the thread that moves the clock fails, because nobody would move time
   * meanwhile.
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
    host.writer().requireOpen();
    return host.writer().read(() -> tree.tracker.latest(tracingId).map(TrackedMessage::info));
  }

  @Override
  public List<MessageInfo> messages() {
    host.writer().requireOpen();
    return host.writer().read(tree.tracker::messages);
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
    return host.writer().read(() -> tree.traces.upToDate().trace(tracingId));
  }

  /** Where all messages are by the logs of the gateways alone, Results included. */
  public List<MessageTrace> traces() {
    return host.writer().read(() -> tree.traces.upToDate().traces());
  }

  /**
   * Shows a follower all finished blocks that it has not seen yet, and has it follow each network
   * of the tree that it does not follow yet.
   *
   * @param follower is shown the blocks; call this again when time has moved
   */
  public void feed(MessageTraces follower) {
    tree.traces.feed(follower);
  }

  /** Futures that still wait fail. */
  @Override
  public void close() {
    super.close();
    futures.fail("the network was closed before the call ended");
  }

  NetworkHost<IpcNetworkEvent, IpcNetworkListener> host() {
    return host;
  }

  TreeMessages tracker() {
    return tree.tracker;
  }

  FaultTeller faultTeller() {
    return tree.faultTeller;
  }

  @Nullable IpcSubnet find(SubnetId id) {
    return byId.get(id);
  }
}
