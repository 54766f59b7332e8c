// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli.ask;

import io.crossline.core.json.Suggestion;
import io.crossline.messaging.MalformedInputException;
import io.crossline.starknet.CairoType;
import io.crossline.starknet.CairoTypes;
import io.crossline.starknet.cairo.CairoAbi;
import io.crossline.starknet.cairo.CairoFunction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Mixin;

/** A question about felts that are values of Cairo: by their types, or by the ABI of a class. */
abstract class PayloadQuestion extends Question {
  @Mixin private AbiFiles files;

  /** The parameters that the first word names: types, or with an ABI a function or a handler. */
  CairoFunction function(String word) {
    List<CairoAbi> abis = files.read().abis();
    Set<String> names = new TreeSet<>();
    for (CairoAbi abi : abis) {
      if (abi.handlerNames().contains(word)) {
        return abi.handler(word);
      } else if (abi.functionNames().contains(word)) {
        return abi.function(word);
      }
      names.addAll(abi.handlerNames());
      names.addAll(abi.functionNames());
    }
    if (!abis.isEmpty() && word.matches("[A-Za-z_][A-Za-z0-9_]*") && !isType(word, abis)) {
      throw new MalformedInputException(
          "the ABI has no function or handler \""
              + word
              + "\". "
              + Suggestion.instead(word, names));
    }
    Map<String, CairoType<?>> parameters = new LinkedHashMap<>();
    for (CairoType<?> type : parse(word, abis)) {
      parameters.put("value" + (parameters.size() + 1), type);
    }
    // Panic data would count from_address as the first parameter of a handler.
    return new CairoFunction("payload", true, parameters, new ArrayList<>());
  }

  private static List<CairoType<?>> parse(String word, List<CairoAbi> abis) {
    return CairoTypes.parseAll(
        word, name -> abis.stream().flatMap(abi -> find(abi, name).stream()).findFirst());
  }

  private static boolean isType(String word, List<CairoAbi> abis) {
    try {
      return parse(word, abis).size() == 1;
    } catch (MalformedInputException none) {
      return false;
    }
  }

  private static Optional<CairoType<?>> find(CairoAbi abi, String name) {
    try {
      return Optional.of(abi.type(name));
    } catch (MalformedInputException none) {
      return Optional.empty();
    }
  }
}
