// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.hash.Keccak256;
import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonReader;
import io.crossline.core.rpc.EthLog;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.StarknetChain;
import io.crossline.starknet.event.ConsumedMessageToL1;
import io.crossline.starknet.event.ConsumedMessageToL2;
import io.crossline.starknet.event.CoreEvent;
import io.crossline.starknet.event.LogMessageToL1;
import io.crossline.starknet.event.LogMessageToL2;
import io.crossline.starknet.event.LogStateTransitionFact;
import io.crossline.starknet.event.MessageToL2Canceled;
import io.crossline.starknet.event.MessageToL2CancellationStarted;
import io.crossline.starknet.rpc.CoreLogs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The command as a user sees it. */
class ExplainCommandTest {
  /** How many damaged documents are tried: {@code -Dcrossline.damaged=1500}. */
  private static final int DAMAGED = Integer.getInteger("crossline.damaged", 300);

  private static final EthAddress CORE = StarknetChain.MAINNET.coreContract().orElseThrow();
  private static final EthAddress OTHER =
      EthAddress.parse("0x5fbdb2315678afecb367f032d93f642f64180aa3");
  private static final EthAddress SENDER =
      EthAddress.parse("0x00000000000000000000000000000000000000b1");
  private static final L1ToL2Message TO_L2 =
      L1ToL2Message.of(SENDER, Felt.of(2), Felt.of(3), Payload.of(Felt.of(4)), Felt.of(5));
  private static final L1ToL2Message PAID = TO_L2.withFee(UInt256.of(7));
  private static final L2ToL1Message TO_L1 =
      L2ToL1Message.of(Felt.of(2), SENDER, Payload.of(Felt.of(4)));
  private static final LogMessageToL2 SENT = new LogMessageToL2(PAID);
  private static final MessageToL2CancellationStarted STARTED =
      new MessageToL2CancellationStarted(TO_L2);

  /** A receipt of the main network; the resource names its source. */
  private static final Path RECEIPT =
      Path.of("..", "starknet-messaging", "src", "test", "resources")
          .resolve(Path.of("io", "crossline", "starknet", "rpc"))
          .resolve("receipt-mainnet-5780c6fe.json");

  @TempDir private Path folder;
  private String out = "";
  private String errors = "";

