// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.conformance;

import io.crossline.core.chain.Chain;
import io.crossline.ipc.Asset;
import io.crossline.ipc.Direction;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.Subnet;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.bottomup.SubnetActor;
import io.crossline.ipc.bottomup.SubnetActorConfig;
import io.crossline.ipc.gateway.Delivery;
import io.crossline.ipc.gateway.Gateway;
import io.crossline.ipc.gateway.HandlerContract;
import io.crossline.ipc.gateway.IpcContext;
import io.crossline.ipc.gateway.SystemActors;
import io.crossline.ipc.network.IpcSubnet;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The network of the called contract as it begins in a {@link CalledTree}, alone and without a
 * node: its blocks bear the numbers and times that they are given.
 */
final class QuietHome {
  private final Chain chain;
  private final Gateway gateway;
  private final SubnetId low;
  private final EthAddress address;
  private final HandlerContract<Reporting> contract;
  private boolean fails;

  /** With a tree in which nothing has happened yet. */
  QuietHome(CalledTree fresh, IpcHandlerFaultConformance test) {
    IpcSubnet home = fresh.called.subnet();
    chain = new Chain(home.name(), home.chain().block());
    gateway = Gateway.deploy(chain, home.gateway().address(), home.gateway().config());
    low = fresh.net.at(CalledTree.LOW).id();
    register(home.gateway().view().subnet(low).orElseThrow());
    address = fresh.called.ethAddress();
    contract =
        new HandlerContract<>(
            new Reporting(test.handler()), home.id(), gateway.address(), message -> strikes());
    chain.deploy(address, contract);
    ask(
        (inner, context) -> {
          inner.construct(context);
          return true;
        });
  }

  private void register(Subnet child) {
    EthAddress address = low.actor();
    SubnetActor actor =
        SubnetActor.deploy(
            chain,
            address,
            new SubnetActorConfig(
                gateway,
                low,
                gateway.config().bottomUpCheckPeriod(),
                Asset.NATIVE,
                Asset.NATIVE,
                (header, certificate) -> Optional.of("no checkpoint is brought here")));
    chain.mint(address, child.circSupply().plus(child.stake()));
    gateway.as(gateway.config().owner()).approveSubnet(address).orThrow();
    actor.register(child.circSupply(), child.stake()).orThrow();
  }

  private boolean strikes() {
    boolean now = fails;
    fails = false;
    return now;
  }

  /** Gives a message to the gateway in a block, and says what became of it. */
  Delivery deliver(BlockInfo block, IpcEnvelope message, boolean contractFails) {
    if (!block.equals(chain.block())) {
      chain.seal(block);
    }
    fails = contractFails;
    Outcome<List<Delivery>> outcome;
    if (message.applyType(gateway.network()) == Direction.TOP_DOWN) {
      chain.mint(gateway.address(), message.value());
      outcome = gateway.as(SystemActors.SYSTEM_ACTOR).applyCrossMessages(List.of(message));
    } else {
      outcome = gateway.as(low.actor()).execBottomUpMsgBatch(List.of(message));
    }
    return outcome.orThrow().get(0);
  }

  /** Asks the contract for something in a transaction of the open block. */
  <T> T ask(BiFunction<? super Reporting, ? super IpcContext, ? extends T> body) {
    return chain
        .execute(IpcSubnet.USER, address, UInt256.ZERO, contract.<T>operation(body))
        .orThrow();
  }
}
