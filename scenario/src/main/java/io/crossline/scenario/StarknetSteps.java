// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.scenario;

import io.crossline.core.abi.ErrorCatalogue;
import io.crossline.core.abi.EvmRevert;
import io.crossline.core.abi.Signature;
import io.crossline.core.json.JsonPlace;
import io.crossline.core.json.JsonText;
import io.crossline.core.json.JsonValue;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.Revert;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Payload;
import io.crossline.starknet.Selector;
import io.crossline.starknet.cairo.CairoJson;
import io.crossline.starknet.l1.CancelL1ToL2Message;
import io.crossline.starknet.l1.ConsumeMessageFromL2;
import io.crossline.starknet.l1.CoreOperation;
import io.crossline.starknet.l1.SendMessageToL2;
import io.crossline.starknet.l1.StartL1ToL2MessageCancellation;
import io.crossline.starknet.l2.L2Receipt;
import io.crossline.starknet.network.StarknetNetwork;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The steps of Starknet's scenarios: the operations of the core contract, as the vectors write
 * them.
 */
final class StarknetSteps {
  private final Function<JsonValue, EthAddress> l1Address;
  private final Function<JsonValue, UInt256> word;
  private final Function<String, Optional<UInt256>> names;

  StarknetSteps(
      Function<JsonValue, EthAddress> l1Address,
      Function<JsonValue, UInt256> word,
      Function<String, Optional<UInt256>> names) {
    this.l1Address = l1Address;
    this.word = word;
    this.names = names;
  }

  Map<String, Function<JsonValue, ScenarioStep.Action<StarknetRun>>> byName() {
    Map<String, Function<JsonValue, ScenarioStep.Action<StarknetRun>>> steps =
        new LinkedHashMap<>();
    steps.put("sendMessageToL2", this::send);
    steps.put("consumeMessageFromL2", this::consume);
    steps.put("startL1ToL2MessageCancellation", json -> cancellation(json, true));
    steps.put("cancelL1ToL2Message", json -> cancellation(json, false));
    steps.put("call", this::call);
    steps.put("invoke", this::invoke);
    steps.put("reorgL1", StarknetSteps::reorganisation);
    return steps;
  }

  /** A call of a contract on L1 with arguments of one word each. */
  private ScenarioStep.Action<StarknetRun> call(JsonValue json) {
    ScenarioFields fields =
        new ScenarioFields(json, "op", "caller", "to", "value", "function", "args", "expect");
    EthAddress to = fields.required("to", l1Address);
    Bytes calldata = calldata(fields);
    UInt256 value = fields.optional("value", NetworkScenario::number, UInt256.ZERO);
    return action(
        fields,
        (run, caller) -> run.callOnL1(caller, to, value, calldata),
        "data",
        "data",
        (data, returned) -> returned.accept("data", data.toString()));
  }

  /** A transaction of an account on L2, by the types of the function that it calls. */
  private ScenarioStep.Action<StarknetRun> invoke(JsonValue json) {
    ScenarioFields fields =
        new ScenarioFields(json, "op", "account", "to", "function", "args", "expect");
    JsonValue account = fields.required("account");
    JsonValue to = fields.required("to");
    UInt256 contract = word.apply(to);
    String function = fields.required("function", JsonValue::asText);
    List<Object> arguments = fields.list("args", this::value);
    Optional<ScenarioFields> expect =
        fields.optional("expect", v -> new ScenarioFields(v, "returns", "revert"));
    Optional<ScenarioFields> returns =
        expect.flatMap(
            e -> e.optional("returns", v -> new ScenarioFields(v, "transactionHash", "nonce")));
    Optional<JsonValue> revert = expect.flatMap(e -> e.optional("revert", v -> v));
    revert.ifPresent(JsonValue::asText);
    returns.ifPresent(names -> names.json().fields().values().forEach(JsonValue::asText));
    return (run, until) -> {
      L2Receipt receipt;
      try {
        receipt = run.invoke(account.asText(), Felt.of(contract), function, arguments);
      } catch (MalformedInputException doesNotFit) {
        throw json.invalid(doesNotFit.getMessage());
      }
      String reason = receipt.revertReason().orElse("accepted");
      if (revert.isPresent()) {
        compare(revert.get(), "revert", reason);
      } else if (!receipt.succeeded()) {
        throw new ScenarioFailedException(json.place(), function + " is refused: " + reason);
      }
      returns.ifPresent(
          names -> {
            Map<String, JsonValue> expected = names.json().fields();
            compare(
                expected.get("transactionHash"),
                "transactionHash",
                receipt.transactionHash().toString());
            compare(expected.get("nonce"), "nonce", receipt.transaction().nonce().toString());
          });
    };
  }

  /** A value of Cairo, or the name of an account or a contract for its address. */
  private Object value(JsonValue json) {
    return json instanceof JsonText
        ? names
            .apply(json.asText())
            .<Object>map(UInt256::toHexString)
            .orElseGet(() -> CairoJson.read(json))
        : CairoJson.read(json);
  }

  private Bytes calldata(ScenarioFields fields) {
    JsonValue function = fields.required("function");
    Signature signature = ScenarioFields.text(function, Signature::parse);
    List<UInt256> words = fields.list("args", word);
    if (signature.parameters().isDynamic()
        || signature.parameters().headSize() != 32 * words.size()) {
      throw function.invalid(
          signature.canonical()
              + " does not take "
              + words.size()
              + " words; each argument must be one word, and args must have them all");
    }
    return Bytes.concat(signature.selector(), Payload.of(words).toBytes());
  }

