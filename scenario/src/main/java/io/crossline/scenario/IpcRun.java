// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.scenario;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Receipt;
import io.crossline.core.handler.HandlerException;
import io.crossline.core.handler.HandlerRegistry;
import io.crossline.core.network.Network;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.gateway.IpcHandler;
import io.crossline.ipc.network.IpcNetwork;
import io.crossline.ipc.network.IpcNetworkBuilder;
import io.crossline.ipc.network.IpcNetworkListener;
import io.crossline.ipc.network.IpcSubnet;
import io.crossline.ipc.network.SubnetSettings;
import io.crossline.ipc.trace.Answer;
import io.crossline.ipc.trace.MessageInfo;
import io.crossline.ipc.trace.MessageStatus;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt64;
import io.crossline.messaging.spi.HandlerType;
import io.crossline.messaging.store.StateStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A tree of IPC networks on which a scenario runs. */
final class IpcRun implements ScenarioRun {
  private final IpcNetwork network;
  private final List<String> traced;
  private final Map<String, IpcAddress> addresses = new HashMap<>();

  IpcRun(
      int rootId,
      Map<String, SubnetSettings> networks,
      Optional<StateStore> store,
      Map<String, IpcScenario.Account> accounts,
      Map<String, IpcScenario.Deployment> contracts,
      HandlerRegistry handlers,
      List<String> traced) {
    this.traced = traced;
    IpcNetworkBuilder builder = IpcNetwork.root(rootId);
    networks.forEach(
        (path, settings) -> {
          if (path.equals(IpcNetworkBuilder.ROOT)) {
            builder.rootSettings(defaults -> settings);
          } else {
            builder.subnet(path, defaults -> settings);
          }
        });
    store.ifPresent(builder::store);
    network = builder.start();
    accounts.forEach(
        (name, account) -> {
          IpcSubnet home = network.at(account.network());
          EthAddress address = home.account(name);
          home.give(address, account.balance());
          addresses.put(name, IpcAddress.of(home.id(), address));
        });
    contracts.forEach((name, contract) -> deploy(name, contract, handlers));
  }

  private void deploy(String name, IpcScenario.Deployment contract, HandlerRegistry handlers) {
    IpcSubnet home = network.at(contract.network());
    try {
      Object handler = handlers.create(HandlerType.IPC, contract.handler());
      if (!(handler instanceof IpcHandler ipc)) {
        throw new HandlerException(
            handler.getClass().getName() + " is no " + IpcHandler.class.getName());
      }
      EthAddress address = home.deploy(name, ipc).ethAddress();
      addresses.put(name, IpcAddress.of(home.id(), address));
      if (!contract.balance().isZero()) {
        home.give(address, contract.balance());
      }
    } catch (HandlerException unusable) {
      throw new HandlerException(contract.place().place() + ": " + unusable.getMessage(), unusable);
    }
  }

  IpcSubnet at(String path) {
    return network.at(path);
  }

  /** Where an account or contract of the scenario is. */
  IpcAddress address(String name) {
    IpcAddress address = addresses.get(name);
    if (address == null) {
      throw new IllegalStateException("the scenario has no " + name);
    }
    return address;
  }

  @Override
  public void record(ChainRecorder recorder) {
    network.listen(
        new IpcNetworkListener() {
          @Override
          public void sealed(IpcSubnet at, Block<Receipt> block) {
            recorder.sealed(at.id().toString(), block);
          }

          @Override
          public void takenBack(IpcSubnet at, UInt64 last) {
            recorder.takenBack(at.id().toString(), last);
          }
        });
  }

  @Override
  public Network<?> network() {
    return network;
  }

  @Override
  public void await(String message, String status, Duration limit) {
    network.await(message, MessageStatus.valueOf(status), limit);
  }

  /** How a call was answered, in words. */
  String answer(String message) {
    return find(message).flatMap(MessageInfo::answer).map(Answer::description).orElse("not there");
  }

  /** The coins of an account or contract, in its own network. */
  String balance(String party) {
    IpcAddress address = address(party);
    return network.subnets().stream()
        .filter(subnet -> subnet.id().equals(address.subnetId()))
        .findFirst()
        .orElseThrow()
        .balance(address.rawAddress().evmAddress().orElseThrow())
        .toString();
  }

  /** The coins that circulate in a network, as its parent counts them. */
  String supply(String path) {
    return network.at(path).circulatingSupply().toString();
  }

  @Override
  public List<String> traces() {
    List<String> lines = new ArrayList<>();
    for (String message : traced) {
      find(message)
          .flatMap(info -> network.trace(info.tracingId()))
          .ifPresentOrElse(
              trace -> lines.addAll(trace.lines()),
              () -> lines.add(message + " was not sent, so there is nothing to trace"));
    }
    return lines;
  }

  private Optional<MessageInfo> find(String message) {
    return network.messages().stream().filter(info -> info.name().equals(message)).findFirst();
  }
}
