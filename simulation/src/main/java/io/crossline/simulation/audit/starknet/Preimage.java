// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.starknet;

import io.crossline.core.hash.Keccak256;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.Word;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;

/**
 * The message hashes, once more: words of 32 bytes, one after the other, under original Keccak.
 * Each field goes into the sponge as a plain word, so that this shares nothing with the library's
 * hashing but the permutation.
 */
final class Preimage {
  private static final int ADDRESS_LIMB = 1;
  private static final long ADDRESS_MASK = 0xffffffffL;

  private Preimage() {}

  /** Words from, to, nonce, selector, length, payload: the nonce before the selector (trap 1). */
  static Bytes32 toL2(L1ToL2Message message) {
    Keccak256 sponge = Keccak256.ofThread();
    word(sponge, message.from());
    word(sponge, message.to());
    word(sponge, message.nonce());
    word(sponge, message.selector());
    payload(sponge, message.payloadWords());
    return sponge.digest();
  }

  /** Words from, to, length, payload. */
  static Bytes32 toL1(L2ToL1Message message) {
    Keccak256 sponge = Keccak256.ofThread();
    word(sponge, message.from());
    word(sponge, message.to());
    payload(sponge, message.payloadWords());
    return sponge.digest();
  }

  /** The hash that the event of a message to L1 shows: its receiver is cut to 160 bits. */
  static Bytes32 toL1Cut(L2ToL1Message message) {
    Word to = message.to();
    Keccak256 sponge = Keccak256.ofThread();
    word(sponge, message.from());
    sponge.absorb(0, to.limb(ADDRESS_LIMB) & ADDRESS_MASK, to.limb(2), to.limb(3));
    payload(sponge, message.payloadWords());
    return sponge.digest();
  }

  /** Whether a receiver on L1 has no more than 160 bits. */
  static boolean isAddress(Word to) {
    return to.limb(0) == 0 && (to.limb(ADDRESS_LIMB) & ~ADDRESS_MASK) == 0;
  }

  /** Whether every word of a message to L2 is below P. */
  static boolean isFelts(L1ToL2Message message) {
    return isFelt(message.to().value())
        && isFelt(message.selector())
        && isFelt(message.nonce())
        && message.payloadWords().words().stream().allMatch(Preimage::isFelt);
  }

  private static boolean isFelt(UInt256 word) {
    return word.compareTo(Felt.PRIME) < 0;
  }

  private static void payload(Keccak256 sponge, Payload payload) {
    int size = payload.size();
    sponge.absorb(0, 0, 0, size);
    for (int i = 0; i < size; i++) {
      word(sponge, payload.word(i));
    }
  }

  private static void word(Keccak256 sponge, Word word) {
    sponge.absorb(word.limb(0), word.limb(1), word.limb(2), word.limb(3));
  }
}