  private int explain(String... args) {
    StringWriter printed = new StringWriter();
    StringWriter complained = new StringWriter();
    CommandLine command =
        CrosslineCommand.commandLine()
            .setOut(new PrintWriter(printed))
            .setErr(new PrintWriter(complained));
    String[] all = new String[args.length + 1];
    all[0] = "explain";
    System.arraycopy(args, 0, all, 1, args.length);
    int code = command.execute(all);
    out = printed.toString();
    errors = complained.toString();
    return code;
  }

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("in.json"), text).toString();
  }

  private String file(EthLog... logs) throws IOException {
    return file(EthLog.toJson(List.of(logs)));
  }

  /** One document, so that the explanation is one as well. */
  private String answer(EthLog... logs) throws IOException {
    return file("{\"id\": 1, \"result\": " + EthLog.toJson(List.of(logs)) + "}");
  }

  private static EthLog log(long block, CoreEvent event) {
    return log(CORE, block, event, false);
  }

  private static EthLog log(EthAddress core, long block, CoreEvent event, boolean removed) {
    EthLog log = CoreLogs.of(event, core);
    return new EthLog(
        core,
        log.topics(),
        log.data(),
        Optional.of(UInt64.of(block)),
        Optional.of(Keccak256.hash(Bytes.utf8("block " + block))),
        Optional.of(Keccak256.hash(Bytes.utf8("transaction in " + block))),
        Optional.of(UInt64.ZERO),
        Optional.of(UInt64.ZERO),
        removed,
        Optional.of(UInt64.of(1_700_000_000L + block)),
        Optional.empty());
  }

  private static String line(String name, String value) {
    return "  %-14s  %s".formatted(name, value);
  }

  @Test
  void aRealReceipt() {
    assertThat(explain(RECEIPT.toString())).isZero();
    assertThat(errors).isEmpty();
    assertThat(out.lines())
        .contains(
            "L1 transaction 0x5780c6fe46f958a7ebf9308e6db16d819ff9e06b1e88f9e718c50cde10898f38"
                + " succeeded",
            "Core contract 0xc662c410c0ecf747543f5ba90660f6abebd9c8c4 of SN_MAIN",
            "Message 1 of 1, L1 → L2: SENT",
            line("from", "0x7ad94e71308bb65c6bc9df35cc69cc9f953d69e5"),
            line("to", "0x38862e1b15526eda31ed6fd26805c40748458db8e420cb3be3bc65c332c023b"),
            line("selector", "0x3593216f3a8b22f4cf375e5486e3d13bfde9d0f26976d20ac6f653c73f7e507"),
            line("payload[2]", "0x61"),
            line("nonce", "1662012"),
            line("fee", "5000000000000 wei"),
            line(
                "message hash",
                "0xd8824a75a588f0726d7d83b3e9560810c763043e979fdb77b11c1a51a991235d"),
            line(
                "L2 transaction",
                "0xc470e30f97f64255a62215633e35a7c6ae10332a9011776dde1143ab0202c3"));
    // startL1ToL2MessageCancellation and cancelL1ToL2Message of the same message.
    assertThat(out.lines().filter(line -> line.strip().startsWith("0x7a98660b038862e1")))
        .hasSize(1);
    assertThat(out.lines().filter(line -> line.strip().startsWith("0x6170ff1b038862e1")))
        .hasSize(1);
    assertThat(out).contains("five days (432000 s)", "The fee is not refunded");
  }

  @Test
  void theStorageSlotIsThatOfTheMapEntry() throws IOException {
    assertThat(explain(file(log(1, SENT)))).isZero();
    Bytes32 base = Keccak256.hash(Bytes.utf8("STARKNET_1.0_MSGING_L1TOL2_MAPPPING_V2"));
    Bytes32 slot = Keccak256.hash(Bytes.concat(TO_L2.hash().toBytes(), base.toBytes()));
    assertThat(out).contains(line("storage slot", slot + ": fee + 1 while pending"));
  }

  @Test
  void anAnswerIsReadFromTheStandardInput() throws IOException {
    String answer =
        "{\"jsonrpc\": \"2.0\", \"id\": 1, \"result\": " + Files.readString(RECEIPT) + "}";
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(explain("-")).isZero();
    } finally {
      System.setIn(before);
    }
    assertThat(out).contains("0xd8824a75a588f0726d7d83b3e9560810c763043e979fdb77b11c1a51a991235d");
  }

  @Test
  void aSingleLogIsEnough() throws IOException {
    assertThat(explain(file(log(1, SENT).toJson()))).isZero();
    assertThat(out).contains("Message 1 of 1, L1 → L2: SENT").contains(TO_L2.hash().toString());
  }

  static Stream<Arguments> stories() {
    EthLog removed = log(CORE, 1, SENT, true);
    LogMessageToL1 came = new LogMessageToL1(TO_L1);
    ConsumedMessageToL1 consumed = new ConsumedMessageToL1(TO_L1);
    LogMessageToL2 wide =
        new LogMessageToL2(
            L1ToL2Message.of(SENDER, Felt.PRIME, Felt.ONE, Payload.EMPTY, Felt.ONE)
                .withFee(UInt256.ONE));
    return Stream.of(
        Arguments.of("SENT", List.of(log(1, SENT))),
        Arguments.of("LEFT_OUT", List.of(log(1, wide))),
        Arguments.of("CANCELLATION_REQUESTED", List.of(log(1, SENT), log(2, STARTED))),
        Arguments.of("CANCELLATION_REQUESTED", List.of(log(2, STARTED), log(1, SENT))),
        Arguments.of(
            "CANCELLED",
            List.of(log(1, SENT), log(2, STARTED), log(3, new MessageToL2Canceled(TO_L2)))),
        Arguments.of(
            "SETTLED",
            List.of(log(1, SENT), log(2, STARTED), log(3, new ConsumedMessageToL2(TO_L2)))),
        Arguments.of("SETTLED", List.of(log(3, new ConsumedMessageToL2(TO_L2)))),
        Arguments.of("ROLLED_BACK", List.of(removed)),
        Arguments.of("ROLLED_BACK", List.of(log(1, SENT), removed)),
        Arguments.of("SENT", List.of(log(1, SENT), removed, log(2, SENT))),
        Arguments.of("SENT", List.of(log(1, SENT), removed, log(1, SENT))),
        Arguments.of("CONSUMABLE", List.of(log(1, came))),
        Arguments.of("CONSUMABLE", List.of(log(1, came), log(2, came), log(3, consumed))),
        Arguments.of("CONSUMED", List.of(log(1, came), log(1, came), log(3, consumed))),
        Arguments.of("CONSUMED", List.of(log(3, consumed))));
  }

  @ParameterizedTest
  @MethodSource("stories")
  void statusIsWhatTheLogsTell(String status, List<EthLog> logs) throws IOException {
    String file = answer(logs.toArray(EthLog[]::new));
    assertThat(explain(file, "--json")).isZero();
    JsonObject document = JsonReader.read("out", out).asObject();
    assertThat(document.required("messages").asArray().items()).hasSize(1);
    JsonObject message = document.required("messages").asArray().items().get(0).asObject();
    assertThat(message.required("status").asText()).isEqualTo(status);
    boolean pending = List.of("SENT", "LEFT_OUT", "CANCELLATION_REQUESTED").contains(status);
    assertThat(message.optional("cancellation").isPresent()).isEqualTo(pending);
    assertThat(message.optional("consumption").isPresent()).isEqualTo(status.equals("CONSUMABLE"));
    assertThat(explain(file)).isZero();
    assertThat(out).contains(": " + status + System.lineSeparator());
  }

  @Test
  void aRequestHasItsTimes() throws IOException {
    String logs = answer(log(1, SENT), log(2, STARTED));
    assertThat(explain(logs)).isZero();
    assertThat(out)
        .contains("asked for already at 2023-11-14T22:13:22Z; again restarts the clock")
        .contains("cancelL1ToL2Message, from 2023-11-19T22:13:22Z on");
    assertThat(explain(logs, "--json")).isZero();
    assertThat(out)
        .contains("\"delaySeconds\":\"0x69780\",\"feeRefunded\":false,\"requested\":true")
        .contains("\"requestedAt\":\"0x6553f102\",\"earliest\":\"0x655a8882\"");
  }

  @Test
  void aTimeBeyondTheCalendarIsShownAsSeconds() throws IOException {
    String text =
        EthLog.toJson(List.of(log(1, SENT), log(2, STARTED)))
            .replace("0x6553f102", "0xffffffffffffffff");
    assertThat(explain(file(text))).isZero();
    assertThat(out).contains("18446744073709551615 s after 1970");
  }

  @Test
  void aMessageThatCannotBeDeliveredSaysWhy() throws IOException {
    L1ToL2Message wide =
        L1ToL2Message.of(SENDER, Felt.of(2), Felt.of(3), Payload.of(Felt.PRIME), Felt.ONE);
    assertThat(explain(file(log(1, new LogMessageToL2(wide.withFee(UInt256.ONE)))))).isZero();
    assertThat(out)
        .contains("L2 transaction  none: payload[0] is 0x8000000000000110", "no felt")
        .contains("1. start", "2. cancel");
  }

  @Test
  void severalMessagesStandInTheOrderOfTheNode() throws IOException {
    L1ToL2Message later =
        L1ToL2Message.of(SENDER, Felt.of(2), Felt.of(3), Payload.EMPTY, Felt.of(6));
    EthLog fact = log(4, new LogStateTransitionFact(Bytes32.ZERO));
    String logs =
        answer(
            log(9, new LogMessageToL2(later.withFee(UInt256.ONE))),
            log(OTHER, 7, SENT, false),
            fact,
            log(8, SENT),
            log(3, new LogMessageToL1(TO_L1)));
    assertThat(explain(logs)).isZero();
    assertThat(out)
        .containsSubsequence(
            "Message 1 of 3, L1 → L2: SENT",
            later.hash().toString(),
            "Message 2 of 3, L1 → L2: SENT",
            TO_L2.hash().toString(),
            "Message 3 of 3, L2 → L1: CONSUMABLE",
            TO_L1.hash().toString(),
            "consumeMessageFromL2 from " + SENDER + " alone",
            "0x2c9dd5c0");
  }

  @Test
  void anotherDeployment() throws IOException {
    String logs = file(log(OTHER, 1, SENT, false));
    assertThat(explain(logs)).isEqualTo(2);
    assertThat(errors)
        .contains("in.json:1:1: none of the 1 logs is of a core contract that is known")
        .contains("For another network add --chain NAME --core ADDRESS");
    assertThat(explain(logs, "--core", OTHER.toString())).isEqualTo(2);
    assertThat(errors).contains("is of no public network: add its chain id with --chain NAME");
    assertThat(explain(logs, "--chain", "KATANA")).isEqualTo(2);
    assertThat(errors).contains("--chain KATANA is no public network. Known: SN_MAIN, SN_SEPOLIA");
    assertThat(explain(logs, "--chain", "SN_SEPOLI")).isEqualTo(2);
    assertThat(errors).contains("Did you mean \"SN_SEPOLIA\"?");
    assertThat(explain(logs, "--core", OTHER.toString(), "--chain", "KATANA", "--json")).isZero();
    assertThat(out).contains("\"chain\":\"KATANA\",\"coreContract\":\"" + OTHER + "\"");
    assertThat(out).contains(TO_L2.hash().toString());
  }

  @Test
  void theChainTakesPartInTheHashOfTheTransaction() throws IOException {
    String logs = file(log(1, SENT));
    assertThat(explain(logs, "--json")).isZero();
    String onMainnet = out;
    assertThat(explain(logs, "--core", CORE.toString(), "--json")).isZero();
    assertThat(out).isEqualTo(onMainnet);
    assertThat(explain(logs, "--core", CORE.toString(), "--chain", "KATANA", "--json")).isZero();
    assertThat(out.replaceAll("\"(chain|l2TransactionHash)\":\"[^\"]*\"", ""))
        .isEqualTo(onMainnet.replaceAll("\"(chain|l2TransactionHash)\":\"[^\"]*\"", ""));
    assertThat(out).isNotEqualTo(onMainnet.replace("SN_MAIN", "KATANA"));
  }

  @Test
  void logsOfBothPublicNetworksNeedAChoice() throws IOException {
    EthAddress sepolia = StarknetChain.SEPOLIA.coreContract().orElseThrow();
    String logs = file(log(1, SENT), log(sepolia, 2, STARTED, false));
    assertThat(explain(logs)).isEqualTo(2);
    assertThat(errors).contains("logs of several core contracts", "Say with --chain");
    assertThat(explain(logs, "--chain", "SN_SEPOLIA")).isZero();
    assertThat(out).contains("Message 1, L1 → L2: CANCELLATION_REQUESTED");
  }

  @Test
  void whereThereIsNoMessageItSaysSo() throws IOException {
    String failed = Files.readString(RECEIPT).replace("\"status\": \"0x1\"", "\"status\": \"0x0\"");
    assertThat(explain(file(failed))).isZero();
    assertThat(out).contains("38 failed: nothing of it happened", "No message: there is no log.");
    assertThat(explain(file("[]"))).isZero();
    assertThat(out).contains("No message: there is no log.");
    assertThat(explain(file("[]"), "--json")).isZero();
    assertThat(out).contains("\"kind\":\"end\",\"chain\":null", "\"messages\":0");
    assertThat(explain(file("{\"result\": []}"), "--json")).isZero();
    assertThat(out).contains("\"chain\":null", "\"messages\":[]");
    assertThat(explain(file(log(OTHER, 1, SENT, false)), "--chain", "SN_MAIN")).isZero();
    assertThat(out).contains("No message: none of the logs (1)");
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of("\"0xdb80", "\"0xdb8", "logs[0].topics[0]: "),
        Arguments.of("{\n", "{{\n", "not JSON: "),
        Arguments.of("\"logs\"", "\"input\"", "this is a transaction. Its receipt is needed"),
        Arguments.of("\"logs\"", "\"lgs\"", "neither a receipt (there is no field \"logs\")"),
        Arguments.of("0000195c3c", "0000195c3", "logs[0].data: bytes: "),
        // The offset to the payload leads behind the data.
        Arguments.of("\"data\": \"0x00", "\"data\": \"0x10", "logs[0]: LogMessageToL2: "),
        Arguments.of(
            "\"0x0000000000000000000000007ad94e7",
            "\"0x1000000000000000000000007ad94e7",
            "logs[0]: topic 1: "));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsNamedWithItsPlace(String found, String changed, String message)
      throws IOException {
    String text = Files.readString(RECEIPT);
    assertThat(text).contains(found);
    assertThat(explain(file(text.replace(found, changed)))).isEqualTo(2);
    assertThat(errors).contains(message).containsPattern("in\\.json:\\d+:\\d+: ");
    assertThat(errors.lines()).hasSize(1);
    assertThat(out).isEmpty();
  }

  @Test
  void anErrorOfTheNodeAndAnAbsentFile() throws IOException {
    assertThat(explain(file("{\"error\": {\"code\": -32000, \"message\": \"no such\"}}")))
        .isEqualTo(2);
    assertThat(errors)
        .contains("in.json:1:11: error: the node answered with error -32000, no such");
    assertThat(explain(file("{\"result\": null}"))).isEqualTo(2);
    assertThat(errors).contains("result: the node's answer is null");
    assertThat(explain(file("[7]"))).isEqualTo(2);
    assertThat(errors).contains("[0]: must be a receipt, a log or an array of them");
    assertThat(explain(folder.resolve("absent.json").toString())).isEqualTo(2);
    assertThat(errors).contains("absent.json: there is no such file");
    assertThat(explain(RECEIPT.toString(), "--core", "0x1")).isEqualTo(2);
    assertThat(errors).contains("address: \"0x1\" must be 0x followed by 40 hexadecimal digits");
    assertThat(explain()).isEqualTo(2);
  }

  @Test
  void helpHasExamples() {
    assertThat(explain("--help")).isZero();
    assertThat(out).contains("crossline explain receipt.json", "--chain=NAME", "--core=ADDRESS");
    assertThat(out.lines()).allMatch(line -> line.length() <= 80);
  }

  /** Whatever is done to the characters of a document, there is an explanation or an error line. */
  @Test
  void nothingElseEscapes() throws IOException {
    Random random = new Random(5);
    String text =
        EthLog.toJson(List.of(log(1, SENT), log(2, STARTED), log(3, new LogMessageToL1(TO_L1))));
    String digits = "0123456789abcdef";
    int explained = 0;
    for (int i = 0; i < DAMAGED; i++) {
      StringBuilder mutated = new StringBuilder(text);
      for (int n = random.nextInt(4); n >= 0; n--) {
        int at = random.nextInt(mutated.length());
        char digit = digits.charAt(random.nextInt(16));
        if (digits.indexOf(mutated.charAt(at)) >= 0 && random.nextInt(8) > 0) {
          mutated.setCharAt(at, digit);
        } else {
          mutated.setCharAt(at, (char) (32 + random.nextInt(95)));
        }
      }
      int code = explain(file(mutated.toString()), "--json");
      assertThat(code).as(mutated.toString()).isIn(0, 2);
      assertThat(errors.lines().count()).isEqualTo(code == 0 ? 0 : 1);
      explained += code == 0 ? 1 : 0;
    }
    assertThat(explained).isBetween(DAMAGED / 15, DAMAGED - DAMAGED / 15);
  }
}
