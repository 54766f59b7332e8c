// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.abi.Require;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeAssertTest {
  private static final Log LOG = new Log(EthAddress.ZERO, List.of(), Bytes.EMPTY);
  private static final Outcome<Integer> ACCEPTED = Outcome.accepted(7, List.of(LOG));
  private static final Outcome<Integer> REVERTED = Outcome.reverted(new Require("PAUSED"));

  @Test
  void passesWhereItShould() {
    assertThat(OutcomeAssert.assertThat(ACCEPTED).emitted(List.of(LOG)).accepted()).isEqualTo(7);
    OutcomeAssert.assertThat(REVERTED)
        .revertedWith("PAUSED")
        .revertedWithData(new Require("PAUSED").data())
        .emitted(List.of());
  }

  @Test
  void failsWhereItShould() {
    assertThatThrownBy(() -> OutcomeAssert.assertThat(REVERTED).accepted())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("it reverted: PAUSED (0x08c379a0");
    assertThatThrownBy(() -> OutcomeAssert.assertThat(ACCEPTED).revertedWith("PAUSED"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("but it was accepted");
    assertThatThrownBy(() -> OutcomeAssert.assertThat(REVERTED).revertedWith("NOT_PAUSED"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("but it was PAUSED");
    assertThatThrownBy(() -> OutcomeAssert.assertThat(ACCEPTED).emitted(List.of()))
        .isInstanceOf(AssertionError.class);
  }
}
