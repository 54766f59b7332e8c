// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.rpc.EthLog;
import io.crossline.core.rpc.EthReceipt;
import io.crossline.messaging.MalformedInputException;
import io.crossline.starknet.StarknetChain;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each case changes one thing of an answer that is well formed. */
class MalformedAnswersTest {
  /** How many mutations of each form are tried: {@code -Dcrossline.mutated=150000}. */
  private static final int MUTATED = Integer.getInteger("crossline.mutated", 4000);

  private static final String PRIME =
      "0x800000000000011000000000000000000000000000000000000000000000001";

  private static final String LOG =
      """
      {"address": "0x00000000000000000000000000000000000000a1",
       "topics": ["0x00000000000000000000000000000000000000000000000000000000000000aa"],
       "data": "0x0102", "blockNumber": "0x10", "logIndex": "0x2", "removed": false,
       "transactionHash": "0x00000000000000000000000000000000000000000000000000000000000000c1"}
      """;
  private static final String RECEIPT =
      "{\"transactionHash\":"
          + " \"0x00000000000000000000000000000000000000000000000000000000000000c1\","
          + " \"status\": \"0x1\", \"logs\": ["
          + LOG
          + "]}";
  private static final String TRANSACTION =
      """
      {"transaction_hash": "0x1", "type": "L1_HANDLER", "version": "0x0", "nonce": "0x2",
       "contract_address": "0x3", "entry_point_selector": "0x4", "calldata": ["0x5", "0x6"]}
      """;
  private static final String L2_RECEIPT =
      """
      {"type": "L1_HANDLER", "transaction_hash": "0x1", "actual_fee": {"amount": "0x0", "unit":
       "WEI"}, "finality_status": "ACCEPTED_ON_L2", "execution_status": "SUCCEEDED",
       "block_number": 12, "message_hash": "0x7", "messages_sent": [{"from_address": "0x8",
       "to_address": "0x9", "payload": ["0xa"]}], "events": [{"from_address": "0xb",
       "keys": ["0xc"], "data": ["0xd"]}],
       "execution_resources": {"l1_gas": 1, "l1_data_gas": 2, "l2_gas": 3}}
      """;
  private static final String STATUS =
      """
      [{"transaction_hash": "0x1", "finality_status": "ACCEPTED_ON_L2",
        "execution_status": "REVERTED", "failure_reason": "why"}]
      """;
  private static final String MESSAGE =
      """
      {"from_address": "0x00000000000000000000000000000000000000a1", "to_address": "0x3",
       "entry_point_selector": "0x4", "payload": ["0x5"]}
      """;
  private static final String SEND =
      """
      {"l2_contract_address": "0x3", "entry_point_selector": "0x4", "l1_contract_address": "0xa1",
       "payload": ["0x5"], "paid_fee_on_l1": "0x6", "nonce": "0x7", "l1_transaction_hash": "0x8"}
      """;
  private static final String FLUSHED =
      "{\"messages_to_l1\": [{\"from_address\": \"0x8\", \"to_address\": \"0x9\", \"payload\": []}],"
          + " \"messages_to_l2\": ["
          + SEND
          + "], \"generated_l2_transactions\": [\"0x1\"], \"l1_provider\": \"dry run\"}";
  private static final String LOAD =
      "{\"network_url\": \"u\", \"address\": \"0xa1\", \"deployer_account_private_key\": \"0x1\"}";

  private static final Map<String, Function<String, Object>> PARSERS =
      Map.of(
          LOG, text -> EthLog.parse(text).toLog(),
          RECEIPT, text -> EthReceipt.parse(text).logs().stream().map(EthLog::toLog).toList(),
          TRANSACTION, text -> RpcL1HandlerTransaction.parse(text, StarknetChain.MAINNET),
          L2_RECEIPT, RpcL1HandlerReceipt::parse,
          STATUS, RpcMessageStatus::parse,
          MESSAGE, MessageFromL1::parse,
          SEND, Postman.SendMessageToL2::parse,
          FLUSHED, Postman.Flush.Answer::parse,
          LOAD, Postman.Load::parse);

  private static Arguments change(String text, String found, String changed, String message) {
    return Arguments.of(text, found, changed, message);
  }

