// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import io.crossline.core.network.NetworkSetup;
import io.crossline.core.network.StoredMessage;
import io.crossline.core.record.RecordReader;
import io.crossline.core.state.State;
import io.crossline.core.store.StoreUpgrade;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.abi.IpcCodecs;
import io.crossline.ipc.trace.MessageStatus;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Codec;
import io.crossline.messaging.store.StateStore;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a store says of a tree without opening it: for who looks at a store.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class StoredNetwork {
  private static final String MESSAGES = "network/messages";

  private StoredNetwork() {}

  /**
   * Whether a store holds a tree, in whatever format.
   *
   * @param store the store, which is only read
   * @return true if it does
   */
  public static boolean isIn(StateStore store) {
    return new NetworkSetup(new State(store, "network")).get("system").equals("ipc");
  }

  /**
   * How a store of format 1 that holds a tree becomes one of today.
   *
   * @return the rules, to be given to {@link StoreUpgrade#run}
   */
  public static List<StoreUpgrade.Rule> upgradeRules() {
    return IpcUpgrade.rules();
  }

  /**
   * Counts the messages of the tree that a store holds, Results included.
   *
   * @param store the store, which is only read
   * @return how many there are with each status; empty if the store holds no tree
   * @throws io.crossline.messaging.MalformedInputException if a row is not what a tree wrote
   */
  public static Map<MessageStatus, Long> messagesByStatus(StateStore store) {
    Map<MessageStatus, Long> counts = new EnumMap<>(MessageStatus.class);
    messages(store, message -> counts.merge((MessageStatus) message.status(), 1L, Long::sum));
    return counts;
  }

  /**
   * Reads the messages of the tree that a store holds, Results included.
   *
   * @param store the store, which is only read
   * @param reader is given each message, in the order in which they were sent
   * @throws io.crossline.messaging.MalformedInputException if a row is not what a tree wrote
   */
  public static void messages(StateStore store, Consumer<StoredMessage> reader) {
    store.scan(
        MESSAGES,
        Bytes.EMPTY,
        (key, row) -> {
          reader.accept(message(row));
          return true;
        });
  }

  /** As {@link MessageRows} writes it. */
  private static StoredMessage message(Bytes row) {
    RecordReader message = new RecordReader(row);
    String name = message.text();
    Bytes32 tracingId = message.field(Codec.BYTES32);
    message.number32();
    message.number64();
    message.number32();
    RecordReader place = new RecordReader(message.bytes());
    IpcEnvelope envelope = place.field(IpcCodecs.ENVELOPE);
    MessageStatus status = place.constant(MessageStatus.class);
    return new StoredMessage(
        "ipc",
        name,
        tracingId,
        status,
        status
            + " in "
            + place.text()
            + ", "
            + envelope.kind()
            + " from "
            + envelope.from()
            + " to "
            + envelope.to());
  }
}
