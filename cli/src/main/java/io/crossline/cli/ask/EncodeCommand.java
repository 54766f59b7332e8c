// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli.ask;

import io.crossline.core.abi.AbiCoder;
import io.crossline.core.abi.Signature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code crossline encode}. */
@Command(
    name = "encode",
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
}
