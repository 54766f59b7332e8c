// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.rpc.RpcName;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.StarknetChain;
import io.crossline.starknet.l2.L1HandlerTransaction;
import io.crossline.starknet.l2.L1HandlerTransaction.HashFormula;
import io.crossline.starknet.rpc.RpcMessageStatus.ExecutionStatus;
import io.crossline.starknet.rpc.RpcMessageStatus.FinalityStatus;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What nodes of L2 answer, in JSON-RPC 0.10. */
class StarknetNodeTest {
  private static final StarknetChain GOERLI = StarknetChain.of("SN_GOERLI");

  /** eqlabs/pathfinder, gateway-test-fixtures, l1_handler_v0_block_1564.json, in today's shape. */
  private static final String OLDEST =
      "{\"transaction_hash\":\"0xfb118dc1d4a4141b7718da4b7fa98980b11caf5aa5d6e1e35e9b050aae788b\","
          + "\"type\":\"L1_HANDLER\",\"version\":\"0x0\",\"nonce\":\"0x0\",\"contract_address\":"
          + "\"0x55a46448decca3b138edf0104b7a47d41365b8293bdfd59b03b806c102b12b7\","
          + "\"entry_point_selector\":"
          + "\"0xc73f681176fc7b3f9693986fd7b14581e8d540519e27400e88b8713932be01\",\"calldata\":["
          + "\"0x2db8c2615db39a5ed8750b87ac8f217485be11ec\",\"0xbc614e\",\"0x258\"]}";

  private static final String RECEIPT =
      """
      {"type": "L1_HANDLER",
       "transaction_hash": "0x304c78cccf0569159d4b2aff2117f060509b7c6d590ae740d2031d1eb507b10",
       "actual_fee": {"amount": "0x0", "unit": "WEI"},
       "finality_status": "ACCEPTED_ON_L2", "execution_status": "REVERTED",
       "revert_reason": "Error in the called contract: \\"ENTRYPOINT_NOT_FOUND\\"",
       "block_hash": "0x0b1", "block_number": 469719,
       "message_hash": "0x162e74b4ccf7e350a1668de856f892057e0da112e1ad2262603306ee5dffb158",
       "messages_sent": [{"from_address": "0x164cba33fb7152531f6b4cfc3fff26b4d7b26b4900e0881042edd607b428a92",
         "to_address": "0x000000000000000000000000b6dbfaa86bb683152e4fc2401260f9ca249519c0",
         "payload": ["0x0", "0x0", "0x182b8", "0x0", "0x384", "0x0"]}],
       "events": [{"from_address": "0x5", "keys": ["0x6", "0x7"], "data": ["0x8"]}],
       "execution_resources": {"l1_gas": 0, "l1_data_gas": 160, "l2_gas": 1234567},
       "transaction_index": 4}
      """;

  @Test
  void transactionBothWays() {
    RpcL1HandlerTransaction transaction = RpcL1HandlerTransaction.parse(OLDEST, GOERLI);
    assertThat(transaction.toJson()).isEqualTo(OLDEST);
    assertThat(transaction.transaction().payload()).hasToString("[0xbc614e, 0x258]");
    assertThat(transaction.transaction().chainId()).hasToString(GOERLI.id().toString());
  }

  @Test
  void theFormulaOfAHashIsFound() {
    RpcL1HandlerTransaction oldest = RpcL1HandlerTransaction.parse(OLDEST, GOERLI);
    assertThat(oldest.hashFormula()).contains(HashFormula.INVOKE);
    assertThat(RpcL1HandlerTransaction.parse(OLDEST, StarknetChain.MAINNET).hashFormula())
        .isEmpty();
    assertThat(RpcL1HandlerTransaction.of(oldest.transaction()).hashFormula())
        .contains(HashFormula.CURRENT);
    // xJonathanLEI/starknet-rs, raw_gateway_responses/get_block/3_with_events.txt
    L1HandlerTransaction old =
        new L1HandlerTransaction(
            Felt.parse("0x35572dec96ab362c35139675abc4f1c9d6b15ee29c98fbf3f0390a0f8500afa"),
            oldest.transaction().entryPointSelector(),
            List.of(
                Felt.parse("0x15b01475bb3070912216dc393c3a782cc90fa1f7"),
                Felt.parse("0xd8e95cec7e84460e231b15053bff20c13462df30c0a75d921e74f61b6607a4"),
                Felt.parse("0xde0b6b3a7640000"),
                Felt.ZERO),
            Felt.of(0x4d),
            GOERLI.id());
    Felt hash = Felt.parse("0x8d81885cae40b8f0dc618c4d8d630e22e9dde965f59fd81cecf83cfd2f5513");
    assertThat(new RpcL1HandlerTransaction(Optional.of(hash), old, true).hashFormula())
        .contains(HashFormula.WITHOUT_VERSION);
  }

