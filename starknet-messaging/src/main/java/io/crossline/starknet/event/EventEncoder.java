// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.event;

import io.crossline.core.abi.AbiWriter;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import java.util.List;

/**
 * Writes logs of messages. The head of their data is an offset to the payload and what follows it
 * in the signature.
 */
final class EventEncoder {
  private static final int WORD = 32;

  private EventEncoder() {}

  static Log toL2(EthAddress core, Bytes32 topic, L1ToL2Message message, UInt256 fee) {
    AbiWriter data = AbiWriter.ofThread().number(3 * WORD).word(message.nonce()).word(fee);
    message.payloadWords().writeTo(data);
    return new Log(core, topics(topic, message), data.toBytes());
  }

  static Log toL2(EthAddress core, Bytes32 topic, L1ToL2Message message) {
    AbiWriter data = AbiWriter.ofThread().number(2 * WORD).word(message.nonce());
    message.payloadWords().writeTo(data);
    return new Log(core, topics(topic, message), data.toBytes());
  }

  static Log toL1(EthAddress core, Bytes32 topic, L2ToL1Message message) {
    AbiWriter data = AbiWriter.ofThread().number(WORD);
    message.payloadWords().writeTo(data);
    Bytes32 to = EthAddress.truncate(message.to()).toBytes32();
    return new Log(core, List.of(topic, message.from().toBytes32(), to), data.toBytes());
  }

  private static List<Bytes32> topics(Bytes32 topic, L1ToL2Message message) {
    return List.of(
        topic,
        message.from().toBytes32(),
        message.to().toBytes32(),
        message.selector().toBytes32());
  }
}
