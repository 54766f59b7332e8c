// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import io.crossline.core.abi.Panic;
import io.crossline.core.chain.RevertSignal;
import io.crossline.core.hash.Keccak256;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import java.util.function.Function;

/**
 * Walks through one message segment of a program output, with the checks of {@code processMessages}
 * of {@code Output.sol}. The first word is the segment's size in words. A message is bounded by all
 * that is left of the output, not by its segment: it may run past the end, and the mismatch is
 * found behind it.
 */
final class MessageSegment {
  /** Segment sizes and payload lengths must be below 2^30. */
  private static final int MAX_BITS = 30;

  private static final int TO_L1_PREFIX = 3;
  private static final int TO_L2_PREFIX = 5;

  private final Payload words;
  private final int prefix;
  private final int segmentEnd;
  private int start;
  private int end;

  private MessageSegment(Payload words, int offset, int prefix) {
    this.words = words;
    this.prefix = prefix;
    if (offset >= words.size()) {
      throw new RevertSignal(Panic.INDEX);
    }
    this.end = offset + 1;
    this.segmentEnd = end + below(words.word(offset), "INVALID_MESSAGE_SEGMENT_SIZE");
  }

  /** The segment of messages to L1: from, to, payload length, payload. */
  static MessageSegment toL1(Payload words, int offset) {
    return new MessageSegment(words, offset, TO_L1_PREFIX);
  }

  /** The segment of messages to L2: from, to, nonce, selector, payload length, payload. */
  static MessageSegment toL2(Payload words, int offset) {
    return new MessageSegment(words, offset, TO_L2_PREFIX);
  }

  private static int below(UInt256 number, String reason) {
    Guards.require(number.bitLength() <= MAX_BITS, reason);
    return (int) number.longValueExact();
  }

  /** Goes to the next message; false at the end of the segment. */
  boolean next() {
    if (end >= segmentEnd) {
      Guards.require(end == segmentEnd, "INVALID_MESSAGE_SEGMENT_SIZE");
      return false;
    }
    start = end;
    int lengthAt = start + prefix - 1;
    Guards.require(lengthAt < words.size(), "MESSAGE_TOO_SHORT");
    int length = below(words.word(lengthAt), "INVALID_PAYLOAD_LENGTH");
    Guards.require(length <= words.size() - lengthAt - 1, "TRUNCATED_MESSAGE_PAYLOAD");
    end = lengthAt + 1 + length;
    return true;
  }

  /** A word of the message's prefix. */
  private UInt256 word(int index) {
    return words.word(start + index);
  }

  private Payload payload() {
    return words.slice(start + prefix, end);
  }

  /** The message to L1 that the words are. */
  L2ToL1Message messageToL1() {
    return L2ToL1Message.of(word(0), word(1), payload());
  }

  /** The message to L2 that the words are, with a sender read out of a word. */
  L1ToL2Message messageToL2(Function<UInt256, EthAddress> sender) {
    return L1ToL2Message.of(sender.apply(word(0)), word(1), word(3), payload(), word(2));
  }

  /** The hash of the message's words as they stand, which are the preimage of its message hash. */
  Bytes32 hash() {
    Keccak256 keccak = Keccak256.ofThread();
    words.absorbInto(keccak, start, end);
    return keccak.digest();
  }

  /** Where the output goes on. */
  int end() {
    return end;
  }
}
