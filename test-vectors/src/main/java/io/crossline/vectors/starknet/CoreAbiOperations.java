// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.starknet;

import io.crossline.core.abi.AbiValue;
import io.crossline.starknet.MessageHash;
import io.crossline.starknet.l1.AcceptGovernance;
import io.crossline.starknet.l1.CancelL1ToL2Message;
import io.crossline.starknet.l1.CancelNomination;
import io.crossline.starknet.l1.ConsumeMessageFromL2;
import io.crossline.starknet.l1.CoreOperation;
import io.crossline.starknet.l1.Finalize;
import io.crossline.starknet.l1.KzgProofs;
import io.crossline.starknet.l1.MockConsumeMessageToL2;
import io.crossline.starknet.l1.MockSendMessageFromL2;
import io.crossline.starknet.l1.NominateNewGovernor;
import io.crossline.starknet.l1.ProgramOutput;
import io.crossline.starknet.l1.RegisterOperator;
import io.crossline.starknet.l1.RemoveGovernor;
import io.crossline.starknet.l1.SendMessageToL2;
import io.crossline.starknet.l1.SetAggregatorProgramHash;
import io.crossline.starknet.l1.SetConfigHash;
import io.crossline.starknet.l1.SetFeeCollectionAddress;
import io.crossline.starknet.l1.SetMessageCancellationDelay;
import io.crossline.starknet.l1.SetProgramHash;
import io.crossline.starknet.l1.StarknetCore;
import io.crossline.starknet.l1.StartL1ToL2MessageCancellation;
import io.crossline.starknet.l1.UnregisterOperator;
import io.crossline.starknet.l1.UpdateState;
import io.crossline.starknet.l1.UpdateStateKzgDA;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The typed face of the functions that calldata names. */
final class CoreAbiOperations {
  private static final Map<String, Function<CoreArguments, CoreOperation<?>>> OPERATIONS =
      Map.ofEntries(
          Map.entry(
              "sendMessageToL2", a -> new SendMessageToL2(a.number(0), a.number(1), a.payload(2))),
          Map.entry(
              "consumeMessageFromL2", a -> new ConsumeMessageFromL2(a.number(0), a.payload(1))),
          Map.entry(
              "startL1ToL2MessageCancellation",
              a ->
                  new StartL1ToL2MessageCancellation(
                      a.number(0), a.number(1), a.payload(2), a.number(3))),
          Map.entry(
              "cancelL1ToL2Message",
              a -> new CancelL1ToL2Message(a.number(0), a.number(1), a.payload(2), a.number(3))),
          Map.entry(
              "mockSendMessageFromL2",
              a -> new MockSendMessageFromL2(a.number(0), a.address(1).toUInt256(), a.payload(2))),
          Map.entry(
              "mockConsumeMessageToL2",
              a ->
                  new MockConsumeMessageToL2(
                      a.number(0), a.number(1), a.number(2), a.payload(3), a.number(4))),
          Map.entry(
              "updateState",
              a -> new UpdateState(new ProgramOutput(a.payload(0)), a.number(1), a.number(2))),
          Map.entry(
              "updateStateKzgDA",
              a ->
                  new UpdateStateKzgDA(new ProgramOutput(a.payload(0)), KzgProofs.of(a.proofs(1)))),
          Map.entry("setProgramHash", a -> new SetProgramHash(a.number(0))),
          Map.entry("setAggregatorProgramHash", a -> new SetAggregatorProgramHash(a.number(0))),
          Map.entry("setConfigHash", a -> new SetConfigHash(a.number(0))),
          Map.entry(
              "setMessageCancellationDelay", a -> new SetMessageCancellationDelay(a.number(0))),
          Map.entry("setFeeCollectionAddress", a -> new SetFeeCollectionAddress(a.address(0))),
          Map.entry("registerOperator", a -> new RegisterOperator(a.address(0))),
          Map.entry("unregisterOperator", a -> new UnregisterOperator(a.address(0))),
          Map.entry("starknetNominateNewGovernor", a -> new NominateNewGovernor(a.address(0))),
          Map.entry("starknetRemoveGovernor", a -> new RemoveGovernor(a.address(0))),
          Map.entry("starknetAcceptGovernance", a -> new AcceptGovernance()),
          Map.entry("starknetCancelNomination", a -> new CancelNomination()),
          Map.entry("finalize", a -> new Finalize()));

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

  private CoreAbiOperations() {}

  /** The operation that a function runs, or nothing for one that only reads. */
  static Optional<CoreOperation<?>> operation(String function, CoreArguments arguments) {
    return Optional.ofNullable(OPERATIONS.get(function)).map(make -> make.apply(arguments));
  }

  /** What the typed face gives for a function that only reads, if it has one. */
  static Optional<AbiValue.Tuple> read(
      String function, CoreArguments arguments, StarknetCore core) {
    return Optional.ofNullable(VIEWS.get(function))
        .map(view -> AbiValue.tuple(view.apply(core, arguments)));
  }
}
