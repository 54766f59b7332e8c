// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc.gateway;

import io.crossline.core.chain.Chain;
import io.crossline.core.chain.Contract;
import io.crossline.core.json.JsonValue;
import io.crossline.core.json.Suggestion;
import io.crossline.ipc.gateway.Gateway;
import io.crossline.ipc.gateway.GatewayConfig;
import io.crossline.ipc.gateway.GatewayContents;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A network of a case while it is put together. All its gateways share one chain, as those that
 * were recorded did. Not thread-safe.
 */
final class NetworkBuilder {
  private final Chain chain = new Chain("network", new BlockInfo(UInt64.ZERO, UInt64.ZERO));
  private final Map<String, Gateway> gateways = new LinkedHashMap<>();
  private final Set<String> aliases = new TreeSet<>();
  private final Map<EthAddress, Set<String>> children = new TreeMap<>();
  private final Map<String, TokenLedger> tokens = new LinkedHashMap<>();
  private final Set<EthAddress> contracts = new HashSet<>();
  private final Map<String, Exchange> exchanges = new TreeMap<>();

  Chain chain() {
    return chain;
  }

  /** Says that there is, or will be, a gateway of this alias. */
  void announceGateway(JsonValue alias) {
    if (!aliases.add(alias.asText())) {
      throw alias.invalid("there are two gateways with the alias \"" + alias.asText() + "\"");
    }
  }

  /** The alias of a gateway, which must be one of the case. */
  String requireGateway(JsonValue alias) {
    if (!aliases.contains(alias.asText())) {
      throw alias.invalid(
          "unknown gateway \""
              + alias.asText()
              + "\". "
              + Suggestion.instead(alias.asText(), aliases));
    }
    return alias.asText();
  }

  void deploy(JsonValue where, EthAddress address, Contract code) {
    if (chain.contract(address).isPresent()) {
      throw where.invalid(address + " has code already");
    }
    chain.deploy(address, code);
  }

  void addGateway(
      JsonValue where,
      String alias,
      EthAddress address,
      GatewayConfig config,
      GatewayContents contents) {
    if (chain.contract(address).isPresent()) {
      throw where.invalid(address + " has code already");
    }
    gateways.put(alias, Gateway.deploy(chain, address, config, contents));
  }

  /** Notes that an actor is a child somewhere, under this alias. */
  void addChild(EthAddress actor, String alias) {
    children.computeIfAbsent(actor, key -> new TreeSet<>()).add(alias);
  }

  /** What the case calls a child, by its actor; nothing if it is none. */
  Set<String> aliasesOf(EthAddress actor) {
    return children.getOrDefault(actor, Set.of());
  }

  void addToken(EthAddress address, TokenLedger ledger) {
    tokens.put(address.toString(), ledger);
  }

  void addContract(EthAddress address) {
    contracts.add(address);
  }

  void addExchange(JsonValue where, String name, Exchange exchange) {
    if (exchanges.putIfAbsent(name, exchange) != null) {
      throw where.invalid("there are two exchanges with the name \"" + name + "\"");
    }
  }

  /** The network, of which all accounts are watched that a case mentions. */
  RecordedNetwork build(Set<EthAddress> watched) {
    return new RecordedNetwork(chain, gateways, children, tokens, contracts, exchanges, watched);
  }
}
