// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.rpc;

import io.crossline.core.rpc.EthLog;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.event.LogMessageToL2;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Single messages of public networks, with the place that each was published at. */
final class RealMessages {
  /** NethermindEth/juno, rpc/v10/testdata/messageStatus and rpc/v10/l1_test.go. */
  static final String MAINNET_MESSAGE_HASH =
      "0xd8824a75a588f0726d7d83b3e9560810c763043e979fdb77b11c1a51a991235d";

  /** NethermindEth/juno, clients/feeder/testdata/mainnet/transaction. */
  static final String MAINNET_TRANSACTION_HASH =
      "0xc470e30f97f64255a62215633e35a7c6ae10332a9011776dde1143ab0202c3";

  /** NethermindEth/juno, rpc/v10/testdata/messageStatus: of sepolia 0xeafadb99. */
  static final L1ToL2Message SEPOLIA =
      L1ToL2Message.of(
              EthAddress.parse("0x8453fc6cd1bcfe8d4dfc069c400b433054d47bdc"),
              Felt.parse("0x4c5772d1914fe6ce891b64eb35bf3522aeae1315647314aac58b01137607f3f"),
              Felt.parse("0x1b64b1b3b690b43b9b514fb81377518f4039cd3e4f4914d8a6bdf01d679fb19"),
              Payload.of(
                  Felt.parse("0x455448"),
                  Felt.parse("0x970e0b4240684ce331384023bcd4b82fbe20d5e0"),
                  Felt.parse("0x3cb6a861f04962186d6a9faf3f88256fae18fc62ed0afc77564db72c4441a22"),
                  Felt.parse("0x6a94d74f430000"),
                  Felt.ZERO),
              Felt.parse("0x2cb2"))
          .withFee(UInt256.parse("0x38d7ea4c68000"));

  /** NethermindEth/juno, rpc/v10/l1_test.go. */
  static final String SEPOLIA_MESSAGE_HASH =
      "0x162e74b4ccf7e350a1668de856f892057e0da112e1ad2262603306ee5dffb158";

  /** NethermindEth/juno, clients/feeder/testdata/sepolia/transaction. */
  static final String SEPOLIA_TRANSACTION_HASH =
      "0x304c78cccf0569159d4b2aff2117f060509b7c6d590ae740d2031d1eb507b10";

  private RealMessages() {}

  static EthLog sepoliaLog(EthAddress core) {
    return CoreLogs.of(new LogMessageToL2(SEPOLIA), core);
  }

  /** Mainnet 0x5780c6fe, as a receipt; the resource names its source. */
  static String mainnetReceipt() {
    String name = "receipt-mainnet-5780c6fe.json";
    try (InputStream in =
        Objects.requireNonNull(RealMessages.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
