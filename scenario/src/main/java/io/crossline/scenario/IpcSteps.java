// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.scenario;

import io.crossline.core.abi.Signature;
import io.crossline.core.json.JsonPlace;
import io.crossline.core.json.JsonText;
import io.crossline.core.json.JsonValue;
import io.crossline.ipc.CallMsg;
import io.crossline.ipc.FvmAddress;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.IpcReverts;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.gateway.GatewayCaller;
import io.crossline.ipc.network.IpcSubnet;
import io.crossline.ipc.network.SubnetSettings;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The steps of IPC's scenarios: operations of the gateways, as the vectors write them. */
final class IpcSteps {
  private final Map<String, SubnetSettings> networks;
  private final Map<String, IpcScenario.Account> accounts;
  private final Map<String, IpcScenario.Deployment> contracts;

  IpcSteps(
      Map<String, SubnetSettings> networks,
      Map<String, IpcScenario.Account> accounts,
      Map<String, IpcScenario.Deployment> contracts) {
    this.networks = networks;
    this.accounts = accounts;
    this.contracts = contracts;
  }

  Map<String, Function<JsonValue, ScenarioStep.Action<IpcRun>>> byName() {
    Map<String, Function<JsonValue, ScenarioStep.Action<IpcRun>>> steps = new LinkedHashMap<>();
    steps.put("sendContractXnetMessage", this::send);
    steps.put("fund", this::fund);
    steps.put("release", this::release);
    return steps;
  }

  /** A call of a gateway by somebody, once the network is there. */
  private interface GatewayCall extends BiFunction<IpcRun, GatewayCaller, Outcome<IpcEnvelope>> {}

  private ScenarioStep.Action<IpcRun> send(JsonValue json) {
    ScenarioFields fields =
        new ScenarioFields(
            json, "op", "gateway", "caller", "to", "method", "params", "value", "expect");
    Function<IpcRun, IpcAddress> to = fields.required("to", this::receiver);
    Bytes method = fields.required("method", IpcSteps::method);
    Bytes params =
        fields.optional("params", v -> ScenarioFields.text(v, Bytes::parse), Bytes.EMPTY);
    UInt256 value = fields.optional("value", NetworkScenario::number, UInt256.ZERO);
    CallMsg call = new CallMsg(method, params);
    return action(
        fields,
        (run, gateway) ->
            gateway.sendContractXnetMessage(
                IpcEnvelope.createCallMsg(IpcAddress.EMPTY, to.apply(run), value, call), value));
  }

  private ScenarioStep.Action<IpcRun> fund(JsonValue json) {
    ScenarioFields fields =
        new ScenarioFields(json, "op", "gateway", "caller", "subnet", "to", "value", "expect");
    String subnet = fields.required("subnet", this::network);
    String to = fields.required("to", this::party);
    UInt256 value = fields.required("value", NetworkScenario::number);
    return action(
        fields, (run, gateway) -> gateway.fund(run.at(subnet).id(), recipient(run, to), value));
  }

  private ScenarioStep.Action<IpcRun> release(JsonValue json) {
    ScenarioFields fields =
        new ScenarioFields(json, "op", "gateway", "caller", "to", "value", "expect");
    String to = fields.required("to", this::party);
    UInt256 value = fields.required("value", NetworkScenario::number);
    return action(fields, (run, gateway) -> gateway.release(recipient(run, to), value));
  }

  private static FvmAddress recipient(IpcRun run, String party) {
    return run.address(party).rawAddress();
  }

  private ScenarioStep.Action<IpcRun> action(ScenarioFields fields, GatewayCall call) {
    String gateway = fields.required("gateway", this::network);
    String caller = fields.required("caller", this::party);
    Optional<JsonValue> revert =
        fields
            .optional("expect", v -> new ScenarioFields(v, "revert"))
            .map(expect -> expect.required("revert"));
    revert.ifPresent(JsonValue::asText);
    JsonPlace place = fields.json().place();
    return (run, until) -> {
      IpcSubnet home = run.at(gateway);
      EthAddress from = run.address(caller).rawAddress().evmAddress().orElseThrow();
      Outcome<IpcEnvelope> outcome = home.follow(() -> call.apply(run, home.gateway().as(from)));
      String found =
          outcome.fold((sent, logs) -> "accepted", reason -> IpcReverts.describe(reason));
      String expected = revert.map(JsonValue::asText).orElse("accepted");
      if (!found.equals(expected)) {
        throw revert.isPresent()
            ? new ScenarioFailedException(
                revert.get().place(), "revert is " + found + ", expected " + expected)
            : NetworkScenario.refused(place, found);
      }
    };
  }

  /**
   * An account or contract by its name, or any address: of a network, or of a child of it that may
   * not be there.
   */
  private Function<IpcRun, IpcAddress> receiver(JsonValue json) {
    if (json instanceof JsonText) {
      String name = party(json);
      return run -> run.address(name);
    }
    ScenarioFields fields = new ScenarioFields(json, "network", "child", "address");
    String network = fields.required("network", this::network);
    Optional<EthAddress> child =
        fields.optional("child", v -> ScenarioFields.text(v, EthAddress::parse));
    EthAddress address = fields.required("address", v -> ScenarioFields.text(v, EthAddress::parse));
    return run -> {
      SubnetId home = run.at(network).id();
      return IpcAddress.of(child.map(home::child).orElse(home), address);
    };
  }

  /** A signature, whose selector is taken, or the bytes as they stand. */
  private static Bytes method(JsonValue json) {
    return ScenarioFields.text(
        json, text -> text.startsWith("0x") ? Bytes.parse(text) : Signature.parse(text).selector());
  }

  private String network(JsonValue json) {
    ScenarioFields.oneOf(json, "network", networks);
    return json.asText();
  }

  private String party(JsonValue json) {
    Map<String, Object> known = new LinkedHashMap<>(accounts);
    known.putAll(contracts);
    ScenarioFields.oneOf(json, "account or contract", known);
    return json.asText();
  }
}
