// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.core.json.JsonWriter;
import io.crossline.core.rpc.EthLog;
import io.crossline.core.rpc.EthReceipt;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.Felt;
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
import io.crossline.starknet.storage.CoreSlot;
import io.crossline.starknet.tracking.Direction;
import io.crossline.starknet.tracking.MessageStatus;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prints an explanation for people. */
final class ExplainText implements ExplainStream.Printer {
  /** Where the values begin. */
  private static final int MARGIN = 18;

  private final PrintWriter out;
  private final CairoAbis abis;
  private final Optional<Integer> width = Terminal.width();

  ExplainText(PrintWriter out, CairoAbis abis) {
    this.out = out;
    this.abis = abis;
  }

  void print(Explanation explanation) {
    explanation.receipts().forEach(this::transaction);
    Optional<StarknetChain> chain = explanation.chain();
    List<ExplainedMessage> messages = explanation.messages();
    chain.ifPresent(known -> out.println("Core contract " + core(known) + " of " + known));
    explanation.others().forEach(this::other);
    explanation.handlers().forEach(this::handler);
    if (messages.isEmpty() && !explanation.handlers().isEmpty()) {
      return;
    }
    if (messages.isEmpty()) {
      out.println("No message: " + why(explanation.logs()));
      return;
    }
    for (int i = 0; i < messages.size(); i++) {
      message((i + 1) + " of " + messages.size(), messages.get(i), chain.orElseThrow());
    }
    note();
  }

  private void note() {
    out.println();
    out.println(
        "Statuses are what these logs tell; later ones may tell more. The storage slot, read");
    out.println("with eth_getStorageAt, tells what is so now.");
  }

  @Override
  public void transaction(EthReceipt receipt) {
    out.println(
        "L1 transaction "
            + receipt.transactionHash().map(Bytes32::toString).orElse("without a hash")
            + receipt
                .status()
                .map(succeeded -> succeeded ? " succeeded" : " failed: nothing of it happened")
                .orElse(", whose receipt does not tell whether it succeeded")
            + receipt.blockNumber().map(number -> ", block " + number).orElse(""));
  }

  @Override
  public void message(int number, ExplainedMessage message, StarknetChain chain) {
    message(Integer.toString(number), message, chain);
  }

  @Override
  public void change(ExplainStream.Change change) {
    ExplainedMessage.Seen seen = change.message().seen().get(0);
    out.println();
    out.println(
        change
                .number()
                .map(number -> "Message " + number)
                .orElse("A message that is not remembered, " + change.message().hash())
            + change.status().map(status -> " is " + status).orElse("")
            + (change.toConsume() > 1 ? ", " + change.toConsume() + " times" : "")
            + ": "
            + what(seen)
            + change
                .message()
                .requestedAt()
                .map(
                    at ->
                        ". Can be cancelled from "
                            + ExplainedCalls.time(ExplainedCalls.earliest(at)))
                .orElse(""));
  }

  @Override
  public void other(OtherEvent event) {
    EthLog log = event.log();
    out.println();
    out.println(
        event
            .beforeNonces()
            .map(early -> "Event of before Starknet 0.7: " + early.name())
            .orElse(
                "An event of the core contract that is not known here, topic "
                    + event.topic().map(Bytes32::toString).orElse("none")));
    event.beforeNonces().ifPresent(this::early);
    line("seen", where(log));
  }

  @Override
  public void handler(ExplainedHandler handler) {
    out.println();
    out.println("L2 transaction of a message to L2 (L1_HANDLER)");
    handler.fields().forEach((name, value) -> line(name, value == null ? "not told" : value));
  }

  private void early(EventBeforeNonces event) {
    line("from", event.from());
    line("to", event.to().toHexString());
    line("selector", event.selector().toHexString());
    payload(event.payload());
    line("message hash", "not known: " + RpcL1HandlerTransaction.BEFORE_NONCES);
  }

