// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import static io.crossline.starknet.l1.CoreFixture.ALICE;
import static io.crossline.starknet.l1.CoreFixture.BOB;
import static io.crossline.starknet.l1.CoreFixture.CORE;
import static io.crossline.starknet.l1.CoreFixture.L2_CONTRACT;
import static io.crossline.starknet.l1.CoreFixture.PAYLOAD;
import static io.crossline.starknet.l1.CoreFixture.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.abi.Panic;
import io.crossline.core.abi.RawRevert;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.event.ConsumedMessageToL1;
import io.crossline.starknet.event.CoreEvents;
import org.junit.jupiter.api.Test;

class ConsumeMessageFromL2Test {
  private static final L2ToL1Message MESSAGE = L2ToL1Message.of(L2_CONTRACT, ALICE, PAYLOAD);

  private final CoreFixture fixture = new CoreFixture();

  @Test
  void takesOneOfTheEqualMessages() {
    fixture.core.as(BOB).mockSendMessageFromL2(MESSAGE).orThrow();
    fixture.core.as(BOB).mockSendMessageFromL2(MESSAGE).orThrow();
    assertThat(fixture.core.l2ToL1Messages(MESSAGE.hash())).isEqualTo(UInt256.of(2));
    Outcome<?> outcome = fixture.core.as(ALICE).consumeMessageFromL2(MESSAGE);
    assertThat(outcome.orThrow()).isEqualTo(MESSAGE.hash());
    assertThat(CoreEvents.decodeAll(CORE, outcome.logs()))
        .containsExactly(new ConsumedMessageToL1(MESSAGE));
    fixture.core.as(ALICE).consumeMessageFromL2(MESSAGE).orThrow();
    assertRefused(
        fixture.core.as(ALICE).consumeMessageFromL2(MESSAGE), "INVALID_MESSAGE_TO_CONSUME");
  }

  @Test
  void wrongCallerSenderAndPayloadLookTheSame() {
    fixture.core.as(BOB).mockSendMessageFromL2(MESSAGE).orThrow();
    var before = fixture.state(MESSAGE.hash());
    String reason = "INVALID_MESSAGE_TO_CONSUME";
    assertRefused(fixture.core.as(BOB).consumeMessageFromL2(L2_CONTRACT, PAYLOAD), reason);
    assertRefused(fixture.core.as(ALICE).consumeMessageFromL2(Felt.ONE, PAYLOAD), reason);
    assertRefused(fixture.core.as(ALICE).consumeMessageFromL2(L2_CONTRACT, Payload.EMPTY), reason);
    assertThat(fixture.state(MESSAGE.hash())).isEqualTo(before);
  }

  @Test
  void theCountDoesNotOverflow() {
    CoreFixture full = new CoreFixture(s -> s.l2ToL1Message(MESSAGE.hash(), UInt256.MAX));
    assertRefused(full.core.as(BOB).mockSendMessageFromL2(MESSAGE), Panic.ARITHMETIC);
    assertThat(full.core.l2ToL1Messages(MESSAGE.hash())).isEqualTo(UInt256.MAX);
  }

  @Test
  void theRealContractHasNoMockFunctions() {
    StarknetCore real =
        StarknetCore.deploy(
            fixture.chain, CoreFixture.address(0xc0df), CoreSetup.builder().build());
    assertRefused(real.as(BOB).mockSendMessageFromL2(MESSAGE), RawRevert.EMPTY);
    assertRefused(
        fixture.chain.transact(
            BOB,
            real.address(),
            UInt256.ZERO,
            new MockSendMessageFromL2(
                    MESSAGE.from().value(), MESSAGE.to().value(), MESSAGE.payloadWords())
                .calldata(real.rules())),
        RawRevert.EMPTY);
  }

  @Test
  void anotherContractCanCallTheTypedFace() {
    fixture.core.as(BOB).mockSendMessageFromL2(MESSAGE).orThrow();
    Outcome<?> outcome =
        fixture.chain.execute(
            BOB,
            ALICE,
            UInt256.ZERO,
            frame ->
                fixture
                    .core
                    .call(
                        frame,
                        UInt256.ZERO,
                        new ConsumeMessageFromL2(L2_CONTRACT.toUInt256(), PAYLOAD))
                    .orBubble());
    assertThat(outcome.orThrow()).isEqualTo(MESSAGE.hash());
  }
}
