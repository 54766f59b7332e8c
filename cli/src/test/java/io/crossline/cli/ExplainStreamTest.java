// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.json.JsonStream;
import io.crossline.core.rpc.EthLog;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.StarknetChain;
import io.crossline.starknet.event.ConsumedMessageToL2;
import io.crossline.starknet.event.CoreEvent;
import io.crossline.starknet.event.LogMessageToL2;
import io.crossline.starknet.event.MessageToL2CancellationStarted;
import io.crossline.starknet.rpc.CoreLogs;
import java.io.PrintWriter;
import java.io.StringWriter;
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
    assertThat(run.out()).contains("2 logs, 1 messages");
  }
}
