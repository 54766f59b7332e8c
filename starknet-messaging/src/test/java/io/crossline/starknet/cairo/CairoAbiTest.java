// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.cairo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.json.InvalidJsonException;
import io.crossline.messaging.Log;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.messaging.Word;
import io.crossline.starknet.CairoVariant;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Payload;
import io.crossline.starknet.Selector;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** ABIs of Cairo 1 and Cairo 0 as compilers write them. */
class CairoAbiTest {
  private static final String ABI =
      """
      [{"type": "impl", "name": "Bridge", "interface_name": "b::IBridge"},
       {"type": "struct", "name": "core::integer::u256", "members": [
         {"name": "low", "type": "core::integer::u128"},
         {"name": "high", "type": "core::integer::u128"}]},
       {"type": "struct", "name": "b::Node", "members": [
         {"name": "token_id", "type": "core::integer::u8"},
         {"name": "children", "type": "core::array::Array::<b::Node>"}]},
       {"type": "enum", "name": "b::Side", "variants": [
         {"name": "Buy", "type": "()"}, {"name": "Sell", "type": "core::integer::u8"}]},
       {"type": "interface", "name": "b::IBridge", "items": [
         {"type": "function", "name": "withdraw", "inputs": [
            {"name": "to", "type": "core::starknet::eth_address::EthAddress"},
            {"name": "amount", "type": "core::integer::u256"}],
          "outputs": [{"type": "core::bool"}], "state_mutability": "external"}]},
       {"type": "constructor", "name": "constructor", "inputs": []},
       {"type": "l1_handler", "name": "deposit", "inputs": [
         {"name": "from_address", "type": "core::felt252"},
         {"name": "root", "type": "b::Node"},
         {"name": "side", "type": "b::Side"}], "outputs": [], "state_mutability": "external"},
       {"type": "event", "name": "b::Moved", "kind": "struct", "members": [
         {"name": "who", "type": "core::felt252", "kind": "key"},
         {"name": "amount", "type": "core::integer::u256", "kind": "data"}]},
       {"type": "event", "name": "b::Part::Event", "kind": "enum", "variants": [
         {"name": "Moved", "type": "b::Moved", "kind": "nested"}]},
       {"type": "event", "name": "b::Event", "kind": "enum", "variants": [
         {"name": "Direct", "type": "b::Moved", "kind": "nested"},
         {"name": "PartEvent", "type": "b::Part::Event", "kind": "flat"},
         {"name": "Nested", "type": "b::Part::Event", "kind": "nested"}]}]
      """;

  private final CairoAbi abi = CairoAbi.parse(ABI);

  record Node(int tokenId, List<Node> children) {}

  @Test
  void handlersTakeValuesByPlaceAndByName() {
    CairoFunction deposit = abi.handler("deposit");
    Node root = new Node(1, List.of(new Node(2, List.of())));
    Payload payload = deposit.encode(root, new CairoVariant("Sell", 7));
    assertThat(payload).isEqualTo(deposit.encode(Map.of("root", root, "side", Map.of("Sell", 7))));
    assertThat(payload.toString()).isEqualTo("[0x1, 0x1, 0x2, 0x0, 0x1, 0x7]");
    Map<String, Object> read = deposit.decode(payload);
    assertThat(read.get("side")).isEqualTo(new CairoVariant("Sell", UInt64.of(7)));
    assertThat(read.get("root"))
        .isEqualTo(
            Map.of(
                "token_id",
                UInt64.ONE,
                "children",
                List.of(Map.of("token_id", UInt64.of(2), "children", List.of()))));
    assertThat(abi.handler(Selector.ofName("deposit"))).contains(deposit);
    assertThat(abi.handlerNames()).containsExactly("deposit");
    assertThat(deposit.isHandler()).isTrue();
  }

