// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import io.crossline.core.chain.Chain;
import io.crossline.core.fault.Faults;
import io.crossline.core.network.NetworkHost;
import io.crossline.ethereum.Erc20Token;
import io.crossline.ipc.Asset;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.bottomup.CheckpointHeader;
import io.crossline.ipc.bottomup.SubnetActor;
import io.crossline.ipc.bottomup.SubnetActorConfig;
import io.crossline.ipc.gateway.Gateway;
import io.crossline.ipc.gateway.GatewayConfig;
import io.crossline.ipc.gateway.SystemActors;
import io.crossline.ipc.network.message.MessageRows;
import io.crossline.ipc.network.message.NoteRows;
import io.crossline.ipc.network.message.TrackedNetworks;
import io.crossline.ipc.network.message.TreeMessages;
import io.crossline.ipc.network.node.CheckpointCutter;
import io.crossline.ipc.network.node.FaultTeller;
import io.crossline.ipc.network.node.Names;
import io.crossline.ipc.network.node.NetworkTraces;
import io.crossline.ipc.network.node.NodeProcess;
import io.crossline.ipc.network.node.RelayedCheckpoints;
import io.crossline.ipc.network.node.Relayer;
import io.crossline.ipc.network.node.Retention;
import io.crossline.ipc.network.node.SubnetNode;
import io.crossline.ipc.network.node.TreeMember;
import io.crossline.ipc.topdown.FinalityVoter;
import io.crossline.ipc.topdown.TopDownExecution;
import io.crossline.ipc.trace.IpcNetworkEvent;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Builds the networks of a tree and sets them going, and has what is there once for all of them:
 * the faults, the tracker of messages and its rows, the traces.
 */
final class TreeAssembly {
  private static final EthAddress OWNER = Names.account("gateway owner");

  /** How many lines of the timeline a network keeps that forgets. */
  private static final int KEPT_LINES = 10_000;

  final Faults faults;
  final TreeMessages tracker;
  final FaultTeller faultTeller;
  final MessageRows rows;
  final NetworkTraces traces;
  private final long chainId;
  private final Map<String, SubnetSettings> settings;
  private final boolean forgetting;
  private final int deepestReorg;
  private final NetworkHost<?, ?> host;
  private final SubnetNode.Bystanders bystanders;
  private final TrackedNetworks tracked = new TrackedNetworks();
  private final Map<String, TreeMember> built = new LinkedHashMap<>();

  /** Makes what is there once for all networks. */
  TreeAssembly(
      IpcNetworkBuilder builder,
      NetworkHost<?, ?> host,
      Consumer<IpcNetworkEvent> events,
      Predicate<IpcAddress> deployed) {
    chainId = builder.chainId();
    settings = builder.settings();
    forgetting = builder.isForgetting();
    this.host = host;
    IpcFaultPoints points = new IpcFaultPoints(settings, deployed);
    faults = new Faults(builder.faults(), host.clock().now(), points);
    points.requireShallow(builder.faults());
    deepestReorg = points.deepestReorg();
    rows = new MessageRows(tracked, host.store(), builder.metrics().isPresent());
    builder
        .metrics()
        .ifPresent(metrics -> host.meter(metrics, told -> rows.tell(told, host.clock().now())));
    tracker = new TreeMessages(host.timeline(), host.clock().time(), events, forgetting, rows);
    faultTeller = new FaultTeller(faults, tracker);
    bystanders = new SubnetNode.Bystanders(events, forgetting ? Retention::sealed : member -> {});
    traces = new NetworkTraces(tracked, built.values());
    if (forgetting) {
      host.timeline().keepLatest(KEPT_LINES);
    }
  }

  /** Builds the networks and their nodes. */
  List<SubnetNode> build() {
    settings.forEach(
        (path, its) ->
            built.put(
                path,
                create(
                    path,
                    its,
                    path.equals(IpcNetworkBuilder.ROOT)
                        ? null
                        : built.get(IpcNetworkBuilder.parentOf(path)))));
    root().tracked().notes().undoable(deepestReorg);
    boolean reopened = host.store().isReopened();
    built.values().forEach(member -> restoreBlocks(member, reopened));
    if (forgetting) {
      Retention.begin(built.values());
    }
    if (!reopened) {
      built.values().forEach(this::genesis);
    }
    return built.values().stream().map(this::node).toList();
  }

  /** Sets the nodes going; the process of the root's. */
  NodeProcess start(List<SubnetNode> nodes) {
    if (host.store().isReopened()) {
      tracker.restore(tracked.all());
    } else {
      nodes.forEach(SubnetNode::seal);
    }
    List<NodeProcess> processes = new ArrayList<>();
    for (SubnetNode node : nodes) {
      processes.add(schedule(node, node.subnet() == root() ? deepestReorg : 0));
    }
    host.clock().start();
    return processes.get(0);
  }

  private static void restoreBlocks(TreeMember subnet, boolean reopened) {
    if (reopened) {
      Chain chain = subnet.chain();
      subnet.blocks().restore(chain.restored(), chain.block().number());
    }
  }

  private TreeMember root() {
    return built.values().iterator().next();
  }

