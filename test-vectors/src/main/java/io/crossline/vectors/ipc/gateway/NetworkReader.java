// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc.gateway;

import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonValue;
import io.crossline.ipc.Asset;
import io.crossline.ipc.Subnet;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.gateway.GatewayConfig;
import io.crossline.ipc.gateway.GatewayContents;
import io.crossline.ipc.gateway.GatewayRules;
import io.crossline.ipc.gateway.SystemActors;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.ipc.EnvelopeForms;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import io.crossline.vectors.suite.VectorCase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Reads the {@code network} of a case and puts it on a chain. */
final class NetworkReader {
  private static final Shape NETWORK = Shape.of().in("gateways", "contracts", "tokens", "accounts");
  private static final Shape GATEWAY =
      Shape.of()
          .in("alias", "address", "subnetId", "bottomUpCheckPeriod", "maxTreeDepth")
          .in("generalPurposeCrossMsg", "balance", "children")
          .optionalIn("owner", "lastCheckpointHeight");
  private static final Shape CHILD =
      Shape.of()
          .in("alias", "actor", "supplySource", "genesisCircSupply", "collateral")
          .in("approved", "registered")
          .optionalIn("collateralSource", "code");
  private static final Shape CONTRACT =
      Shape.of().in("address", "name", "onGateway", "behaviour").optionalIn("actorOf");
  private static final Shape NO_CODE = Shape.of().in("kind");
  private static final Shape ACCOUNT = Shape.of().in("address", "balance");

  /**
   * Who deployed the gateways of a case that does not name their owner: nobody who appears in it.
   */
  private static final EthAddress NOBODY =
      EthAddress.parse("0x00000000000000000000000000000000000d0d0d");

  private final VectorCase vector;
  private final NetworkBuilder network = new NetworkBuilder();
  private final Map<String, SubnetId> subnets = new HashMap<>();
  private final Map<EthAddress, ActorAssets> actors = new HashMap<>();
  private final Set<EthAddress> withoutCode = new HashSet<>();

  private NetworkReader(VectorCase vector) {
    this.vector = vector;
  }

  static RecordedNetwork read(VectorCase vector, JsonObject json) {
    NetworkReader reader = new NetworkReader(vector);
    reader.read(vector.track(json, NETWORK));
    Set<EthAddress> watched = Addresses.in(vector.json());
    watched.add(SystemActors.BURNT_FUNDS_ACTOR);
    return reader.network.build(watched);
  }

  private void read(Fields fields) {
    List<JsonValue> gateways = fields.input("gateways").asArray().items();
    gateways.forEach(item -> network.announceGateway(item.asObject().required("alias")));
    gateways.forEach(item -> gateway(item.asObject()));
    fields.input("contracts").asArray().items().forEach(item -> contract(item.asObject()));
    deployActors(fields.input("gateways"));
    fields
        .input("tokens")
        .asArray()
        .items()
        .forEach(item -> TokenReader.read(vector, item.asObject(), network));
    for (JsonValue item : fields.input("accounts").asArray().items()) {
      Fields account = vector.track(item.asObject(), ACCOUNT);
      network
          .chain()
          .mint(account.in("address", Forms.ADDRESS), account.in("balance", Forms.UINT256));
    }
  }

