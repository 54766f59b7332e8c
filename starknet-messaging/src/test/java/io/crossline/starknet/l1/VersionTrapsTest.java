// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import static io.crossline.starknet.l1.CoreFixture.ALICE;
import static io.crossline.starknet.l1.CoreFixture.BOB;
import static io.crossline.starknet.l1.CoreFixture.CORE;
import static io.crossline.starknet.l1.CoreFixture.FEE;
import static io.crossline.starknet.l1.CoreFixture.L2_CONTRACT;
import static io.crossline.starknet.l1.CoreFixture.OPERATOR;
import static io.crossline.starknet.l1.CoreFixture.PAYLOAD;
import static io.crossline.starknet.l1.CoreFixture.SELECTOR;
import static io.crossline.starknet.l1.CoreFixture.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.abi.Panic;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.CoreRules;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.event.CoreEvents;
import io.crossline.starknet.event.EventTopics;
import io.crossline.starknet.event.LogMessageToL2;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The traps of the specification, section 12, in which versions of the core contract differ. */
class VersionTrapsTest {
  @Test
  void trap04_anOverflowPanicsFromV0131AndIsNamedBefore() {
    for (CoreRules rules : CoreRules.all()) {
      CoreFixture old =
          new CoreFixture(setup -> setup.rules(rules).messageCancellationDelay(UInt256.MAX));
      UInt256 fee = rules.payableSend() ? FEE : UInt256.ZERO;
      L1ToL2Message message =
          old.core
              .as(ALICE)
              .sendMessageToL2(L2_CONTRACT, SELECTOR, PAYLOAD, fee)
              .orThrow()
              .message();
      old.core.as(ALICE).startL1ToL2MessageCancellation(message).orThrow();
      Outcome<Bytes32> outcome = old.core.as(ALICE).cancelL1ToL2Message(message);
      if (List.of("v0.13.1", "v0.13.3", "v0.13.4").contains(rules.name())) {
        assertRefused(outcome, Panic.ARITHMETIC);
      } else {
        assertRefused(outcome, "CANCEL_ALLOWED_TIME_OVERFLOW");
      }
    }
  }

  @Test
  void trap25_oldVersionsLogAnotherTopicAndReturnLess() {
    CoreFixture next = new CoreFixture(setup -> setup.rules(CoreRules.byName("v0.9.0")));
    Outcome<SentMessage> withoutFee =
        next.core.as(ALICE).sendMessageToL2(L2_CONTRACT, SELECTOR, PAYLOAD, UInt256.ZERO);
    assertThat(withoutFee.logs().get(0).topics().get(0))
        .isEqualTo(EventTopics.LOG_MESSAGE_TO_L2_WITHOUT_FEE);

    CoreFixture old = new CoreFixture(setup -> setup.rules(CoreRules.byName("v0.8.0")));
    Bytes send =
        new SendMessageToL2(L2_CONTRACT.toUInt256(), SELECTOR.value().toUInt256(), PAYLOAD)
            .calldata(old.core.rules());
    Outcome<Bytes> sent = old.chain.transact(ALICE, CORE, UInt256.ZERO, send);
    assertThat(sent.orThrow().size()).isEqualTo(32);
    assertThat(sent.logs().get(0).topics().get(0))
        .isNotEqualTo(EventTopics.LOG_MESSAGE_TO_L2)
        .hasToString("0x7d3450d4f5138e54dcb21a322312d50846ead7856426fb38778f8ef33aeccc01");
    L1ToL2Message message =
        ((LogMessageToL2) CoreEvents.decode(sent.logs().get(0)).orElseThrow()).message();
    Bytes start =
        new StartL1ToL2MessageCancellation(
                L2_CONTRACT.toUInt256(), SELECTOR.value().toUInt256(), PAYLOAD, message.nonce())
            .calldata(old.core.rules());
    assertThat(old.chain.transact(ALICE, CORE, UInt256.ZERO, start).orThrow())
        .isEqualTo(Bytes.EMPTY);
  }

  @Test
  void trap28_aFeeOfZeroWasOnceLegal() {
    for (CoreRules rules : CoreRules.all()) {
      CoreFixture version = new CoreFixture(setup -> setup.rules(rules));
      Outcome<SentMessage> outcome =
          version.core.as(ALICE).sendMessageToL2(L2_CONTRACT, SELECTOR, PAYLOAD, UInt256.ZERO);
      if (List.of("v0.11.0-pre3", "v0.13.1", "v0.13.3", "v0.13.4").contains(rules.name())) {
        assertRefused(outcome, "L1_MSG_FEE_MUST_BE_GREATER_THAN_0");
      } else {
        assertThat(version.core.l1ToL2Messages(outcome.orThrow().hash())).isEqualTo(UInt256.ONE);
      }
    }
  }

  @Test
  void trap29_onlyTheMockOfV0100TakesOneAway() {
    for (CoreRules rules : CoreRules.all()) {
      CoreFixture version = new CoreFixture(setup -> setup.rules(rules));
      UInt256 fee = rules.payableSend() ? UInt256.of(5) : UInt256.ZERO;
      L1ToL2Message message =
          version
              .core
              .as(ALICE)
              .sendMessageToL2(L2_CONTRACT, SELECTOR, PAYLOAD, fee)
              .orThrow()
              .message();
      version.core.as(BOB).mockConsumeMessageToL2(message).orThrow();
      UInt256 left = version.core.l1ToL2Messages(message.hash());
      assertThat(left)
          .as(rules.name())
          .isEqualTo(rules.name().equals("v0.10.0") ? UInt256.of(5) : UInt256.ZERO);
      if (!left.isZero()) {
        ProgramOutput output = ProgramOutput.of(version.header(), List.of(), List.of(message));
        version.core.as(OPERATOR).updateState(output, UInt256.ZERO, UInt256.ZERO).orThrow();
        assertThat(version.core.l1ToL2Messages(message.hash())).isEqualTo(UInt256.ZERO);
      }
    }
  }
}