  private TreeMember create(String path, SubnetSettings its, @Nullable TreeMember parent) {
    Chain chain = host.store().chain(path, new BlockInfo(UInt64.ZERO, SubnetNode.GENESIS_TIME));
    UInt256 period = UInt256.of(its.checkpointPeriod());
    if (parent == null) {
      Gateway gateway =
          gateway(chain, Names.contract(path, "gateway"), SubnetId.root(chainId), its);
      return member(path, its, chain, gateway, null, null);
    }
    EthAddress actorAddress = Names.subnetActor(path);
    SubnetId id = parent.id().child(actorAddress);
    Gateway gateway = gateway(chain, SystemActors.SUBNET_GATEWAY, id, its);
    TreeMember[] child = new TreeMember[1];
    SubnetActor actor =
        SubnetActor.deploy(
            parent.chain(),
            actorAddress,
            new SubnetActorConfig(
                parent.gateway(),
                id,
                period,
                its.supplyToken()
                    .map(token -> Asset.erc20(parent.makeToken(token, host).address()))
                    .orElse(Asset.NATIVE),
                Asset.NATIVE,
                (header, certificate) -> refusal(child[0], header)));
    child[0] = member(path, its, chain, gateway, parent, actor);
    return child[0];
  }

  private TreeMember member(
      String path,
      SubnetSettings its,
      Chain chain,
      Gateway gateway,
      @Nullable TreeMember parent,
      @Nullable SubnetActor actor) {
    TreeMember.Pace pace =
        new TreeMember.Pace(
            its.blockTime(), its.checkpointPeriod(), its.finalityDepth(), its.relayInterval());
    NoteRows notes = new NoteRows(host.store(), path, rows);
    return new TreeMember(tracked, path, pace, chain, gateway, parent, actor, notes, tracker);
  }

  private SubnetSettings settingsOf(TreeMember member) {
    return Objects.requireNonNull(settings.get(member.name()));
  }

  private static Gateway gateway(Chain chain, EthAddress address, SubnetId id, SubnetSettings its) {
    return Gateway.deploy(
        chain,
        address,
        new GatewayConfig(
            id,
            UInt256.of(its.checkpointPeriod()),
            GatewayConfig.DEFAULT_MAJORITY,
            its.maxTreeDepth(),
            true,
            OWNER,
            its.rules()));
  }

  /**
   * In place of validators' signatures: the header is what the subnet's own finished blocks say.
   */
  private static Optional<String> refusal(TreeMember child, CheckpointHeader header) {
    boolean own =
        header.height().compareTo(child.blocks().head()) <= 0
            && child
                .checkpoint(header.height())
                .filter(checkpoint -> checkpoint.header(child.id()).equals(header))
                .isPresent();
    return own
        ? Optional.empty()
        : Optional.of("the finished blocks of " + child.name() + " say something else");
  }

  /**
   * Block 0: the faucet gets the network's own coins, and every child registers with what
   * circulates in it.
   */
  private void genesis(TreeMember subnet) {
    if (subnet.parent().isPresent()) {
      subnet.chain().mint(Names.FAUCET, settingsOf(subnet).genesisCoins());
    }
    for (TreeMember child : subnet.children()) {
      SubnetActor actor = child.actor().orElseThrow();
      UInt256 supply = supplyOf(child);
      UInt256 collateral = settingsOf(child).collateral();
      Optional<Erc20Token> token = settingsOf(child).supplyToken().map(subnet::token);
      token.ifPresent(backing -> backing.mint(actor.address(), supply));
      token.ifPresent(
          backing -> backing.approve(actor.address(), subnet.gateway().address(), supply));
      subnet
          .chain()
          .mint(actor.address(), token.isPresent() ? collateral : supply.plus(collateral));
      subnet.gateway().as(OWNER).approveSubnet(actor.address()).orThrow();
      actor.register(supply, collateral).orThrow();
    }
  }

  /** A network's own coins, and what it holds for its children. */
  private UInt256 supplyOf(TreeMember subnet) {
    UInt256 supply = settingsOf(subnet).genesisCoins();
    for (TreeMember child : subnet.children()) {
      supply = supply.plus(settingsOf(child).collateral());
      if (settingsOf(child).supplyToken().isEmpty()) {
        supply = supply.plus(supplyOf(child));
      }
    }
    return supply;
  }

  private SubnetNode node(TreeMember subnet) {
    TreeMember parent = subnet.parent().orElse(null);
    SubnetNode.Uplink uplink =
        parent == null
            ? null
            : new SubnetNode.Uplink(
                parent.blocks(),
                FinalityVoter.atDepth(settingsOf(subnet).finalityDepth()),
                new TopDownExecution(
                    subnet.chain(),
                    subnet.gateway(),
                    parent.blocks(),
                    parent.gateway().address(),
                    UInt64.ZERO),
                new CheckpointCutter(subnet.gateway(), settingsOf(subnet).checkpointPeriod()));
    UInt256 supply = parent == null ? UInt256.ZERO : supplyOf(subnet);
    return new SubnetNode(subnet, tracker, supply, uplink, bystanders);
  }

  private NodeProcess schedule(SubnetNode node, int deepestReorg) {
    TreeMember subnet = node.subnet();
    NodeProcess process = new NodeProcess(subnet, node, faultTeller, host.clock(), deepestReorg);
    process.start();
    subnet
        .parent()
        .map(parent -> new RelayedCheckpoints(subnet, parent, subnet.actor().orElseThrow()))
        .map(link -> new Relayer(link, tracker, faultTeller, host.clock()))
        .ifPresent(Relayer::start);
    return process;
  }
}
