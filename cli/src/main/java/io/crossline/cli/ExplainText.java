// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.core.rpc.EthLog;
import io.crossline.core.rpc.EthReceipt;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.StarknetChain;
import io.crossline.starknet.l2.L1HandlerTransaction;
import io.crossline.starknet.rpc.LoggedMessage;
import io.crossline.starknet.storage.CoreSlot;
import io.crossline.starknet.tracking.Direction;
import io.crossline.starknet.tracking.MessageStatus;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** Prints an explanation for people. */
final class ExplainText {
  private final PrintWriter out;

  ExplainText(PrintWriter out) {
    this.out = out;
  }

  void print(Explanation explanation) {
    explanation.receipts().forEach(this::receipt);
    Optional<StarknetChain> chain = explanation.chain();
    List<ExplainedMessage> messages = explanation.messages();
    chain.ifPresent(known -> out.println("Core contract " + core(known) + " of " + known));
    if (messages.isEmpty()) {
      out.println("No message: " + why(explanation));
      return;
    }
    for (int i = 0; i < messages.size(); i++) {
      out.println();
      out.println(
          "Message "
              + (i + 1)
              + " of "
              + messages.size()
              + ", "
              + messages.get(i).direction()
              + ": "
              + messages.get(i).status());
      message(messages.get(i), chain.orElseThrow());
    }
    out.println();
    out.println(
        "Statuses are what these logs tell; later ones may tell more. The storage slot, read");
    out.println("with eth_getStorageAt, tells what is so now.");
  }

  private void receipt(EthReceipt receipt) {
    out.println(
        "L1 transaction "
            + receipt.transactionHash()
            + (receipt.succeeded() ? " succeeded" : " failed: nothing of it happened")
            + receipt.blockNumber().map(number -> ", block " + number).orElse(""));
  }

  private static String why(Explanation explanation) {
    if (explanation.logs() == 0) {
      return "there is no log.";
    }
    return "none of the logs ("
        + explanation.logs()
        + ") is an event of the core contract about a message.";
  }

  private static EthAddress core(StarknetChain chain) {
    return chain.coreContract().orElseThrow();
  }

  private void message(ExplainedMessage message, StarknetChain chain) {
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
    line("status", message.status() + ": " + message.status().meaning());
    if (message.isPending()) {
      message.toL2().ifPresent(toL2 -> cancellation(message, toL2, core(chain)));
    }
    if (message.status() == MessageStatus.CONSUMABLE) {
      message.toL1().ifPresent(toL1 -> consumption(message, toL1, core(chain)));
    }
  }

  private void content(L1ToL2Message message, StarknetChain chain) {
    line("from", message.from());
    line("to", message.to());
    line("selector", message.selector().toHexString());
    payload(message.payloadWords());
    line("nonce", message.nonce());
    line("fee", message.fee().map(fee -> fee + " wei").orElse("not in these logs"));
  }

  private void content(L2ToL1Message message) {
    line("from", message.from());
    line("to", message.to().toEthAddress());
    payload(message.payloadWords());
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
    EthLog log = seen.log();
    line(
        "seen",
        seen.event().name()
            + log.blockNumber().map(number -> ", block " + number).orElse("")
            + log.logIndex().map(index -> ", log " + index).orElse("")
            + log.blockTimestamp()
                .map(time -> ", " + ExplainedCalls.time(time.toUInt256()))
                .orElse("")
            + (log.removed() ? ", removed by a reorganisation of L1" : ""));
  }

  private void cancellation(ExplainedMessage message, L1ToL2Message toL2, EthAddress core) {
    boolean requested = message.status() == MessageStatus.CANCELLATION_REQUESTED;
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
            + (message.toConsume() > 1 ? ", " + message.toConsume() + " times" : ""));
    line("", ExplainedCalls.consume(toL1));
    line(
        "  note", "The event cuts a receiver above 160 bits. If it was one, this is not its hash,");
    line("", "and nobody can consume it: the storage slot holds 0.");
  }

  private void line(String name, Object value) {
    out.printf("  %-14s  %s%n", name, value);
  }
}
