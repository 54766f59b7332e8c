// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.core.rpc.EthLog;
import io.crossline.core.rpc.EthReceipt;
import io.crossline.core.rpc.LogBook;
import io.crossline.core.rpc.RecentTable;
import io.crossline.messaging.Bytes32;
import io.crossline.starknet.StarknetChain;
import io.crossline.starknet.event.CoreEvent;
import io.crossline.starknet.event.LogMessageToL1;
import io.crossline.starknet.event.LogMessageToL2;
import io.crossline.starknet.tracking.Direction;
import io.crossline.starknet.tracking.MessageStatus;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Explains logs as they come: each message once, with a number, and later a line for each change.
 * What it remembers of a message is a row of a table, so that a stream may be of any length.
 */
final class ExplainStream implements ExplainOutput {
  private static final int NUMBER = MessageCounts.NUMBERS;

  /** Prints it, for people or for machines. */
  interface Printer {
    void transaction(EthReceipt receipt);

    void message(int number, ExplainedMessage message, StarknetChain chain);

    void change(Change change);

    void other(OtherEvent event);

    void handler(ExplainedHandler handler);

    void end(Summary summary);
  }

  /**
   * A log that came after the message was printed.
   *
   * @param number the number of the message; nothing if it is not remembered any more
   * @param message the message, and this very log
   * @param status what all logs of it tell; nothing if it is not remembered, or all are pending
   * @param toConsume how many equal messages wait to be consumed
   */
  record Change(
      Optional<Integer> number,
      ExplainedMessage message,
      Optional<MessageStatus> status,
      int toConsume) {}

  /**
   * What came of a stream.
   *
   * @param chain the network; nothing if there was no log
   * @param logs how many logs there were
   * @param messages how many messages were printed
   * @param statuses how many of them came to each status
   */
  record Summary(
      Optional<StarknetChain> chain,
      long logs,
      int messages,
      Map<MessageStatus, Integer> statuses) {}

  private final Printer printer;
  private final int remembered;
  private final RecentTable table;
  private final Map<MessageStatus, Integer> statuses = new EnumMap<>(MessageStatus.class);
  private int messages;

  ExplainStream(Printer printer, int remembered) {
    this.printer = printer;
    this.remembered = remembered;
    this.table = new RecentTable(remembered, NUMBER + 1);
  }

  /** Takes over what was found in a document that turned out to be the first of several. */
  void take(Explanation first, Optional<StarknetChain> chain) {
    first.receipts().forEach(printer::transaction);
    first.messages().forEach(message -> add(message, chain.orElseThrow()));
    first.others().forEach(printer::other);
    first.handlers().forEach(printer::handler);
  }

  @Override
  public void transaction(EthReceipt receipt) {
    printer.transaction(receipt);
  }

  @Override
  public void message(CoreEvent event, EthLog log, LogBook.News news, StarknetChain chain) {
    ExplainedMessage message = ExplainedMessage.of(event).orElseThrow();
    message.see(event, log, news);
    int row = find(message);
    if (row >= 0) {
      change(row, message, event, log, news);
    } else if (messages < remembered || isSending(event) && isNews(news)) {
      add(message, chain);
    } else {
      printer.change(new Change(Optional.empty(), message, Optional.empty(), 0));
    }
  }

  /** Anything else is said of a log that came before, and so of a message that is forgotten. */
  private static boolean isNews(LogBook.News news) {
    return news == LogBook.News.NEW || news == LogBook.News.PENDING;
  }

  private static boolean isSending(CoreEvent event) {
    return event instanceof LogMessageToL2 || event instanceof LogMessageToL1;
  }

  private int find(ExplainedMessage message) {
    return table.find(high(message), message.hash().limb(1));
  }

  /** Both directions share a table; a hash says nothing of the direction. */
  private static long high(ExplainedMessage message) {
    Bytes32 hash = message.hash();
    return message.direction() == Direction.L1_TO_L2 ? hash.limb(0) : ~hash.limb(0);
  }

  private void add(ExplainedMessage message, StarknetChain chain) {
    int row = table.add(high(message), message.hash().limb(1));
    table.set(row, NUMBER, ++messages);
    message.counts().store(table, row);
    message.status().ifPresent(status -> statuses.merge(status, 1, Integer::sum));
    printer.message(messages, message, chain);
  }

  private void change(
      int row, ExplainedMessage message, CoreEvent event, EthLog log, LogBook.News news) {
    if (news == LogBook.News.PENDING) {
      return;
    }
    MessageCounts counts = MessageCounts.load(message.direction(), table, row);
    counts.status().ifPresent(status -> statuses.merge(status, -1, Integer::sum));
    counts.take(event, news, log.removed());
    counts.store(table, row);
    counts.status().ifPresent(status -> statuses.merge(status, 1, Integer::sum));
    printer.change(
        new Change(
            Optional.of(table.get(row, NUMBER)), message, counts.status(), counts.toConsume()));
  }

  @Override
  public void other(OtherEvent event) {
    printer.other(event);
  }

  @Override
  public void handler(ExplainedHandler handler) {
    printer.handler(handler);
  }

  @Override
  public void end(Optional<StarknetChain> chain, long logs) {
    statuses.values().removeIf(count -> count == 0);
    printer.end(new Summary(chain, logs, messages, statuses));
  }
}