  @Test
  void aTransactionWithoutItsHashIsReadToo() {
    String text = OLDEST.replaceFirst("\"transaction_hash\":\"[^\"]*\",", "");
    RpcL1HandlerTransaction transaction = RpcL1HandlerTransaction.parse(text, GOERLI);
    assertThat(transaction.transactionHash()).isEmpty();
    assertThat(transaction.hashFormula()).isEmpty();
    assertThat(transaction.toJson()).isEqualTo(text);
  }

  @Test
  void receiptBothWays() {
    RpcL1HandlerReceipt receipt = RpcL1HandlerReceipt.parse(RECEIPT);
    assertThat(receipt.messageHash().orElseThrow()).hasToString(RealMessages.SEPOLIA_MESSAGE_HASH);
    assertThat(receipt.transactionHash()).hasToString(RealMessages.SEPOLIA_TRANSACTION_HASH);
    assertThat(receipt.succeeded()).isFalse();
    assertThat(receipt.finalityStatus().is(FinalityStatus.ACCEPTED_ON_L2)).isTrue();
    assertThat(receipt.revertReason().orElseThrow()).endsWith("\"ENTRYPOINT_NOT_FOUND\"");
    assertThat(receipt.actualFee())
        .contains(
            new RpcL1HandlerReceipt.FeePayment(
                Felt.ZERO, Optional.of(RpcName.of(RpcL1HandlerReceipt.FeePayment.Unit.WEI))));
    assertThat(receipt.blockHash()).contains(Felt.of(0xb1));
    assertThat(receipt.blockNumber()).contains(UInt64.of(469719));
    assertThat(receipt.executionResources().orElseThrow().l2Gas()).isEqualTo(UInt64.of(1234567));
    assertThat(receipt.events().get(0).topics()).hasSize(2);
    assertThat(RpcL1HandlerReceipt.parse(receipt.toJson())).isEqualTo(receipt);
  }

  /**
   * xJonathanLEI/starknet-rs, starknet-core/src/types/msg.rs: the receipt does not have the hash.
   */
  @Test
  void theHashOfASentMessageIsComputed() {
    assertThat(RpcL1HandlerReceipt.parse(RECEIPT).messagesSent().get(0).hash())
        .hasToString("0x326a04493fc8f24ac6c6ae7bdba23243ce03ec3aae53f0ed3a0d686eb8cac930");
  }

  /** Trap 27: felts are minimal, message hashes have all their digits. */
  @Test
  void trap27ZerosAreDroppedOfFeltsOnly() {
    String text =
        RECEIPT
            .replace(RealMessages.SEPOLIA_MESSAGE_HASH, "0xab")
            .replace("\"0x304c78", "\"0x0304c78");
    String written = RpcL1HandlerReceipt.parse(text).toJson();
    assertThat(written)
        .contains("\"message_hash\":\"0x" + "0".repeat(62) + "ab\"")
        .contains("\"transaction_hash\":\"0x304c78c")
        .contains("\"to_address\":\"0xb6dbfaa86bb683152e4fc2401260f9ca249519c0\"")
        .contains("\"block_hash\":\"0xb1\"");
    assertThat(RpcL1HandlerReceipt.parse(written).messageHash())
        .contains(Bytes32.ofLimbs(0, 0, 0, 0xab));
  }

