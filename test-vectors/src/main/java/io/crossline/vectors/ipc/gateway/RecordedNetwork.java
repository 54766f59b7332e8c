// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc.gateway;

import io.crossline.core.chain.Chain;
import io.crossline.core.json.JsonValue;
import io.crossline.ipc.BottomUpMsgBatch;
import io.crossline.ipc.Subnet;
import io.crossline.ipc.checkpoint.CheckpointEpoch;
import io.crossline.ipc.event.GatewayEvent;
import io.crossline.ipc.gateway.Gateway;
import io.crossline.ipc.gateway.GatewayView;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The network of a case, as far as the steps have come. Not thread-safe. */
final class RecordedNetwork {
  private final Chain chain;
  private final Map<String, Gateway> gateways;
  private final Map<EthAddress, String> aliases = new HashMap<>();
  private final Map<EthAddress, Set<String>> children;
  private final Map<String, TokenLedger> tokens;
  private final Map<String, Exchange> exchanges;
  private final Set<EthAddress> watched;
  private final CallLog calls;

  RecordedNetwork(
      Chain chain,
      Map<String, Gateway> gateways,
      Map<EthAddress, Set<String>> children,
      Map<String, TokenLedger> tokens,
      Set<EthAddress> contracts,
      Map<String, Exchange> exchanges,
      Set<EthAddress> watched) {
    this.chain = chain;
    this.gateways = gateways;
    this.children = children;
    this.tokens = tokens;
    this.exchanges = exchanges;
    this.watched = watched;
    gateways.forEach((alias, gateway) -> aliases.put(gateway.address(), alias));
    calls = new CallLog(aliases.keySet(), contracts);
    chain.observe(calls);
  }

  Chain chain() {
    return chain;
  }

  Map<String, Gateway> gateways() {
    return gateways;
  }

  Map<String, Exchange> exchanges() {
    return exchanges;
  }

  CallLog calls() {
    return calls;
  }

  /** What the case calls its children. */
  Set<String> childAliases() {
    return children.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
  }

  /** Opens the block in which a step runs. */
  void enterBlock(JsonValue where, UInt64 number) {
    int order = number.compareTo(chain.block().number());
    if (order < 0) {
      throw where.invalid("block " + number + " comes after block " + chain.block().number());
    }
    if (order > 0) {
      chain.seal(new BlockInfo(number, chain.block().timestamp()));
    }
  }

  Balances balances() {
    Map<Balances.Holding, UInt256> amounts = new HashMap<>();
    for (EthAddress account : watched) {
      amounts.put(new Balances.Holding(Balances.NATIVE, account), chain.balance(account));
      tokens.forEach(
          (token, ledger) ->
              amounts.put(new Balances.Holding(token, account), ledger.balance(account)));
    }
    return new Balances(amounts);
  }

  /** The events of gateways among logs. */
  List<EventForm.Emitted> events(List<Log> logs) {
    List<EventForm.Emitted> events = new ArrayList<>();
    for (Log log : logs) {
      String alias = aliases.get(log.emitter());
      if (alias != null) {
        events.add(new EventForm.Emitted(alias, GatewayEvent.parse(log).orElseThrow()));
      }
    }
    return events;
  }

  /** How many messages the batches have that the present block fills, by gateway. */
  Map<String, Integer> batchSizes() {
    Map<String, Integer> sizes = new HashMap<>();
    gateways.forEach(
        (alias, gateway) -> sizes.put(alias, gateway.view().batchSize(epoch(gateway))));
    return sizes;
  }

  private UInt256 epoch(Gateway gateway) {
    return CheckpointEpoch.next(
        chain.block().number().toUInt256(), gateway.config().bottomUpCheckPeriod());
  }

  /**
   * What a gateway holds.
   *
   * @param alias its alias
   * @param sizeBefore how many messages its batch had before the step
   * @return its state
   */
  GatewayStateForm.Held held(String alias, int sizeBefore) {
    Gateway gateway = Objects.requireNonNull(gateways.get(alias));
    GatewayView view = gateway.view();
    return new GatewayStateForm.Held(
        view.bottomUpNonce(),
        view.appliedTopDownNonce(),
        view.listSubnets().stream().map(this::child).toList(),
        view.postboxMsgs(),
        batch(view.bottomUpMsgBatch(epoch(gateway)), epoch(gateway), sizeBefore));
  }

  private GatewayStateForm.Child child(Subnet subnet) {
    return new GatewayStateForm.Child(children.getOrDefault(subnet.id().actor(), Set.of()), subnet);
  }

  private static Optional<GatewayStateForm.Batch> batch(
      BottomUpMsgBatch batch, UInt256 epoch, int sizeBefore) {
    if (batch.equals(BottomUpMsgBatch.NONE)) {
      return Optional.empty();
    }
    int size = batch.msgs().size();
    return Optional.of(
        new GatewayStateForm.Batch(
            epoch,
            batch.blockHeight(),
            batch.subnetId(),
            size,
            batch.hash(),
            batch.msgs().subList(sizeBefore, size)));
  }
}
