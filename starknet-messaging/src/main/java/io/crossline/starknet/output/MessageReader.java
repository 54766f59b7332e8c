// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.output;

import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the segments of messages. The first word of a segment is its size in words; messages follow
 * one another up to its end, which the last one must meet.
 */
final class MessageReader {
  private static final int ADDRESS_BITS = 160;
  private static final String PAYLOAD_LENGTH = "a payload's length";

  private MessageReader() {}

  /** From, to, payload length, payload. */
  static List<L2ToL1Message> toL1(OutputReader reader) {
    int end = end(reader, "the size of the segment of messages to L1");
    List<L2ToL1Message> messages = new ArrayList<>();
    while (reader.position() < end) {
      UInt256 from = reader.next("the sender of a message to L1");
      UInt256 to = reader.next("the receiver of a message to L1");
      Payload payload = reader.payload(reader.size(PAYLOAD_LENGTH));
      requireWithin(reader, end);
      messages.add(L2ToL1Message.of(from, to, payload));
    }
    return messages;
  }

  /** From, to, nonce, selector, payload length, payload; and then the output ends. */
  static List<L1ToL2Message> toL2(OutputReader reader) {
    int end = end(reader, "the size of the segment of messages to L2");
    List<L1ToL2Message> messages = new ArrayList<>();
    while (reader.position() < end) {
      UInt256 from = reader.next("the sender of a message to L2", ADDRESS_BITS);
      UInt256 to = reader.next("the receiver of a message to L2");
      UInt256 nonce = reader.next("the nonce of a message to L2");
      UInt256 selector = reader.next("the selector of a message to L2");
      Payload payload = reader.payload(reader.size(PAYLOAD_LENGTH));
      requireWithin(reader, end);
      messages.add(L1ToL2Message.of(EthAddress.of(from), to, selector, payload, nonce));
    }
    if (reader.remaining() > 0) {
      throw reader.malformed(reader.remaining() + " words too many");
    }
    return messages;
  }

  private static int end(OutputReader reader, String what) {
    int size = reader.size(what);
    return reader.position() + size;
  }

  private static void requireWithin(OutputReader reader, int end) {
    if (reader.position() > end) {
      throw reader.malformed("a message runs past its segment, which ends before word " + end);
    }
  }
}
