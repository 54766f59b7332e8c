// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.crossline.messaging.EthAddress;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Handlers that fail once, always, every so often, or by chance. */
class HandlerFaultsTest {
  private static final EthAddress BANK =
      EthAddress.parse("0x00000000000000000000000000000000000000b1");
  private static final EthAddress SHOP =
      EthAddress.parse("0x00000000000000000000000000000000000000b2");

  private final Faults faults = new Faults(FaultPlan.NONE);
  private final HandlerFaults pay = faults.handler(BANK, "pay");

  /** Ten calls: x where it fails. */
  private String calls(EthAddress contract, String method) {
    StringBuilder calls = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      calls.append(faults.handlerFails(contract, method, Duration.ZERO) ? 'x' : '.');
    }
    return calls.toString();
  }

  private String calls() {
    return calls(BANK, "pay");
  }

  @Test
  void nothingFailsUnlessItIsTold() {
    assertThat(calls()).isEqualTo("..........");
    assertThat(calls(SHOP, "sell")).isEqualTo("..........");
  }

  @Test
  void once() {
    pay.failsOnce();
    assertThat(calls()).isEqualTo("x.........");
    assertThat(faults.injected()).isEqualTo(Map.of(FaultKind.HANDLER, 1L));
  }

  @Test
  void soManyTimes() {
    pay.failsTimes(3);
    assertThat(calls()).isEqualTo("xxx.......");
    pay.failsTimes(0);
    assertThat(calls()).isEqualTo("..........");
  }

  @Test
  void always() {
    pay.failsAlways();
    assertThat(calls() + calls()).isEqualTo("x".repeat(20));
    pay.failsOnce();
    assertThat(calls()).isEqualTo("x.........");
  }

  @Test
  void everySoManyCalls() {
    pay.failsEvery(3);
    assertThat(calls()).isEqualTo("..x..x..x.");
    pay.failsEvery(1);
    assertThat(calls()).isEqualTo("xxxxxxxxxx");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void everyHasToBeOneAtLeast(int every) {
    pay.failsEvery(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> pay.failsEvery(every))
        .withMessage("every: found " + every + ", must be at least 1");
    assertThat(calls()).isEqualTo(".x.x.x.x.x");
  }

  @Test
  void whatIsTimedComesOnTopOfWhatRepeats() {
    pay.failsEvery(5);
    pay.failsTimes(2);
    assertThat(calls()).isEqualTo("xx..x....x");
  }

  @Test
  void recovers() {
    pay.failsAlways();
    pay.failsEvery(2);
    pay.recovers();
    assertThat(calls()).isEqualTo("..........");
  }

  @Test
  void onlyTheHandlerThatIsMeantFails() {
    pay.failsAlways();
    assertThat(calls(BANK, "refund")).isEqualTo("..........");
    assertThat(calls(SHOP, "pay")).isEqualTo("..........");
    assertThat(faults.handler(BANK, "pay")).isSameAs(pay);
  }

  @Test
  void aWholeContractFails() {
    faults.handler(BANK).failsTimes(2);
    assertThat(faults.handlerFails(BANK, "refund", Duration.ZERO)).isTrue();
    assertThat(calls(SHOP, "pay")).isEqualTo("..........");
    assertThat(calls()).isEqualTo("x.........");
  }

  @Test
  void stopLetsAllRecover() {
    pay.failsAlways();
    faults.handler(SHOP).failsEvery(1);
    faults.stop();
    assertThat(calls()).isEqualTo("..........");
    assertThat(calls(SHOP, "sell")).isEqualTo("..........");
  }

  @Test
  void byChanceAsOftenAsTheProfileSaysUntilTheEnd() {
    Duration end = Duration.ofHours(1);
    Faults chance = new Faults(FaultPlan.seeded(5, FaultProfile.HOSTILE).until(end));
    int failed = 0;
    for (int i = 0; i < 10_000; i++) {
      failed += chance.handlerFails(BANK, "pay", end.minusSeconds(1)) ? 1 : 0;
      assertThat(chance.handlerFails(BANK, "pay", end)).isFalse();
    }
    // A hundred in a thousand.
    assertThat(failed).isBetween(800, 1200);
    assertThat(chance.injected()).isEqualTo(Map.of(FaultKind.HANDLER, (long) failed));
  }
}
