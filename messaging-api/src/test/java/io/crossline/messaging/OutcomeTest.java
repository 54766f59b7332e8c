// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link Outcome}, {@link OutcomeType} and {@link Log}. */
class OutcomeTest {
  private record Refusal(Bytes data, String description) implements Revert {}

  private static final Refusal REFUSAL = new Refusal(Bytes.parse("0x01"), "NOT_ALLOWED");
  private static final Log LOG = new Log(EthAddress.ZERO, List.of(Bytes32.ZERO), Bytes.EMPTY);

  @Test
  void anAcceptedOneHasResultAndLogs() {
    Outcome<String> outcome = Outcome.accepted("done", List.of(LOG));
    assertThat(outcome.isAccepted()).isTrue();
    assertThat(outcome.orThrow()).isEqualTo("done");
    assertThat(outcome.logs()).containsExactly(LOG);
    assertThat(outcome.<String>fold((result, logs) -> result + logs.size(), Revert::description))
        .isEqualTo("done1");
    assertThat(outcome.map(String::length)).isEqualTo(Outcome.accepted(4, List.of(LOG)));
  }

  @Test
  void aRevertedOneHasTheRevertAlone() {
    Outcome<String> outcome = Outcome.reverted(REFUSAL);
    assertThat(outcome.isAccepted()).isFalse();
    assertThat(outcome.logs()).isEmpty();
    assertThat(outcome.<String>fold((result, logs) -> result, Revert::description))
        .isEqualTo("NOT_ALLOWED");
    assertThat(outcome.map(String::length)).isEqualTo(Outcome.reverted(REFUSAL));
    assertThatExceptionOfType(RevertedException.class)
        .isThrownBy(outcome::orThrow)
        .withMessage("NOT_ALLOWED")
        .satisfies(e -> assertThat(e.revert()).isEqualTo(REFUSAL));
  }

  @Test
  void keepsNothingOfTheCallersLists() {
    List<Log> logs = new ArrayList<>(List.of(LOG));
    Outcome<String> outcome = Outcome.accepted("done", logs);
    logs.clear();
    assertThat(outcome.logs()).containsExactly(LOG);
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> outcome.logs().clear());

    List<Bytes32> topics = new ArrayList<>(List.of(Bytes32.ZERO));
    Log log = new Log(EthAddress.ZERO, topics, Bytes.EMPTY);
    topics.add(Bytes32.ZERO);
    assertThat(log).isEqualTo(LOG);
  }

  @ParameterizedTest
  @CsvSource({"0, Ok, OK", "1, SystemErr, SYSTEM_ERR", "2, ActorErr, ACTOR_ERR"})
  void typesHaveUpstreamsCodesAndNames(int code, String name, OutcomeType type) {
    assertThat(OutcomeType.ofCode(code)).isSameAs(type);
    assertThat(OutcomeType.parse(name)).isSameAs(type);
    assertThat(type.code()).isEqualTo(code);
    assertThat(type).hasToString(name);
    assertThat(type.wireName()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 3, 256})
  void otherCodesAreRefused(int code) {
    assertThatExceptionOfType(MalformedInputException.class)
        .isThrownBy(() -> OutcomeType.ofCode(code))
        .withMessage("outcome: found " + code + ", must be 0, 1 or 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ok", "OK", "", "SYSTEM_ERR"})
  void otherNamesAreRefused(String name) {
    assertThatExceptionOfType(MalformedInputException.class)
        .isThrownBy(() -> OutcomeType.parse(name))
        .withMessage("outcome: found \"" + name + "\", must be Ok, SystemErr or ActorErr");
  }
}
