// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

import io.crossline.core.hash.Keccak256;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;

/**
 * The two message hashes of the core contract ({@code l1ToL2MsgHash} and {@code l2ToL1MsgHash} of
 * {@code StarknetMessaging.sol}): keccak256 over 32-byte big-endian words, without ABI offsets.
 *
 * <pre>
 * L1 to L2:  from | to | nonce | selector | payload length | payload words
 * L2 to L1:  from | to | payload length | payload words
 * </pre>
 *
 * <p>The nonce stands before the selector although every function lists it last. There is no domain
 * separation: an L1 to L2 preimage with nonce n is also the preimage of an L2 to L1 message with n
 * payload words. State must keep the two apart.
 *
 * <p>Each call costs the permutations of its preimage and makes no garbage beyond the result.
 * Thread-safe.
 */
public final class MessageHash {
  private MessageHash() {}

  /**
   * The hash of a message from L1 to L2.
   *
   * @param from the L1 contract that sends
   * @param to the L2 contract, any word
   * @param selector the entry point, any word
   * @param payload the payload
   * @param nonce the message's nonce
   * @return the message hash
   */
  public static Bytes32 l1ToL2(
      EthAddress from, UInt256 to, UInt256 selector, Payload payload, UInt256 nonce) {
    Keccak256 keccak = Keccak256.ofThread().absorb(from);
    return l1ToL2(keccak, to, selector, payload, nonce);
  }

  /**
   * The hash of a message from L1 to L2 whose sender is given as a whole word, as in {@code
   * mockConsumeMessageToL2} and in a state update. A word above 160 bits gives a hash that no sent
   * message has.
   *
   * @param from the sender, any word
   * @param to the L2 contract, any word
   * @param selector the entry point, any word
   * @param payload the payload
   * @param nonce the message's nonce
   * @return the message hash
   */
  public static Bytes32 l1ToL2(
      UInt256 from, UInt256 to, UInt256 selector, Payload payload, UInt256 nonce) {
    Keccak256 keccak = Keccak256.ofThread().absorb(from);
    return l1ToL2(keccak, to, selector, payload, nonce);
  }

  private static Bytes32 l1ToL2(
      Keccak256 keccak, UInt256 to, UInt256 selector, Payload payload, UInt256 nonce) {
    keccak.absorb(to).absorb(nonce).absorb(selector);
    payload.absorbInto(keccak);
    return keccak.digest();
  }

  /**
   * The hash of a message from L2 to L1. It has no nonce: equal messages have equal hashes, and L1
   * counts them.
   *
   * @param from the L2 contract that sends, any word
   * @param to the L1 contract; a word above 160 bits gives a hash that nobody can consume
   * @param payload the payload
   * @return the message hash
   */
  public static Bytes32 l2ToL1(UInt256 from, UInt256 to, Payload payload) {
    Keccak256 keccak = Keccak256.ofThread().absorb(from).absorb(to);
    payload.absorbInto(keccak);
    return keccak.digest();
  }

  /**
   * The hash of a message from L2 to an L1 contract.
   *
   * @param from the L2 contract that sends, any word
   * @param to the L1 contract
   * @param payload the payload
   * @return the message hash
   */
  public static Bytes32 l2ToL1(UInt256 from, EthAddress to, Payload payload) {
    Keccak256 keccak = Keccak256.ofThread().absorb(from).absorb(to);
    payload.absorbInto(keccak);
    return keccak.digest();
  }
}
