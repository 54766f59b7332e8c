// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.starknet;

import io.crossline.core.abi.AbiValue;
import io.crossline.starknet.MessageHash;
import io.crossline.starknet.l1.StarknetCore;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** The typed face of the functions that only read. */
final class CoreAbiViews {
  private static final Map<String, BiFunction<StarknetCore, CoreArguments, AbiValue>> VIEWS =
      Map.ofEntries(
          Map.entry(
              "l1ToL2MsgHash",
              (core, a) ->
                  AbiValue.fixed(
                      MessageHash.l1ToL2(
                              a.address(0), a.number(1), a.number(2), a.payload(3), a.number(4))
                          .toBytes())),
          Map.entry(
              "l2ToL1MsgHash",
              (core, a) ->
                  AbiValue.fixed(
                      MessageHash.l2ToL1(a.number(0), a.address(1), a.payload(2)).toBytes())),
          Map.entry("l1ToL2Messages", (core, a) -> AbiValue.number(core.l1ToL2Messages(a.hash(0)))),
          Map.entry("l2ToL1Messages", (core, a) -> AbiValue.number(core.l2ToL1Messages(a.hash(0)))),
          Map.entry(
              "l1ToL2MessageCancellations",
              (core, a) -> AbiValue.number(core.l1ToL2MessageCancellations(a.hash(0)))),
          Map.entry("l1ToL2MessageNonce", (core, a) -> AbiValue.number(core.l1ToL2MessageNonce())),
          Map.entry(
              "messageCancellationDelay",
              (core, a) -> AbiValue.number(core.messageCancellationDelay())),
          Map.entry("getMaxL1MsgFee", (core, a) -> AbiValue.number(core.rules().maxFee())),
          Map.entry("stateRoot", (core, a) -> AbiValue.number(core.stateRoot())),
          Map.entry(
              "stateBlockNumber", (core, a) -> AbiValue.number(core.stateBlockNumber().bits())),
          Map.entry("stateBlockHash", (core, a) -> AbiValue.number(core.stateBlockHash())),
          Map.entry("configHash", (core, a) -> AbiValue.number(core.configHash())),
          Map.entry("programHash", (core, a) -> AbiValue.number(core.programHash())),
          Map.entry(
              "aggregatorProgramHash", (core, a) -> AbiValue.number(core.aggregatorProgramHash())),
          Map.entry("feeCollector", (core, a) -> AbiValue.address(core.feeCollector())),
          Map.entry("identify", (core, a) -> AbiValue.text(core.identify())),
          Map.entry("isFinalized", (core, a) -> AbiValue.bool(core.isFinalized())),
          Map.entry("isOperator", (core, a) -> AbiValue.bool(core.isOperator(a.address(0)))),
          Map.entry(
              "starknetIsGovernor", (core, a) -> AbiValue.bool(core.isGovernor(a.address(0)))));

  private CoreAbiViews() {}

  /** What the typed face gives for a function that only reads, if it has one. */
  static Optional<AbiValue.Tuple> read(
      String function, CoreArguments arguments, StarknetCore core) {
    return Optional.ofNullable(VIEWS.get(function))
        .map(view -> AbiValue.tuple(view.apply(core, arguments)));
  }
}
