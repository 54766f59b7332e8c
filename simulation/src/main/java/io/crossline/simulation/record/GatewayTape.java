// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.record;

import io.crossline.core.chain.Attempt;
import io.crossline.core.chain.Block;
import io.crossline.core.chain.CallObserver;
import io.crossline.core.chain.Frame;
import io.crossline.core.chain.Receipt;
import io.crossline.ipc.Asset;
import io.crossline.ipc.ParentFinality;
import io.crossline.ipc.Subnet;
import io.crossline.ipc.gateway.Gateway;
import io.crossline.ipc.gateway.GatewayObserver;
import io.crossline.ipc.gateway.GatewayOperation;
import io.crossline.ipc.gateway.GatewayRules;
import io.crossline.ipc.gateway.HandlerContract;
import io.crossline.ipc.network.IpcSubnet;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.CallResult;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the gateway of one network did, with what it began with. */
final class GatewayTape implements GatewayObserver, CallObserver {
  private final IpcSubnet subnet;
  private final Gateway gateway;
  private final Map<EthAddress, String> children;
  private final Members opening;
  private final GatewayStateJson state;
  private final Tape<ObservedGatewayCall, WrittenGatewayStep> tape;
  private final Set<EthAddress> contracts = new TreeSet<>();
  private @Nullable GatewayRun running;

  /**
   * Begins.
   *
   * @param children the names of the children, by their actors
   */
  GatewayTape(IpcSubnet subnet, Map<EthAddress, String> children, Room room) {
    this.subnet = subnet;
    this.gateway = subnet.gateway();
    this.children = children;
    requireNew();
    UInt256 coins = subnet.balance(gateway.address());
    opening = opening(coins);
    state = new GatewayStateJson(gateway, children);
    tape = new Tape<>(gateway.address(), room, new GatewayStepWriter(subnet.name(), coins));
  }

  private void requireNew() {
    boolean used =
        !gateway.view().bottomUpNonce().equals(UInt64.ZERO)
            || !gateway.view().getLatestParentFinality().equals(ParentFinality.NONE)
            || gateway.view().listSubnets().stream()
                .anyMatch(
                    child ->
                        !child.topDownNonce().equals(UInt64.ZERO)
                            || !child.appliedBottomUpNonce().equals(UInt64.ZERO));
    if (used) {
      throw new IllegalStateException(
          "recording: the gateway of "
              + subnet.name()
              + " was used already; begin to record before the first message");
    }
    if (gateway.config().rules() != GatewayRules.CE27BC4A) {
      throw new IllegalArgumentException(
          "recording: vectors have the rules ce27bc4a; "
              + subnet.name()
              + " has others: "
              + gateway.config().rules());
    }
  }

  private Members opening(UInt256 coins) {
    List<Object> childrenNow =
        gateway.view().listSubnets().stream().<Object>map(child -> child(child).toMap()).toList();
    return new Members()
        .put("alias", subnet.name())
        .put("address", gateway.address().toString())
        .put("subnetId", GatewayStateJson.subnetId(subnet.id()))
        .put("bottomUpCheckPeriod", gateway.config().bottomUpCheckPeriod())
        .put("maxTreeDepth", gateway.config().maxTreeDepth())
        .put("generalPurposeCrossMsg", gateway.config().generalPurpose())
        .put("owner", gateway.config().owner().toString())
        .put("lastCheckpointHeight", gateway.view().lastCheckpointHeight())
        .put("balance", coins)
        .put("children", childrenNow);
  }

  private Members child(Subnet child) {
    String alias = children.get(child.id().actor());
    if (alias == null) {
      throw new IllegalArgumentException(
          "recording: nobody knows in what " + child.id() + " counts; it is no network here");
    }
    return new Members()
        .put("alias", alias)
        .put("actor", child.id().actor().toString())
        .put("supplySource", asset(Asset.NATIVE))
        .put("genesisCircSupply", child.circSupply())
        .put("collateral", child.stake())
        .put("approved", gateway.view().isApproved(child.id().actor()))
        .put("registered", true);
  }

  private static Members asset(Asset asset) {
    return new Members()
        .put("kind", asset.kind().toString())
        .put("tokenAddress", asset.tokenAddress().toString());
  }

  Tape<ObservedGatewayCall, WrittenGatewayStep> tape() {
    return tape;
  }

  IpcSubnet subnet() {
    return subnet;
  }

  /** No call runs any more, however the last one broke off. */
  void idle() {
    running = null;
  }

  @Override
  public Consumer<Attempt<?>> runs(Frame frame, GatewayOperation<?> call) {
    if (tape.isOver()) {
      return attempt -> {};
    }
    if (running != null) {
      tape.end(frame.block().number(), "a contract called the gateway back there");
      return attempt -> {};
    }
    GatewayRun run = new GatewayRun(subnet.chain(), state, contracts, frame, call);
    running = run;
    return attempt -> {
      running = null;
      tape.add(run.end(attempt));
    };
  }

  @Override
  public void sealed(Block<Receipt> block) {
    idle();
    tape.finished(block.receipts());
  }

  @Override
  public void undone(UInt64 last) {
    idle();
    tape.takenBack(last);
  }

  @Override
  public Consumer<CallResult> calls(EthAddress from, EthAddress to, UInt256 coins, Bytes calldata) {
    GatewayRun run = running;
    return run == null ? result -> {} : run.calls(from, to, coins, calldata);
  }

  /** The case. */
  RecordedCase toCase() {
    RunningBalances balances = new RunningBalances(tape.steps());
    Members head = new Members().put("id", "run-" + subnet.name());
    tape.omission().ifPresent(omission -> head.put("note", omission));
    Members network =
        new Members()
            .put("gateways", List.of(opening.toMap()))
            .put("contracts", contracts())
            .put("tokens", List.of())
            .put("accounts", balances.accounts());
    return new RecordedCase(
        head.put("network", network),
        tape.steps().stream().map(balances::withBalances).toList(),
        new Members());
  }

  private List<Object> contracts() {
    List<Object> all = new ArrayList<>();
    for (EthAddress address : contracts) {
      HandlerContract<?> code = (HandlerContract<?>) subnet.chain().contract(address).orElseThrow();
      all.add(
          new Members()
              .put("address", address.toString())
              .put("name", subnet.name() + "." + address)
              .put("onGateway", subnet.name())
              .put("behaviour", ((RecordableContract) code.handler()).behaviour())
              .toMap());
    }
    return all;
  }
}
