// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

import io.crossline.core.record.RecordReader;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Codec;
import io.crossline.messaging.Envelope;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.Word;

/**
 * A message that an L2 contract sends to an L1 contract. It has no nonce: equal messages have equal
 * hashes, and the core contract counts how many of them wait.
 *
 * <p>Immutable and thread-safe.
 *
 * @param from the L2 contract that sent it; L1 takes any word here
 * @param to the L1 contract it is for; a word above 160 bits is counted on L1 but nobody can
 *     consume it
 * @param payloadWords the payload
 */
public record L2ToL1Message(AddressWord from, AddressWord to, Payload payloadWords)
    implements Envelope {
  /** How a store keeps one. */
  public static final Codec<L2ToL1Message> CODEC =
      RecordReader.codec(
          (writer, message) ->
              writer
                  .field(Codec.UINT256, message.from().value())
                  .field(Codec.UINT256, message.to().value())
                  .list(Codec.UINT256, message.payloadWords().words()),
          reader ->
              L2ToL1Message.of(
                  AddressWord.of(reader.field(Codec.UINT256)),
                  AddressWord.of(reader.field(Codec.UINT256)),
                  Payload.of(reader.list(Codec.UINT256))));

  /**
   * Takes words as they are.
   *
   * @param from the L2 contract that sends, any word
   * @param to the L1 contract, any word
   * @param payload the payload
   * @return the message
   */
  public static L2ToL1Message of(Word from, Word to, Payload payload) {
    return new L2ToL1Message(AddressWord.of(from), AddressWord.of(to), payload);
  }

  /** The payload words as bytes, 32 a word. */
  @Override
  public Bytes payload() {
    return payloadWords.toBytes();
  }

  /** Always 0: a message carries no coins. */
  @Override
  public UInt256 value() {
    return UInt256.ZERO;
  }

  /** The message hash, computed anew at each call: see {@link MessageHash}. */
  @Override
  public Bytes32 hash() {
    return MessageHash.l2ToL1(from.value(), to.value(), payloadWords);
  }
}
