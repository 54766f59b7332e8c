// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.core.json.JsonWriter;
import io.crossline.core.rpc.EthReceipt;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.messaging.Word;
import io.crossline.starknet.AddressWord;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.StarknetChain;
import io.crossline.starknet.l2.L1HandlerTransaction;
import io.crossline.starknet.rpc.LoggedMessage;
import io.crossline.starknet.tracking.MessageStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes an explanation for machines: words in minimal hexadecimal, hashes and addresses with all
 * their digits, times in seconds since 1970, null where the logs do not tell.
 */
final class ExplainJson {
  private final StarknetChain chain;

  private ExplainJson(StarknetChain chain) {
    this.chain = chain;
  }

  static String write(Explanation explanation) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("chain", text(explanation.chain()));
    document.put("coreContract", text(explanation.chain().flatMap(StarknetChain::coreContract)));
    document.put(
        "transactions", explanation.receipts().stream().map(ExplainJson::receipt).toList());
    document.put("logs", explanation.logs());
    document.put(
        "messages",
        explanation.messages().stream()
            .map(message -> new ExplainJson(explanation.chain().orElseThrow()).message(message))
            .toList());
    return JsonWriter.write(document);
  }

  private static Map<String, @Nullable Object> receipt(EthReceipt receipt) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("transactionHash", receipt.transactionHash().toString());
    fields.put("succeeded", receipt.succeeded());
    fields.put("blockNumber", hex(receipt.blockNumber()));
    return fields;
  }

  private Map<String, @Nullable Object> message(ExplainedMessage message) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("direction", message.direction().name());
    message.toL2().ifPresent(toL2 -> content(fields, toL2));
    message.toL1().ifPresent(toL1 -> content(fields, toL1));
    fields.put("messageHash", message.hash().toString());
    message.toL2().ifPresent(toL2 -> transaction(fields, toL2));
    fields.put("storageSlot", message.storageSlot().toString());
    fields.put("status", message.status().name());
    fields.put("meaning", message.status().meaning());
    fields.put("events", message.seen().stream().map(ExplainJson::event).toList());
    if (message.isPending()) {
      message.toL2().ifPresent(toL2 -> fields.put("cancellation", cancellation(message, toL2)));
    }
    if (message.status() == MessageStatus.CONSUMABLE) {
      message.toL1().ifPresent(toL1 -> fields.put("consumption", consumption(message, toL1)));
    }
    return fields;
  }

  private static void content(Map<String, @Nullable Object> fields, L1ToL2Message message) {
    fields.put("from", message.from().toString());
    fields.put("to", message.to().toString());
    fields.put("selector", message.selector().toHexString());
    fields.put("payload", words(message.payloadWords()));
    fields.put("nonce", message.nonce().toHexString());
    fields.put("fee", hex(message.fee()));
  }

  private static void content(Map<String, @Nullable Object> fields, L2ToL1Message message) {
    fields.put("from", message.from().toString());
    fields.put("to", message.to().toEthAddress().toString());
    fields.put("payload", words(message.payloadWords()));
  }

  private void transaction(Map<String, @Nullable Object> fields, L1ToL2Message message) {
    Optional<String> notDeliverable = LoggedMessage.notDeliverable(message);
    fields.put(
        "l2TransactionHash",
        notDeliverable.isPresent()
            ? null
            : L1HandlerTransaction.of(message, chain).transactionHash().toString());
    fields.put("notDeliverable", text(notDeliverable));
  }

  private static Map<String, @Nullable Object> event(ExplainedMessage.Seen seen) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("event", seen.event().name());
    fields.put("transactionHash", text(seen.log().transactionHash()));
    fields.put("blockNumber", hex(seen.log().blockNumber()));
    fields.put("logIndex", hex(seen.log().logIndex()));
    fields.put("blockTimestamp", hex(seen.log().blockTimestamp()));
    fields.put("removed", seen.log().removed());
    return fields;
  }

  private Map<String, @Nullable Object> cancellation(ExplainedMessage message, L1ToL2Message toL2) {
    Optional<UInt64> requested = message.requestedAt();
    Map<String, @Nullable Object> fields = call(toL2.from());
    fields.put("delaySeconds", ExplainedCalls.DELAY.toHexString());
    fields.put("feeRefunded", false);
    fields.put("requested", message.status() == MessageStatus.CANCELLATION_REQUESTED);
    fields.put("requestedAt", hex(requested));
    fields.put("earliest", hex(requested.map(ExplainedCalls::earliest)));
    fields.put("startL1ToL2MessageCancellation", data(ExplainedCalls.start(toL2)));
    fields.put("cancelL1ToL2Message", data(ExplainedCalls.cancel(toL2)));
    return fields;
  }

  private Map<String, @Nullable Object> consumption(ExplainedMessage message, L2ToL1Message toL1) {
    Map<String, @Nullable Object> fields = call(toL1.to().toEthAddress());
    fields.put("times", message.toConsume());
    fields.put("consumeMessageFromL2", data(ExplainedCalls.consume(toL1)));
    return fields;
  }

  private Map<String, @Nullable Object> call(EthAddress from) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("from", from.toString());
    fields.put("to", text(chain.coreContract()));
    fields.put("value", "0x0");
    return fields;
  }

  private static String data(Bytes calldata) {
    return calldata.toString();
  }

  private static List<String> words(Payload payload) {
    return payload.words().stream().map(UInt256::toHexString).toList();
  }

  private static @Nullable String text(Optional<?> value) {
    return value.map(Object::toString).orElse(null);
  }

  private static @Nullable String hex(Optional<? extends Word> value) {
    return value.map(word -> AddressWord.of(word).toString()).orElse(null);
  }
}
