// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.core.json.JsonWriter;
import io.crossline.core.rpc.EthLog;
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
import io.crossline.starknet.cairo.CairoAbis;
import io.crossline.starknet.cairo.CairoJson;
import io.crossline.starknet.event.EventBeforeNonces;
import io.crossline.starknet.l2.L1HandlerTransaction;
import io.crossline.starknet.rpc.LoggedMessage;
import io.crossline.starknet.rpc.RpcL1HandlerTransaction;
import io.crossline.starknet.tracking.MessageStatus;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes an explanation for machines: words in minimal hexadecimal, hashes and addresses with all
 * their digits, times in seconds since 1970, null where the logs do not tell.
 */
final class ExplainJson implements ExplainStream.Printer {
  private static final String PENDING =
      "no block of its transaction is told, so that nothing has happened yet";

  private final PrintWriter out;
  private final CairoAbis abis;

  ExplainJson(PrintWriter out, CairoAbis abis) {
    this.out = out;
    this.abis = abis;
  }

  /** One document for all. */
  void print(Explanation explanation) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    network(document, explanation.chain());
    document.put(
        "transactions", explanation.receipts().stream().map(ExplainJson::receipt).toList());
    document.put("logs", explanation.logs());
    document.put(
        "messages",
        explanation.messages().stream()
            .map(message -> fields(message, explanation.chain().orElseThrow()))
            .toList());
    document.put(
        "l2Transactions", explanation.handlers().stream().map(ExplainedHandler::fields).toList());
    document.put("otherEvents", explanation.others().stream().map(ExplainJson::fields).toList());
    out.println(JsonWriter.write(document));
  }

  private static void network(Map<String, @Nullable Object> fields, Optional<StarknetChain> chain) {
    fields.put("chain", text(chain));
    fields.put("coreContract", text(chain.flatMap(StarknetChain::coreContract)));
  }

  private void line(String kind, Map<String, @Nullable Object> fields) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("kind", kind);
    line.putAll(fields);
    out.println(JsonWriter.write(line));
  }

  @Override
  public void transaction(EthReceipt receipt) {
    line("transaction", receipt(receipt));
  }

  @Override
  public void message(int number, ExplainedMessage message, StarknetChain chain) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("number", number);
    fields.putAll(fields(message, chain));
    line("message", fields);
  }

  @Override
  public void change(ExplainStream.Change change) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("number", change.number().orElse(null));
    fields.put("messageHash", change.message().hash().toString());
    fields.put("status", text(change.status()));
    fields.put("times", change.toConsume());
    fields.put("earliest", hex(change.message().requestedAt().map(ExplainedCalls::earliest)));
    fields.put("event", event(change.message().seen().get(0)));
    line("change", fields);
  }

  @Override
  public void other(OtherEvent event) {
    line("event", fields(event));
  }

  @Override
  public void handler(ExplainedHandler handler) {
    line("l2Transaction", handler.fields());
  }

  @Override
  public void end(ExplainStream.Summary summary) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    network(fields, summary.chain());
    fields.put("logs", summary.logs());
    fields.put("messages", summary.messages());
    Map<String, Integer> statuses = new LinkedHashMap<>();
    summary.statuses().forEach((status, count) -> statuses.put(status.name(), count));
    fields.put("statuses", statuses);
    line("end", fields);
  }

  private static Map<String, @Nullable Object> fields(OtherEvent event) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("event", event.beforeNonces().map(EventBeforeNonces::name).orElse(null));
    fields.put("topic", text(event.topic()));
    place(fields, event.log());
    event
        .beforeNonces()
        .ifPresent(
            early -> {
              fields.put("from", early.from().toString());
              fields.put("to", early.to().toHexString());
              fields.put("selector", early.selector().toHexString());
              fields.put("payload", words(early.payload()));
              fields.put("messageHash", null);
              fields.put("whyNoMessageHash", RpcL1HandlerTransaction.BEFORE_NONCES);
            });
    return fields;
  }

  private static Map<String, @Nullable Object> receipt(EthReceipt receipt) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("transactionHash", text(receipt.transactionHash()));
    fields.put("succeeded", receipt.status().orElse(null));
    fields.put("blockNumber", hex(receipt.blockNumber()));
    return fields;
  }

  private Map<String, @Nullable Object> fields(ExplainedMessage message, StarknetChain chain) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("direction", message.direction().name());
    message.toL2().ifPresent(toL2 -> content(fields, toL2));
    message.toL1().ifPresent(toL1 -> content(fields, toL1));
    fields.put("messageHash", message.hash().toString());
    message.toL2().ifPresent(toL2 -> transaction(fields, toL2, chain));
    fields.put("storageSlot", message.storageSlot().toString());
    fields.put("status", message.status().map(MessageStatus::name).orElse(null));
    fields.put("meaning", message.status().map(MessageStatus::meaning).orElse(PENDING));
    fields.put("events", message.seen().stream().map(ExplainJson::event).toList());
    if (message.isPending()) {
      message
          .toL2()
          .ifPresent(toL2 -> fields.put("cancellation", cancellation(message, toL2, chain)));
    }
    if (message.isConsumable()) {
      message
          .toL1()
          .ifPresent(toL1 -> fields.put("consumption", consumption(message, toL1, chain)));
    }
    return fields;
  }

  private static void told(Map<String, @Nullable Object> fields, CairoAbis.Told told) {
    fields.put("handler", told.handler());
    fields.put("arguments", CairoJson.write(told.arguments()));
    fields.put("doesNotFit", text(told.problem()));
  }

  private void content(Map<String, @Nullable Object> fields, L1ToL2Message message) {
    fields.put("from", message.from().toString());
    fields.put("to", message.to().toString());
    fields.put("selector", message.selector().toHexString());
    fields.put("payload", words(message.payloadWords()));
    abis.tell(message).ifPresent(told -> told(fields, told));
    fields.put("nonce", message.nonce().toHexString());
    fields.put("fee", hex(message.fee()));
  }

  private static void content(Map<String, @Nullable Object> fields, L2ToL1Message message) {
    fields.put("from", message.from().toString());
    fields.put("to", message.to().toEthAddress().toString());
    fields.put("payload", words(message.payloadWords()));
  }

  private static void transaction(
      Map<String, @Nullable Object> fields, L1ToL2Message message, StarknetChain chain) {
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
    place(fields, seen.log());
    return fields;
  }

  private static void place(Map<String, @Nullable Object> fields, EthLog log) {
    fields.put("transactionHash", text(log.transactionHash()));
    fields.put("blockNumber", hex(log.blockNumber()));
    fields.put("logIndex", hex(log.logIndex()));
    fields.put("blockTimestamp", hex(log.blockTimestamp()));
    fields.put("removed", log.removed());
  }

  private static Map<String, @Nullable Object> cancellation(
      ExplainedMessage message, L1ToL2Message toL2, StarknetChain chain) {
    Optional<UInt64> requested = message.requestedAt();
    Map<String, @Nullable Object> fields = call(toL2.from(), chain);
    fields.put("delaySeconds", ExplainedCalls.DELAY.toHexString());
    fields.put("feeRefunded", false);
    fields.put("requested", message.isCancellationRequested());
    fields.put("requestedAt", hex(requested));
    fields.put("earliest", hex(requested.map(ExplainedCalls::earliest)));
    fields.put("startL1ToL2MessageCancellation", data(ExplainedCalls.start(toL2)));
    fields.put("cancelL1ToL2Message", data(ExplainedCalls.cancel(toL2)));
    return fields;
  }

  private static Map<String, @Nullable Object> consumption(
      ExplainedMessage message, L2ToL1Message toL1, StarknetChain chain) {
    Map<String, @Nullable Object> fields = call(toL1.to().toEthAddress(), chain);
    fields.put("times", message.counts().toConsume());
    fields.put("consumeMessageFromL2", data(ExplainedCalls.consume(toL1)));
    return fields;
  }

  private static Map<String, @Nullable Object> call(EthAddress from, StarknetChain chain) {
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