  @Test
  void functionsTakeArgumentsAndGiveResults() {
    CairoFunction withdraw = abi.function("withdraw");
    assertThat(withdraw.encode("0xb1", 5).toString()).isEqualTo("[0xb1, 0x5, 0x0]");
    assertThat(withdraw.decodeReturned(List.of(Felt.ONE))).containsExactly(true);
    assertThatThrownBy(() -> withdraw.encode(1))
        .isInstanceOf(MalformedInputException.class)
        .hasMessageContaining("withdraw: found 1 arguments, its parameters are [to, amount]");
    assertThatThrownBy(() -> withdraw.encode(1, -1))
        .hasMessageContaining("amount: -1 (Integer) is no u256");
    assertThatThrownBy(() -> abi.function("withdrow"))
        .hasMessageContaining("no function \"withdrow\". Did you mean \"withdraw\"?");
    assertThat(abi.function(withdraw.selector())).contains(withdraw);
  }

  private static Log log(List<Felt> keys, List<Felt> data) {
    return new Log(
        Felt.ONE, keys.stream().map(Word::toBytes32).toList(), Payload.of(data).toBytes());
  }

  @Test
  void eventsAreFoundThroughTheirComponents() {
    Map<String, Object> fields = Map.of("who", Felt.of(9), "amount", UInt256.of(3));
    CairoEvent.Written direct = abi.encodeEvent("Direct", fields);
    assertThat(direct.keys()).containsExactly(Selector.starknetKeccak("Direct"), Felt.of(9));
    assertThat(abi.event(log(direct.keys(), direct.data())))
        .contains(new CairoEvent("Direct", fields));
    List<Felt> flat = List.of(Selector.starknetKeccak("Moved"), Felt.of(9));
    assertThat(abi.event(log(flat, direct.data()))).contains(new CairoEvent("Moved", fields));
    List<Felt> nested =
        List.of(Selector.starknetKeccak("Nested"), Selector.starknetKeccak("Moved"), Felt.of(9));
    assertThat(abi.event(log(nested, direct.data()))).contains(new CairoEvent("Moved", fields));
    assertThat(abi.event(log(List.of(Felt.of(5)), direct.data()))).isEmpty();
    assertThatThrownBy(() -> abi.event(log(direct.keys(), List.of(Felt.ONE))))
        .isInstanceOf(MalformedInputException.class)
        .hasMessageContaining("event Direct, data:");
  }

  @Test
  void anAbiOfCairo0HasArraysAsPairs() {
    CairoAbi old =
        CairoAbi.parse(
            """
            {"abi": [
             {"type": "struct", "name": "Uint256", "size": 2, "members": [
               {"name": "low", "offset": 0, "type": "felt"},
               {"name": "high", "offset": 1, "type": "felt"}]},
             {"type": "event", "name": "Seen", "keys": [], "data": [
               {"name": "data_len", "type": "felt"}, {"name": "data", "type": "felt*"}]},
             {"type": "l1_handler", "name": "handle", "inputs": [
               {"name": "from_address", "type": "felt"},
               {"name": "amount", "type": "Uint256"},
               {"name": "data_len", "type": "felt"},
               {"name": "data", "type": "felt*"}], "outputs": []}]}
            """);
    Payload payload = old.handler("handle").encode(Map.of("low", 1, "high", 2), List.of(8, 9));
    assertThat(payload.toString()).isEqualTo("[0x1, 0x2, 0x2, 0x8, 0x9]");
    assertThat(
            old.event(log(List.of(Selector.starknetKeccak("Seen")), List.of(Felt.ONE, Felt.ONE))))
        .contains(new CairoEvent("Seen", Map.of("data", List.of(Felt.ONE))));
  }

  @Test
  void whatIsNoAbiIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> CairoAbi.parse("{}"))
        .isInstanceOf(InvalidJsonException.class)
        .hasMessageContaining("\"abi\" is missing");
    assertThatThrownBy(
            () -> CairoAbi.parse(ABI.replace("core::array::Array::<b::Node>", "b::Node")))
        .isInstanceOf(InvalidJsonException.class)
        .hasMessageContaining("b::Node contains itself");
    assertThatThrownBy(
            () ->
                CairoAbi.parse(ABI.replace("core::array::Array::<b::Node>", "(b::Node, b::Node)")))
        .isInstanceOf(InvalidJsonException.class)
        .hasMessageContaining("b::Node contains itself");
    assertThatThrownBy(() -> CairoAbi.parse(ABI.replace("\"b::Side\"}", "\"b::Sid\"}")))
        .isInstanceOf(InvalidJsonException.class)
        .hasMessageContaining("there is no type \"b::Sid\"");
  }
}