  @Override
  public void end(ExplainStream.Summary summary) {
    if (summary.messages() == 0) {
      summary
          .chain()
          .ifPresent(known -> out.println("Core contract " + core(known) + " of " + known));
      out.println("No message: " + why(summary.logs()));
      return;
    }
    note();
    out.println();
    out.printf(
        "%s, %s of core contract %s of %s: %s%n",
        counted(summary.logs(), "log"),
        counted(summary.messages(), "message"),
        core(summary.chain().orElseThrow()),
        summary.chain().orElseThrow(),
        summary.statuses().entrySet().stream()
            .map(entry -> String.format("%s %,d", entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(" · ")));
  }

  /** Such as 1 log or 2,000 logs. */
  static String counted(long count, String what) {
    return String.format("%,d %s%s", count, what, count == 1 ? "" : "s");
  }

  private static String why(long logs) {
    if (logs == 0) {
      return "there is no log.";
    }
    return "none of the logs (" + logs + ") is an event of the core contract about a message.";
  }

  private static EthAddress core(StarknetChain chain) {
    return chain.coreContract().orElseThrow();
  }

  private void message(String number, ExplainedMessage message, StarknetChain chain) {
    String status = message.status().map(MessageStatus::toString).orElse("PENDING");
    out.println();
    out.println("Message " + number + ", " + message.direction() + ": " + status);
    message.toL2().ifPresent(toL2 -> content(toL2, chain));
    message.toL1().ifPresent(this::content);
    line("message hash", message.hash());
    message.toL2().ifPresent(toL2 -> transaction(toL2, chain));
    line(
        "storage slot",
        message.storageSlot()
            + (message.direction() == Direction.L1_TO_L2
                ? ": fee + 1 while pending, otherwise 0"
                : ": how many can be consumed"));
    message.seen().forEach(this::seen);
    line(
        "status",
        status
            + ": "
            + message
                .status()
                .map(MessageStatus::meaning)
                .orElse("no block of its transaction is told, so that nothing has happened yet"));
    if (message.isPending()) {
      message.toL2().ifPresent(toL2 -> cancellation(message, toL2, core(chain)));
    }
    if (message.isConsumable()) {
      message.toL1().ifPresent(toL1 -> consumption(message, toL1, core(chain)));
    }
  }

  private void content(L1ToL2Message message, StarknetChain chain) {
    line("from", message.from());
    line("to", message.to());
    line("selector", message.selector().toHexString());
    payload(message.payloadWords());
    abis.tell(message).ifPresent(this::told);
    line("nonce", message.nonce());
    line("fee", message.fee().map(fee -> fee + " wei").orElse("not in these logs"));
  }

  private void content(L2ToL1Message message) {
    line("from", message.from());
    line("to", message.to().toEthAddress());
    payload(message.payloadWords());
  }

  private void told(CairoAbis.Told told) {
    line("handler", told.handler());
    told.problem().ifPresent(problem -> line("does not fit", problem));
    told.arguments().forEach((name, value) -> line(name, JsonWriter.write(CairoJson.write(value))));
  }

  private void payload(Payload payload) {
    if (payload.isEmpty()) {
      line("payload", "empty");
    }
    for (int i = 0; i < payload.size(); i++) {
      line("payload[" + i + "]", payload.word(i).toHexString());
    }
  }

  private void transaction(L1ToL2Message message, StarknetChain chain) {
    String none = LoggedMessage.notDeliverable(message).map(why -> "none: " + why).orElse("");
    line("L2 transaction", none.isEmpty() ? transactionHash(message, chain) : none);
  }

  private static Felt transactionHash(L1ToL2Message message, StarknetChain chain) {
    return L1HandlerTransaction.of(message, chain).transactionHash();
  }

  private void seen(ExplainedMessage.Seen seen) {
    line("seen", what(seen));
  }

  private static String what(ExplainedMessage.Seen seen) {
    return seen.event().name() + ", " + where(seen.log());
  }

  private static String where(EthLog log) {
    return log.blockNumber()
            .map(number -> "block " + number)
            .orElse(log.blockHash().map(hash -> "block " + hash).orElse("no block told"))
        + log.logIndex().map(index -> ", log " + index).orElse("")
        + log.blockTimestamp().map(time -> ", " + ExplainedCalls.time(time.toUInt256())).orElse("")
        + (log.removed() ? ", removed by a reorganisation of L1" : "");
  }

  private void cancellation(ExplainedMessage message, L1ToL2Message toL2, EthAddress core) {
    boolean requested = message.isCancellationRequested();
    Optional<UInt64> at = message.requestedAt();
    line("to cancel it", "two calls from " + toL2.from() + " alone, to " + core + ", value 0");
    line(
        "  1. start",
        requested
            ? "asked for already"
                + at.map(ExplainText::on).orElse("")
                + "; again restarts the clock"
            : "startL1ToL2MessageCancellation, at any time");
    line("", ExplainedCalls.start(toL2));
    line(
        "  2. cancel",
        "cancelL1ToL2Message, "
            + at.map(time -> "from " + ExplainedCalls.time(ExplainedCalls.earliest(time)) + " on")
                .orElse(
                    "five days (" + ExplainedCalls.DELAY + " s) after the last start or later"));
    line("", ExplainedCalls.cancel(toL2));
    line("  note", "The fee is not refunded. L2 may still take the message until the second call.");
    line(
        "",
        "Five days is what core contracts start with; slot "
            + CoreSlot.MESSAGE_CANCELLATION_DELAY.slot()
            + " has the delay.");
  }

  private static String on(UInt64 time) {
    return " at " + ExplainedCalls.time(time.toUInt256());
  }

  private void consumption(ExplainedMessage message, L2ToL1Message toL1, EthAddress core) {
    line(
        "to consume it",
        "consumeMessageFromL2 from "
            + toL1.to().toEthAddress()
            + " alone, to "
            + core
            + ", value 0"
            + (message.counts().toConsume() > 1
                ? ", " + message.counts().toConsume() + " times"
                : ""));
    line("", ExplainedCalls.consume(toL1));
    line(
        "  note", "The event cuts a receiver above 160 bits. If it was one, this is not its hash,");
    line("", "and nobody can consume it: the storage slot holds 0.");
  }

  private void line(String name, Object value) {
    List<String> lines =
        Terminal.wrapped(
            value.toString(), width.map(all -> all - MARGIN).orElse(Integer.MAX_VALUE));
    for (int i = 0; i < lines.size(); i++) {
      out.printf("  %-14s  %s%n", i == 0 ? name : "", lines.get(i));
    }
  }
}