  @Test
  void aReceiptOfABlockThatIsNotClosed() {
    String text =
        RECEIPT
            .replace("\"block_hash\": \"0x0b1\", ", "")
            .replace("ACCEPTED_ON_L2", "PRE_CONFIRMED")
            .replaceFirst(
                "\"execution_status\": \"REVERTED\",\\s*\"revert_reason\": .*",
                "\"execution_status\": \"SUCCEEDED\",");
    RpcL1HandlerReceipt receipt = RpcL1HandlerReceipt.parse(text);
    assertThat(receipt.succeeded()).isTrue();
    assertThat(receipt.blockHash()).isEmpty();
    assertThat(receipt.toJson()).doesNotContain("block_hash").doesNotContain("revert_reason");
    assertThat(RpcL1HandlerReceipt.parse(receipt.toJson())).isEqualTo(receipt);
  }

  @Test
  void messagesStatusBothWays() {
    String text =
        "[{\"transaction_hash\":\"0x1\",\"finality_status\":\"ACCEPTED_ON_L1\","
            + "\"execution_status\":\"SUCCEEDED\"},"
            + "{\"transaction_hash\":\"0x2\",\"finality_status\":\"ACCEPTED_ON_L2\","
            + "\"execution_status\":\"REVERTED\",\"failure_reason\":\"why\"},"
            + "{\"transaction_hash\":\"0x3\",\"finality_status\":\"RECEIVED\"}]";
    List<RpcMessageStatus> entries = RpcMessageStatus.parse(text);
    assertThat(entries)
        .containsExactly(
            new RpcMessageStatus(
                Felt.of(1),
                RpcName.of(FinalityStatus.ACCEPTED_ON_L1),
                Optional.of(RpcName.of(ExecutionStatus.SUCCEEDED)),
                Optional.empty()),
            new RpcMessageStatus(
                Felt.of(2),
                RpcName.of(FinalityStatus.ACCEPTED_ON_L2),
                Optional.of(RpcName.of(ExecutionStatus.REVERTED)),
                Optional.of("why")),
            new RpcMessageStatus(
                Felt.of(3),
                RpcName.of(FinalityStatus.RECEIVED),
                Optional.empty(),
                Optional.empty()));
    assertThat(RpcMessageStatus.toJson(entries)).isEqualTo(text);
  }

  @Test
  void messageToEstimateBothWays() {
    MessageFromL1 message = MessageFromL1.of(RealMessages.SEPOLIA);
    assertThat(message.toJson())
        .isEqualTo(
            "{\"from_address\":\"0x8453fc6cd1bcfe8d4dfc069c400b433054d47bdc\",\"to_address\":"
                + "\"0x4c5772d1914fe6ce891b64eb35bf3522aeae1315647314aac58b01137607f3f\","
                + "\"entry_point_selector\":"
                + "\"0x1b64b1b3b690b43b9b514fb81377518f4039cd3e4f4914d8a6bdf01d679fb19\","
                + "\"payload\":[\"0x455448\",\"0x970e0b4240684ce331384023bcd4b82fbe20d5e0\","
                + "\"0x3cb6a861f04962186d6a9faf3f88256fae18fc62ed0afc77564db72c4441a22\","
                + "\"0x6a94d74f430000\",\"0x0\"]}");
    assertThat(MessageFromL1.parse(message.toJson())).isEqualTo(message);
    L1ToL2Message wide =
        L1ToL2Message.of(
            RealMessages.SEPOLIA.from(),
            RealMessages.SEPOLIA.to(),
            Felt.ONE,
            Payload.of(Felt.PRIME),
            Felt.ONE);
    assertThatThrownBy(() -> MessageFromL1.of(wide))
        .isInstanceOf(MalformedInputException.class)
        .hasMessageContaining("payload[0]");
  }

  @Test
  void theSenderKeepsItsLeadingZeros() {
    String text =
        MessageFromL1.of(RealMessages.SEPOLIA)
            .toJson()
            .replace("0x8453fc6cd1bcfe8d4dfc069c400b433054d47bdc", "0x53");
    assertThat(MessageFromL1.parse(text).toJson())
        .contains("\"from_address\":\"0x0000000000000000000000000000000000000053\"");
  }
}
