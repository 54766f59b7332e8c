// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.starknet;

import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.MessageHash;
import io.crossline.starknet.Payload;
import io.crossline.starknet.l1.CancelL1ToL2Message;
import io.crossline.starknet.l1.ConsumeMessageFromL2;
import io.crossline.starknet.l1.CoreOperation;
import io.crossline.starknet.l1.CoreOperations;
import io.crossline.starknet.l1.SendMessageToL2;
import io.crossline.starknet.l1.StarknetCore;
import io.crossline.starknet.l1.StartL1ToL2MessageCancellation;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The operations that steps of a sequence name. */
final class CoreSteps {
  private static final String FROM = "fromAddress";
  private static final String TO = "toAddress";
  private static final String SELECTOR = "selector";
  private static final String PAYLOAD = "payload";
  private static final String NONCE = "nonce";

  /** The operations of the messaging contract and its mock. */
  static final Map<String, Kind> MESSAGING =
      Map.of(
          "sendMessageToL2", new Kind(shape(TO, SELECTOR, PAYLOAD), CoreSteps::send),
          "consumeMessageFromL2", new Kind(shape(FROM, PAYLOAD), CoreSteps::consume),
          "startL1ToL2MessageCancellation",
              new Kind(shape(TO, SELECTOR, PAYLOAD, NONCE), CoreSteps::start),
          "cancelL1ToL2Message", new Kind(shape(TO, SELECTOR, PAYLOAD, NONCE), CoreSteps::cancel),
          "mockSendMessageFromL2", new Kind(shape(FROM, TO, PAYLOAD), CoreSteps::mockSend),
          "mockConsumeMessageToL2",
              new Kind(shape(FROM, TO, SELECTOR, PAYLOAD, NONCE), CoreSteps::mockConsume));

  /** The same and the state update of the whole contract. */
  static final Map<String, Kind> ALL = withUpdate();

  private CoreSteps() {}

  private static Map<String, Kind> withUpdate() {
    Map<String, Kind> all = new HashMap<>(MESSAGING);
    all.put("updateState", new Kind(CoreUpdateStep.SHAPE, CoreUpdateStep::prepare));
    return Map.copyOf(all);
  }

  /** The shape of a step with these arguments. */
  static Shape shape(String... arguments) {
    return Shape.of()
        .in("op", "caller", "timestamp")
        .in(arguments)
        .optionalIn("value")
        .expect("expect", "state");
  }

  /** What an operation is called with, and the entries of the maps that this names. */
  record Prepared(CoreOperation<?> operation, List<Bytes32> toL2, List<Bytes32> toL1) {}

  /** The fields of a step, and how they make an operation. */
  record Kind(Shape shape, Preparation preparation) {}

  /** Makes an operation of the fields of a step. */
  interface Preparation {
    Prepared prepare(Fields step, EthAddress caller, StarknetCore core);
  }

  private static Prepared send(Fields step, EthAddress caller, StarknetCore core) {
    SendMessageToL2 send = new SendMessageToL2(to(step), selector(step), payload(step));
    UInt256 nonce = core.l1ToL2MessageNonce();
    return toL2(
        send, MessageHash.l1ToL2(caller, send.to(), send.selector(), send.payload(), nonce));
  }

  private static Prepared consume(Fields step, EthAddress caller, StarknetCore core) {
    UInt256 from = step.in(FROM, Forms.UINT256);
    Payload payload = payload(step);
    return toL1(new ConsumeMessageFromL2(from, payload), MessageHash.l2ToL1(from, caller, payload));
  }

  private static Prepared start(Fields step, EthAddress caller, StarknetCore core) {
    return toL2(
        new StartL1ToL2MessageCancellation(to(step), selector(step), payload(step), nonce(step)),
        pending(step, caller));
  }

  private static Prepared cancel(Fields step, EthAddress caller, StarknetCore core) {
    return toL2(
        new CancelL1ToL2Message(to(step), selector(step), payload(step), nonce(step)),
        pending(step, caller));
  }

  private static Bytes32 pending(Fields step, EthAddress sender) {
    return MessageHash.l1ToL2(sender, to(step), selector(step), payload(step), nonce(step));
  }

  private static Prepared mockSend(Fields step, EthAddress caller, StarknetCore core) {
    UInt256 from = step.in(FROM, Forms.UINT256);
    UInt256 to = step.in(TO, StarknetForms.WORD_OR_ADDRESS);
    Payload payload = payload(step);
    return toL1(
        CoreOperations.mockSendMessageFromL2(from, to, payload),
        MessageHash.l2ToL1(from, to, payload));
  }

  private static Prepared mockConsume(Fields step, EthAddress caller, StarknetCore core) {
    UInt256 from = step.in(FROM, StarknetForms.WORD_OR_ADDRESS);
    return toL2(
        CoreOperations.mockConsumeMessageToL2(
            from, to(step), selector(step), payload(step), nonce(step)),
        MessageHash.l1ToL2(from, to(step), selector(step), payload(step), nonce(step)));
  }

  private static UInt256 to(Fields step) {
    return step.in(TO, Forms.UINT256);
  }

  private static UInt256 selector(Fields step) {
    return step.in(SELECTOR, Forms.UINT256);
  }

  private static Payload payload(Fields step) {
    return step.in(PAYLOAD, StarknetForms.PAYLOAD);
  }

  private static UInt256 nonce(Fields step) {
    return step.in(NONCE, Forms.UINT256);
  }

  private static Prepared toL2(CoreOperation<?> operation, Bytes32 hash) {
    return new Prepared(operation, List.of(hash), List.of());
  }

  private static Prepared toL1(CoreOperation<?> operation, Bytes32 hash) {
    return new Prepared(operation, List.of(), List.of(hash));
  }
}
