// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli.ask;

import io.crossline.core.abi.AbiCoder;
import io.crossline.core.abi.Signature;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.cairo.CairoFunction;
import io.crossline.starknet.cairo.CairoJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code crossline encode}. */
@Command(
    name = "encode",
    subcommands = EncodeCommand.OfPayload.class,
    description = {
      "The calldata of a call.",
      "",
      "The words: the function with its parameters, or the name of a function of",
      "Starknet's core contract or of IPC's contracts, and its arguments. Arrays and",
      "structs are written as [1,2].",
      ""
    },
    footer = {
      "  crossline encode 'transfer(address,uint256)'"
          + " 0x00000000000000000000000000000000000000b1 5",
      "  crossline encode consumeMessageFromL2 2 '[1,2,3]'"
    })
public final class EncodeCommand extends Question {
  EncodeCommand() {}

  @Override
  List<String> names() {
    return List.of("function", "arguments…");
  }

  @Override
  Map<String, @Nullable Object> answer(List<String> question) {
    Signature function =
        new Words(question, names())
            .at(0, text -> text.contains("(") ? Signature.parse(text) : KnownFunctions.named(text));
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put(
        "calldata",
        AbiCoder.encodeCall(
                function,
                AbiText.parseAll(function.parameters(), question.subList(1, question.size())))
            .toString());
    return fields;
  }

  /** {@code crossline encode payload}. */
  @Command(
      name = "payload",
      description = {
        "The payload of a message to a contract of Starknet, or the calldata of a call.",
        "",
        "The words: the types in one word, such as 'u8, Array<u256>, ByteArray', or with",
        "--abi the name of a handler or a function; and the values. Numbers are decimal or",
        "hexadecimal, arrays and tuples [1,2], structs {\"x\":1}, variants their name or",
        "{\"Some\":1}. text:abc is a short string for a felt; a ByteArray is its text, or",
        "bytes:0x....",
        ""
      },
      footer = {
        "  crossline encode payload 'u256, ContractAddress, ByteArray' 5 0x7 hello",
        "  crossline encode payload 'Option<(u8, bool)>' '{\"Some\":[1,true]}'",
        "  crossline encode payload felt252 text:ETH"
      })
  static final class OfPayload extends PayloadQuestion {
    OfPayload() {}

    @Override
    List<String> names() {
      return List.of("types", "values…");
    }

    @Override
    Map<String, @Nullable Object> answer(List<String> question) {
      CairoFunction function = function(question.get(0));
      Object[] values =
          question.subList(1, question.size()).stream().map(CairoJson::read).toArray();
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      fields.put(
          "payload",
          function.encode(values).words().stream()
              .map(UInt256::toHexString)
              .collect(Collectors.joining(" ")));
      return fields;
    }
  }
}
