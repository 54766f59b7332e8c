// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli.ask;

import io.crossline.core.abi.Signature;
import io.crossline.messaging.MalformedInputException;
import io.crossline.starknet.Selector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code crossline selector}. */
@Command(
    name = "selector",
    description = {
      "What an entry point, a function or an event is known by.",
      "",
      "The word: the name of an entry point of Starknet, or with its parameters that of",
      "a function, an event or an error of Solidity.",
      ""
    },
    footer = {
      "  crossline selector handle_deposit",
      "  crossline selector 'LogMessageToL1(uint256,address,uint256[])'"
    })
public final class SelectorCommand extends Question {
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  SelectorCommand() {}

  @Override
  List<String> names() {
    return List.of("name");
  }

  @Override
  Map<String, @Nullable Object> answer(List<String> question) {
    String name = question.get(0);
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    if (name.indexOf('(') < 0) {
      if (!IDENTIFIER.matcher(name).matches()) {
        throw new MalformedInputException(
            "name: \""
                + name
                + "\" is no name of an entry point, nor a signature such as f(uint256)");
      }
      fields.put("selector", Selector.ofName(name).value().toString());
      return fields;
    }
    Signature signature = Signature.parse(name);
    fields.put("signature", signature.canonical());
    fields.put("selector", signature.selector().toString());
    fields.put("topic", signature.topic().toString());
    return fields;
  }
}
