// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.scenario;

import io.crossline.core.handler.HandlerRegistry;
import io.crossline.core.json.JsonValue;
import io.crossline.ipc.network.IpcNetworkBuilder;
import io.crossline.ipc.network.SubnetSettings;
import io.crossline.ipc.trace.MessageStatus;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.store.StateStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A scenario on a tree of IPC networks. */
final class IpcScenario extends NetworkScenario<IpcRun> {
  private static final int MAX_ROOT_ID = Integer.MAX_VALUE;
  private static final int MAX_BLOCKS = 1_000_000;

  private final int rootId;
  private final Map<String, SubnetSettings> networks;
  private final Map<String, Account> accounts;
  private final Map<String, Deployment> contracts;
  private final List<String> traces;

  /** A plain account of one network. */
  record Account(String network, UInt256 balance) {}

  /** A contract of one network: which handler type serves it, and the coins it is given. */
  record Deployment(JsonValue place, String network, String handler, UInt256 balance) {}

  IpcScenario(JsonValue json) {
    this(top(json, "traces"));
  }

  private IpcScenario(ScenarioFields fields) {
    super(fields, MessageStatus.values());
    ScenarioFields network =
        fields.required("network", json -> new ScenarioFields(json, "root", "rootId", "subnets"));
    rootId = network.optional("rootId", json -> json.asInt(1, MAX_ROOT_ID), 314);
    networks = new LinkedHashMap<>();
    networks.put(
        IpcNetworkBuilder.ROOT,
        network.optional("root", IpcScenario::settings, SubnetSettings.DEFAULT));
    readSubnets(network);
    accounts = fields.named("accounts", this::account);
    contracts = fields.named("contracts", this::deployment);
    IpcGenesis.check(fields.json(), networks, accounts, contracts);
    readSteps(fields, new IpcSteps(networks, accounts, contracts).byName());
    traces =
        fields.json().optional("traces").isPresent()
            ? fields.list("traces", JsonValue::asText)
            : List.of();
    Set<String> parties = new TreeSet<>(accounts.keySet());
    parties.addAll(contracts.keySet());
    Set<String> children = new TreeSet<>(networks.keySet());
    children.remove(IpcNetworkBuilder.ROOT);
    readExpectations(
        fields,
        Map.of(
            "answers",
            new Expectation<>(Optional.empty(), JsonValue::asText, IpcRun::answer),
            "balances",
            new Expectation<>(Optional.of(parties), NetworkScenario::numberText, IpcRun::balance),
            "circulatingSupply",
            new Expectation<>(Optional.of(children), NetworkScenario::numberText, IpcRun::supply)));
  }

  private void readSubnets(ScenarioFields network) {
    network
        .optional("subnets", JsonValue::asObject)
        .ifPresent(
            subnets ->
                subnets
                    .fields()
                    .forEach(
                        (path, json) -> {
                          int slash = path.lastIndexOf('/');
                          String parent =
                              slash < 0 ? IpcNetworkBuilder.ROOT : path.substring(0, slash);
                          if (!networks.containsKey(parent)) {
                            throw json.invalid(
                                "subnet \""
                                    + path
                                    + "\" has no parent: put \""
                                    + parent
                                    + "\" before it");
                          }
                          networks.put(path, settings(json));
                        }));
  }

  private static SubnetSettings settings(JsonValue json) {
    ScenarioFields fields =
        new ScenarioFields(
            json,
            "blockTime",
            "checkpointPeriod",
            "finalityDepth",
            "supplyToken",
            "coins",
            "collateral");
    SubnetSettings settings =
        fields
            .optional("supplyToken", JsonValue::asText)
            .map(SubnetSettings.DEFAULT::withSupplyToken)
            .orElse(SubnetSettings.DEFAULT);
    return settings
        .withCoins(
            fields.optional("coins", NetworkScenario::number, settings.genesisCoins()),
            fields.optional("collateral", NetworkScenario::number, settings.collateral()))
        .withBlockTime(fields.optional("blockTime", NetworkScenario::time, settings.blockTime()))
        .withCheckpointPeriod(
            fields.optional(
                "checkpointPeriod",
                json1 -> (long) json1.asInt(1, MAX_BLOCKS),
                settings.checkpointPeriod()))
        .withFinalityDepth(
            fields.optional(
                "finalityDepth",
                json1 -> (long) json1.asInt(0, MAX_BLOCKS),
                settings.finalityDepth()));
  }

  private Account account(JsonValue json) {
    ScenarioFields fields = new ScenarioFields(json, "network", "balance");
    return new Account(
        fields.required("network", this::networkName),
        fields.optional("balance", NetworkScenario::number, UInt256.ZERO));
  }

  private Deployment deployment(JsonValue json) {
    ScenarioFields fields = new ScenarioFields(json, "network", "handler", "balance");
    return new Deployment(
        fields.required("handler"),
        fields.required("network", this::networkName),
        fields.required("handler", JsonValue::asText),
        fields.optional("balance", NetworkScenario::number, UInt256.ZERO));
  }

  private String networkName(JsonValue json) {
    ScenarioFields.oneOf(json, "network", networks);
    return json.asText();
  }

  @Override
  public String setting() {
    return "root " + rootId + " · " + String.join(", ", new ArrayList<>(networks.keySet()));
  }

  @Override
  public List<String> chains() {
    return List.copyOf(networks.keySet());
  }

  @Override
  IpcRun start(HandlerRegistry handlers, Optional<StateStore> store) {
    return new IpcRun(rootId, networks, store, accounts, contracts, handlers, traces);
  }
}
