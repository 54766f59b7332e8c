// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.chain;

import io.crossline.core.abi.ErrorCatalogue;
import io.crossline.core.abi.EvmRevert;
import io.crossline.core.record.RecordReader;
import io.crossline.core.record.RecordWriter;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Codec;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.Revert;
import java.util.List;

/** How a store keeps the receipts of a chain. */
final class ReceiptCodec {
  static final Codec<Receipt> RECEIPT = RecordReader.codec(ReceiptCodec::write, ReceiptCodec::read);

  private static final Codec<Log> LOG =
      RecordReader.codec(
          (writer, log) ->
              writer
                  .bytes(log.emitter().encoded())
                  .list(Codec.BYTES32, log.topics())
                  .bytes(log.data()),
          reader ->
              new Log(reader.field(Codec.ADDRESS), reader.list(Codec.BYTES32), reader.bytes()));

  /** A revert whose error nobody can name any more without the contract that declares it. */
  private record Known(Bytes data, String description) implements Revert {}

  private ReceiptCodec() {}

  private static void write(RecordWriter writer, Receipt receipt) {
    writer
        .number32(receipt.index())
        .field(Codec.ADDRESS, receipt.from())
        .field(Codec.ADDRESS, receipt.to())
        .flag(receipt.outcome().isAccepted());
    receipt
        .outcome()
        .fold(
            (result, logs) -> writer.bytes(result).list(LOG, logs),
            revert -> writer.bytes(revert.data()).text(revert.description()));
  }

  private static Receipt read(RecordReader reader) {
    int index = reader.number32();
    EthAddress from = reader.field(Codec.ADDRESS);
    EthAddress to = reader.field(Codec.ADDRESS);
    boolean accepted = reader.flag();
    Bytes data = reader.bytes();
    if (accepted) {
      List<Log> logs = reader.list(LOG);
      return new Receipt(index, from, to, Outcome.accepted(data, logs));
    }
    return new Receipt(index, from, to, Outcome.reverted(revert(data, reader.text())));
  }

  private static Revert revert(Bytes data, String description) {
    EvmRevert decoded = EvmRevert.decode(data, ErrorCatalogue.EMPTY);
    return decoded.description().equals(description) ? decoded : new Known(data, description);
  }
}
