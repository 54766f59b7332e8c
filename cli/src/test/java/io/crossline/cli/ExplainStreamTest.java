// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.json.JsonStream;
import io.crossline.core.rpc.EthLog;
import io.crossline.core.rpc.EthReader;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.StarknetChain;
import io.crossline.starknet.cairo.CairoAbis;
import io.crossline.starknet.event.ConsumedMessageToL2;
import io.crossline.starknet.event.CoreEvent;
import io.crossline.starknet.event.LogMessageToL1;
import io.crossline.starknet.event.LogMessageToL2;
import io.crossline.starknet.event.MessageToL2CancellationStarted;
import io.crossline.starknet.rpc.CoreLogs;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Logs that are explained as they come. */
class ExplainStreamTest {
  private static final EthAddress CORE = StarknetChain.MAINNET.coreContract().orElseThrow();
  private static final EthAddress SENDER =
      EthAddress.parse("0x00000000000000000000000000000000000000b1");

  private static L1ToL2Message message(long nonce) {
    return L1ToL2Message.of(SENDER, Felt.of(2), Felt.of(3), Payload.EMPTY, Felt.of(nonce));
  }

  private static LogMessageToL2 sent(long nonce) {
    return new LogMessageToL2(message(nonce).withFee(UInt256.ONE));
  }

  private static String log(long block, CoreEvent event) {
    EthLog log = CoreLogs.of(event, CORE);
    return new EthLog(
            CORE,
            log.topics(),
            log.data(),
            Optional.of(UInt64.of(block)),
            Optional.of(Bytes32.ofLimbs(1, 0, 0, block)),
            Optional.of(Bytes32.ofLimbs(2, 0, 0, block)),
            Optional.of(UInt64.ZERO),
            Optional.of(UInt64.ZERO),
            false,
            Optional.of(UInt64.of(1_700_000_000L + block)),
            Optional.empty())
        .toJson();
  }

  private static String explained(int remembered, boolean json, String text) {
    StringWriter out = new StringWriter();
    StarknetExplainer explainer =
        new StarknetExplainer(
            ExplainChain.of(Optional.empty(), Optional.empty()),
            CairoAbis.NONE,
            new PrintWriter(out),
            json,
            remembered);
    try (JsonStream input = JsonStream.of("in", text)) {
      explainer.read(input, false);
    }
    explainer.end();
    return out.toString();
  }

  @Test
  void aLaterLogIsALineWithTheNumberOfItsMessage() {
    String text =
        explained(
            100,
            false,
            log(1, sent(1))
                + "\n"
                + log(2, sent(2))
                + "\n"
                + log(3, new MessageToL2CancellationStarted(message(1)))
                + "\n"
                + log(4, new ConsumedMessageToL2(message(2))));
    assertThat(text)
        .containsSubsequence(
            "Message 1, L1 → L2: SENT",
            "Message 2, L1 → L2: SENT",
            "Message 1 is CANCELLATION_REQUESTED: MessageToL2CancellationStarted, block 3, log 0,",
            "Can be cancelled from 2023-11-19T22:13:23Z",
            "Message 2 is SETTLED: ConsumedMessageToL2, block 4",
            "4 logs, 2 messages of core contract",
            "SETTLED 1 · CANCELLATION_REQUESTED 1");
  }

  @Test
  void forMachinesEachIsALine() {
    String text =
        explained(
            100,
            true,
            "[" + log(1, sent(1)) + "," + log(2, new ConsumedMessageToL2(message(1))) + "]");
    assertThat(text.lines().map(line -> line.replaceFirst(",.*", "")))
        .containsExactly("{\"kind\":\"message\"", "{\"kind\":\"change\"", "{\"kind\":\"end\"");
    assertThat(text).contains("\"number\":1", "\"statuses\":{\"SETTLED\":1}");
  }

  @Test
  void whatIsNotRememberedIsToldWithItsHash() {
    List<String> logs = new ArrayList<>();
    for (int i = 1; i <= 4; i++) {
      logs.add(log(i, sent(i)));
    }
    logs.add(log(5, new ConsumedMessageToL2(message(1))));
    logs.add(log(6, new ConsumedMessageToL2(message(4))));
    assertThat(explained(3, false, String.join("\n", logs)))
        .contains(
            "A message that is not remembered, "
                + message(1).hash()
                + ": ConsumedMessageToL2, block 5")
        .contains("Message 4 is SETTLED")
        .contains("6 logs, 4 messages");
  }

