// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Receipt;
import io.crossline.core.network.ToldBlock;
import io.crossline.ipc.gateway.Delivery;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt64;
import java.util.Optional;

/**
 * What happened in a network, as a value: what the outbox of a tree on a store holds, and what its
 * listeners are told.
 *
 * <p>Implementations are immutable and thread-safe.
 */
public sealed interface IpcNetworkEvent {
  /**
   * In which network it happened.
   *
   * @return its path
   */
  String network();

  /**
   * The block that it tells of.
   *
   * @return the block, if it says that one is finished
   */
  default Optional<ToldBlock> toldBlock() {
    return this instanceof BlockFinished finished
        ? Optional.of(new ToldBlock(network(), finished.block().info().number()))
        : Optional.empty();
  }

  /**
   * How a store keeps it.
   *
   * @return what {@link #decode} reads
   */
  default Bytes encode() {
    return IpcNetworkEventCodec.EVENT.encode(this);
  }

  /**
   * Reads an event.
   *
   * @param event what {@link #encode} gave
   * @return the event; a block in it cannot be undone
   * @throws MalformedInputException if it is anything else
   */
  static IpcNetworkEvent decode(Bytes event) {
    return IpcNetworkEventCodec.EVENT.decode(event);
  }

  /**
   * Reads an event of a store that has not been upgraded.
   *
   * @param event what {@link #encode} gave before receipts had a hash of their calldata
   * @return the event
   * @throws MalformedInputException if it is anything else
   */
  static IpcNetworkEvent decodeOld(Bytes event) {
    return IpcNetworkEventCodec.OLD_EVENT.decode(event);
  }

  /**
   * A block is finished.
   *
   * @param network of which network
   * @param block the block
   */
  record BlockFinished(String network, Block<Receipt> block) implements IpcNetworkEvent {}

  /**
   * What came after a block is no longer on the chain.
   *
   * @param network of which network
   * @param last the number of the last finished block that stays
   */
  record BlocksTakenBack(String network, UInt64 last) implements IpcNetworkEvent {}

  /**
   * A gateway applied a message.
   *
   * @param network in which network, in its open block
   * @param delivery what became of the message there
   */
  record MessageDelivered(String network, Delivery delivery) implements IpcNetworkEvent {}
}
