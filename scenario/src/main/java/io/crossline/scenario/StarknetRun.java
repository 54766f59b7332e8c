// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.scenario;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Contract;
import io.crossline.core.chain.Receipt;
import io.crossline.core.handler.HandlerException;
import io.crossline.core.handler.HandlerRegistry;
import io.crossline.core.handler.StatelessHandler;
import io.crossline.core.network.Network;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.messaging.spi.HandlerType;
import io.crossline.messaging.store.StateStore;
import io.crossline.starknet.Felt;
import io.crossline.starknet.cairo.CairoAbis;
import io.crossline.starknet.l1.CoreCaller;
import io.crossline.starknet.l2.L2Receipt;
import io.crossline.starknet.network.NetworkListener;
import io.crossline.starknet.network.StarknetNetwork;
import io.crossline.starknet.network.StarknetParameters;
import io.crossline.starknet.tracking.Layer;
import io.crossline.starknet.tracking.MessageStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A Starknet network on which a scenario runs. */
final class StarknetRun implements ScenarioRun {
  private final StarknetNetwork network;

  StarknetRun(
      StarknetParameters parameters,
      Optional<StateStore> store,
      Map<String, StarknetScenario.Account> accounts,
      Map<String, StarknetScenario.Deployment> contracts,
      HandlerRegistry handlers) {
    network =
        store
            .map(kept -> StarknetNetwork.builder(parameters).store(kept).start())
            .orElseGet(() -> StarknetNetwork.create(parameters));
    accounts.forEach(
        (name, account) -> {
          network.account(name, account.address(), account.balance());
          account.handler().ifPresent(type -> deployOnL1(name, account, type, handlers));
        });
    contracts.forEach((name, contract) -> deploy(name, contract, handlers));
  }

  private void deployOnL1(
      String name, StarknetScenario.Account account, String type, HandlerRegistry handlers) {
    try {
      Object handler = handlers.create(HandlerType.STARKNET_L1, type);
      if (handler instanceof Contract contract) {
        StatelessHandler.require(contract.getClass());
        network.deployOnL1(name, account.address(), contract);
      } else {
        network.deployOnL1(name, account.address(), handler);
      }
    } catch (HandlerException | IllegalArgumentException unusable) {
      throw new HandlerException(account.place().place() + ": " + unusable.getMessage(), unusable);
    }
  }

  Outcome<Bytes> callOnL1(EthAddress from, EthAddress to, UInt256 value, Bytes calldata) {
    return network.transactOnL1(from, to, value, calldata);
  }

  private void deploy(String name, StarknetScenario.Deployment contract, HandlerRegistry handlers) {
    try {
      Object handler = handlers.create(HandlerType.STARKNET_L2, contract.handler());
      network.deploy(
          name,
          Felt.of(contract.address()),
          handler,
          roles -> contract.roles().forEach(roles::bind));
    } catch (HandlerException unusable) {
      throw new HandlerException(contract.place().place() + ": " + unusable.getMessage(), unusable);
    }
  }

  void toldBy(CairoAbis abis) {
    network.tellBy(abis);
  }

  /** Lets an account on L2 call: one by its name, or any address. */
  L2Receipt invoke(String account, Felt contract, String function, List<Object> arguments) {
    Felt address = account.startsWith("0x") ? Felt.parse(account) : network.accountOnL2(account);
    return network.invoke(address, contract, function, arguments.toArray());
  }

  CoreCaller core(EthAddress caller) {
    return network.core(caller);
  }

  UInt256 balance(EthAddress account) {
    return network.l1().balance(account);
  }

  void reorgL1(int blocks) {
    network.reorganise(blocks);
  }

  @Override
  public void record(ChainRecorder recorder) {
    network.listen(
        new NetworkListener() {
          @Override
          public void l1Block(Block<Receipt> block) {
            recorder.sealed("L1", block);
          }

          @Override
          public void takenBack(Layer layer, UInt64 last) {
            if (layer == Layer.L1) {
              recorder.takenBack("L1", last);
            }
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
}
