// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.core.rpc.EthLog;
import io.crossline.core.rpc.EthReceipt;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.StarknetChain;
import io.crossline.starknet.event.CoreEvent;
import io.crossline.starknet.tracking.Direction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What receipts and logs say of messages.
 *
 * @param chain the network; nothing if there was no log
 * @param receipts the receipts, in order
 * @param logs how many logs there were
 * @param messages the messages, in the order in which they first appear
 */
record Explanation(
    Optional<StarknetChain> chain,
    List<EthReceipt> receipts,
    int logs,
    List<ExplainedMessage> messages) {
  private record Key(Direction direction, Bytes32 hash) {}

  private record Place(Bytes32 block, UInt64 log) {}

  static Explanation of(ExplainInput input, ExplainChain network) {
    Optional<StarknetChain> chain = network.of(input.logs(), input.document());
    List<ExplainedMessage> messages =
        chain.isEmpty() ? List.of() : messages(input, chain.get().coreContract().orElseThrow());
    return new Explanation(chain, input.receipts(), input.logs().size(), messages);
  }

  private static List<ExplainedMessage> messages(ExplainInput input, EthAddress core) {
    Map<Key, ExplainedMessage> messages = new LinkedHashMap<>();
    for (EthLog log : latest(EthLog.inOrder(input.logs()))) {
      Optional<CoreEvent> event = input.event(log, core);
      event
          .flatMap(ExplainedMessage::of)
          .ifPresent(
              message ->
                  messages
                      .computeIfAbsent(new Key(message.direction(), message.hash()), key -> message)
                      .see(event.get(), log));
    }
    return List.copyOf(messages.values());
  }

  /**
   * The same log can be given several times: by answers that overlap, or once more as removed when
   * its block was taken back. The last word counts.
   */
  private static List<EthLog> latest(List<EthLog> logs) {
    Map<Object, EthLog> latest = new LinkedHashMap<>();
    for (EthLog log : logs) {
      boolean known = log.blockHash().isPresent() && log.logIndex().isPresent();
      Object key = known ? new Place(log.blockHash().get(), log.logIndex().get()) : new Object();
      latest.put(key, log);
    }
    return new ArrayList<>(latest.values());
  }
}
