// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Receipt;
import io.crossline.core.record.RecordReader;
import io.crossline.core.record.RecordWriter;
import io.crossline.messaging.Codec;
import io.crossline.messaging.MalformedInputException;
import io.crossline.starknet.Int256;
import io.crossline.starknet.Payload;
import io.crossline.starknet.event.LogStateUpdate;
import io.crossline.starknet.l1.ProgramOutput;
import io.crossline.starknet.l2.L2Receipt;
import io.crossline.starknet.network.NetworkEvent.BlocksFinalized;
import io.crossline.starknet.network.NetworkEvent.BlocksTakenBack;
import io.crossline.starknet.network.NetworkEvent.L1BlockFinished;
import io.crossline.starknet.network.NetworkEvent.L2BlockFinished;
import io.crossline.starknet.network.NetworkEvent.StateUpdateSent;
import io.crossline.starknet.tracking.Layer;
import io.crossline.starknet.tracking.ObservedL2Block.LeftOut;

/** How the outbox holds events: a number for what it is, then its fields. */
final class NetworkEventCodec {
  private static final int L1_BLOCK = 1;
  private static final int L2_BLOCK = 2;
  private static final int TAKEN_BACK = 3;
  private static final int FINALIZED = 4;
  private static final int STATE_UPDATE = 5;

  private static final Codec<LeftOut> LEFT_OUT =
      RecordReader.codec(LeftOut.class, Codec.BYTES32, Codec.TEXT);

  private static final Codec<LogStateUpdate> UPDATE =
      RecordReader.codec(LogStateUpdate.class, Codec.UINT256, Int256.CODEC, Codec.UINT256);

  static final Codec<NetworkEvent> EVENT =
      RecordReader.codec(NetworkEventCodec::write, NetworkEventCodec::read);

  /** Reads events of stores of format 1. */
  static final Codec<NetworkEvent> OLD_EVENT =
      RecordReader.codec(NetworkEventCodec::write, NetworkEventCodec::readOld);

  private NetworkEventCodec() {}

  private static void write(RecordWriter writer, NetworkEvent event) {
    if (event instanceof L1BlockFinished finished) {
      writer.number8(L1_BLOCK).field(Block.codec(Receipt.CODEC), finished.block());
    } else if (event instanceof L2BlockFinished finished) {
      writer
          .number8(L2_BLOCK)
          .field(Block.codec(L2Receipt.CODEC), finished.block())
          .list(LEFT_OUT, finished.leftOut());
    } else if (event instanceof BlocksTakenBack taken) {
      layer(writer.number8(TAKEN_BACK), taken.layer()).field(Codec.UINT64, taken.last());
    } else if (event instanceof BlocksFinalized fixed) {
      layer(writer.number8(FINALIZED), fixed.layer()).field(Codec.UINT64, fixed.last());
    } else if (event instanceof StateUpdateSent sent) {
      writer
          .number8(STATE_UPDATE)
          .list(Codec.UINT256, sent.output().words().words())
          .field(Receipt.OUTCOME, sent.outcome().map(UPDATE::encode));
    }
  }

  private static NetworkEvent readOld(RecordReader reader) {
    int kind = reader.number8();
    return switch (kind) {
      case L1_BLOCK -> new L1BlockFinished(reader.field(Block.codec(Receipt.OLD_CODEC)));
      case STATE_UPDATE ->
          new StateUpdateSent(
              new ProgramOutput(Payload.of(reader.list(Codec.UINT256))),
              reader.field(Receipt.OLD_CODEC).outcome().map(UPDATE::decode));
      default -> read(kind, reader);
    };
  }

  private static NetworkEvent read(RecordReader reader) {
    return read(reader.number8(), reader);
  }

  private static NetworkEvent read(int kind, RecordReader reader) {
    return switch (kind) {
      case L1_BLOCK -> new L1BlockFinished(reader.field(Block.codec(Receipt.CODEC)));
      case L2_BLOCK ->
          new L2BlockFinished(reader.field(Block.codec(L2Receipt.CODEC)), reader.list(LEFT_OUT));
      case TAKEN_BACK -> new BlocksTakenBack(layer(reader), reader.field(Codec.UINT64));
      case FINALIZED -> new BlocksFinalized(layer(reader), reader.field(Codec.UINT64));
      case STATE_UPDATE ->
          new StateUpdateSent(
              new ProgramOutput(Payload.of(reader.list(Codec.UINT256))),
              reader.field(Receipt.OUTCOME).map(UPDATE::decode));
      default ->
          throw new MalformedInputException(
              "event: found kind " + kind + ", must be from 1 to " + STATE_UPDATE, 0);
    };
  }

  private static RecordWriter layer(RecordWriter writer, Layer layer) {
    return writer.flag(layer == Layer.L2);
  }

  private static Layer layer(RecordReader reader) {
    return reader.flag() ? Layer.L2 : Layer.L1;
  }
}
