// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.scenario;

import io.crossline.core.handler.HandlerRegistry;
import io.crossline.core.json.JsonValue;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.store.StateStore;
import io.crossline.starknet.CoreRules;
import io.crossline.starknet.StarknetChain;
import io.crossline.starknet.cairo.CairoAbis;
import io.crossline.starknet.l2.L2Rules;
import io.crossline.starknet.l2.SequencerPolicy;
import io.crossline.starknet.network.StarknetParameters;
import io.crossline.starknet.tracking.MessageStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A scenario on Starknet's two layers. */
final class StarknetScenario extends NetworkScenario<StarknetRun> {
  private CairoAbis abis = CairoAbis.NONE;
  private static final int MAX_CONFIRMATIONS = 10_000;
  private static final Map<String, StarknetChain> CHAINS =
      Map.of("SN_MAIN", StarknetChain.MAINNET, "SN_SEPOLIA", StarknetChain.SEPOLIA);
  private static final Map<String, L2Rules> L2_RULES =
      Map.of(L2Rules.V0_13.name(), L2Rules.V0_13, L2Rules.V0_14.name(), L2Rules.V0_14);

  private final StarknetParameters parameters;
  private final Map<String, Account> accounts;
  private final Map<String, Deployment> contracts;

  /** An account of L1, or a contract that a handler type serves. */
  record Account(JsonValue place, EthAddress address, UInt256 balance, Optional<String> handler) {}

  /** A contract of L2: where it is, which handler type serves it, and its roles by name. */
  record Deployment(
      JsonValue place, UInt256 address, String handler, Map<String, EthAddress> roles) {}

  StarknetScenario(JsonValue json) {
    this(top(json));
  }

  private StarknetScenario(ScenarioFields fields) {
    super(fields, MessageStatus.values());
    parameters =
        fields.optional("network", StarknetScenario::parameters).orElse(StarknetParameters.DEFAULT);
    accounts = fields.named("accounts", StarknetScenario::account);
    contracts = fields.named("contracts", this::deployment);
    StarknetSteps own = new StarknetSteps(this::l1Address, this::word, this::named);
    readExpectations(
        fields,
        Map.of(
            "balances",
            new Expectation<>(
                Optional.of(accounts.keySet()),
                NetworkScenario::numberText,
                (run, name) -> run.balance(l1AddressOf(name)).toString())));
    readSteps(fields, own.byName());
  }

  private static StarknetParameters parameters(JsonValue json) {
    ScenarioFields fields =
        new ScenarioFields(
            json,
            "chain",
            "rules",
            "l2Rules",
            "firstNonce",
            "cancellationDelay",
            "confirmations",
            "cooldown",
            "cancellationTimelock",
            "l1BlockTime",
            "l2BlockTime",
            "settlementInterval");
    StarknetParameters.Builder builder = StarknetParameters.builder();
    fields
        .optional("chain", v -> ScenarioFields.oneOf(v, "chain", CHAINS))
        .ifPresent(builder::chain);
    fields
        .optional("rules", v -> ScenarioFields.oneOf(v, "rules", rules()))
        .ifPresent(builder::rules);
    fields
        .optional("l2Rules", v -> ScenarioFields.oneOf(v, "l2Rules", L2_RULES))
        .ifPresent(builder::l2Rules);
    fields.optional("firstNonce", NetworkScenario::number).ifPresent(builder::firstNonce);
    fields.optional("l1BlockTime", NetworkScenario::time).ifPresent(builder::l1BlockTime);
    fields.optional("l2BlockTime", NetworkScenario::time).ifPresent(builder::l2BlockTime);
    fields
        .optional("settlementInterval", NetworkScenario::time)
        .ifPresent(builder::settlementInterval);
    fields
        .optional("cancellationDelay", NetworkScenario::time)
        .ifPresent(builder::messageCancellationDelay);
    SequencerPolicy policy = SequencerPolicy.DEFAULT;
    return builder
        .sequencer(
            new SequencerPolicy(
                fields.optional(
                    "confirmations", v -> v.asInt(0, MAX_CONFIRMATIONS), policy.confirmations()),
                fields.optional("cooldown", NetworkScenario::time, policy.cooldown()),
                fields.optional(
                    "cancellationTimelock", NetworkScenario::time, policy.cancellationTimelock())))
        .build();
  }

  private static Map<String, CoreRules> rules() {
    Map<String, CoreRules> rules = new TreeMap<>();
    CoreRules.all().forEach(version -> rules.put(version.name(), version));
    rules.put("fee", CoreRules.byName("fee"));
    rules.put("counter", CoreRules.byName("counter"));
    return rules;
  }

  private static Account account(JsonValue json) {
    ScenarioFields fields = new ScenarioFields(json, "address", "balance", "handler");
    return new Account(
        json,
        fields.required("address", v -> ScenarioFields.text(v, EthAddress::parse)),
        fields.optional("balance", NetworkScenario::number, UInt256.ZERO),
        fields.optional("handler", JsonValue::asText));
  }

  private Deployment deployment(JsonValue json) {
    ScenarioFields fields = new ScenarioFields(json, "address", "handler", "roles");
    UInt256 address =
        fields.required(
            "address",
            v ->
                ScenarioFields.text(v, text -> io.crossline.starknet.Felt.parse(text).toUInt256()));
    return new Deployment(
        fields.required("handler"),
        address,
        fields.required("handler", JsonValue::asText),
        fields.named("roles", this::l1Address));
  }

  /** An account's name, or an address as it stands. */
  private EthAddress l1Address(JsonValue json) {
    Account account = accounts.get(json.asText());
    if (account != null) {
      return account.address;
    }
    requireLiteral(json, "account", accounts);
    return ScenarioFields.text(json, EthAddress::parse);
  }

  private EthAddress l1AddressOf(String account) {
    return Optional.ofNullable(accounts.get(account)).orElseThrow().address;
  }

  /** The name of a contract or an account, or a word as it stands. */
  private UInt256 word(JsonValue json) {
    Deployment contract = contracts.get(json.asText());
    if (contract != null) {
      return contract.address;
    }
    Account account = accounts.get(json.asText());
    if (account != null) {
      return account.address.toUInt256();
    }
    requireLiteral(json, "contract", contracts);
    return number(json);
  }

  private Optional<UInt256> named(String name) {
    return Optional.ofNullable(contracts.get(name))
        .map(contract -> contract.address)
        .or(() -> Optional.ofNullable(accounts.get(name)).map(one -> one.address.toUInt256()));
  }

  private static void requireLiteral(JsonValue json, String what, Map<String, ?> known) {
    if (!json.asText().startsWith("0x")) {
      ScenarioFields.oneOf(json, what, known);
    }
  }

  @Override
  public String setting() {
    return "rules " + parameters.rules().name() + " · chain " + parameters.chain();
  }

  @Override
  public List<String> chains() {
    return List.of("L1", "L2");
  }

  @Override
  public StarknetScenario toldBy(CairoAbis told) {
    abis = told;
    return this;
  }

  @Override
  StarknetRun start(HandlerRegistry handlers, Optional<StateStore> store) {
    StarknetRun run = new StarknetRun(parameters, store, accounts, contracts, handlers);
    run.toldBy(abis);
    return run;
  }
}
