// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package com.example.consumer;

import io.crossline.ipc.SubnetId;
import io.crossline.ipc.network.IpcNetwork;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.Selector;

/** What a program of one's own asks of the library. */
final class Hashes {
  private Hashes() {}

  static Bytes32 deposit() {
    Payload payload = Payload.of(Felt.of(1), Felt.of(2));
    Selector selector = Selector.ofName("deposit");
    EthAddress bridge = EthAddress.parse("0x00000000000000000000000000000000000000b1");
    return L1ToL2Message.of(bridge, Felt.of(0x101), selector, payload, UInt64.ZERO).hash();
  }

  static SubnetId subnet() {
    try (IpcNetwork net = IpcNetwork.root(314).subnet("games").start()) {
      return net.at("games").id();
    }
  }
}