  private void gateway(JsonObject json) {
    Fields fields = vector.track(json, GATEWAY);
    String alias = fields.in("alias", Forms.TEXT);
    EthAddress address = fields.in("address", Forms.ADDRESS);
    SubnetId id = fields.in("subnetId", EnvelopeForms.SUBNET_ID);
    subnets.put(alias, id);
    UInt256 period = fields.in("bottomUpCheckPeriod", Forms.UINT256);
    if (period.isZero()) {
      throw fields.input("bottomUpCheckPeriod").invalid("must not be 0x0");
    }
    GatewayConfig config =
        new GatewayConfig(
            id,
            period,
            GatewayConfig.DEFAULT_MAJORITY,
            fields.in("maxTreeDepth", Forms.number(0, 255)),
            fields.in("generalPurposeCrossMsg", Forms.BOOL),
            fields.optionalIn("owner", Forms.ADDRESS).orElse(NOBODY),
            GatewayRules.CE27BC4A);
    List<Subnet> registered = new ArrayList<>();
    List<EthAddress> approved = new ArrayList<>();
    for (JsonValue child : fields.input("children").asArray().items()) {
      child(child.asObject(), id, registered, approved);
    }
    UInt256 last = fields.optionalIn("lastCheckpointHeight", Forms.UINT256).orElse(UInt256.ZERO);
    network.addGateway(
        json.required("address"),
        alias,
        address,
        config,
        new GatewayContents(registered, approved, last));
    // What was paid at the registration of the children is part of it.
    network.chain().mint(address, fields.in("balance", Forms.UINT256));
  }

  private void child(
      JsonObject json, SubnetId parent, List<Subnet> registered, List<EthAddress> approved) {
    Fields fields = vector.track(json, CHILD);
    EthAddress actor = fields.in("actor", Forms.ADDRESS);
    network.addChild(actor, fields.in("alias", Forms.TEXT));
    Asset supply = fields.in("supplySource", GatewayForms.ASSET);
    ActorAssets assets =
        new ActorAssets(
            supply, fields.optionalIn("collateralSource", GatewayForms.ASSET).orElse(Asset.NATIVE));
    if (!actors.getOrDefault(actor, assets).equals(assets)) {
      throw json.invalid("the actor " + actor + " has other assets elsewhere in the network");
    }
    actors.put(actor, assets);
    if (!fields.optionalIn("code", Forms.BOOL).orElse(true)) {
      withoutCode.add(actor);
    }
    UInt256 stake = fields.in("collateral", Forms.UINT256);
    UInt256 circSupply = fields.in("genesisCircSupply", Forms.UINT256);
    if (fields.in("approved", Forms.BOOL)) {
      approved.add(actor);
    }
    if (fields.in("registered", Forms.BOOL)) {
      if (registered.stream().anyMatch(other -> other.id().actor().equals(actor))) {
        throw json.invalid("the actor " + actor + " is registered twice at the same gateway");
      }
      registered.add(
          new Subnet(
              stake, UInt256.ZERO, circSupply, UInt64.ZERO, UInt64.ZERO, parent.child(actor)));
    }
  }

  private void contract(JsonObject json) {
    Fields fields = vector.track(json, CONTRACT);
    EthAddress address = fields.in("address", Forms.ADDRESS);
    String name = fields.in("name", Forms.TEXT);
    String gateway = network.requireGateway(fields.input("onGateway"));
    network.addContract(address);
    Optional<ActorAssets> assets =
        fields.optionalIn("actorOf", Forms.TEXT).map(alias -> assetsOf(json, alias, address));
    JsonObject behaviour = fields.input("behaviour").asObject();
    switch (behaviour.required("kind").asText()) {
      case BehaviourReader.EOA -> vector.track(behaviour, NO_CODE).input("kind");
      case BehaviourReader.EXCHANGE ->
          ExchangeReader.read(
              vector, fields, name, Objects.requireNonNull(subnets.get(gateway)), network);
      default ->
          network.deploy(
              json.required("address"),
              address,
              new ScriptedContract(BehaviourReader.read(vector, behaviour), assets));
    }
  }

  /** What a contract that is the actor of a child answers for it. */
  private ActorAssets assetsOf(JsonObject contract, String alias, EthAddress address) {
    if (!network.aliasesOf(address).contains(alias)) {
      throw contract
          .required("actorOf")
          .invalid(address + " is not the actor of a child \"" + alias + "\"");
    }
    return Objects.requireNonNull(actors.get(address));
  }

  /** The actors that are no contracts of the case. */
  private void deployActors(JsonValue where) {
    actors.forEach(
        (actor, assets) -> {
          if (!withoutCode.contains(actor) && network.chain().contract(actor).isEmpty()) {
            network.deploy(where, actor, assets.asContract());
          }
        });
  }
}
