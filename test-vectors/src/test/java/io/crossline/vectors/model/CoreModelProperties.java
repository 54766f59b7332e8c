// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.starknet.CoreRules;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The core contract against a model of it that was written from the specification alone. */
class CoreModelProperties {
  private static final int LONG = 200;

  private static void live(Version version, long seed, int steps, Set<String> outcomes) {
    CoreLife life = new CoreLife(version, seed);
    for (int i = 0; i < steps; i++) {
      CoreLife.Step step = life.step();
      assertThat(step.found())
          .as("%s, step %d: %s", version, i, step.what())
          .isEqualTo(step.expected());
      life.requireSameState(false);
      String end = step.expected().revert().orElse("accepted").replace(' ', '_');
      outcomes.add(step.what() + " " + (end.isEmpty() ? "-" : end));
    }
    life.requireSameState(true);
  }

  @Property
  void theDeployedContractDoesWhatTheModelDoes(
      @ForAll long seed, @ForAll @IntRange(min = 50, max = 100) int steps) {
    live(Version.V0_13_4, seed, steps, new TreeSet<>());
  }

  @Property
  void theFirstContractDoesWhatTheModelDoes(
      @ForAll long seed, @ForAll @IntRange(min = 50, max = 100) int steps) {
    live(Version.V0_8_0, seed, steps, new TreeSet<>());
  }

  @Property
  void everyVersionDoesWhatTheModelDoes(
      @ForAll Version version,
      @ForAll long seed,
      @ForAll @IntRange(min = 50, max = 100) int steps) {
    live(version, seed, steps, new TreeSet<>());
  }

  /** The model knows every version that runs. */
  @Example
  void theModelKnowsEveryVersion() {
    assertThat(Arrays.stream(Version.values()).map(version -> version.text))
        .containsExactlyElementsOf(CoreRules.all().stream().map(CoreRules::name).toList());
  }

  /** How calls end under the deployed rules; a dash stands for a revert without data. */
  private static final String OUTCOMES =
      """
      send accepted L1_MSG_FEE_MUST_BE_GREATER_THAN_0 MAX_L1_MSG_FEE_EXCEEDED Panic_0x11
      consume accepted - INVALID_MESSAGE_TO_CONSUME
      start accepted - NO_MESSAGE_TO_CANCEL
      cancel accepted - NO_MESSAGE_TO_CANCEL MESSAGE_CANCELLATION_NOT_REQUESTED Panic_0x11
      cancel MESSAGE_CANCELLATION_NOT_ALLOWED_YET
      mockSend accepted - Panic_0x11
      mockConsume accepted - INVALID_MESSAGE_TO_CONSUME
      setDelay accepted - FINALIZED ONLY_GOVERNANCE
      setCollector accepted - ONLY_GOVERNANCE ADDRESS_DOES_NOT_ACCEPT_ETH
      setOperator accepted - ONLY_GOVERNANCE
      finalize accepted - FINALIZED
      view accepted -
      """;

  /** How both kinds of update end. */
  private static final String UPDATE_OUTCOMES =
      """
      accepted - ONLY_OPERATOR STARKNET_OUTPUT_TOO_SHORT INVALID_PREV_BLOCK_NUMBER
      UNEXPECTED_KZG_DA_FLAG PROGRAM_OUTPUT_VALUE_OUT_OF_RANGE INVALID_CONFIG_HASH
      FULL_OUTPUT_NOT_SUPPORTED AGGREGATOR_MODE_INVALID_OS_PROGRAM_HASH NO_STATE_TRANSITION_PROOF
      INVALID_NEW_BLOCK_NUMBER INVALID_PREV_BLOCK_HASH INVALID_PREVIOUS_ROOT Panic_0x32
      INVALID_MESSAGE_SEGMENT_SIZE MESSAGE_TOO_SHORT INVALID_PAYLOAD_LENGTH
      TRUNCATED_MESSAGE_PAYLOAD INVALID_MESSAGE_TO_CONSUME ETH_TRANSFER_FAILED
      STARKNET_OUTPUT_TOO_LONG Panic_0x11
      """;

  private static final String BLOB_OUTCOMES =
      """
      KZG_SEGMENT_TOO_SHORT INVALID_NUMBER_OF_KZG_PROOFS INVALID_BLOB_INDEX
      UNEXPECTED_BLOB_HASH_VERSION INVALID_KZG_COMMITMENT INVALID_Y_VALUE INVALID_KZG_PROOF_SIZE
      POINT_EVALUATION_PRECOMPILE_CALL_FAILED UNEXPECTED_POINT_EVALUATION_PRECOMPILE_OUTPUT
      """;

  private static Set<String> written() {
    Set<String> outcomes = new TreeSet<>();
    OUTCOMES
        .lines()
        .forEach(
            line -> {
              String[] parts = line.split(" ");
              Arrays.stream(parts).skip(1).forEach(end -> outcomes.add(parts[0] + " " + end));
            });
    for (String end : UPDATE_OUTCOMES.split("\\s+")) {
      outcomes.add("update " + end);
      outcomes.add("updateKzg " + end);
    }
    for (String end : BLOB_OUTCOMES.split("\\s+")) {
      outcomes.add("updateKzg " + end);
    }
    return outcomes;
  }

  /** The lives lead everywhere: each way in which a call can end happens, and no other. */
  @Example
  void everyOutcomeHappens() {
    Set<String> outcomes = new TreeSet<>();
    for (long seed = 0; seed < 150; seed++) {
      live(Version.V0_13_4, seed, LONG, outcomes);
    }
    assertThat(outcomes).isEqualTo(written());
  }

  /** What only the older versions do happens there. */
  @Example
  void everyOlderOutcomeHappens() {
    Set<String> counters = new TreeSet<>();
    Set<String> fees = new TreeSet<>();
    for (long seed = 0; seed < 30; seed++) {
      live(Version.V0_8_0, seed, LONG, counters);
      live(Version.V0_10_0, seed, LONG, fees);
    }
    assertThat(counters)
        .contains(
            "send accepted", "send -", "cancel CANCEL_ALLOWED_TIME_OVERFLOW", "update accepted")
        .doesNotContain("setCollector accepted", "send Panic_0x11", "mockSend Panic_0x11");
    assertThat(fees)
        .contains("send accepted", "send MAX_L1_MSG_FEE_EXCEEDED", "update accepted")
        .contains("cancel CANCEL_ALLOWED_TIME_OVERFLOW")
        .doesNotContain("send L1_MSG_FEE_MUST_BE_GREATER_THAN_0", "cancel Panic_0x11");
  }
}
