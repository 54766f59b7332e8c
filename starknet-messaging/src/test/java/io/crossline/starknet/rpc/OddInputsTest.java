// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.rpc.EthLog;
import io.crossline.core.rpc.EthReceipt;
import io.crossline.core.rpc.RpcErrorException;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.Felt;
import io.crossline.starknet.StarknetChain;
import io.crossline.starknet.event.CoreEvents;
import io.crossline.starknet.event.EventBeforeNonces;
import io.crossline.starknet.event.LogMessageToL1;
import io.crossline.starknet.l2.L1HandlerTransaction.HashFormula;
import io.crossline.starknet.rpc.RpcMessageStatus.FinalityStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What nodes and tools give that is odd, made from reports in public trackers: by kind, read
 * through the API.
 */
class OddInputsTest {
  /** How many mutations of each form are tried: {@code -Dcrossline.mutated=150000}. */
  private static final int MUTATED = Integer.getInteger("crossline.mutated", 1000);

  private static final List<String> PIECES =
      List.of("null", "{}", "[]", "[[", "}", "0x", "-1", "1e99", "true", "{\"error\":{}}", ",");

  /** Mainnet, L1 to L2, nonce 1662012. */
  private static final String MESSAGE =
      "0xd8824a75a588f0726d7d83b3e9560810c763043e979fdb77b11c1a51a991235d";

  private static final EthAddress CORE = StarknetChain.MAINNET.coreContract().orElseThrow();

