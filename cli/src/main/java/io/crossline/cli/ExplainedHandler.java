// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonText;
import io.crossline.core.json.JsonValue;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.MalformedInputException;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.StarknetChain;
import io.crossline.starknet.rpc.RpcL1HandlerReceipt;
import io.crossline.starknet.rpc.RpcL1HandlerTransaction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an L1_HANDLER transaction of L2, or its receipt, says of the message that it handles.
 *
 * @param fields what is known, by name, in the order in which it is shown; null where it is not
 */
record ExplainedHandler(Map<String, @Nullable Object> fields) {
  private static final String TYPE = "L1_HANDLER";

  /** Whether an object is an L1_HANDLER, or its receipt. */
  static boolean is(JsonObject object) {
    return object.optional("type").filter(ExplainedHandler::isType).isPresent();
  }

  private static boolean isType(JsonValue type) {
    return type instanceof JsonText text && text.value().equals(TYPE);
  }

  /**
   * Reads it.
   *
   * @throws MalformedInputException if it is not whole, with the place
   */
  static ExplainedHandler read(JsonObject object, List<StarknetChain> chains) {
    return object.optional("execution_status").isPresent()
        ? of(RpcL1HandlerReceipt.read(object))
        : of(object, chains);
  }

  /** The formula of the hash tells the network where several come into question. */
  private static ExplainedHandler of(JsonObject object, List<StarknetChain> chains) {
    StarknetChain chain =
        chains.stream()
            .filter(one -> RpcL1HandlerTransaction.read(object, one).hashFormula().isPresent())
            .findFirst()
            .orElse(chains.get(0));
    RpcL1HandlerTransaction read = RpcL1HandlerTransaction.read(object, chain);
    boolean known = read.hashFormula().isPresent();
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("l2TransactionHash", text(read.transactionHash()));
    fields.put("chain", known ? chain.toString() : null);
    fields.put("hashFormula", text(read.hashFormula()));
    fields.put("from", read.transaction().fromAddress().toString());
    fields.put("to", read.transaction().contractAddress().toString());
    fields.put("selector", read.transaction().entryPointSelector().value().toString());
    fields.put(
        "payload",
        read.transaction().payload().words().stream().map(word -> word.toHexString()).toList());
    fields.put("nonce", read.hasNonce() ? read.transaction().nonce().toString() : null);
    fields.put("messageHash", text(read.messageHash()));
    fields.put("whyNoMessageHash", text(read.whyNoMessageHash()));
    return new ExplainedHandler(fields);
  }

  private static ExplainedHandler of(RpcL1HandlerReceipt receipt) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("l2TransactionHash", receipt.transactionHash().toString());
    fields.put("messageHash", text(receipt.messageHash()));
    fields.put("finalityStatus", receipt.finalityStatus().text());
    fields.put("executionStatus", receipt.executionStatus().text());
    fields.put("revertReason", text(receipt.revertReason()));
    fields.put(
        "messagesSent",
        receipt.messagesSent().stream().map(L2ToL1Message::hash).map(Bytes32::toString).toList());
    return new ExplainedHandler(fields);
  }

  private static @Nullable String text(Optional<?> value) {
    return value.map(Object::toString).orElse(null);
  }
}
