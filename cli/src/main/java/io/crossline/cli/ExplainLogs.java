// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.core.json.InvalidJsonException;
import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonPlace;
import io.crossline.core.rpc.EthLog;
import io.crossline.core.rpc.EthReader;
import io.crossline.core.rpc.EthReceipt;
import io.crossline.core.rpc.LogBook;
import io.crossline.messaging.MalformedInputException;
import io.crossline.starknet.StarknetChain;
import io.crossline.starknet.event.CoreEvent;
import io.crossline.starknet.event.CoreEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Picks out of receipts and logs what a core contract says, each log once. */
final class ExplainLogs implements EthReader.Sink {
  private final ExplainChain network;
  private final LogBook book;
  private ExplainOutput output;
  private long logs;

  ExplainLogs(ExplainChain network, ExplainOutput output, int remembered) {
    this.network = network;
    this.output = output;
    this.book = new LogBook(remembered);
  }

  /** Where everything goes from now on. */
  void turnTo(ExplainOutput other) {
    output = other;
  }

  long logs() {
    return logs;
  }

  @Override
  public void receipt(EthReceipt receipt, List<JsonPlace> places) {
    output.transaction(receipt);
    if (!receipt.mayHaveLogs()) {
      return;
    }
    logs += receipt.logs().size();
    List<EthLog> ours = new ArrayList<>();
    List<JsonPlace> at = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      if (network.isOurs(receipt.logs().get(i), places.get(i))) {
        ours.add(readable(receipt.logs().get(i)));
        at.add(places.get(i));
      }
    }
    List<LogBook.News> news = book.addAll(receipt, ours);
    for (int i = 0; i < ours.size(); i++) {
      take(ours.get(i), at.get(i), news.get(i));
    }
  }

  @Override
  public void log(EthLog log, JsonPlace place) {
    logs++;
    if (network.isOurs(log, place)) {
      take(log, place, book.add(readable(log)));
    }
  }

  @Override
  public boolean other(JsonObject object) {
    if (ExplainedHandler.is(object)) {
      output.handler(ExplainedHandler.read(object, network.candidates()));
      return true;
    }
    return false;
  }

  private static EthLog readable(EthLog log) {
    if (log.defect().isPresent()) {
      throw new MalformedInputException(log.defect().get());
    }
    return log;
  }

  private void take(EthLog log, JsonPlace place, LogBook.News news) {
    if (news == LogBook.News.SAME) {
      return;
    }
    try {
      Optional<CoreEvent> event = CoreEvents.decode(log.toLog());
      StarknetChain chain = network.known().orElseThrow();
      if (event.isEmpty()) {
        output.other(OtherEvent.of(log));
      } else if (event.get() instanceof CoreEvent.ToL2 || event.get() instanceof CoreEvent.ToL1) {
        output.message(event.get(), log, news, chain);
      }
    } catch (MalformedInputException e) {
      throw new InvalidJsonException(place, e.getMessage());
    }
  }
}
