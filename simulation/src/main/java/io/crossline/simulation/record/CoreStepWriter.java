// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.record;

import io.crossline.core.abi.ErrorCatalogue;
import io.crossline.core.abi.EvmRevert;
import io.crossline.core.abi.Panic;
import io.crossline.core.abi.Require;
import io.crossline.core.chain.Attempt;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Revert;
import io.crossline.starknet.l1.SentMessage;
import io.crossline.starknet.l1.StarknetCore;
import io.crossline.starknet.l1.UpdateState;
import java.util.Optional;
import java.util.Set;

/**
 * Makes steps of operations of the core contract. The suite has the functions of the messaging
 * contract, and state updates whose header is always valid: a refused one is told only if it was
 * refused for its messages or its sender.
 */
final class CoreStepWriter implements StepWriter<ObservedCoreCall, WrittenCoreStep> {
  private static final Set<String> TOLD_OF_UPDATES =
      Set.of("INVALID_MESSAGE_TO_CONSUME", "ONLY_OPERATOR");

  private final EthAddress core;

  CoreStepWriter(StarknetCore core) {
    this.core = core.address();
  }

  @Override
  public Optional<WrittenCoreStep> keep(
      ObservedCoreCall ran, Optional<WrittenCoreStep> before, boolean undone)
      throws InexpressibleException {
    Optional<Members> expect = ran.words().isPresent() ? expect(ran) : Optional.empty();
    if (expect.isPresent()) {
      return Optional.of(
          step(ran, ran.words().orElseThrow(), expect.get(), before.orElse(WrittenCoreStep.NONE)));
    }
    if (!ran.failed()) {
      throw new InexpressibleException(
          "vectors cannot tell a " + ran.operation().getClass().getSimpleName());
    }
    return Optional.empty();
  }

  private static WrittenCoreStep step(
      ObservedCoreCall ran, CoreWords words, Members expect, WrittenCoreStep before) {
    boolean contract =
        before.contractKnown() && before.after().contract().equals(ran.before().contract());
    boolean collector =
        before.collectorKnown() && before.after().collector().equals(ran.before().collector());
    Members step =
        new Members()
            .put("op", words.name())
            .put("caller", ran.caller().toString())
            .put("timestamp", ran.timestamp());
    if (!ran.value().isZero()) {
      step.put("value", ran.value());
    }
    step.all(words.arguments())
        .put("expect", expect)
        .put("state", WrittenCoreStep.state(ran.after(), ran.entries(), contract, collector));
    return new WrittenCoreStep(
        ran.block(), step.text(), ran.after(), ran.entries(), contract, collector);
  }

  private Optional<Members> expect(ObservedCoreCall ran) {
    if (ran.outcome() instanceof Attempt.Failed<?> failed) {
      return revert(ran, failed.revert());
    }
    return Optional.of(
        new Members()
            .put("returns", returns(((Attempt.Done<?>) ran.outcome()).result()))
            .put("events", CoreEventJson.all(core, ran.logs())));
  }

  private static Members returns(Object result) {
    Members returns = new Members();
    if (result instanceof SentMessage sent) {
      returns.put("msgHash", sent.hash().toString()).put("nonce", sent.message().nonce());
    } else if (result instanceof Bytes32 hash) {
      returns.put("msgHash", hash.toString());
    }
    return returns;
  }

  private static Optional<Members> revert(ObservedCoreCall ran, Revert raw) {
    EvmRevert revert = EvmRevert.decode(raw.data(), ErrorCatalogue.EMPTY);
    String reason = revert instanceof Require require ? require.reason() : "";
    if (ran.operation() instanceof UpdateState && !TOLD_OF_UPDATES.contains(reason)) {
      return Optional.empty();
    }
    if (revert instanceof Panic panic) {
      return Optional.of(new Members().put("panic", panic.code()));
    }
    // Data that is neither a reason nor a panic has no form in this suite.
    boolean told = raw.data().isEmpty() || !reason.isEmpty();
    return told ? Optional.of(new Members().put("revert", reason)) : Optional.empty();
  }
}
