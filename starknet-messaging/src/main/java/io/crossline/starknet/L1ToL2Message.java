// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Envelope;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.Word;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message that an L1 contract sends to an L2 contract. Addresses and payload are the words that
 * L1 hashes. L1 does not check that they are felts, that is, below P = 2^251 + 17·2^192 + 1: a
 * message with a larger word never runs on L2, and stays pending on L1 unless its sender cancels
 * it.
 *
 * <p>The fee is what the sender paid, where that is known (from a log, from sending). It takes part
 * in {@code equals}, but not in the message hash.
 *
 * <p>Immutable and thread-safe. The hash is computed when it is asked for first, and kept.
 */
public final class L1ToL2Message implements Envelope {
  private final EthAddress from;
  private final AddressWord to;
  private final UInt256 selector;
  private final Payload payloadWords;
  private final UInt256 nonce;
  private final Optional<UInt256> fee;

  // Not volatile, because every thread computes the same immutable value.
  private @Nullable Bytes32 hash;

  /**
   * Takes the parts of a message as they are.
   *
   * @param from the L1 contract that sent it
   * @param to the L2 contract it is for
   * @param selector the entry point that is to handle it
   * @param payloadWords the payload
   * @param nonce the number that the core contract gave it, which makes its hash unique
   * @param fee the fee in wei, if known; contracts before v0.10.0 took none
   */
  public L1ToL2Message(
      EthAddress from,
      AddressWord to,
      UInt256 selector,
      Payload payloadWords,
      UInt256 nonce,
      Optional<UInt256> fee) {
    this.from = from;
    this.to = to;
    this.selector = selector;
    this.payloadWords = payloadWords;
    this.nonce = nonce;
    this.fee = fee;
  }

  /**
   * A message without a known fee.
   *
   * @param from the L1 contract that sends
   * @param to the L2 contract, any word
   * @param selector the entry point, any word
   * @param payload the payload
   * @param nonce the nonce, any word
   * @return the message
   */
  public static L1ToL2Message of(
      EthAddress from, Word to, Word selector, Payload payload, Word nonce) {
    return new L1ToL2Message(
        from,
        AddressWord.of(to),
        AddressWord.of(selector).value(),
        payload,
        AddressWord.of(nonce).value(),
        Optional.empty());
  }

  /**
   * The same message with the fee that was paid.
   *
   * @param paid the fee in wei
   * @return the message
   */
  public L1ToL2Message withFee(UInt256 paid) {
    L1ToL2Message paidFor =
        new L1ToL2Message(from, to, selector, payloadWords, nonce, Optional.of(paid));
    paidFor.hash = hash;
    return paidFor;
  }

  /** The L1 contract that sent it. */
  @Override
  public EthAddress from() {
    return from;
  }

  /** The L2 contract it is for. */
  @Override
  public AddressWord to() {
    return to;
  }

  /**
   * The entry point that is to handle it.
   *
   * @return any word
   */
  public UInt256 selector() {
    return selector;
  }

  /**
   * The payload as the words that L1 hashes.
   *
   * @return the words, each of 256 bits
   */
  public Payload payloadWords() {
    return payloadWords;
  }

  /**
   * The number that the core contract gave it.
   *
   * @return the nonce, which makes its hash unique
   */
  public UInt256 nonce() {
    return nonce;
  }

  /**
   * What the sender paid.
   *
   * @return the fee in wei; nothing where it is not known
   */
  public Optional<UInt256> fee() {
    return fee;
  }

  /**
   * Whether L2 can take the message: every word of it is a felt.
   *
   * @return false if the message can only be cancelled
   */
  public boolean isFelts() {
    return to.isFelt() && Felt.fits(selector) && Felt.fits(nonce) && payloadWords.isFelts();
  }

  /** The payload words as bytes, 32 a word. */
  @Override
  public Bytes payload() {
    return payloadWords.toBytes();
  }

  /** Always 0: a message carries no coins, and its fee belongs to the sequencer. */
  @Override
  public UInt256 value() {
    return UInt256.ZERO;
  }

  /** The message hash: see {@link MessageHash}. */
  @Override
  public Bytes32 hash() {
    Bytes32 known = hash;
    if (known == null) {
      known = MessageHash.l1ToL2(from, to.value(), selector, payloadWords, nonce);
      hash = known;
    }
    return known;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof L1ToL2Message that
        && from.equals(that.from)
        && to.equals(that.to)
        && selector.equals(that.selector)
        && payloadWords.equals(that.payloadWords)
        && nonce.equals(that.nonce)
        && fee.equals(that.fee);
  }

  @Override
  public int hashCode() {
    return Objects.hash(from, to, selector, payloadWords, nonce, fee);
  }

  @Override
  public String toString() {
    return "L1ToL2Message[from=%s, to=%s, selector=%s, payloadWords=%s, nonce=%s, fee=%s]"
        .formatted(from, to, selector, payloadWords, nonce, fee);
  }
}
