// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The core contract against a model of it that was written from the specification alone. */
class CoreModelProperties {
  private static final int STEPS = 60;

  private static void live(CoreModel.Version version, long seed, int steps, Set<String> outcomes) {
    CoreLife life = new CoreLife(version, seed);
    for (int i = 0; i < steps; i++) {
      CoreLife.Step step = life.step();
      assertThat(step.found())
          .as("%s, step %d: %s", version, i, step.what())
          .isEqualTo(step.expected());
      assertThat(life.foundState(false)).isEqualTo(life.expectedState());
      outcomes.add(step.what() + " " + step.expected().revert().orElse("accepted"));
    }
    assertThat(life.foundState(true)).isEqualTo(life.expectedState());
  }

  @Property
  void theDeployedContractDoesWhatTheModelDoes(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = STEPS) int steps) {
    live(CoreModel.Version.V0_13_4, seed, steps, new TreeSet<>());
  }

  @Property
  void theFirstContractDoesWhatTheModelDoes(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = STEPS) int steps) {
    live(CoreModel.Version.V0_8_0, seed, steps, new TreeSet<>());
  }

  @Property
  void everyVersionDoesWhatTheModelDoes(
      @ForAll CoreModel.Version version,
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = STEPS) int steps) {
    live(version, seed, steps, new TreeSet<>());
  }

  /** The lives lead everywhere: each way in which a call can end happens. */
  @Example
  void everyOutcomeHappens() {
    Set<String> outcomes = new TreeSet<>();
    for (long seed = 0; seed < 40; seed++) {
      live(CoreModel.Version.V0_13_4, seed, STEPS, outcomes);
      live(CoreModel.Version.V0_10_0, seed, STEPS, outcomes);
    }
    assertThat(outcomes)
        .contains(
            "send accepted",
            "send L1_MSG_FEE_MUST_BE_GREATER_THAN_0",
            "send MAX_L1_MSG_FEE_EXCEEDED",
            "send Panic 0x11",
            "start accepted",
            "start NO_MESSAGE_TO_CANCEL",
            "start ",
            "cancel accepted",
            "cancel NO_MESSAGE_TO_CANCEL",
            "cancel MESSAGE_CANCELLATION_NOT_REQUESTED",
            "cancel MESSAGE_CANCELLATION_NOT_ALLOWED_YET",
            "cancel Panic 0x11",
            "cancel CANCEL_ALLOWED_TIME_OVERFLOW",
            "consume accepted",
            "consume INVALID_MESSAGE_TO_CONSUME",
            "mockSend accepted",
            "mockConsume accepted",
            "mockConsume INVALID_MESSAGE_TO_CONSUME",
            "setDelay accepted",
            "setDelay ONLY_GOVERNANCE",
            "update accepted",
            "update ONLY_OPERATOR",
            "update INVALID_PREV_BLOCK_NUMBER",
            "update UNEXPECTED_KZG_DA_FLAG",
            "update PROGRAM_OUTPUT_VALUE_OUT_OF_RANGE",
            "update INVALID_CONFIG_HASH",
            "update FULL_OUTPUT_NOT_SUPPORTED",
            "update INVALID_NEW_BLOCK_NUMBER",
            "update INVALID_PREV_BLOCK_HASH",
            "update INVALID_PREVIOUS_ROOT",
            "update INVALID_MESSAGE_TO_CONSUME",
            "update STARKNET_OUTPUT_TOO_LONG",
            "update ");
  }
}
