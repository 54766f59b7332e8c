// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l2;

import io.crossline.core.record.RecordReader;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Codec;
import io.crossline.messaging.Log;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Selector;

/** How a store keeps what L2 did. */
final class L2Codecs {
  private static final Codec<Log> EVENT =
      RecordReader.codec(
          (writer, log) ->
              writer
                  .bytes(log.emitter().encoded())
                  .list(Codec.BYTES32, log.topics())
                  .bytes(log.data()),
          reader -> new Log(reader.field(Felt.CODEC), reader.list(Codec.BYTES32), reader.bytes()));

  private static final Codec<L1HandlerTransaction> HANDLER =
      RecordReader.codec(
          (writer, transaction) ->
              writer
                  .field(Felt.CODEC, transaction.contractAddress())
                  .field(Felt.CODEC, transaction.entryPointSelector().value())
                  .list(Felt.CODEC, transaction.calldata())
                  .field(Felt.CODEC, transaction.nonce())
                  .field(Felt.CODEC, transaction.chainId()),
          reader ->
              new L1HandlerTransaction(
                  reader.field(Felt.CODEC),
                  Selector.of(reader.field(Felt.CODEC)),
                  reader.list(Felt.CODEC),
                  reader.field(Felt.CODEC),
                  reader.field(Felt.CODEC)));

  private static final Codec<ResourceBounds> BOUNDS =
      RecordReader.codec(ResourceBounds.class, Codec.UINT64, Codec.UINT256);

  /**
   * Begins with an empty field, as no transaction does that handles a message: so it is told apart,
   * and stores of before there were accounts are read as they are.
   */
  private static final Codec<InvokeTransaction> INVOKE =
      RecordReader.codec(
          (writer, transaction) ->
              writer
                  .bytes(Bytes.EMPTY)
                  .field(Felt.CODEC, transaction.sender())
                  .list(Felt.CODEC, transaction.calldata())
                  .field(Felt.CODEC, transaction.nonce())
                  .field(BOUNDS, transaction.l1Gas())
                  .field(BOUNDS, transaction.l2Gas())
                  .field(BOUNDS, transaction.l1DataGas())
                  .field(Codec.UINT64, transaction.tip())
                  .list(Felt.CODEC, transaction.paymasterData())
                  .list(Felt.CODEC, transaction.accountDeploymentData())
                  .number8(transaction.nonceMode())
                  .number8(transaction.feeMode())
                  .field(Felt.CODEC, transaction.chainId()),
          reader -> {
            reader.bytes();
            return new InvokeTransaction(
                reader.field(Felt.CODEC),
                reader.list(Felt.CODEC),
                reader.field(Felt.CODEC),
                reader.field(BOUNDS),
                reader.field(BOUNDS),
                reader.field(BOUNDS),
                reader.field(Codec.UINT64),
                reader.list(Felt.CODEC),
                reader.list(Felt.CODEC),
                reader.number8(),
                reader.number8(),
                reader.field(Felt.CODEC));
          });

  private static final Codec<L2Transaction> TRANSACTION =
      Codec.of(
          transaction ->
              transaction instanceof InvokeTransaction invoke
                  ? INVOKE.encode(invoke)
                  : HANDLER.encode((L1HandlerTransaction) transaction),
          bytes ->
              new RecordReader(bytes).number32() == 0
                  ? INVOKE.decode(bytes)
                  : HANDLER.decode(bytes));

  static final Codec<L2Receipt> RECEIPT =
      RecordReader.codec(
          (writer, receipt) ->
              writer
                  .field(TRANSACTION, receipt.transaction())
                  .optional(Codec.TEXT, receipt.revertReason())
                  .list(L2ToL1Message.CODEC, receipt.messagesSent())
                  .list(EVENT, receipt.events())
                  .flag(receipt.included()),
          reader ->
              new L2Receipt(
                  reader.field(TRANSACTION),
                  reader.optional(Codec.TEXT),
                  reader.list(L2ToL1Message.CODEC),
                  reader.list(EVENT),
                  reader.flag()));

  private L2Codecs() {}
}
