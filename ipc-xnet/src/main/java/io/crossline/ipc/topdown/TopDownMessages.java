// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.topdown;

import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.event.GatewayEvent;
import io.crossline.ipc.event.GatewayEvent.NewTopDownMessage;
import io.crossline.ipc.event.GatewayEventType;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.UInt64;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads the messages for one subnet out of the parent's logs, as fendermint's parent syncer does:
 * by topic, sorted by local nonce, and checked to be without gaps.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class TopDownMessages {
  private TopDownMessages() {}

  /**
   * The messages of a range of blocks.
   *
   * @param parent the parent's chain
   * @param parentGateway the parent's gateway
   * @param subnetActor the actor of the subnet that reads
   * @param from the first block
   * @param to the last block; if it is below the first there are no messages
   * @return the messages, by local nonce
   * @throws NonSequentialNonceException if a nonce is missing or there twice
   */
  public static List<IpcEnvelope> fetch(
      ParentView parent, EthAddress parentGateway, EthAddress subnetActor, UInt64 from, UInt64 to) {
    List<IpcEnvelope> messages = new ArrayList<>();
    for (UInt64 height = from; height.compareTo(to) <= 0; height = height.plus(UInt64.ONE)) {
      for (Log log : parent.logs(height)) {
        if (isFor(log, parentGateway, subnetActor.toBytes32())) {
          GatewayEvent event = GatewayEvent.parse(log).orElseThrow();
          messages.add(((NewTopDownMessage) event).message());
        }
      }
    }
    messages.sort(Comparator.comparing(IpcEnvelope::localNonce));
    requireSequential(messages);
    return messages;
  }

  private static boolean isFor(Log log, EthAddress gateway, Bytes32 actor) {
    List<Bytes32> topics = log.topics();
    return log.emitter().equals(gateway)
        && topics.size() > 1
        && topics.get(0).equals(GatewayEventType.NEW_TOP_DOWN_MESSAGE.topic())
        && topics.get(1).equals(actor);
  }

  private static void requireSequential(List<IpcEnvelope> messages) {
    for (int i = 1; i < messages.size(); i++) {
      UInt64 expected = messages.get(i - 1).localNonce().plus(UInt64.ONE);
      UInt64 found = messages.get(i).localNonce();
      if (!found.equals(expected)) {
        throw new NonSequentialNonceException(expected, found);
      }
    }
  }
}
