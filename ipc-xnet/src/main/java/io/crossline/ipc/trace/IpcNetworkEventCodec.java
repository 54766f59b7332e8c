// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Receipt;
import io.crossline.core.record.RecordReader;
import io.crossline.core.record.RecordWriter;
import io.crossline.ipc.abi.IpcCodecs;
import io.crossline.ipc.gateway.Delivery;
import io.crossline.messaging.Codec;
import io.crossline.messaging.MalformedInputException;

/** How a store keeps what listeners are told. */
final class IpcNetworkEventCodec {
  static final Codec<IpcNetworkEvent> EVENT =
      RecordReader.codec(IpcNetworkEventCodec::write, reader -> read(reader, Receipt.CODEC));

  /** Reads events of stores of format 1. */
  static final Codec<IpcNetworkEvent> OLD_EVENT =
      RecordReader.codec(IpcNetworkEventCodec::write, reader -> read(reader, Receipt.OLD_CODEC));

  private static final int BLOCK_FINISHED = 1;
  private static final int BLOCKS_TAKEN_BACK = 2;
  private static final int MESSAGE_DELIVERED = 3;

  private static final Codec<Delivery> DELIVERY =
      RecordReader.codec(
          (writer, delivery) ->
              writer
                  .field(IpcCodecs.ENVELOPE, delivery.message())
                  .text(delivery.fate().name())
                  .bytes(delivery.ret())
                  .optional(IpcCodecs.ENVELOPE, delivery.result()),
          reader ->
              new Delivery(
                  reader.field(IpcCodecs.ENVELOPE),
                  reader.constant(Delivery.Fate.class),
                  reader.bytes(),
                  reader.optional(IpcCodecs.ENVELOPE)));

  private IpcNetworkEventCodec() {}

  private static void write(RecordWriter writer, IpcNetworkEvent event) {
    if (event instanceof IpcNetworkEvent.BlockFinished finished) {
      writer
          .number8(BLOCK_FINISHED)
          .text(event.network())
          .field(Block.codec(Receipt.CODEC), finished.block());
    } else if (event instanceof IpcNetworkEvent.BlocksTakenBack back) {
      writer.number8(BLOCKS_TAKEN_BACK).text(event.network()).field(Codec.UINT64, back.last());
    } else if (event instanceof IpcNetworkEvent.MessageDelivered delivered) {
      writer.number8(MESSAGE_DELIVERED).text(event.network()).field(DELIVERY, delivered.delivery());
    }
  }

  private static IpcNetworkEvent read(RecordReader reader, Codec<Receipt> receipts) {
    int kind = reader.number8();
    String network = reader.text();
    return switch (kind) {
      case BLOCK_FINISHED ->
          new IpcNetworkEvent.BlockFinished(network, reader.field(Block.codec(receipts)));
      case BLOCKS_TAKEN_BACK ->
          new IpcNetworkEvent.BlocksTakenBack(network, reader.field(Codec.UINT64));
      case MESSAGE_DELIVERED ->
          new IpcNetworkEvent.MessageDelivered(network, reader.field(DELIVERY));
      default ->
          throw new MalformedInputException(
              "event: found kind " + kind + ", must be from 1 to " + MESSAGE_DELIVERED, 0);
    };
  }
}