  static String text(String name) throws IOException {
    try (InputStream in = OddInputsTest.class.getResourceAsStream("cases/" + name + ".json")) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<String> hashes(List<LoggedMessage> messages) {
    return messages.stream().map(message -> message.messageHash().toString()).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "block-timestamp-as-integer",
        "receipt-status-null",
        "receipt-root-instead-of-status",
        "foundry-broadcast",
        "ethers-receipt",
        "viem-receipt"
      })
  void aReceiptOfAnyToolHasTheMessage(String name) throws IOException {
    EthReceipt receipt = EthReceipt.parse(text(name));
    assertThat(hashes(L1HandlerTransactions.fromReceipt(receipt, StarknetChain.MAINNET)))
        .containsExactly(MESSAGE);
    assertThat(receipt.transactionHash().orElseThrow().toString()).startsWith("0x5780c6fe46f958a7");
    assertThat(receipt.blockNumber()).contains(UInt64.of(22817076));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "block-timestamp-as-integer",
        "etherscan-empty-hex-for-zero",
        "blockscout-topics-padded-with-null",
        "batch-of-getlogs",
        "subscription-notification",
        "foundry-broadcast",
        "ethers-receipt",
        "viem-receipt"
      })
  void logsInAnyEnvelopeHaveTheMessage(String name) throws IOException {
    List<EthLog> logs = EthLog.parseAll(text(name));
    assertThat(hashes(L1HandlerTransactions.fromLogs(logs, StarknetChain.MAINNET)))
        .containsExactly(MESSAGE);
  }

  @Test
  void anEmptyHexadecimalIsZero() throws IOException {
    EthLog log = EthLog.parse(text("etherscan-empty-hex-for-zero"));
    assertThat(log.logIndex()).contains(UInt64.ZERO);
    assertThat(log.blockTimestamp()).contains(UInt64.of(0x6862793fL));
  }

  @Test
  void aStatusThatIsNotToldIsNothing() throws IOException {
    assertThat(EthReceipt.parse(text("receipt-status-null")).status()).isEmpty();
    assertThat(EthReceipt.parse(text("receipt-root-instead-of-status")).status()).isEmpty();
    assertThat(EthReceipt.parse(text("viem-receipt")).status()).contains(true);
  }

  @Test
  void theExplorersOwnWordsAreShown() throws IOException {
    String limited = text("etherscan-rate-limit");
    assertThatThrownBy(() -> EthLog.parseAll(limited))
        .isInstanceOf(RpcErrorException.class)
        .hasMessageContaining("NOTOK, Max rate limit reached");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"0xdead\"", "\"Invalid API Key\""})
  void aRefusalIsOneWhateverItsResultIs(String result) {
    String answer = "{\"status\": \"0\", \"message\": \"NOTOK\", \"result\": " + result + "}";
    assertThatThrownBy(() -> EthLog.parseAll(answer))
        .isInstanceOf(RpcErrorException.class)
        .hasMessageContaining("NOTOK");
    assertThat(
            EthLog.parseAll(
                "{\"status\": \"0\", \"message\": \"No records found\", \"result\": []}"))
        .isEmpty();
  }

  @Test
  void aLogOfAnotherContractThatHasNothingElseIsPassedOver() throws IOException {
    List<EthLog> logs =
        EthLog.parseAll(
            "[{\"address\": \"0x00000000000000000000000000000000000000b1\"}, "
                + text("subscription-notification")
                + "]");
    assertThat(hashes(L1HandlerTransactions.fromLogs(logs, StarknetChain.MAINNET)))
        .containsExactly(MESSAGE);
    assertThatThrownBy(
            () -> EthLog.parse("{\"address\": \"" + CORE + "\", \"data\": \"0x\"}").toLog())
        .hasMessageContaining("field \"topics\" is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"three-topics-padded-with-null", "pending-log-and-the-same-mined"})
  void oneMessageToL1(String name) throws IOException {
    List<EthLog> logs = EthLog.distinct(EthLog.parseAll(text(name)));
    assertThat(logs).hasSize(1);
    assertThat(logs.get(0).isPending()).isFalse();
    assertThat(CoreLogs.event(logs.get(0), CORE).orElseThrow()).isInstanceOf(LogMessageToL1.class);
  }

  @ParameterizedTest
  @CsvSource({"KATANA", "0x4b4154414e41", "82743958523457"})
  void aChainIdIsTextHexadecimalOrDecimal(String id) throws IOException {
    StarknetChain katana =
        new StarknetChain(
            StarknetChain.parseId(id),
            Optional.of(EthAddress.parse("0x5fbdb2315678afecb367f032d93f642f64180aa3")));
    EthReceipt receipt = EthReceipt.parse(text("receipt-of-katana"));
    assertThat(
            L1HandlerTransactions.fromReceipt(receipt, katana)
                .get(0)
                .transactionHash()
                .orElseThrow())
        .hasToString("0x55ec9754c5d79a6f8c03b9179b922a1e781332ef42bb1376b10b233d86bfef4");
    assertThat(katana).hasToString("KATANA");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "KÄTANA",
        "a\tb",
        "12345678901234567890123456789012a",
        "0x",
        "0xg",
        "0x800000000000011000000000000000000000000000000000000000000000001",
        "3618502788666131213697322783095070105623107215331596699973092056135872020481",
        "99999999999999999999999999999999999999999999999999999999999999999999999999999999999999"
      })
  void whatIsNoChainIdIsRefused(String id) {
    assertThatThrownBy(() -> StarknetChain.parseId(id)).isInstanceOf(MalformedInputException.class);
  }

  @Test
  void aChainIdThatIsNoTextIsShownAsNumber() {
    assertThat(new StarknetChain(Felt.of(7), Optional.empty())).hasToString("0x7");
  }

  @Test
  void aTransactionOfBeforeNoncesHasNoMessageHash() throws IOException {
    RpcL1HandlerTransaction old =
        RpcL1HandlerTransaction.parse(text("l1-handler-without-nonce"), StarknetChain.MAINNET);
    assertThat(old.hasNonce()).isFalse();
    assertThat(old.hashFormula()).contains(HashFormula.INVOKE);
    assertThat(old.messageHash()).isEmpty();
    assertThat(old.whyNoMessageHash().orElseThrow()).contains("before Starknet 0.7");
    assertThat(RpcL1HandlerTransaction.parse(old.toJson(), StarknetChain.MAINNET)).isEqualTo(old);
    // Nodes print a nonce of 0 where there was none.
    String placeholder =
        text("l1-handler-without-nonce").replace("\"version\"", "\"nonce\":\"0x0\",\"version\"");
    RpcL1HandlerTransaction printed =
        RpcL1HandlerTransaction.parse(placeholder, StarknetChain.MAINNET);
    assertThat(printed.hasNonce()).isTrue();
    assertThat(printed.messageHash()).isEmpty();
  }

  @Test
  void anEventOfBeforeNoncesIsDecoded() throws IOException {
    EthLog log = EthLog.parse(text("log-message-to-l2-before-nonce"));
    assertThat(CoreLogs.event(log, CORE)).isEmpty();
    EventBeforeNonces event = CoreEvents.decodeBeforeNonces(log.toLog()).orElseThrow();
    assertThat(event.name()).isEqualTo("LogMessageToL2");
    assertThat(event.from()).hasToString("0x5474c49483aa09993090979ade8101ebb4cdce4a");
    assertThat(event.payload().size()).isEqualTo(3);
  }

  @Test
  void aReceiptOfAnEarlierRpcVersion() throws IOException {
    RpcL1HandlerReceipt receipt = RpcL1HandlerReceipt.parse(text("l1-handler-receipt-rpc-0.7"));
    assertThat(receipt.messageHash().orElseThrow()).hasToString(MESSAGE);
    assertThat(receipt.executionResources()).isEmpty();
    String ofVersion05 =
        text("l1-handler-receipt-rpc-0.7")
            .replace("{\"amount\":\"0x0\",\"unit\":\"WEI\"}", "\"0x0\"");
    assertThat(RpcL1HandlerReceipt.parse(ofVersion05).actualFee().orElseThrow().unit()).isEmpty();
  }

  @Test
  void anUnknownNameIsKeptUnlessTheAnswerHangsOnIt() throws IOException {
    String later =
        text("l1-handler-receipt-rpc-0.7")
            .replace("ACCEPTED_ON_L1", "ETERNAL")
            .replace("SUCCEEDED", "HALF_DONE");
    RpcL1HandlerReceipt receipt = RpcL1HandlerReceipt.parse(later);
    assertThat(receipt.finalityStatus()).hasToString("ETERNAL");
    assertThat(receipt.finalityStatus().known()).isEmpty();
    assertThat(receipt.toJson()).contains("ETERNAL", "HALF_DONE");
    assertThatThrownBy(receipt::succeeded)
        .isInstanceOf(MalformedInputException.class)
        .hasMessage("execution_status: \"HALF_DONE\" is not known");
  }

  @Test
  void statusesOfAllVersionsAndEntriesOfNothing() {
    List<RpcMessageStatus> entries =
        RpcMessageStatus.parse(
            "[{\"transaction_hash\": \"0x0\", \"finality_status\": \"\"},"
                + "{\"transaction_hash\": null},"
                + "{\"transaction_hash\": \"0x1\", \"finality_status\": \"REJECTED\","
                + " \"failure_reason\": \"too poor\"},"
                + "{\"transaction_hash\": \"0x2\", \"finality_status\": \"PRE_CONFIRMED\","
                + " \"execution_status\": null}]");
    assertThat(entries).hasSize(2);
    assertThat(entries.get(0).finalityStatus().is(FinalityStatus.REJECTED)).isTrue();
    assertThat(entries.get(0).failureReason()).contains("too poor");
  }

  /** Each is a log of another contract in one receipt with ours. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"topics\": null, \"data\": null",
        "\"topics\": [null, \"0x01\"], \"data\": \"0x\"",
        "\"topics\": [\"nothing\"], \"data\": \"0x1\"",
        "\"data\": 7",
        "\"removed\": \"maybe\", \"topics\": [], \"data\": \"0x\"",
        "\"topics\": {}, \"data\": \"0x\", \"blockNumber\": {}, \"logIndex\": -1",
        "\"topics\": [], \"data\": \"0x\", \"transactionHash\":"
            + " \"0x00000000000000000000000000000000000000000000000000000000000000c1\""
      })
  void logsOfOtherContractsDoNotMatter(String rest) throws IOException {
    String other = "{\"address\": \"0x00000000000000000000000000000000000000b1\", " + rest + "}, ";
    String receipt = text("block-timestamp-as-integer").replaceFirst("\"logs\": \\[", "$0" + other);
    assertThat(
            hashes(
                L1HandlerTransactions.fromReceipt(
                    EthReceipt.parse(receipt), StarknetChain.MAINNET)))
        .containsExactly(MESSAGE);
  }

  /** Each field tells nothing that the message hangs on. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "blockTimestamp",
        "transactionIndex",
        "logIndex",
        "blockHash",
        "blockNumber",
        "transactionHash",
        "cumulativeGasUsed",
        "logsBloom",
        "type"
      })
  void whatIsNotNeededDecidesNothing(String field) throws IOException {
    for (String odd : List.of("null", "[]", "{}", "-1", "1.5", "\"\"", "\"0x\"", "true", "1e9")) {
      String receipt =
          text("block-timestamp-as-integer")
              .replaceAll("\"" + field + "\": (\"[^\"]*\"|[0-9]+)", "\"" + field + "\": " + odd);
      List<LoggedMessage> messages =
          L1HandlerTransactions.fromReceipt(EthReceipt.parse(receipt), StarknetChain.MAINNET);
      assertThat(hashes(messages)).as(odd).containsExactly(MESSAGE);
    }
  }

  @Test
  void envelopesWithinEnvelopes() throws IOException {
    String receipt = text("viem-receipt");
    for (String form :
        List.of(
            "{\"result\": {\"receipts\": [%s]}}",
            "[[{\"result\": [[%s]]}]]",
            "{\"id\": 1, \"result\": \"0x9ce59a13059e417087c02d3236a0b1cc\"} %s",
            "{\"receipt\": %s}",
            "{\"error\": null, \"result\": %s, \"id\": 1}",
            "{\"method\": \"eth_subscription\", \"params\": {\"result\": {\"parentHash\": \"0x1\","
                + " \"logsBloom\": \"0x0\"}}} %s")) {
      List<EthLog> logs = EthLog.parseAll(form.formatted(receipt));
      assertThat(hashes(L1HandlerTransactions.fromLogs(logs, StarknetChain.MAINNET)))
          .as(form)
          .containsExactly(MESSAGE);
    }
  }

  /** Whatever is done to the characters of an input, there are logs or a typed error. */
  @Test
  void nothingElseEscapes() throws IOException {
    Random random = new Random(20_261_201);
    int taken = 0;
    int refused = 0;
    for (String name :
        List.of(
            "batch-of-getlogs",
            "etherscan-empty-hex-for-zero",
            "subscription-notification",
            "foundry-broadcast",
            "ethers-receipt",
            "pending-log-and-the-same-mined",
            "log-message-to-l2-before-nonce")) {
      String text = text(name);
      for (int i = 0; i < MUTATED; i++) {
        try {
          List<EthLog> logs = EthLog.distinct(EthLog.parseAll(mutated(text, random)));
          L1HandlerTransactions.fromLogs(logs, StarknetChain.MAINNET);
          for (EthLog log : logs) {
            CoreEvents.decodeBeforeNonces(log.toLog());
          }
          taken++;
        } catch (MalformedInputException typed) {
          refused++;
        }
      }
    }
    assertThat(taken).isPositive();
    assertThat(refused).isPositive();
  }

  private static String mutated(String text, Random random) {
    StringBuilder out = new StringBuilder(text);
    for (int n = random.nextInt(4); n >= 0; n--) {
      int at = random.nextInt(out.length());
      switch (random.nextInt(4)) {
        case 0 -> out.setCharAt(at, (char) (32 + random.nextInt(95)));
        case 1 -> out.deleteCharAt(at);
        case 2 -> out.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        default -> out.setCharAt(at, "0123456789abcdef".charAt(random.nextInt(16)));
      }
    }
    return out.toString();
  }
}
