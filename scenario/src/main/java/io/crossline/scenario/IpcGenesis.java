// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.scenario;

import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonValue;
import io.crossline.ipc.network.IpcNetworkBuilder;
import io.crossline.ipc.network.SubnetSettings;
import io.crossline.messaging.UInt256;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Refuses, with its place, what each field allows and the networks cannot start with: more coins
 * than there are, or two things of one name.
 */
final class IpcGenesis {
  private static final Set<String> TAKEN = Set.of("user", "faucet", "gateway");

  private final JsonObject scenario;
  private final Map<String, SubnetSettings> networks;
  private final Map<String, UInt256> left = new HashMap<>();
  private UInt256 room = UInt256.MAX;

  private IpcGenesis(JsonObject scenario, Map<String, SubnetSettings> networks) {
    this.scenario = scenario;
    this.networks = networks;
  }

  static void check(
      JsonObject scenario,
      Map<String, SubnetSettings> networks,
      Map<String, IpcScenario.Account> accounts,
      Map<String, IpcScenario.Deployment> contracts) {
    IpcGenesis genesis = new IpcGenesis(scenario, networks);
    genesis.networks();
    accounts.forEach(
        (name, account) -> genesis.give("accounts", name, account.network(), account.balance()));
    contracts.forEach(
        (name, contract) -> {
          genesis.requireFree(name, contract.network(), accounts.keySet());
          genesis.give("contracts", name, contract.network(), contract.balance());
        });
  }

  private void networks() {
    left.put(IpcNetworkBuilder.ROOT, UInt256.MAX);
    JsonObject network = scenario.required("network").asObject();
    network
        .optional("root")
        .map(JsonValue::asObject)
        .ifPresent(root -> List.of("supplyToken", "coins", "collateral").forEach(refuseIn(root)));
    network
        .optional("subnets")
        .ifPresent(subnets -> subnets.asObject().fields().forEach(this::subnet));
  }

  private static Consumer<String> refuseIn(JsonObject root) {
    return field ->
        root.optional(field)
            .ifPresent(
                value -> {
                  throw value.invalid(
                      "means nothing for the root, which has no parent: leave it out");
                });
  }

  private void subnet(String path, JsonValue json) {
    SubnetSettings its = settings(path);
    its.supplyToken()
        .filter(token -> !token.matches("[A-Za-z0-9._-]+") || TAKEN.contains(token))
        .ifPresent(
            token -> {
              throw json.asObject()
                  .required("supplyToken")
                  .invalid(
                      "found \""
                          + token
                          + "\", must be a name of letters, digits, dots, hyphens and underscores,"
                          + " and none of "
                          + String.join(", ", TAKEN.stream().sorted().toList()));
            });
    for (UInt256 coins : new UInt256[] {its.genesisCoins(), its.collateral()}) {
      if (coins.compareTo(room) > 0) {
        throw json.invalid(
            "coins and collateral of the networks up to here are together more than 2^256 - 1");
      }
      room = room.minus(coins);
    }
    left.put(path, its.genesisCoins());
  }

  private SubnetSettings settings(String path) {
    SubnetSettings its = networks.get(path);
    if (its == null) {
      throw new IllegalStateException("the scenario has no network " + path);
    }
    return its;
  }

  private void give(String kind, String name, String network, UInt256 coins) {
    UInt256 available = left.getOrDefault(network, UInt256.ZERO);
    if (coins.compareTo(available) > 0) {
      throw entry(kind, name)
          .asObject()
          .required("balance")
          .invalid(
              "found "
                  + coins
                  + ", and of the coins of "
                  + network
                  + " there are "
                  + available
                  + " left. Give the network more \"coins\", or fund the account from its parent");
    }
    left.put(network, available.minus(coins));
  }

  private void requireFree(String name, String network, Set<String> accounts) {
    Set<String> taken = new HashSet<>(TAKEN);
    taken.addAll(accounts);
    networks.forEach(
        (path, its) -> {
          int slash = path.lastIndexOf('/');
          String parent = slash < 0 ? IpcNetworkBuilder.ROOT : path.substring(0, slash);
          if (parent.equals(network)) {
            its.supplyToken().ifPresent(taken::add);
          }
        });
    if (taken.contains(name)) {
      throw entry("contracts", name)
          .invalid("the name \"" + name + "\" is taken by an account, a token or the network");
    }
  }

  private JsonValue entry(String kind, String name) {
    return scenario.required(kind).asObject().required(name);
  }
}
