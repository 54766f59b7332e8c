// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import io.crossline.core.chain.Chain;
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
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Describes a tree of networks. Paths name them: {@code games} is a child of the root, {@code
 * games/chess} a child of {@code games}, and a network is named before its children.
 */
public final class IpcNetworkBuilder {
  /** The path of the root: {@value}. */
  public static final String ROOT = "root";

  private static final EthAddress OWNER = Names.account("gateway owner");

  private final long chainId;
  private final Map<String, SubnetSettings> settings = new LinkedHashMap<>();

  IpcNetworkBuilder(long chainId) {
    if (chainId < 1) {
      throw new IllegalArgumentException(
          "root: found chain id " + chainId + ", must be at least 1");
    }
    this.chainId = chainId;
    settings.put(ROOT, SubnetSettings.DEFAULT);
  }

  /**
   * Changes how the root runs.
   *
   * @param change makes the root's settings of the default ones
   * @return this builder
   */
  public IpcNetworkBuilder rootSettings(UnaryOperator<SubnetSettings> change) {
    settings.put(ROOT, change.apply(SubnetSettings.DEFAULT));
    return this;
  }

  /**
   * Adds a network with default settings.
   *
   * @param path its path
   * @return this builder
   */
  public IpcNetworkBuilder subnet(String path) {
    return subnet(path, UnaryOperator.identity());
  }

  /**
   * Adds a network.
   *
   * @param path its path
   * @param change makes its settings of the default ones
   * @return this builder
   * @throws IllegalArgumentException if the path is taken, malformed, or its parent was not named
   */
  public IpcNetworkBuilder subnet(String path, UnaryOperator<SubnetSettings> change) {
    if (!path.matches("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*")) {
      throw new IllegalArgumentException(
          "subnet: found path \""
              + path
              + "\", must be names of letters, digits, dots, hyphens and underscores, joined by /");
    }
    if (settings.containsKey(path)) {
      throw new IllegalArgumentException("subnet: there is a network \"" + path + "\" already");
    }
    if (!settings.containsKey(parentOf(path))) {
      throw new IllegalArgumentException(
          "subnet: the parent of \"" + path + "\" must be named before it");
    }
    settings.put(path, change.apply(SubnetSettings.DEFAULT));
    return this;
  }

  /**
   * Starts the tree: all networks stand at the beginning of block 1, and every child is registered.
   *
   * @return the network
   */
  public IpcNetwork start() {
    return new IpcNetwork(this);
  }

  Map<String, IpcSubnet> build(IpcNetwork network) {
    Map<String, IpcSubnet> built = new LinkedHashMap<>();
    settings.forEach(
        (path, its) -> {
          IpcSubnet parent = path.equals(ROOT) ? null : built.get(parentOf(path));
          built.put(path, create(network, path, its, parent));
        });
    built.values().forEach(this::genesis);
    List<SubnetNode> nodes = new ArrayList<>();
    built.values().forEach(subnet -> nodes.add(node(network, subnet)));
    nodes.forEach(SubnetNode::seal);
    built.values().forEach(subnet -> schedule(network, subnet, nodes.remove(0)));
    return built;
  }

  private IpcSubnet create(
      IpcNetwork network, String path, SubnetSettings its, @Nullable IpcSubnet parent) {
    Chain chain = new Chain(path, new BlockInfo(UInt64.ZERO, IpcNetwork.GENESIS_TIME));
    UInt256 period = UInt256.of(its.checkpointPeriod());
    if (parent == null) {
      Gateway gateway =
          gateway(chain, Names.contract(path, "gateway"), SubnetId.root(chainId), its);
      return new IpcSubnet(network, path, gateway.network(), its, chain, gateway, null, null);
    }
    EthAddress actorAddress = Names.subnetActor(path);
    SubnetId id = parent.id().child(actorAddress);
    Gateway gateway = gateway(chain, SystemActors.SUBNET_GATEWAY, id, its);
    IpcSubnet[] child = new IpcSubnet[1];
    SubnetActor actor =
        SubnetActor.deploy(
            parent.chain(),
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
  private void genesis(IpcSubnet subnet) {
    if (subnet.parent().isPresent()) {
      subnet.chain().mint(Names.FAUCET, subnet.settings().genesisCoins());
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
          .chain()
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

  private static SubnetNode node(IpcNetwork network, IpcSubnet subnet) {
    IpcSubnet parent = subnet.parent().orElse(null);
    SubnetNode.Uplink uplink =
        parent == null
            ? null
            : new SubnetNode.Uplink(
                parent.records().blocks(),
                FinalityVoter.atDepth(subnet.settings().finalityDepth()),
                new TopDownExecution(
                    subnet.chain(),
                    subnet.gateway(),
                    parent.records().blocks(),
                    parent.gateway().address(),
                    UInt64.ZERO),
                new CheckpointCutter(subnet.gateway(), subnet.settings().checkpointPeriod()));
    UInt256 supply = parent == null ? UInt256.ZERO : supplyOf(subnet);
    SubnetNode node = new SubnetNode(subnet, network.tracker(), supply, uplink);
    subnet.start(node);
    return node;
  }

  private static void schedule(IpcNetwork network, IpcSubnet subnet, SubnetNode node) {
    network.time().every(subnet.settings().blockTime(), node::nextBlock);
    subnet
        .parent()
        .ifPresent(
            parent -> {
              Relayer relayer =
                  new Relayer(subnet, parent, subnet.actor().orElseThrow(), network.tracker());
              network.time().every(subnet.settings().relayInterval(), relayer::run);
            });
  }

  private static String parentOf(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? ROOT : path.substring(0, slash);
  }
}