  @Test
  void whatWasReadBeforeAMistakeStaysPrinted() {
    CommandRun run =
        CommandRun.withInput(
            "[" + log(1, sent(1)) + ",\n" + log(2, sent(2)).substring(0, 100), "explain", "-");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).contains("Message 1, L1 → L2: SENT", message(1).hash().toString());
    assertThat(run.errors())
        .matches("(?s)standard input:2:\\d+: \\[1]\\S* not JSON: .*\\(offset \\d+\\)\\s*")
        .hasLineCount(1);
  }

  @Test
  void severalFilesAreOneStream() {
    String first = log(1, sent(1));
    assertThat(explained(10, false, first)).contains("Message 1 of 1");
    CommandRun run = CommandRun.withInput(first + first, "explain", "-");
    assertThat(run.out()).contains("2 logs, 1 message");
  }

  @Test
  void whatIsTakenBackOfAForgottenMessageIsNoNewMessage() {
    List<String> logs = new ArrayList<>();
    for (int i = 1; i <= 2; i++) {
      logs.add(log(i, new LogMessageToL1(toL1(i))));
    }
    logs.add(log(1, new LogMessageToL1(toL1(1))).replace("\"removed\":false", "\"removed\":true"));
    String text = explained(1, 10, String.join("\n", logs));
    assertThat(text)
        .contains("A message that is not remembered, " + toL1(1).hash() + ": LogMessageToL1")
        .contains("3 logs, 2 messages")
        .doesNotContain("CONSUMED");
  }

  private static L2ToL1Message toL1(long payload) {
    return L2ToL1Message.of(Felt.of(2), SENDER, Payload.of(Felt.of(payload)));
  }

  /** A stream that remembers some messages, and other logs. */
  private static String explained(int messages, int logs, String text) {
    StringWriter out = new StringWriter();
    PrintWriter printer = new PrintWriter(out);
    ExplainChain network = ExplainChain.of(Optional.empty(), Optional.empty());
    ExplainStream stream = new ExplainStream(new ExplainText(printer, CairoAbis.NONE), messages);
    ExplainLogs found = new ExplainLogs(network, stream, logs);
    try (JsonStream input = JsonStream.of("in", text)) {
      while (input.next()) {
        EthReader.read(input, found);
      }
    }
    stream.end(network.known(), found.logs());
    return out.toString();
  }

  @Test
  void aMessageThatMovedStandsWhereItIsNow() {
    String before = log(1, sent(1));
    String after =
        before
            .replace("\"blockNumber\":\"0x1\"", "\"blockNumber\":\"0x9\"")
            .replaceFirst("\"blockHash\":\"[^\"]*\"", "\"blockHash\":\"0x" + "77".repeat(32) + '"');
    assertThat(explained(10, false, before + "\n" + after))
        .contains("Message 1, L1 → L2: SENT")
        .contains("Message 1 is SENT: LogMessageToL2, block 9, log 0")
        .contains("2 logs, 1 message of");
    String document = explained(10, false, "{\"result\":[" + before + "," + after + "]}");
    assertThat(document).contains("LogMessageToL2, block 9").doesNotContain("block 1,");
  }

  /** Who waits for an answer gets it before more is read. */
  @Test
  void aMessageIsSaidBeforeMoreIsAwaited() throws IOException {
    List<String> saidBefore = new ArrayList<>();
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(new BufferedWriter(said, 1 << 20));
    byte[] lines = ("[" + log(1, sent(1)) + ",").getBytes(StandardCharsets.UTF_8);
    InputStream before = System.in;
    System.setIn(
        new ByteArrayInputStream(lines) {
          @Override
          public synchronized int read(byte[] bytes, int from, int length) {
            saidBefore.add(said.toString());
            return super.read(bytes, from, length);
          }
        });
    try {
      CrosslineCommand.commandLine()
          .setOut(out)
          .setErr(new PrintWriter(new StringWriter()))
          .execute("explain", "-");
    } finally {
      System.setIn(before);
    }
    assertThat(saidBefore.get(saidBefore.size() - 1)).contains("Message 1, L1 → L2: SENT");
  }
}
