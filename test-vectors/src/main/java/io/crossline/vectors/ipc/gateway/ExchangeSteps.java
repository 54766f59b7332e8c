// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc.gateway;

import io.crossline.core.json.JsonObject;
import io.crossline.ipc.CallMsg;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.abi.ContractFunctions;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.ipc.EnvelopeForms;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import io.crossline.vectors.suite.VectorCase;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Steps in which someone outside calls an exchange. */
final class ExchangeSteps {
  private static final Shape STEP =
      Shape.of()
          .in("op", "contract", "address", "caller", "blockNumber")
          .optionalIn("value")
          .expect("expect");
  private static final Shape ALWAYS = Shape.of().optionalExpect(ExchangeExpectation.FIELD);
  private static final Shape HANDLED = Shape.of().optionalExpect("handled");

  private static final Map<String, Kind<?>> KINDS =
      Map.of(
          "performIpcCall",
          new Kind<>(
              STEP.in("to", "callMsg", "callValue"),
              HANDLED.expect("returns", "tracingId"),
              ExchangeSteps::performOnce,
              ExchangeSteps::compareCommitted),
          "performIpcCallTwice",
          new Kind<>(
              STEP.in("to", "callMsg", "callValue"),
              HANDLED,
              ExchangeSteps::performTwice,
              (expect, done) -> {}),
          "dropMessages",
          new Kind<>(STEP.in("ids"), HANDLED, ExchangeSteps::drop, (expect, done) -> {}),
          "handleIpcMessage",
          new Kind<>(
              STEP.in("envelope"),
              HANDLED.expect("returns"),
              ExchangeSteps::handle,
              ExchangeSteps::compareReturned));

  /**
   * A kind of step.
   *
   * @param shape its fields
   * @param success what is expected if it succeeds
   * @param operation what it does
   * @param returned compares what it returns
   * @param <T> what it returns
   */
  private record Kind<T>(
      Shape shape, Shape success, Preparation<T> operation, StepExpectation.Returned<T> returned) {}

  private interface Preparation<T> {
    Function<Sender, Outcome<T>> prepare(Fields step);
  }

  /** Who calls which exchange with how many coins. */
  private record Sender(Exchange exchange, EthAddress caller, UInt256 value) {
    <T> Outcome<T> call(Function<ScriptedExchange, T> function) {
      return exchange.call(caller, value, function);
    }
  }

  private ExchangeSteps() {}

  static Map<String, ?> kinds() {
    return KINDS;
  }

  /** Runs a step and compares. */
  static void run(VectorCase vector, RecordedNetwork network, JsonObject json) {
    run(vector, network, json, vector.named(json, "op", KINDS));
  }

  private static <T> void run(
      VectorCase vector, RecordedNetwork network, JsonObject json, Kind<T> kind) {
    Fields step = vector.track(json, kind.shape());
    step.input("op");
    step.input("contract");
    Exchange exchange = vector.named(json, "contract", network.exchanges());
    EthAddress address = step.in("address", Forms.ADDRESS);
    if (!address.equals(exchange.address())) {
      throw step.input("address").invalid("the contract is at " + exchange.address());
    }
    Sender sender =
        new Sender(
            exchange,
            step.in("caller", Forms.ADDRESS),
            step.optionalIn("value", Forms.UINT256).orElse(UInt256.ZERO));
    Function<Sender, Outcome<T>> operation = kind.operation().prepare(step);
    network.enterBlock(json.required("blockNumber"), step.in("blockNumber", Forms.UINT64));
    StepExpectation expectation =
        new StepExpectation(vector, network, step, kind.success(), ALWAYS);
    int handledBefore = exchange.handled().size();
    expectation.compare(operation.apply(sender), kind.returned());
    if (expectation.succeeds()) {
      List<HandledForm.Handled> handled = exchange.handled().snapshot();
      expectation
          .fields()
          .expect(
              "handled",
              Forms.list(HandledForm.HANDLED),
              handled.subList(handledBefore, handled.size()));
    }
    ExchangeExpectation.compare(vector, network, expectation.fields());
  }

  private static Function<Sender, Outcome<IpcEnvelope>> performOnce(Fields step) {
    Function<ScriptedExchange, IpcEnvelope> perform = perform(step);
    return sender -> sender.call(perform);
  }

  private static Function<Sender, Outcome<IpcEnvelope>> performTwice(Fields step) {
    Function<ScriptedExchange, IpcEnvelope> perform = perform(step);
    return sender ->
        sender.call(
            exchange -> {
              perform.apply(exchange);
              return perform.apply(exchange);
            });
  }

  private static Function<ScriptedExchange, IpcEnvelope> perform(Fields step) {
    IpcAddress to = step.in("to", EnvelopeForms.IPC_ADDRESS);
    CallMsg callMsg = step.in("callMsg", GatewayForms.CALL_MSG);
    UInt256 value = step.in("callValue", Forms.UINT256);
    return exchange -> exchange.perform(to, callMsg, value);
  }

  private static Function<Sender, Outcome<Boolean>> drop(Fields step) {
    List<Bytes32> ids = step.in("ids", Forms.list(Forms.BYTES32));
    return sender ->
        sender.call(
            exchange -> {
              exchange.dropMessages(ids);
              return true;
            });
  }

  private static Function<Sender, Outcome<Bytes>> handle(Fields step) {
    Bytes calldata =
        ContractFunctions.HANDLE_IPC_MESSAGE.encodeCall(
            step.in("envelope", EnvelopeForms.ENVELOPE));
    return sender ->
        sender
            .exchange()
            .chain()
            .transact(sender.caller(), sender.exchange().address(), sender.value(), calldata);
  }

  private static void compareCommitted(Fields expect, IpcEnvelope committed) {
    expect.expect("returns", EnvelopeForms.ENVELOPE, committed);
    expect.expect("tracingId", Forms.BYTES32, committed.tracingId());
  }

  /** The bytes that the handler returned, which the calldata face wraps. */
  private static void compareReturned(Fields expect, Bytes data) {
    expect.expect("returns", Forms.BYTES, ContractFunctions.HANDLE_IPC_MESSAGE.decodeReturn(data));
  }
}
