// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.record;

import io.crossline.core.chain.Attempt;
import io.crossline.messaging.UInt256;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes steps of calls of one gateway. */
final class GatewayStepWriter implements StepWriter<ObservedGatewayCall, WrittenGatewayStep> {
  private static final Set<String> TOLD =
      Set.of(
          "sendContractXnetMessage",
          "applyCrossMessages",
          "execBottomUpMsgBatch",
          "propagateAll",
          "fund",
          "release",
          "commitParentFinality",
          "commitCheckpoint");

  private final String alias;
  private final UInt256 opening;

  /**
   * For a gateway.
   *
   * @param alias what the case calls it
   * @param opening its coins before the first step
   */
  GatewayStepWriter(String alias, UInt256 opening) {
    this.alias = alias;
    this.opening = opening;
  }

  @Override
  public Optional<WrittenGatewayStep> keep(
      ObservedGatewayCall ran, Optional<WrittenGatewayStep> before, boolean undone)
      throws InexpressibleException {
    UInt256 owned = before.map(WrittenGatewayStep::coins).orElse(opening);
    Optional<String> obstacle = obstacle(ran, owned);
    if (obstacle.isEmpty() && !(undone && !owned.equals(ran.gateway().before()))) {
      return Optional.of(step(ran, owned));
    }
    if (!ran.failed() && obstacle.isPresent()) {
      throw new InexpressibleException(obstacle.get());
    }
    return Optional.empty();
  }

  private static Optional<String> obstacle(ObservedGatewayCall ran, UInt256 owned) {
    if (!TOLD.contains(ran.call().function().name())) {
      return Optional.of("recordings have no " + ran.call().function().name());
    }
    if (ran.gateway().before().compareTo(owned) < 0) {
      return Optional.of("the gateway lost coins outside of its functions before that");
    }
    return ran.trouble();
  }

  private WrittenGatewayStep step(ObservedGatewayCall ran, UInt256 owned) {
    Members step =
        new Members()
            .put("op", ran.call().function().name())
            .put("gateway", alias)
            .all(GatewayWords.arguments(ran.call()))
            .put("caller", ran.caller().toString());
    if (!ran.value().isZero()) {
      step.put("value", ran.value());
    }
    UInt256 minted = ran.gateway().before().minus(owned);
    if (!minted.isZero()) {
      step.put("mint", minted);
    }
    step.put("blockNumber", ran.block()).put("expect", expect(ran));
    return new WrittenGatewayStep(
        ran.block(),
        step.text(),
        new Change(ran.gateway().account(), owned, ran.gateway().after()),
        ran.others());
  }

  private Members expect(ObservedGatewayCall ran) {
    Members expect = new Members();
    if (ran.outcome() instanceof Attempt.Failed<?> failed) {
      expect.all(GatewayWords.error(failed.revert()));
    } else {
      GatewayWords.putReturned(expect, ran.call(), ((Attempt.Done<?>) ran.outcome()).result());
      List<Object> events = ran.logs().stream().map(log -> GatewayWords.event(alias, log)).toList();
      expect.put("events", events);
    }
    if (!ran.calls().isEmpty()) {
      expect.put("calls", ran.calls());
    }
    return expect.put("state", new Members().put(alias, ran.state()));
  }
}
