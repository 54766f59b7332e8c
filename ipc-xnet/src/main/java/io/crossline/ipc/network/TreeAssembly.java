// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import io.crossline.core.chain.Chain;
import io.crossline.ethereum.Erc20Token;
import io.crossline.ipc.Asset;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.bottomup.CheckpointHeader;
import io.crossline.ipc.bottomup.SubnetActor;
import io.crossline.ipc.bottomup.SubnetActorConfig;
import io.crossline.ipc.gateway.Gateway;
import io.crossline.ipc.gateway.GatewayConfig;
import io.crossline.ipc.gateway.SystemActors;
import io.crossline.ipc.topdown.FinalityVoter;
import io.crossline.ipc.topdown.TopDownExecution;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds the networks of a tree and sets them going. */
final class TreeAssembly {
  private static final EthAddress OWNER = Names.account("gateway owner");

  private final IpcNetwork network;
  private final IpcNetworkBuilder builder;
  private final Map<String, IpcSubnet> built = new LinkedHashMap<>();

  TreeAssembly(IpcNetwork network, IpcNetworkBuilder builder) {
    this.network = network;
    this.builder = builder;
  }

  /** All networks by their paths, each before its children. */
  Map<String, IpcSubnet> subnets() {
    return built;
  }

  /** The process that runs the root. */
  NodeProcess start() {
    builder
        .settings()
        .forEach(
            (path, its) -> {
              IpcSubnet parent =
                  path.equals(IpcNetworkBuilder.ROOT)
                      ? null
                      : built.get(IpcNetworkBuilder.parentOf(path));
              IpcSubnet subnet = create(path, its, parent);
              built.put(path, subnet);
              network.add(subnet);
            });
    int deepestReorg = network.faultPoints().deepestReorg();
    root().records().notes().undoable(deepestReorg);
    boolean reopened = network.host().store().isReopened();
    built.values().forEach(subnet -> restoreBlocks(subnet, reopened));
    if (builder.isForgetting()) {
      Retention.begin(built.values());
    }
    if (!reopened) {
      built.values().forEach(TreeAssembly::genesis);
    }
    List<SubnetNode> nodes = built.values().stream().map(this::node).toList();
    if (reopened) {
      network.tracker().restore(built.values());
    } else {
      nodes.forEach(SubnetNode::seal);
    }
    List<NodeProcess> processes = new ArrayList<>();
    for (SubnetNode node : nodes) {
      processes.add(schedule(node, node.subnet() == root() ? deepestReorg : 0));
    }
    network.host().clock().start();
    return processes.get(0);
  }

  private static void restoreBlocks(IpcSubnet subnet, boolean reopened) {
    if (reopened) {
      Chain chain = subnet.engine();
      subnet.records().blocks().restore(chain.restored(), chain.block().number());
    }
  }

  private IpcSubnet root() {
    return built.values().iterator().next();
  }

  private IpcSubnet create(String path, SubnetSettings its, @Nullable IpcSubnet parent) {
    Chain chain =
        network.host().store().chain(path, new BlockInfo(UInt64.ZERO, IpcNetwork.GENESIS_TIME));
    UInt256 period = UInt256.of(its.checkpointPeriod());
    if (parent == null) {
      Gateway gateway =
          gateway(chain, Names.contract(path, "gateway"), SubnetId.root(builder.chainId()), its);
      return new IpcSubnet(network, path, gateway.network(), its, chain, gateway, null, null);
    }
    EthAddress actorAddress = Names.subnetActor(path);
    SubnetId id = parent.id().child(actorAddress);
    Gateway gateway = gateway(chain, SystemActors.SUBNET_GATEWAY, id, its);
    IpcSubnet[] child = new IpcSubnet[1];
    SubnetActor actor =
        SubnetActor.deploy(
            parent.engine(),
            actorAddress,
            new SubnetActorConfig(
                parent.gateway(),
                id,
                period,
                its.supplyToken()
                    .map(token -> Asset.erc20(parent.makeToken(token).address()))
                    .orElse(Asset.NATIVE),
                Asset.NATIVE,
                (header, certificate) -> refusal(child[0], header)));
    child[0] = new IpcSubnet(network, path, id, its, chain, gateway, parent, actor);
    parent.records().addChild(actorAddress, child[0]);
    return child[0];
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
  private static Optional<String> refusal(IpcSubnet child, CheckpointHeader header) {
    boolean own =
        header.height().compareTo(child.records().blocks().head()) <= 0
            && child
                .records()
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
  private static void genesis(IpcSubnet subnet) {
    if (subnet.parent().isPresent()) {
      subnet.engine().mint(Names.FAUCET, subnet.settings().genesisCoins());
    }
    for (IpcSubnet child : subnet.records().children()) {
      SubnetActor actor = child.actor().orElseThrow();
      UInt256 supply = supplyOf(child);
      UInt256 collateral = child.settings().collateral();
      Optional<Erc20Token> token = child.settings().supplyToken().map(subnet::token);
      token.ifPresent(backing -> backing.mint(actor.address(), supply));
      token.ifPresent(
          backing -> backing.approve(actor.address(), subnet.gateway().address(), supply));
      subnet
          .engine()
          .mint(actor.address(), token.isPresent() ? collateral : supply.plus(collateral));
      subnet.gateway().as(OWNER).approveSubnet(actor.address()).orThrow();
      actor.register(supply, collateral).orThrow();
    }
  }

  /** A network's own coins, and what it holds for its children. */
  private static UInt256 supplyOf(IpcSubnet subnet) {
    UInt256 supply = subnet.settings().genesisCoins();
    for (IpcSubnet child : subnet.records().children()) {
      supply = supply.plus(child.settings().collateral());
      if (child.settings().supplyToken().isEmpty()) {
        supply = supply.plus(supplyOf(child));
      }
    }
    return supply;
  }

  private SubnetNode node(IpcSubnet subnet) {
    IpcSubnet parent = subnet.parent().orElse(null);
    SubnetNode.Uplink uplink =
        parent == null
            ? null
            : new SubnetNode.Uplink(
                parent.records().blocks(),
                FinalityVoter.atDepth(subnet.settings().finalityDepth()),
                new TopDownExecution(
                    subnet.engine(),
                    subnet.gateway(),
                    parent.records().blocks(),
                    parent.gateway().address(),
                    UInt64.ZERO),
                new CheckpointCutter(subnet.gateway(), subnet.settings().checkpointPeriod()));
    UInt256 supply = parent == null ? UInt256.ZERO : supplyOf(subnet);
    SubnetNode node =
        new SubnetNode(subnet, network.tracker(), supply, uplink, network.bystanders());
    subnet.start(node);
    return node;
  }

  private NodeProcess schedule(SubnetNode node, int deepestReorg) {
    IpcSubnet subnet = node.subnet();
    NodeProcess process =
        new NodeProcess(subnet, node, network.faultTeller(), network.host().clock(), deepestReorg);
    process.start();
    subnet
        .parent()
        .map(parent -> new RelayedCheckpoints(subnet, parent, subnet.actor().orElseThrow()))
        .map(
            link ->
                new Relayer(link, network.tracker(), network.faultTeller(), network.host().clock()))
        .ifPresent(Relayer::start);
    return process;
  }
}
