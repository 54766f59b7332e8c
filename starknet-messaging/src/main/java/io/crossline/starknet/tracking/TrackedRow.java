// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import io.crossline.core.record.RecordReader;
import io.crossline.core.record.RecordWriter;
import io.crossline.messaging.Codec;
import io.crossline.messaging.Envelope;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.AddressWord;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a store keeps what is known of messages.
 *
 * @param transactionHash gives the hash of the L1_HANDLER transaction that a message became, which
 *     no row holds where it can be computed, because that costs more than all else
 */
record TrackedRow(Function<? super L1ToL2Message, Felt> transactionHash) {
  static final Codec<BlockPoint> POINT =
      RecordReader.codec(
          (writer, point) ->
              writer
                  .flag(point.layer() == Layer.L2)
                  .number64(point.number().longValueExact())
                  .number64(point.time().getEpochSecond()),
          reader ->
              new BlockPoint(
                  reader.flag() ? Layer.L2 : Layer.L1,
                  UInt64.of(reader.number64()),
                  Instant.ofEpochSecond(reader.number64())));

  static final Codec<Reached> REACHED =
      RecordReader.codec(
          (writer, reached) ->
              writer
                  .text(reached.status().name())
                  .text(reached.by().name())
                  .field(POINT, reached.at())
                  .optional(Codec.TEXT, reached.reason()),
          reader ->
              new Reached(
                  reader.constant(MessageStatus.class),
                  reader.constant(MessageEvent.class),
                  reader.field(POINT),
                  reader.optional(Codec.TEXT)));

  private static final Codec<L1ToL2Message> TO_L2 =
      RecordReader.codec(
          (writer, message) ->
              writer
                  .field(Codec.ADDRESS, message.from())
                  .field(Codec.UINT256, message.to().value())
                  .field(Codec.UINT256, message.selector())
                  .list(Codec.UINT256, message.payloadWords().words())
                  .field(Codec.UINT256, message.nonce())
                  .optional(Codec.UINT256, message.fee()),
          reader ->
              new L1ToL2Message(
                  reader.field(Codec.ADDRESS),
                  AddressWord.of(reader.field(Codec.UINT256)),
                  reader.field(Codec.UINT256),
                  Payload.of(reader.list(Codec.UINT256)),
                  reader.field(Codec.UINT256),
                  reader.optional(Codec.UINT256)));

  static void content(RecordWriter writer, Optional<? extends Envelope> content) {
    writer.flag(content.isPresent());
    if (content.isPresent()) {
      boolean toL1 = content.get() instanceof L2ToL1Message;
      writer.flag(toL1);
      if (toL1) {
        writer.field(L2ToL1Message.CODEC, (L2ToL1Message) content.get());
      } else {
        writer.field(TO_L2, (L1ToL2Message) content.get());
      }
    }
  }

  Optional<Envelope> content(RecordReader reader) {
    if (!reader.flag()) {
      return Optional.empty();
    }
    return Optional.of(reader.flag() ? reader.field(L2ToL1Message.CODEC) : reader.field(TO_L2));
  }

  /** With the hashes of transactions only where the message is not known. */
  static void facts(RecordWriter writer, List<Fact> facts, boolean hashes) {
    writer.number32(facts.size());
    for (Fact fact : facts) {
      writer
          .text(fact.event().name())
          .field(POINT, fact.at())
          .optional(Codec.TEXT, fact.reason())
          .flag(fact.transactionHash().isPresent())
          .optional(Felt.CODEC, fact.transactionHash().filter(hash -> hashes).map(Supplier::get));
    }
  }

  List<Fact> facts(RecordReader reader, @Nullable TrackedMessage message) {
    List<Fact> facts = new ArrayList<>();
    for (int count = reader.number32(); count > 0; count--) {
      MessageEvent event = reader.constant(MessageEvent.class);
      BlockPoint at = reader.field(POINT);
      Optional<String> reason = reader.optional(Codec.TEXT);
      boolean handled = reader.flag();
      Optional<Supplier<Felt>> hash =
          reader
              .optional(Felt.CODEC)
              .<Supplier<Felt>>map(known -> () -> known)
              .or(() -> Optional.of(() -> transactionHash(message)))
              .filter(any -> handled);
      facts.add(new Fact(event, at, hash, reason));
    }
    return facts;
  }

  private Felt transactionHash(@Nullable TrackedMessage message) {
    return Optional.ofNullable(message)
        .flatMap(TrackedMessage::content)
        .map(content -> transactionHash.apply((L1ToL2Message) content))
        .orElseThrow();
  }
}