  static Stream<Arguments> changes() {
    return Stream.of(
            logs(), receipts(), transactions(), l2Receipts(), statuses(), messages(), postman())
        .flatMap(List::stream);
  }

  private static List<Arguments> logs() {
    return List.of(
        change(LOG, "\"address\"", "\"adress\"", "log:1:1: field \"address\" is missing"),
        change(LOG, "\"data\"", "\"dat\"", "log:1:1: field \"data\" is missing"),
        change(LOG, "0000a1\"", "0000a\"", "log:1:13: address: address: "),
        change(LOG, "0000a1\"", "0000g1\"", "no hexadecimal digit at 40"),
        change(LOG, "\"topics\"", "\"topic\"", "field \"topics\" is missing"),
        change(LOG, "[\"0x00", "[1, \"0x00", "topics[0]: must be a text, found a number"),
        change(LOG, "00aa\"", "00aa00\"", "topics[0]: "),
        change(
            LOG,
            "\"topics\": [",
            "\"topics\": [" + ("\"0x" + "0".repeat(64) + "\", ").repeat(4),
            "log:2:12: topics: a log has at most 4 topics, found 5"),
        change(LOG, "0x0102", "0x010", "data: bytes: \"0x010\" has an odd number"),
        change(LOG, "\"0x0102\"", "null", "data: must be a text, found null"),
        change(LOG, "false", "\"no\"", "removed: must be true or false, found a text"),
        change(LOG, "false", "2", "removed: must be true or false, found a number"),
        change(LOG, "{", "[{", "not JSON: "));
  }

  private static List<Arguments> receipts() {
    return List.of(
        change(RECEIPT, "\"0x1\"", "\"0x2\"", "status: must be 0x1 (succeeded) or 0x0 (failed)"),
        change(RECEIPT, "\"0x1\"", "\"maybe\"", "status: must be 0x and hexadecimal digits"),
        change(RECEIPT, "0x0102", "0x010", "logs[0].data: "),
        change(RECEIPT, "[{\"address\"", "[[], {\"address\"", "logs[0]: must be an object"),
        change(RECEIPT, "\"logs\": [{", "\"log\": [{", "there is no field \"logs\""),
        change(
            RECEIPT,
            "\"logs\": [" + LOG + "]",
            "\"logs\": null",
            "receipt:1:1: field \"logs\" is missing"));
  }

  private static List<Arguments> transactions() {
    return List.of(
        change(TRANSACTION, "L1_HANDLER", "INVOKE", "type: must be L1_HANDLER, found \"INVOKE\""),
        change(TRANSACTION, "\"0x0\"", "\"0x3\"", "version: an L1_HANDLER has version 0x0"),
        change(TRANSACTION, "\"0x5\", \"0x6\"", "", "calldata: must not be empty"),
        change(TRANSACTION, "\"0x6\"", "\"" + PRIME + "\"", "calldata[1]: felt: "),
        change(TRANSACTION, "\"0x4\"", "\"" + PRIME + "\"", "entry_point_selector: felt: "),
        change(TRANSACTION, "\"0x2\"", "2.5", "nonce: \"2.5\" is not a whole number"),
        change(TRANSACTION, "\"0x2\"", "-2", "nonce: -2 is negative"),
        change(TRANSACTION, "\"contract_", "\"", "field \"contract_address\" is missing"));
  }

  private static List<Arguments> l2Receipts() {
    return List.of(
        change(L2_RECEIPT, "\"0x7\"", "\"0x" + "0".repeat(65) + "\"", "message_hash: uint256: "),
        change(L2_RECEIPT, "\"finality_", "\"", "field \"finality_status\" is missing"),
        change(L2_RECEIPT, "\"messages_", "\"", "field \"messages_sent\" is missing"),
        change(L2_RECEIPT, "\"0xa\"", "\"xa\"", "messages_sent[0].payload[0]: must be 0x"),
        change(L2_RECEIPT, "\"0x8\"", "\"" + PRIME + "\"", "messages_sent[0].from_address: felt"),
        change(
            L2_RECEIPT, "\"keys\": [\"0xc\"]", "\"keys\": 1", "events[0].keys: must be an array"));
  }

