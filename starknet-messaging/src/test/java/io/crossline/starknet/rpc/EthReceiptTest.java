// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.rpc.EthReceipt;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt64;
import org.junit.jupiter.api.Test;

class EthReceiptTest {
  private static final String FULL =
      """
      {"blockHash": "0x0000000000000000000000000000000000000000000000000000000000000bb1",
       "blockNumber": "0x10", "contractAddress": null, "cumulativeGasUsed": "0x83cba1",
       "from": "0x00000000000000000000000000000000000000a1", "gasUsed": "0x1", "logs": [],
       "logsBloom": "0x00", "status": "0x0", "to": "0x00000000000000000000000000000000000000a2",
       "transactionHash": "0x00000000000000000000000000000000000000000000000000000000000000c1",
       "transactionIndex": "0x42", "type": "0x2"}
      """;

  @Test
  void readsWhatANodeGives() {
    EthReceipt receipt = EthReceipt.parse(FULL);
    assertThat(receipt.transactionHash().orElseThrow().toUInt256().longValueExact())
        .isEqualTo(0xc1);
    assertThat(receipt.status()).contains(false);
    assertThat(receipt.blockNumber()).contains(UInt64.of(16));
    assertThat(receipt.blockHash().orElseThrow().toUInt256().longValueExact()).isEqualTo(0xbb1);
    assertThat(receipt.transactionIndex()).contains(UInt64.of(0x42));
    assertThat(receipt.from())
        .contains(EthAddress.parse("0x00000000000000000000000000000000000000a1"));
    assertThat(receipt.to())
        .contains(EthAddress.parse("0x00000000000000000000000000000000000000a2"));
    assertThat(receipt.logs()).isEmpty();
  }

  @Test
  void bothWays() {
    EthReceipt failed = EthReceipt.parse(FULL);
    assertThat(EthReceipt.parse(failed.toJson())).isEqualTo(failed);
    EthReceipt real = EthReceipt.parse(RealMessages.mainnetReceipt());
    assertThat(real.status()).contains(true);
    assertThat(real.logs()).hasSize(1);
    assertThat(EthReceipt.parse(real.toJson())).isEqualTo(real);
    assertThat(real.toJson()).contains("\"blockNumber\":null", "\"status\":\"0x1\"");
  }

  @Test
  void aDeploymentHasNoReceiver() {
    String text = FULL.replace("\"0x00000000000000000000000000000000000000a2\"", "null");
    assertThat(EthReceipt.parse(text).to()).isEmpty();
  }

  @Test
  void aLogOfAnotherTransactionIsRefused() {
    String text =
        RealMessages.mainnetReceipt()
            .replaceFirst("\"transactionHash\": \"0x57", "\"transactionHash\": \"0x58");
    assertThatThrownBy(() -> EthReceipt.parse(text).logs().get(0).toLog())
        .isInstanceOf(MalformedInputException.class)
        .hasMessageContaining("logs[0]: the log is of transaction 0x5780c6fe");
  }
}
