// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.core.rpc.EthLog;
import io.crossline.core.rpc.EthReceipt;
import io.crossline.core.rpc.LogBook;
import io.crossline.messaging.Bytes32;
import io.crossline.starknet.StarknetChain;
import io.crossline.starknet.event.CoreEvent;
import io.crossline.starknet.tracking.Direction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that the receipts and logs of one document say of messages. */
final class Explanation implements ExplainOutput {
  private record Key(Direction direction, Bytes32 hash) {}

  private final List<EthReceipt> receipts = new ArrayList<>();
  private final Map<Key, ExplainedMessage> messages = new LinkedHashMap<>();
  private final List<OtherEvent> others = new ArrayList<>();
  private final List<ExplainedHandler> handlers = new ArrayList<>();
  private final int most;
  private final Runnable tooMany;
  private Optional<StarknetChain> chain = Optional.empty();
  private long logs;

  /** Keeps all messages of a document, and says when there are too many for that. */
  Explanation(int most, Runnable tooMany) {
    this.most = most;
    this.tooMany = tooMany;
  }

  @Override
  public void transaction(EthReceipt receipt) {
    receipts.add(receipt);
  }

  @Override
  public void message(CoreEvent event, EthLog log, LogBook.News news, StarknetChain of) {
    ExplainedMessage.of(event)
        .map(one -> messages.computeIfAbsent(new Key(one.direction(), one.hash()), key -> one))
        .ifPresent(message -> message.see(event, log, news));
    if (messages.size() == most) {
      tooMany.run();
    }
  }

  @Override
  public void other(OtherEvent event) {
    others.add(event);
  }

  @Override
  public void handler(ExplainedHandler handler) {
    handlers.add(handler);
  }

  @Override
  public void end(Optional<StarknetChain> of, long count) {
    chain = of;
    logs = count;
  }

  /** The network; nothing if there was no log. */
  Optional<StarknetChain> chain() {
    return chain;
  }

  /** The receipts, in order. */
  List<EthReceipt> receipts() {
    return receipts;
  }

  /** How many logs there were. */
  long logs() {
    return logs;
  }

  /** The messages, in the order in which they first appear. */
  List<ExplainedMessage> messages() {
    return List.copyOf(messages.values());
  }

  /** The transactions of L2 and their receipts, in order. */
  List<ExplainedHandler> handlers() {
    return handlers;
  }

  /** The other events of the core contract, in order. */
  List<OtherEvent> others() {
    return others;
  }
}
