// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.chain;

import io.crossline.core.abi.ErrorCatalogue;
import io.crossline.core.abi.EvmRevert;
import io.crossline.core.record.RecordReader;
import io.crossline.core.record.RecordWriter;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Codec;
import io.crossline.messaging.Log;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.Revert;
import io.crossline.messaging.UInt256;
import java.util.List;

/** How a store keeps the receipts of a chain. */
final class ReceiptCodec {
  private static final Codec<Log> LOG =
      RecordReader.codec(
          (writer, log) ->
              writer
                  .bytes(log.emitter().encoded())
                  .list(Codec.BYTES32, log.topics())
                  .bytes(log.data()),
          reader ->
              new Log(reader.field(Codec.ADDRESS), reader.list(Codec.BYTES32), reader.bytes()));

  static final Codec<Outcome<Bytes>> OUTCOME =
      RecordReader.codec(ReceiptCodec::writeOutcome, ReceiptCodec::readOutcome);

  static final Codec<Receipt> RECEIPT =
      RecordReader.codec(
          (writer, receipt) ->
              writeOutcome(
                  writer
                      .number32(receipt.index())
                      .field(Codec.ADDRESS, receipt.from())
                      .field(Codec.ADDRESS, receipt.to())
                      .field(Codec.UINT256, receipt.value())
                      .field(Codec.BYTES32, receipt.calldataHash())
                      .field(Codec.BYTES32, receipt.transactionHash()),
                  receipt.outcome()),
          reader ->
              new Receipt(
                  reader.number32(),
                  reader.field(Codec.ADDRESS),
                  reader.field(Codec.ADDRESS),
                  reader.field(Codec.UINT256),
                  reader.field(Codec.BYTES32),
                  reader.field(Codec.BYTES32),
                  readOutcome(reader)));

  /** How format 1 kept receipts: without value, calldata hash and transaction hash. */
  static final Codec<Receipt> OLD =
      RecordReader.codec(
          (writer, receipt) -> {
            throw new UnsupportedOperationException("format 1 is only read");
          },
          reader ->
              new Receipt(
                  reader.number32(),
                  reader.field(Codec.ADDRESS),
                  reader.field(Codec.ADDRESS),
                  UInt256.ZERO,
                  Bytes32.ZERO,
                  Bytes32.ZERO,
                  readOutcome(reader)));

  /** A revert whose error nobody can name any more without the contract that declares it. */
  private record Known(Bytes data, String description) implements Revert {}

  private ReceiptCodec() {}

  private static void writeOutcome(RecordWriter writer, Outcome<Bytes> outcome) {
    writer.flag(outcome.isAccepted());
    outcome.fold(
        (result, logs) -> writer.bytes(result).list(LOG, logs),
        revert -> writer.bytes(revert.data()).text(revert.description()));
  }

  private static Outcome<Bytes> readOutcome(RecordReader reader) {
    boolean accepted = reader.flag();
    Bytes data = reader.bytes();
    if (accepted) {
      List<Log> logs = reader.list(LOG);
      return Outcome.accepted(data, logs);
    }
    return Outcome.reverted(revert(data, reader.text()));
  }

  private static Revert revert(Bytes data, String description) {
    EvmRevert decoded = EvmRevert.decode(data, ErrorCatalogue.EMPTY);
    return decoded.description().equals(description) ? decoded : new Known(data, description);
  }
}
