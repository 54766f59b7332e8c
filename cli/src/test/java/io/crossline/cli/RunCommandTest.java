// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RunCommandTest {
  private static final Path EXAMPLES = Path.of("..", "examples");

  @TempDir Path folder;

  private record Ran(int code, String out, String errors) {}

  private static Ran crossline(String... args) {
    StringWriter out = new StringWriter();
    StringWriter errors = new StringWriter();
    int code =
        CrosslineCommand.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(errors))
            .execute(args);
    return new Ran(code, out.toString(), errors.toString());
  }

  private Ran run(String example, String found, String replacement) throws IOException {
    String text = Files.readString(EXAMPLES.resolve(example));
    assertThat(text).contains(found);
    Path file = folder.resolve("broken.json");
    Files.writeString(file, text.replace(found, replacement));
    return crossline("run", file.toString());
  }

  @Test
  void theDemoShowsBothMessagesFromSendToAnswer() {
    Ran ran = crossline("demo");
    assertThat(ran.errors).isEmpty();
    assertThat(ran.code).isZero();
    assertThat(ran.out)
        .containsSubsequence(
            "m1 SENT",
            "m1 CONFIRMED",
            "m1 ACCEPTED_ON_L2",
            "m2 SENT",
            "m1 SETTLED",
            "m2 CONSUMABLE",
            "m2 CONSUMED")
        .contains("0x2e350fa9d830482605cb68be4fdb9f0cb3e1f95a0c51623ac1a5d1bd997c2090")
        .contains("0x67d959200d65d4ad293aa4b0da21bb050a1f669bce37d215c6edbf041269c07")
        .containsSubsequence(
            "c1 SENT",
            "c1 EXECUTED",
            "r1 QUEUED",
            "r1 IN_CHECKPOINT",
            "c1 ANSWERED",
            "r1 DELIVERED",
            "Ok(2)");
  }

  @Test
  void theFiveDaysOfACancellationShowEachStatus() {
    Ran ran = crossline("run", EXAMPLES.resolve("starknet-cancellation.json").toString());
    assertThat(ran.errors).isEmpty();
    assertThat(ran.code).isZero();
    assertThat(ran.out)
        .containsSubsequence(
            "m1 SENT",
            "m1 CONFIRMED",
            "reverted: \"BRIDGE_PAUSED\"",
            "m1 REVERTED_ON_L2",
            "is refused: MESSAGE_CANCELLATION_NOT_REQUESTED",
            "is refused: NO_MESSAGE_TO_CANCEL",
            "allowed from 2026-01-06T00:04:18Z on m1 CANCELLATION_REQUESTED",
            "day 4",
            "allowed from 2026-01-10T00:04:18Z on m1 CANCELLATION_REQUESTED",
            "day 5",
            "is refused: MESSAGE_CANCELLATION_NOT_ALLOWED_YET",
            "day 9",
            "00:04:17",
            "is refused: MESSAGE_CANCELLATION_NOT_ALLOWED_YET",
            "00:04:18",
            "m1 CANCELLED",
            "is refused: NO_MESSAGE_TO_CANCEL");
  }

  @Test
  void anAccountOnL2BeginsAWithdrawal() {
    Ran ran = crossline("run", EXAMPLES.resolve("starknet-withdrawal.json").toString());
    assertThat(ran.errors).isEmpty();
    assertThat(ran.code).isZero();
    assertThat(ran.out)
        .containsSubsequence(
            "alice's transaction 0x0 reverted: \"INSUFFICIENT_BALANCE\"",
            "alice's transaction 0x1 ran; sent m3 to l1Bridge",
            "m3 CONSUMABLE",
            "m3 CONSUMED");
  }

  @Test
  void aTransactionThatIsNotAsExpectedEndsTheRun() throws IOException {
    String invoke =
        """
        { "op": "invoke", "account": "alice", "to": "l2Bridge",
          "function": "initiate_token_withdraw", "args": ["text:ETH", "l1Bridge", %s]%s}
        """;
    String await = "{ \"op\": \"await\", \"message\": \"m1\", \"status\": \"SETTLED\"";
    Ran refused = run("starknet-deposit.json", await, invoke.formatted("1", "") + "," + await);
    assertThat(refused.code).isEqualTo(1);
    assertThat(refused.errors)
        .contains("initiate_token_withdraw is refused: \"INSUFFICIENT_BALANCE\"");
    Ran wrong = run("starknet-deposit.json", await, invoke.formatted("-1", "") + "," + await);
    assertThat(wrong.errors).contains("argument 3: \"-1\" is no u256");
    Ran otherHash =
        run(
            "starknet-deposit.json",
            await,
            invoke.formatted(
                    "1",
                    ", \"expect\": { \"revert\": \"\\\"INSUFFICIENT_BALANCE\\\"\","
                        + " \"returns\": { \"transactionHash\": \"0x1\" } }")
                + ","
                + await);
    assertThat(otherHash.errors).contains("transactionHash is 0x").contains(", expected 0x1");
  }

  @Test
  void aReorganisationOfL1IsAStep() throws IOException {
    String await = "{ \"op\": \"await\", \"message\": \"m1\", \"status\": \"REVERTED_ON_L2\"";
    String reorg = "{ \"op\": \"reorgL1\", \"blocks\": %d }, ";
    Ran ran = run("starknet-cancellation.json", await, reorg.formatted(1) + await);
    assertThat(ran.code).isEqualTo(1);
    assertThat(ran.out).contains("reorganised: this block is lost").contains("m1 ROLLED_BACK");
    assertThat(ran.errors).contains("m1 cannot reach REVERTED_ON_L2");
    Ran deep = run("starknet-cancellation.json", await, reorg.formatted(2) + await);
    assertThat(deep.code).isEqualTo(2);
    assertThat(deep.errors).contains("steps[1].blocks: ").contains("must be from 1 to 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ipc-three-hops | c1 was answered Ok(2) | answered by trade/gold: Ok(2)",
        "ipc-three-hops-actor-error | counter fails on c1: ActorErr | (500 goes back)",
        "ipc-three-hops-unregistered | c1 REFUSED | no registered child of trade leads to /r314/",
        "ipc-three-hops-incompatible-supply | c1 REFUSED | do not count in the same asset",
      })
  void callsGoOverThreeHopsAndBack(String name, String line, String trace) {
    Ran ran = crossline("run", EXAMPLES.resolve(name + ".json").toString());
    assertThat(ran.errors).isEmpty();
    assertThat(ran.code).isZero();
    assertThat(ran.out)
        .contains(line)
        .contains("c1 ANSWERED  r1 DELIVERED")
        .contains(trace)
        .contains("games/chess → games: queued in block 1, in checkpoint 10");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"player\": \"200\" | \"player\": \"0xc9\" | 1 | balances of player is 200, expected 201",
        "\"player\": \"200\" | \"player\": \"0xc8\" | 0 | ''",
        "\"player\": \"200\" | \"playr\": \"200\" | 2 | unknown name \"playr\". Did you mean",
        "\"trade\": \"2000500\" | \"trade\": \"1\" | 1 | circulatingSupply of trade is 2000500",
        "\"c1\": \"Ok(2)\" | \"c1\": \"Ok(3)\" | 1 | answers of c1 is Ok(2), expected Ok(3)",
        "\"value\": \"500\" | \"value\": \"-5\" | 2 | steps[0].value: ",
        "\"trade/gold\": { | \"trad/gold\": { | 2 | has no parent",
        "\"traces\": [\"c1\"] | \"traces\": \"c1\" | 2 | traces",
      })
  void whatIsExpectedOfThreeHopsIsCompared(
      String found, String replacement, int code, String message) throws IOException {
    Ran ran = run("ipc-three-hops.json", found, replacement);
    assertThat(ran.code).isEqualTo(code);
    assertThat(ran.errors).contains(message);
  }

  @Test
  void untilStopsTheClock() {
    Ran ran =
        crossline(
            "run", EXAMPLES.resolve("starknet-deposit.json").toString(), "--until", "00:10:00");
    assertThat(ran.code).isZero();
    assertThat(ran.out)
        .contains("m1 ACCEPTED_ON_L2")
        .doesNotContain("SETTLED")
        .contains("00:10:00 of virtual time · stopped by --until");
  }

  @Test
  void jsonIsOneDocument() {
    Ran ran = crossline("run", EXAMPLES.resolve("ipc-call.json").toString(), "--json");
    assertThat(ran.code).isZero();
    assertThat(ran.out.lines()).hasSize(1);
    assertThat(ran.out)
        .startsWith("{\"name\":\"ipc-call\"")
        .contains("\"message\":\"c1\",\"status\":\"ANSWERED\"");
  }

  static Stream<Arguments> brokenStarknet() {
    return Stream.of(
        Arguments.of(
            "\"op\": \"sendMessageToL2\"",
            "\"op\": \"sendMesageToL2\"",
            "steps[0].op: unknown op \"sendMesageToL2\". Did you mean \"sendMessageToL2\"?"),
        Arguments.of(
            "\"0x1ff973cafa8000\",", "\"0x1" + "0".repeat(64) + "\",", "payload[3]: uint256: "),
        Arguments.of("\"caller\": \"l1Bridge\",", "", "field \"caller\" is missing"),
        Arguments.of(
            "\"status\": \"SETTLED\"",
            "\"status\": \"SETLED\"",
            "steps[1].status: unknown status \"SETLED\". Did you mean \"SETTLED\"?"),
        Arguments.of("\"rules\": \"v0.13.4\"", "\"rules\": \"v9\"", "network.rules: unknown rules"),
        Arguments.of("\"limit\": \"2h\"", "\"limit\": \"soon\"", "steps[1].limit: time: found"),
        Arguments.of(
            "\"fromAddress\": \"l2Bridge\"",
            "\"fromAddress\": \"l3Bridge\"",
            "unknown contract \"l3Bridge\". Did you mean \"l2Bridge\"?"),
        Arguments.of("\"value\":", "\"valu\":", "unknown field \"valu\". Did you mean \"value\"?"),
        Arguments.of(
            "\"system\": \"starknet\"", "\"system\": \"solana\"", "system: unknown system"),
        Arguments.of("crossline-scenario/1", "crossline-scenario/2", "format: found"),
        Arguments.of("\"steps\": [", "\"steps\": [ nonsense", "not JSON"),
        Arguments.of(
            "\"handler\": \"tokenBridge\"",
            "\"handler\": \"tokenBride\"",
            "No provider offers the starknet-l2 handler \"tokenBride\""),
        Arguments.of(
            "\"roles\": { \"l1Bridge\": \"l1Bridge\" }",
            "\"roles\": {}",
            "role \"l1Bridge\" is not bound"));
  }

  @ParameterizedTest
  @MethodSource("brokenStarknet")
  void aBrokenFileIsRefusedWithItsPlace(String found, String replacement, String message)
      throws IOException {
    Ran ran = run("starknet-deposit.json", found, replacement);
    assertThat(ran.code).isEqualTo(2);
    assertThat(ran.errors).contains(message).containsPattern("broken\\.json:\\d+:\\d+: ");
    assertThat(ran.errors).doesNotContain("\tat ");
    assertThat(ran.out).doesNotContain("SENT");
  }

  static Stream<Arguments> wrongStarknet() {
    return Stream.of(
        Arguments.of("0x2e350fa9d83048", "0x2e350fa9d83049", "expect.returns.msgHash"),
        Arguments.of("\"m2\": \"CONSUMED\"", "\"m2\": \"CONSUMABLE\"", "m2 is CONSUMED, expected"),
        Arguments.of("\"limit\": \"2h\"", "\"limit\": \"5m\"", "did not reach SETTLED within"),
        Arguments.of(
            "\"value\": \"30000\"",
            "\"value\": \"0\"",
            "refused: L1_MSG_FEE_MUST_BE_GREATER_THAN_0"));
  }

  @ParameterizedTest
  @MethodSource("wrongStarknet")
  void whatDoesNotGoAsExpectedFails(String found, String replacement, String message)
      throws IOException {
    Ran ran = run("starknet-deposit.json", found, replacement);
    assertThat(ran.code).isEqualTo(1);
    assertThat(ran.errors).contains(message).containsPattern("broken\\.json:\\d+:\\d+: ");
  }

  @Test
  void anUnknownReceiverInIpcIsRefused() throws IOException {
    Ran ran = run("ipc-call.json", "\"to\": \"counter\"", "\"to\": \"countre\"");
    assertThat(ran.code).isEqualTo(2);
    assertThat(ran.errors)
        .contains("unknown account or contract \"countre\". Did you mean \"counter\"?");
  }

  @Test
  void aFolderOfPluginsThatIsNotThereIsSaid() {
    String example = EXAMPLES.resolve("ipc-call.json").toString();
    String absent = folder.resolve("absent").toString();
    Ran ran = crossline("run", example, "--plugins", absent);
    assertThat(ran.code).isEqualTo(2);
    assertThat(ran.errors).contains("absent: there is no such file");
    assertThat(crossline("run", example, "--plugins", example).errors)
        .contains("ipc-call.json: is not a folder of plugins");
    Ran listed = crossline("plugins", absent);
    assertThat(listed.code).isEqualTo(2);
    assertThat(listed.errors).contains("absent: there is no such folder");
  }

  @Test
  void aBrokenPluginIsAWarningWhereNothingNeedsIt() throws IOException {
    Files.writeString(folder.resolve("broken.jar"), "no jar");
    String example = EXAMPLES.resolve("ipc-call.json").toString();
    Ran ran = crossline("run", example, "--plugins", folder.toString());
    assertThat(ran.code).isZero();
    assertThat(ran.errors).contains("warning: ").contains("broken.jar: is not a jar");
    Ran listed = crossline("plugins", folder.toString());
    assertThat(listed.code).isEqualTo(1);
    assertThat(listed.out).contains("0 providers · 1 not usable");
    assertThat(listed.errors).contains("not usable: ").contains("broken.jar");
  }

  @Test
  void aMissingFileIsNamed() {
    Ran ran = crossline("run", folder.resolve("absent.json").toString());
    assertThat(ran.code).isEqualTo(2);
    assertThat(ran.errors).contains("absent.json: there is no such file");
  }

  @Test
  void aWrongTimeIsRefused() {
    Ran ran = crossline("run", EXAMPLES.resolve("ipc-call.json").toString(), "--until", "later");
    assertThat(ran.code).isEqualTo(2);
    assertThat(ran.errors).contains("--until: time: found \"later\"");
  }
}