  private static ScenarioStep.Action<StarknetRun> reorganisation(JsonValue json) {
    ScenarioFields fields = new ScenarioFields(json, "op", "blocks");
    JsonValue blocks = fields.required("blocks");
    int count = blocks.asInt(1, StarknetNetwork.MAX_L1_REORG);
    return (run, until) -> {
      try {
        run.reorgL1(count);
      } catch (IllegalArgumentException tooMany) {
        throw blocks.invalid(String.valueOf(tooMany.getMessage()));
      }
    };
  }

  private ScenarioStep.Action<StarknetRun> send(JsonValue json) {
    ScenarioFields fields =
        new ScenarioFields(
            json, "op", "caller", "value", "toAddress", "selector", "payload", "expect");
    UInt256 value = fields.optional("value", NetworkScenario::number, UInt256.ZERO);
    SendMessageToL2 operation =
        new SendMessageToL2(
            fields.required("toAddress", word),
            fields.required("selector", this::selector),
            payload(fields));
    return action(
        fields,
        (run, caller) -> run.core(caller).transact(operation, value),
        "msgHash",
        "nonce",
        (sent, returned) -> {
          returned.accept("msgHash", sent.hash().toString());
          returned.accept("nonce", sent.message().nonce().toHexString());
        });
  }

  private ScenarioStep.Action<StarknetRun> consume(JsonValue json) {
    ScenarioFields fields =
        new ScenarioFields(json, "op", "caller", "fromAddress", "payload", "expect");
    ConsumeMessageFromL2 operation =
        new ConsumeMessageFromL2(fields.required("fromAddress", word), payload(fields));
    return hashAction(fields, operation);
  }

  private ScenarioStep.Action<StarknetRun> cancellation(JsonValue json, boolean start) {
    ScenarioFields fields =
        new ScenarioFields(
            json, "op", "caller", "toAddress", "selector", "payload", "nonce", "expect");
    UInt256 to = fields.required("toAddress", word);
    UInt256 selector = fields.required("selector", this::selector);
    Payload payload = payload(fields);
    UInt256 nonce = fields.required("nonce", NetworkScenario::number);
    return hashAction(
        fields,
        start
            ? new StartL1ToL2MessageCancellation(to, selector, payload, nonce)
            : new CancelL1ToL2Message(to, selector, payload, nonce));
  }

  /** The name of a handler, or a selector as it stands. */
  private UInt256 selector(JsonValue json) {
    String text = json.asText();
    return text.startsWith("0x")
        ? NetworkScenario.number(json)
        : ScenarioFields.text(json, name -> Selector.ofName(name).value().toUInt256());
  }

  private Payload payload(ScenarioFields fields) {
    return Payload.of(fields.list("payload", NetworkScenario::number));
  }

  private ScenarioStep.Action<StarknetRun> hashAction(
      ScenarioFields fields, CoreOperation<Bytes32> operation) {
    return action(
        fields,
        (run, caller) -> run.core(caller).transact(operation, UInt256.ZERO),
        "msgHash",
        "msgHash",
        (hash, returned) -> returned.accept("msgHash", hash.toString()));
  }

  private <T> ScenarioStep.Action<StarknetRun> action(
      ScenarioFields fields,
      BiFunction<StarknetRun, EthAddress, Outcome<T>> call,
      String firstReturned,
      String secondReturned,
      BiConsumer<T, BiConsumer<String, String>> results) {
    EthAddress caller = fields.required("caller", l1Address);
    Optional<ScenarioFields> expect =
        fields.optional("expect", v -> new ScenarioFields(v, "returns", "revert"));
    Map<String, JsonValue> returns = new LinkedHashMap<>();
    expect
        .flatMap(e -> e.optional("returns", v -> v))
        .ifPresent(
            v ->
                returns.putAll(
                    new ScenarioFields(v, firstReturned, secondReturned).json().fields()));
    returns.values().forEach(JsonValue::asText);
    Optional<JsonValue> revert = expect.flatMap(e -> e.optional("revert", v -> v));
    revert.ifPresent(JsonValue::asText);
    JsonPlace place = fields.json().place();
    return (run, until) -> {
      Outcome<T> outcome = call.apply(run, caller);
      if (revert.isPresent()) {
        expectRevert(outcome, revert.get());
        return;
      }
      T result =
          outcome.fold(
              (r, logs) -> r,
              reason -> {
                throw NetworkScenario.refused(place, described(reason));
              });
      results.accept(result, (name, found) -> compare(returns.get(name), name, found));
    };
  }

  /** A contract may hand on what another one refused with. */
  private static String described(Revert reason) {
    return EvmRevert.decode(reason.data(), ErrorCatalogue.EMPTY).description();
  }

  private static void expectRevert(Outcome<?> outcome, JsonValue expected) {
    String found = outcome.fold((result, logs) -> "accepted", StarknetSteps::described);
    compare(expected, "revert", found);
  }

  private static void compare(@Nullable JsonValue expected, String name, String found) {
    if (expected == null) {
      return;
    }
    // A nonce is a number: 8288 and 0x2060 are the same one.
    String text =
        name.equals("nonce") ? NetworkScenario.number(expected).toHexString() : expected.asText();
    if (!text.equals(found)) {
      throw new ScenarioFailedException(
          expected.place(), name + " is " + found + ", expected " + expected.asText());
    }
  }
}
