// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.l2.L1HandlerTransaction;
import org.junit.jupiter.api.Test;

class MessagesTest {
  /** A StarkGate deposit from Ethereum Sepolia, published with starknet.js. */
  private static final L1ToL2Message DEPOSIT =
      L1ToL2Message.of(
          EthAddress.parse("0x8453fc6cd1bcfe8d4dfc069c400b433054d47bdc"),
          Felt.parse("0x4c5772d1914fe6ce891b64eb35bf3522aeae1315647314aac58b01137607f3f"),
          Felt.parse("0x1b64b1b3b690b43b9b514fb81377518f4039cd3e4f4914d8a6bdf01d679fb19"),
          Payload.of(
              Felt.parse("0x455448"),
              EthAddress.parse("0x914f021563b57a5f785b63661c709da629f3508c"),
              Felt.parse("0x7a75bbfece99f70a4862093d16124b5c179b94640e615e9d5384d7e1d463549"),
              Felt.parse("0x1ff973cafa8000"),
              Felt.ZERO),
          UInt256.of(0x2060));

  @Test
  void hashesARealMessageToL2() {
    assertThat(DEPOSIT.hash())
        .hasToString("0x2e350fa9d830482605cb68be4fdb9f0cb3e1f95a0c51623ac1a5d1bd997c2090");
    assertThat(DEPOSIT.withFee(UInt256.ONE).hash()).isEqualTo(DEPOSIT.hash());
    assertThat(DEPOSIT.withFee(UInt256.ONE)).isNotEqualTo(DEPOSIT);
    assertThat(
            MessageHash.l1ToL2(
                DEPOSIT.from().toUInt256(),
                DEPOSIT.to().value(),
                DEPOSIT.selector(),
                DEPOSIT.payloadWords(),
                DEPOSIT.nonce()))
        .isEqualTo(DEPOSIT.hash());
  }

  @Test
  void hashesItsTransaction() {
    L1HandlerTransaction transaction = L1HandlerTransaction.of(DEPOSIT, StarknetChain.SEPOLIA);
    assertThat(transaction.transactionHash())
        .hasToString("0x67d959200d65d4ad293aa4b0da21bb050a1f669bce37d215c6edbf041269c07");
    assertThat(transaction.message()).isEqualTo(DEPOSIT);
    assertThat(L1HandlerTransaction.of(DEPOSIT, StarknetChain.MAINNET).transactionHash())
        .isNotEqualTo(transaction.transactionHash());
  }

  @Test
  void hashesAMessageToL1WithoutANonce() {
    L2ToL1Message message =
        L2ToL1Message.of(
            Felt.parse("0x5cd48fccbfd8aa2773fe22c217e808319ffcc1c5a6a463f7d8fa2da48218196"),
            EthAddress.parse("0xf6080d9fbeebcd44d89affbfd42f098cbff92816"),
            Payload.of(
                Felt.ZERO,
                EthAddress.parse("0xdab29c33b6f0bea5cea6fd450e4f8c2ccd7e9852"),
                EthAddress.parse("0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48"),
                Felt.parse("0x187d6e9"),
                Felt.ZERO));
    assertThat(message.hash())
        .hasToString("0x8547ad44e4c528b94169ec10026d41db791328f4ed3d59ca709842fd0c8223b9");
  }

  @Test
  void oneHashCanBelongToBothDirections() {
    EthAddress from = EthAddress.parse("0x00000000000000000000000000000000000000aa");
    EthAddress to = EthAddress.parse("0x00000000000000000000000000000000000000bb");
    L1ToL2Message toL2 =
        L1ToL2Message.of(from, to, Felt.of(7), Payload.of(Felt.of(8)), UInt256.of(3));
    L2ToL1Message toL1 = L2ToL1Message.of(from, to, Payload.of(Felt.of(7), Felt.ONE, Felt.of(8)));
    assertThat(toL2.hash()).isEqualTo(toL1.hash());
  }

  @Test
  void aWordThatIsNoFeltKeepsItsHashAndNeverBecomesATransaction() {
    L1ToL2Message wide =
        L1ToL2Message.of(
            DEPOSIT.from(), Felt.PRIME, DEPOSIT.selector(), DEPOSIT.payloadWords(), UInt256.ONE);
    assertThat(DEPOSIT.isFelts()).isTrue();
    assertThat(wide.isFelts()).isFalse();
    assertThat(wide.hash()).isNotEqualTo(DEPOSIT.hash());
    assertThat(wide.to().isFelt()).isFalse();
    assertThatThrownBy(() -> L1HandlerTransaction.of(wide, StarknetChain.SEPOLIA))
        .isInstanceOf(MalformedInputException.class);
  }
}