  private static List<Arguments> statuses() {
    return List.of(
        change(STATUS, "\"0x1\"", "\"0x1z\"", "[0].transaction_hash: uint256: "),
        change(STATUS, "\"finality_", "\"", "[0]: field \"finality_status\" is missing"));
  }

  private static List<Arguments> messages() {
    return List.of(
        change(MESSAGE, "0x00", "0x01" + "0".repeat(20), "from_address: address: "),
        change(MESSAGE, "[\"0x5\"]", "\"0x5\"", "payload: must be an array, found a text"));
  }

  private static List<Arguments> postman() {
    return List.of(
        change(SEND, "\"0xa1\"", "\"0x1" + "0".repeat(40) + "\"", "l1_contract_address: address: "),
        change(SEND, "\"0x6\"", "\"" + PRIME + "\"", "paid_fee_on_l1: felt: "),
        change(SEND, "\"0x7\"", "null", "nonce: must be a text, found null"),
        change(FLUSHED, "\"0x7\"", "7.5", "messages_to_l2[0].nonce: \"7.5\" is not a whole"),
        change(FLUSHED, "\"dry run\"", "null", "l1_provider: must be a text, found null"),
        change(LOAD, "\"u\"", "1", "network_url: must be a text, found a number"),
        change(LOAD, "\"0x1\"", "\"key\"", "deployer_account_private_key: must be 0x"));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void isRefusedWithThePlace(String text, String found, String changed, String message) {
    Function<String, Object> parser = PARSERS.get(text);
    assertThat(parser.apply(text)).isNotNull();
    assertThat(text).contains(found);
    int at = text.indexOf(found);
    String broken = text.substring(0, at) + changed + text.substring(at + found.length());
    assertThatThrownBy(() -> parser.apply(broken))
        .isInstanceOf(MalformedInputException.class)
        .hasMessageContaining(message)
        .hasMessageMatching("(?s)[a-z ]+:\\d+:\\d+: .*");
  }

  /** Whatever is done to the characters of an answer, a parser gives a value or a typed error. */
  @Test
  void nothingElseEscapes() {
    Random random = new Random(20_261_121);
    int refused = 0;
    int taken = 0;
    for (Map.Entry<String, Function<String, Object>> entry :
        PARSERS.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList()) {
      for (int i = 0; i < MUTATED; i++) {
        String mutated = mutate(entry.getKey(), random);
        try {
          assertThat(entry.getValue().apply(mutated)).isNotNull();
          taken++;
        } catch (MalformedInputException e) {
          assertThat(e.getMessage()).isNotEmpty();
          refused++;
        }
      }
    }
    assertThat(refused).isGreaterThan(1000);
    assertThat(taken).isGreaterThan(1000);
  }

  private static final List<String> PIECES =
      List.of(
          "null",
          "{}",
          "[]",
          "\"\"",
          "\"0x\"",
          "-1",
          "1e99",
          "true",
          "\"\\ud800\"",
          "[[",
          "}",
          "\"" + PRIME + "\"",
          "\"0x" + "f".repeat(64) + "\"",
          "0",
          "\"",
          ",");

  private static String mutate(String text, Random random) {
    StringBuilder out = new StringBuilder(text);
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      int at = random.nextInt(out.length());
      switch (random.nextInt(5)) {
        case 0 -> out.setCharAt(at, (char) (32 + random.nextInt(95)));
        case 1 -> out.deleteCharAt(at);
        case 2 -> out.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        case 3 -> replaceValue(out, PIECES.get(random.nextInt(PIECES.size())), random);
        default -> out.setCharAt(at, "0123456789abcdef".charAt(random.nextInt(16)));
      }
    }
    return out.toString();
  }

  /** Puts another value behind one of the colons, so that the document stays JSON. */
  private static void replaceValue(StringBuilder out, String piece, Random random) {
    int colon = out.indexOf(": ", random.nextInt(out.length()));
    int end = colon < 0 ? -1 : out.indexOf(",", colon);
    if (end > 0) {
      out.replace(colon + 2, end, piece);
    }
  }
}
