// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.crossline.core.abi.AbiDecodeException;
import io.crossline.core.abi.RawRevert;
import io.crossline.core.chain.Frame;
import io.crossline.core.chain.RevertSignal;
import io.crossline.messaging.Bytes;
import io.crossline.starknet.CoreRules;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * The functions of a core contract by their selectors. Arguments that Solidity would not decode, an
 * unknown selector and value sent to a function that takes none all give a revert without data.
 */
final class CoreFunctions {
  private static final int SELECTOR_SIZE = 4;

  private static final List<CoreFunction<? extends CoreOperation<?>>> LISTED =
      List.of(
          CoreFunction.of("sendMessageToL2", SendMessageToL2.class),
          CoreFunction.of("consumeMessageFromL2", ConsumeMessageFromL2.class),
          CoreFunction.of("startL1ToL2MessageCancellation", StartL1ToL2MessageCancellation.class),
          CoreFunction.of("cancelL1ToL2Message", CancelL1ToL2Message.class),
          CoreFunction.of("mockConsumeMessageToL2", MockConsumeMessageToL2.class),
          CoreFunction.of("updateState", UpdateState.class),
          CoreFunction.of("updateStateKzgDA", UpdateStateKzgDA.class),
          CoreFunction.of("setMessageCancellationDelay", SetMessageCancellationDelay.class),
          CoreFunction.of("setFeeCollectionAddress", SetFeeCollectionAddress.class),
          CoreFunction.of("setProgramHash", SetProgramHash.class),
          CoreFunction.of("setAggregatorProgramHash", SetAggregatorProgramHash.class),
          CoreFunction.of("setConfigHash", SetConfigHash.class),
          CoreFunction.of("registerOperator", RegisterOperator.class),
          CoreFunction.of("unregisterOperator", UnregisterOperator.class),
          CoreFunction.of("starknetNominateNewGovernor", NominateNewGovernor.class),
          CoreFunction.of("starknetAcceptGovernance", AcceptGovernance.class),
          CoreFunction.of("starknetCancelNomination", CancelNomination.class),
          CoreFunction.of("starknetRemoveGovernor", RemoveGovernor.class),
          CoreFunction.of("finalize", Finalize.class));

  private static final Map<CoreRules.MockSendTo, Known> KNOWN =
      new EnumMap<>(CoreRules.MockSendTo.class);

  /** The functions of all contracts whose mock takes the receiver in one way. */
  private record Known(
      Map<Class<?>, CoreFunction<? extends CoreOperation<?>>> byOperation,
      Map<Bytes, CoreFunction<? extends CoreOperation<?>>> bySelector) {
    static Known with(CoreFunction<MockSendMessageFromL2> mockSend) {
      List<CoreFunction<? extends CoreOperation<?>>> all = new ArrayList<>(LISTED);
      all.add(mockSend);
      return new Known(
          all.stream().collect(toUnmodifiableMap(CoreFunction::operation, Function.identity())),
          all.stream().collect(toUnmodifiableMap(CoreFunction::selector, Function.identity())));
    }
  }

  static {
    CoreFunction<MockSendMessageFromL2> mockSend =
        CoreFunction.of("mockSendMessageFromL2", MockSendMessageFromL2.class);
    KNOWN.put(CoreRules.MockSendTo.WORD, Known.with(mockSend));
    KNOWN.put(CoreRules.MockSendTo.ADDRESS, Known.with(mockSend.withAddress("to")));
  }

  private final StarknetCore core;
  private final Map<Bytes, CoreViews.View> views;

  CoreFunctions(StarknetCore core) {
    this.core = core;
    views = CoreViews.of(core);
  }

  static Bytes calldata(CoreOperation<?> operation, CoreRules rules) {
    CoreFunction<?> function = known(rules).byOperation().get(operation.getClass());
    if (function == null) {
      throw new IllegalStateException(operation.getClass() + " has no function");
    }
    return function.encode(operation);
  }

  /** The operation that calldata asks for; nothing if no function has its selector. */
  static Optional<CoreOperation<?>> decode(Bytes calldata, CoreRules rules) {
    return calldata.size() < SELECTOR_SIZE
        ? Optional.empty()
        : Optional.ofNullable(known(rules).bySelector().get(calldata.slice(0, SELECTOR_SIZE)))
            .map(function -> function.decode(calldata.slice(SELECTOR_SIZE)));
  }

  private static Known known(CoreRules rules) {
    return Objects.requireNonNull(KNOWN.get(rules.mockSendTo()));
  }

  Bytes call(Frame frame, Bytes calldata) {
    try {
      Optional<CoreOperation<?>> operation = decode(calldata, core.rules());
      return operation.isPresent() ? run(frame, operation.get()) : view(frame, calldata);
    } catch (AbiDecodeException e) {
      // Arrays stay in calldata, where every fault of theirs gives an empty revert, never
      // Panic(0x41).
      throw new RevertSignal(RawRevert.EMPTY);
    }
  }

  private <T> Bytes run(Frame frame, CoreOperation<T> operation) {
    if (!operation.isOffered(core.state())) {
      throw frame.revert(RawRevert.EMPTY);
    }
    return operation.returnData(core.run(frame, operation), core.rules());
  }

  private Bytes view(Frame frame, Bytes calldata) {
    CoreViews.View view =
        calldata.size() < SELECTOR_SIZE ? null : views.get(calldata.slice(0, SELECTOR_SIZE));
    if (view == null || !frame.value().isZero()) {
      throw frame.revert(RawRevert.EMPTY);
    }
    return view.read(calldata.slice(SELECTOR_SIZE));
  }
}
