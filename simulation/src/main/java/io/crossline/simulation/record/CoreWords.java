// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.record;

import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.MessageHash;
import io.crossline.starknet.Payload;
import io.crossline.starknet.l1.CancelL1ToL2Message;
import io.crossline.starknet.l1.ConsumeMessageFromL2;
import io.crossline.starknet.l1.CoreOperation;
import io.crossline.starknet.l1.SendMessageToL2;
import io.crossline.starknet.l1.StartL1ToL2MessageCancellation;
import io.crossline.starknet.l1.UpdateState;
import java.util.List;
import java.util.Optional;

/**
 * An operation of the core contract in the words of vectors.
 *
 * @param name the step's {@code op}
 * @param arguments the fields of its arguments
 * @param toL2 the messages to L2 that it names
 * @param toL1 the messages to L1 that it names
 */
record CoreWords(String name, Members arguments, List<Bytes32> toL2, List<Bytes32> toL1) {
  /** Puts an operation into words, if there are any for it. */
  static Optional<CoreWords> of(CoreOperation<?> operation, EthAddress caller, UInt256 nonce) {
    if (operation instanceof SendMessageToL2 send) {
      return Optional.of(
          toL2(
              "sendMessageToL2",
              words(send.to(), send.selector(), send.payload()),
              MessageHash.l1ToL2(caller, send.to(), send.selector(), send.payload(), nonce)));
    } else if (operation instanceof ConsumeMessageFromL2 consume) {
      return Optional.of(consume(consume, caller));
    } else if (operation instanceof StartL1ToL2MessageCancellation start) {
      return Optional.of(
          toL2(
              "startL1ToL2MessageCancellation",
              words(start.to(), start.selector(), start.payload()).put("nonce", start.nonce()),
              MessageHash.l1ToL2(
                  caller, start.to(), start.selector(), start.payload(), start.nonce())));
    } else if (operation instanceof CancelL1ToL2Message cancel) {
      return Optional.of(
          toL2(
              "cancelL1ToL2Message",
              words(cancel.to(), cancel.selector(), cancel.payload()).put("nonce", cancel.nonce()),
              MessageHash.l1ToL2(
                  caller, cancel.to(), cancel.selector(), cancel.payload(), cancel.nonce())));
    }
    return operation instanceof UpdateState update ? update(update) : Optional.empty();
  }

  private static CoreWords toL2(String name, Members arguments, Bytes32 hash) {
    return new CoreWords(name, arguments, List.of(hash), List.of());
  }

  private static Members words(UInt256 to, UInt256 selector, Payload payload) {
    return new Members()
        .put("toAddress", to)
        .put("selector", selector)
        .put("payload", payload(payload));
  }

  private static CoreWords consume(ConsumeMessageFromL2 consume, EthAddress caller) {
    Members arguments =
        new Members().put("fromAddress", consume.from()).put("payload", payload(consume.payload()));
    Bytes32 hash = MessageHash.l2ToL1(consume.from(), caller, consume.payload());
    return new CoreWords("consumeMessageFromL2", arguments, List.of(), List.of(hash));
  }

  private static Optional<CoreWords> update(UpdateState update) {
    List<L2ToL1Message> toL1;
    List<L1ToL2Message> toL2;
    try {
      toL1 = update.output().messagesToL1();
      toL2 = update.output().messagesToL2();
    } catch (MalformedInputException e) {
      return Optional.empty();
    }
    Members arguments =
        new Members()
            .put("messagesToL1", toL1.stream().map(m -> CoreEventJson.toL1(m).toMap()).toList())
            .put("messagesToL2", toL2.stream().map(CoreWords::json).toList());
    return Optional.of(
        new CoreWords(
            "updateState",
            arguments,
            toL2.stream().map(L1ToL2Message::hash).toList(),
            toL1.stream().map(L2ToL1Message::hash).toList()));
  }

  private static Object json(L1ToL2Message message) {
    return new Members()
        .put("fromAddress", message.from().toString())
        .put("toAddress", message.to().value())
        .put("nonce", message.nonce())
        .put("selector", message.selector())
        .put("payload", payload(message.payloadWords()))
        .toMap();
  }

  /** A payload as JSON. */
  static List<String> payload(Payload payload) {
    return payload.words().stream().map(UInt256::toHexString).toList();
  }
}
