// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.rpc;

import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonValue;
import io.crossline.core.rpc.RpcReader;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.Selector;

/** Reads the values that Starknet nodes write, beside those of {@link RpcReader}. */
final class NodeReader {
  private NodeReader() {}

  static Felt felt(JsonValue value) {
    UInt256 word = RpcReader.word(value);
    if (!Felt.fits(word)) {
      throw value.invalid(
          "felt: " + word.toHexString() + " is no felt (must be below the Stark prime)");
    }
    return Felt.of(word);
  }

  static Selector selector(JsonValue value) {
    return Selector.of(felt(value));
  }

  static Payload felts(JsonValue value) {
    return Payload.of(RpcReader.list(value, NodeReader::felt));
  }

  /** A message to L1 as receipts and the postman have it. */
  static L2ToL1Message messageToL1(JsonValue value) {
    JsonObject message = value.asObject();
    return L2ToL1Message.of(
        felt(message.required("from_address")),
        felt(message.required("to_address")),
        felts(message.required("payload")));
  }
}
