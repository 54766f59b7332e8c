// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import static io.crossline.starknet.l1.CoreFixture.ALICE;
import static io.crossline.starknet.l1.CoreFixture.BOB;
import static io.crossline.starknet.l1.CoreFixture.CORE;
import static io.crossline.starknet.l1.CoreFixture.FEE;
import static io.crossline.starknet.l1.CoreFixture.L2_CONTRACT;
import static io.crossline.starknet.l1.CoreFixture.PAYLOAD;
import static io.crossline.starknet.l1.CoreFixture.SELECTOR;
import static io.crossline.starknet.l1.CoreFixture.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.abi.Panic;
import io.crossline.core.abi.RawRevert;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.CoreRules;
import io.crossline.starknet.event.CoreEvents;
import io.crossline.starknet.event.LogMessageToL2;
import org.junit.jupiter.api.Test;

class SendMessageToL2Test {
  private static final UInt256 ETHER = UInt256.parse("1000000000000000000");

  private final CoreFixture fixture = new CoreFixture();

  private Outcome<SentMessage> send(CoreFixture on, UInt256 fee) {
    return on.core.as(ALICE).sendMessageToL2(L2_CONTRACT, SELECTOR, PAYLOAD, fee);
  }

  @Test
  void storesFeePlusOneAndKeepsTheEther() {
    Outcome<SentMessage> outcome = send(fixture, FEE);
    SentMessage sent = outcome.orThrow();
    assertThat(sent.message().nonce()).isEqualTo(UInt256.ZERO);
    assertThat(sent.message().fee()).contains(FEE);
    assertThat(sent.hash()).isEqualTo(sent.message().hash());
    assertThat(fixture.core.l1ToL2Messages(sent.hash())).isEqualTo(FEE.plus(UInt256.ONE));
    assertThat(fixture.core.l1ToL2MessageNonce()).isEqualTo(UInt256.ONE);
    assertThat(fixture.chain.balance(CORE)).isEqualTo(FEE);
    assertThat(CoreEvents.decodeAll(CORE, outcome.logs()))
        .containsExactly(new LogMessageToL2(sent.message()));
  }

  @Test
  void countsOneNonceForAllSenders() {
    fixture.send();
    fixture.chain.mint(BOB, FEE);
    SentMessage second =
        fixture.core.as(BOB).sendMessageToL2(L2_CONTRACT, "deposit", PAYLOAD, FEE).orThrow();
    assertThat(second.message().nonce()).isEqualTo(UInt256.ONE);
    assertThat(second.message().selector()).isEqualTo(SELECTOR.value().toUInt256());
  }

  @Test
  void takesAnyWord() {
    SentMessage sent =
        fixture.core.as(ALICE).sendMessageToL2(UInt256.MAX, UInt256.MAX, PAYLOAD, FEE).orThrow();
    assertThat(sent.message().isFelts()).isFalse();
  }

  @Test
  void boundsTheFee() {
    assertThat(send(fixture, ETHER).isAccepted()).isTrue();
    assertThat(send(fixture, UInt256.ONE).isAccepted()).isTrue();
    var before = fixture.state();
    assertRefused(send(fixture, UInt256.ZERO), "L1_MSG_FEE_MUST_BE_GREATER_THAN_0");
    assertRefused(send(fixture, ETHER.plus(UInt256.ONE)), "MAX_L1_MSG_FEE_EXCEEDED");
    assertThat(fixture.state()).isEqualTo(before);
  }

  @Test
  void theLastNonceCannotBeUsed() {
    CoreFixture last = new CoreFixture(setup -> setup.l1ToL2MessageNonce(UInt256.MAX));
    var before = last.state();
    assertRefused(send(last, FEE), Panic.ARITHMETIC);
    assertRefused(send(last, UInt256.ZERO), "L1_MSG_FEE_MUST_BE_GREATER_THAN_0");
    assertThat(last.state()).isEqualTo(before);
  }

  @Test
  void oldRulesWrapCountAndTakeNoValue() {
    CoreFixture old =
        new CoreFixture(
            setup -> setup.rules(CoreRules.byName("counter")).l1ToL2MessageNonce(UInt256.MAX));
    SentMessage sent = send(old, UInt256.ZERO).orThrow();
    assertThat(sent.message().nonce()).isEqualTo(UInt256.MAX);
    assertThat(sent.message().fee()).isEmpty();
    assertThat(old.core.l1ToL2MessageNonce()).isEqualTo(UInt256.ZERO);
    assertThat(old.core.l1ToL2Messages(sent.hash())).isEqualTo(UInt256.ONE);
    assertRefused(send(old, FEE), RawRevert.EMPTY);
  }
}
