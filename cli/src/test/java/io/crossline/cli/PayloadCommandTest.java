// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Payloads in the words of types and ABIs, on the command line. */
class PayloadCommandTest {
  private static final String ABI =
      """
      {"sierra_program": [], "abi": [
        {"type": "struct", "name": "core::integer::u256", "members": [
          {"name": "low", "type": "core::integer::u128"},
          {"name": "high", "type": "core::integer::u128"}]},
        {"type": "struct", "name": "b::Point", "members": [
          {"name": "x", "type": "core::integer::u8"}, {"name": "y", "type": "core::integer::u8"}]},
        {"type": "interface", "name": "b::I", "items": [
          {"type": "function", "name": "move_to", "inputs": [
            {"name": "where", "type": "core::array::Array::<b::Point>"}], "outputs": []}]},
        {"type": "l1_handler", "name": "handle_token_deposit", "inputs": [
          {"name": "from_address", "type": "core::felt252"},
          {"name": "token", "type": "core::starknet::eth_address::EthAddress"},
          {"name": "depositor", "type": "core::starknet::eth_address::EthAddress"},
          {"name": "l2_recipient", "type": "core::starknet::contract_address::ContractAddress"},
          {"name": "amount", "type": "core::integer::u256"}], "outputs": []},
        {"type": "l1_handler", "name": "handle_deposit", "inputs": [
          {"name": "from_address", "type": "core::felt252"},
          {"name": "l2_recipient", "type": "core::starknet::contract_address::ContractAddress"},
          {"name": "amount", "type": "core::integer::u256"},
          {"name": "l1_sender", "type": "core::starknet::eth_address::EthAddress"}],
         "outputs": []}]}
      """;

  @TempDir private Path folder;
  private String abi = "";

  @BeforeEach
  void writeAbi() throws IOException {
    abi = Files.writeString(folder.resolve("bridge.contract_class.json"), ABI).toString();
  }

  @Test
  void valuesAreWrittenAndReadByTheirTypes() {
    String types = "Array<(u8, bool)>, Option<ByteArray>, i8";
    CommandRun written =
        CommandRun.of("encode", "payload", types, "[[1,true]]", "{\"Some\":\"héé\"}", "-1");
    assertThat(written.code()).isZero();
    assertThat(written.out().strip())
        .isEqualTo(
            "0x1 0x1 0x1 0x0 0x0 0x68c3a9c3a9 0x5"
                + " 0x800000000000011000000000000000000000000000000000000000000000000");
    String[] words = ("decode payload --json X " + written.out().strip()).split(" ");
    words[3] = types;
    assertThat(CommandRun.of(words).out().strip())
        .isEqualTo("{\"value1\":[[\"1\",true]],\"value2\":{\"Some\":\"héé\"},\"value3\":\"-1\"}");
  }

  @Test
  void valuesAreWrittenAndReadByAnAbi() {
    assertThat(
            CommandRun.of("encode", "payload", "--abi", abi, "move_to", "[{\"x\":1,\"y\":2}]")
                .out())
        .isEqualToIgnoringNewLines("0x1 0x1 0x2");
    assertThat(CommandRun.of("encode", "payload", "--abi", abi, "Point", "{\"x\":1,\"y\":2}").out())
        .isEqualToIgnoringNewLines("0x1 0x2");
    CommandRun read =
        CommandRun.of("decode", "payload", "--abi", abi, "handle_deposit", "7", "5", "0", "0xb1");
    assertThat(read.lines())
        .containsExactly(
            "l2_recipient  0x7", "amount        5", "l1_sender     0x" + "0".repeat(38) + "b1");
    String line = "{\"types\": \"move_to\", \"values\": [[{\"x\":1,\"y\":2},{\"x\":3,\"y\":4}]]}";
    assertThat(CommandRun.withInput(line, "encode", "payload", "--abi", abi, "--json").out())
        .isEqualToIgnoringNewLines("{\"payload\":\"0x2 0x1 0x2 0x3 0x4\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "encode payload u8 256 | value1: \"256\" is no u8 (must be a number from 0 to 255)",
        "encode payload u8 | payload: found 0 arguments, its parameters are [value1]",
        "encode payload ByteArray 0x12 | text:0x12 for these characters or bytes:0x12 for bytes",
        "encode payload u7 1 | there is no type \"u7\". Did you mean",
        "encode payload Array<u8> [1 | not JSON",
        "decode payload u8 0x100 | a contract panics with \"Failed to deserialize param #2\"",
        "decode payload u8 1 2 | a contract panics with \"Input too long for arguments\"",
        "decode payload shortstring 0xff | no ASCII text",
        "encode payload --abi ABI handle_deposits 1 | Did you mean \"handle_deposit\"?",
        "encode payload --abi nowhere.json f 1 | --abi: nowhere.json: there is no such file",
      })
  void whatIsWrongIsSaidInOneLine(String command, String message) {
    CommandRun run = CommandRun.of(command.replace("ABI", abi).split(" "));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.errors().lines().findFirst().orElse("")).contains(message);
  }

  @Test
  void explainAndRunTellMessagesInTheWordsOfAnAbi() {
    String deposit = Path.of("..", "examples", "starknet-deposit.json").toString();
    Path receipts = folder.resolve("receipts");
    CommandRun run = CommandRun.of("run", deposit, "--abi", abi, "--receipts", receipts.toString());
    assertThat(run.lines())
        .anyMatch(line -> line.contains("handle_token_deposit(token: \"0x00000000000000000000"));
    String file = receipts.resolve("L1.receipts.jsonl").toString();
    CommandRun explained = CommandRun.of("explain", file, "--abi", abi);
    assertThat(explained.errors()).isEmpty();
    assertThat(explained.lines())
        .anyMatch(line -> line.matches(" *handler +handle_token_deposit"))
        .anyMatch(line -> line.matches(" *amount +\"[0-9]+\""));
    CommandRun json = CommandRun.of("explain", file, "--abi", abi, "--json");
    assertThat(json.lines())
        .anyMatch(
            line ->
                line.contains("\"handler\":\"handle_token_deposit\"")
                    && line.contains("\"arguments\":{\"token\":\"0x"));
  }
}
