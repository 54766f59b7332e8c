// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.rpc;

import io.crossline.core.rpc.RpcWriter;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;

/** Writes messages as Starknet nodes do. */
final class NodeWriter {
  private NodeWriter() {}

  /** A message to L1 as receipts have it, where the receiver is a felt. */
  static RpcWriter messageToL1(L2ToL1Message message) {
    return new RpcWriter()
        .word("from_address", message.from())
        .word("to_address", message.to())
        .words("payload", message.payloadWords().words());
  }

  /** A message to L1 as the postman has it, where the receiver is an address. */
  static RpcWriter postmanMessageToL1(L2ToL1Message message) {
    Payload payload = message.payloadWords();
    return new RpcWriter()
        .word("from_address", message.from())
        .text(
            "to_address", message.to().isEthAddress() ? message.to().toEthAddress() : message.to())
        .words("payload", payload.words());
  }
}
