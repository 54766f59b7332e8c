// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nodes and tools give that is odd, by kind, as the command explains it. */
class OddInputsCommandTest {
  private static final Path CASES =
      Path.of("..", "starknet-messaging", "src", "test", "resources")
          .resolve(Path.of("io", "crossline", "starknet", "rpc", "cases"));
  private static final String MESSAGE =
      "0xd8824a75a588f0726d7d83b3e9560810c763043e979fdb77b11c1a51a991235d";

  @TempDir private Path folder;

  private static String file(String name) {
    return CASES.resolve(name + ".json").toString();
  }

  private CommandRun explained(String text, String... options) throws IOException {
    String path = Files.writeString(folder.resolve("in.json"), text).toString();
    String[] args = new String[options.length + 2];
    args[0] = "explain";
    args[1] = path;
    System.arraycopy(options, 0, args, 2, options.length);
    return CommandRun.of(args);
  }

  private static long count(String text, String part) {
    return text.lines().filter(line -> line.contains(part)).count();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "block-timestamp-as-integer",
        "etherscan-empty-hex-for-zero",
        "blockscout-topics-padded-with-null",
        "receipt-status-null",
        "receipt-root-instead-of-status",
        "batch-of-getlogs",
        "subscription-notification",
        "foundry-broadcast",
        "ethers-receipt",
        "viem-receipt"
      })
  void oneMessage(String name) {
    CommandRun run = CommandRun.of("explain", file(name));
    assertThat(run.errors()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(count(run.out(), "message hash")).isEqualTo(1);
    assertThat(run.out()).contains("message hash    " + MESSAGE);
    CommandRun json = CommandRun.of("explain", file(name), "--json");
    assertThat(count(json.out(), "\"messageHash\":\"" + MESSAGE + "\"")).isEqualTo(1);
  }

  @Test
  void anEmptyHexadecimalIsIndexZero() {
    assertThat(CommandRun.of("explain", file("etherscan-empty-hex-for-zero")).out())
        .contains("seen            LogMessageToL2, block 22817076, log 0, 2025-06-30T11:47:11Z");
  }

  @Test
  void anExplorersRefusalIsShown() {
    CommandRun run = CommandRun.of("explain", file("etherscan-rate-limit"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.errors()).contains("NOTOK, Max rate limit reached").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"three-topics-padded-with-null", "pending-log-and-the-same-mined"})
  void oneMessageToL1ThatCanBeConsumedOnce(String name) {
    CommandRun run = CommandRun.of("explain", file(name));
    assertThat(run.out())
        .contains("L2 → L1: CONSUMABLE", "consumeMessageFromL2 from ")
        .doesNotContain("times");
    assertThat(count(run.out(), "  seen ")).isEqualTo(1);
  }

  @Test
  void aPendingLogAloneIsNoFact() throws IOException {
    String pending =
        Files.readString(CASES.resolve("three-topics-padded-with-null.json"))
            .replaceAll("\"(blockNumber|blockHash|logIndex)\":\"[^\"]*\"", "\"$1\":null");
    CommandRun run = explained("{\"result\":" + pending + "}");
    assertThat(run.out())
        .contains("L2 → L1: PENDING", "no block told")
        .doesNotContain("consumeMessageFromL2 from");
    assertThat(explained("{\"result\":" + pending + "}", "--json").out())
        .contains("\"status\":null");
  }

  @ParameterizedTest
  @CsvSource({"KATANA", "0x4b4154414e41", "82743958523457"})
  void aChainIdInAnyForm(String chain) {
    CommandRun run =
        CommandRun.of(
            "explain",
            file("receipt-of-katana"),
            "--core",
            "0x5FbDB2315678afecb367f032d93F642f64180aa3",
            "--chain",
            chain);
    assertThat(run.out())
        .contains("0x55ec9754c5d79a6f8c03b9179b922a1e781332ef42bb1376b10b233d86bfef4");
  }

  @Test
  void aPublicNetworkIsKnownByItsIdInAnyForm() {
    CommandRun run = CommandRun.of("explain", file("viem-receipt"), "--chain", "0x534e5f4d41494e");
    assertThat(run.out()).contains("of SN_MAIN", MESSAGE);
  }

  @Test
  void aWrongChecksumIsRefusedWithTheRightOne() {
    CommandRun run =
        CommandRun.of(
            "explain",
            file("receipt-of-katana"),
            "--chain",
            "KATANA",
            "--core",
            "0x5fbDB2315678afecb367f032d93F642f64180aa3");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.errors())
        .contains("it is 0x5FbDB2315678afecb367f032d93F642f64180aa3")
        .hasLineCount(1);
  }

  @Test
  void messagesOfBeforeNoncesHaveNoHash() {
    CommandRun event = CommandRun.of("explain", file("log-message-to-l2-before-nonce"));
    assertThat(event.code()).isZero();
    assertThat(event.out())
        .contains("Event of before Starknet 0.7: LogMessageToL2")
        .contains("0x5474c49483aa09993090979ade8101ebb4cdce4a", "payload[2]")
        .contains("message hash    not known: the message is of before Starknet 0.7");
    CommandRun transaction = CommandRun.of("explain", file("l1-handler-without-nonce"), "--json");
    assertThat(transaction.code()).isZero();
    assertThat(transaction.out())
        .contains("\"hashFormula\":\"INVOKE\"", "\"chain\":\"SN_MAIN\"")
        .contains("\"messageHash\":null,\"whyNoMessageHash\":\"the message is of before");
  }

  @Test
  void aReceiptOfL2HasTheMessageHash() {
    CommandRun run = CommandRun.of("explain", file("l1-handler-receipt-rpc-0.7"));
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains(MESSAGE, "SUCCEEDED", "ACCEPTED_ON_L1");
  }

  @Test
  void anUnknownEventOfTheCoreContractIsTold() throws IOException {
    String text =
        Files.readString(CASES.resolve("log-message-to-l2-before-nonce.json"))
            .replace("0x474d2456", "0x574d2456");
    assertThat(explained(text).out())
        .contains("An event of the core contract that is not known here, topic 0x574d2456")
        .contains("block 14021536, log 7");
    assertThat(explained(text, "--json").out()).contains("\"topic\":\"0x574d2456");
  }

  @Test
  void whatSeveralAnswersSayCountsOnce() throws IOException {
    String receipt = Files.readString(CASES.resolve("block-timestamp-as-integer.json"));
    String answer = Files.readString(CASES.resolve("batch-of-getlogs.json"));
    String viem = Files.readString(CASES.resolve("viem-receipt.json"));
    CommandRun run = explained(receipt + "\n" + answer + "\n" + viem + "\r\n\r\n" + receipt);
    assertThat(run.code()).isZero();
    assertThat(count(run.out(), "message hash")).isEqualTo(1);
    assertThat(run.out()).contains("4 logs, 1 message", ": SENT 1");
  }

  @Test
  void twoEqualMessagesAtTwoPlacesCountTwo() throws IOException {
    String log =
        Files.readString(CASES.resolve("three-topics-padded-with-null.json"))
            .strip()
            .replaceFirst("^\\[", "")
            .replaceFirst("]$", "");
    String receipt =
        "{\"transactionHash\":"
            + "\"0x5780c6fe46f958a7ebf9308e6db16d819ff9e06b1e88f9e718c50cde10898f38\","
            + "\"status\":\"0x1\",\"logs\":["
            + log
            + ","
            + log
            + "]}";
    assertThat(explained(receipt).out()).contains("value 0, 2 times");
    assertThat(explained("[" + receipt + "," + receipt + "]").out())
        .contains("Message 1 is CONSUMABLE, 2 times")
        .doesNotContain("3 times");
  }

  @Test
  void textOfAnyEncoding() throws IOException {
    String text = Files.readString(CASES.resolve("viem-receipt.json"));
    for (Charset charset :
        new Charset[] {
          StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE
        }) {
      Path path = Files.write(folder.resolve("in.json"), ("\ufeff" + text).getBytes(charset));
      assertThat(CommandRun.of("explain", path.toString()).out()).contains(MESSAGE);
    }
  }
}
