// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import static io.crossline.starknet.l1.CoreFixture.ALICE;
import static io.crossline.starknet.l1.CoreFixture.BOB;
import static io.crossline.starknet.l1.CoreFixture.COLLECTOR;
import static io.crossline.starknet.l1.CoreFixture.CORE;
import static io.crossline.starknet.l1.CoreFixture.FEE;
import static io.crossline.starknet.l1.CoreFixture.GOVERNOR;
import static io.crossline.starknet.l1.CoreFixture.L2_CONTRACT;
import static io.crossline.starknet.l1.CoreFixture.OPERATOR;
import static io.crossline.starknet.l1.CoreFixture.PAYLOAD;
import static io.crossline.starknet.l1.CoreFixture.SELECTOR;
import static io.crossline.starknet.l1.CoreFixture.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.abi.RawRevert;
import io.crossline.core.hash.Keccak256;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Log;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.CoreRules;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The traps of the specification, section 12, that calls of the core contract show, by number. */
class MessagingTrapsTest {
  private static final long DELAY = 432_000;

  private final CoreFixture fixture = new CoreFixture();

  private Outcome<Bytes32> start(L1ToL2Message message) {
    return fixture.core.as(ALICE).startL1ToL2MessageCancellation(message);
  }

  private Outcome<Bytes32> cancel(L1ToL2Message message) {
    return fixture.core.as(ALICE).cancelL1ToL2Message(message);
  }

  @Test
  void trap01_thePreimageIsFromToNonceSelectorLengthPayload() {
    Keccak256 keccak = new Keccak256();
    UInt256[] words = {
      ALICE.toUInt256(), UInt256.of(2), UInt256.of(3), UInt256.of(4), UInt256.of(1), UInt256.of(5)
    };
    for (UInt256 word : words) {
      keccak.absorb(word);
    }
    Payload payload = Payload.of(UInt256.of(5));
    assertThat(L1ToL2Message.of(ALICE, UInt256.of(2), UInt256.of(4), payload, UInt256.of(3)).hash())
        .isEqualTo(keccak.digest());

    // The event has the selector before the payload and the nonce behind it, calldata the nonce
    // last.
    Outcome<SentMessage> sent =
        fixture.core.as(ALICE).sendMessageToL2(L2_CONTRACT, SELECTOR, PAYLOAD, FEE);
    Log log = sent.logs().get(0);
    assertThat(log.topics().get(3)).isEqualTo(SELECTOR.value().toUInt256().toBytes32());
    assertThat(log.data().getUInt256(32)).isEqualTo(sent.orThrow().message().nonce());
    Bytes start =
        new StartL1ToL2MessageCancellation(
                L2_CONTRACT.toUInt256(), SELECTOR.value().toUInt256(), PAYLOAD, UInt256.of(9))
            .calldata(CoreRules.DEPLOYED);
    assertThat(start.getUInt256(4 + 32)).isEqualTo(SELECTOR.value().toUInt256());
    assertThat(start.getUInt256(4 + 96)).isEqualTo(UInt256.of(9));
  }

  @Test
  void trap02_theMapHoldsTheFeeAndOne() {
    SentMessage sent = fixture.send();
    assertThat(fixture.core.l1ToL2Messages(sent.hash())).isEqualTo(FEE.plus(UInt256.ONE));
  }

  @Test
  void trap03_aRefusedRequestLeavesNoEvent() {
    L1ToL2Message absent = L1ToL2Message.of(ALICE, L2_CONTRACT, SELECTOR, PAYLOAD, UInt256.of(99));
    assertRefused(start(absent), "NO_MESSAGE_TO_CANCEL");
    assertRefused(cancel(absent), "NO_MESSAGE_TO_CANCEL");
    SentMessage sent = fixture.send();
    assertThat(start(sent.message()).logs()).hasSize(1);
    assertRefused(cancel(sent.message()), "MESSAGE_CANCELLATION_NOT_ALLOWED_YET");
  }

  @Test
  void trap05_cancellingIsAllowedAtExactlyRequestTimeAndDelay() {
    SentMessage sent = fixture.send();
    start(sent.message()).orThrow();
    fixture.advance(DELAY - 1);
    assertRefused(cancel(sent.message()), "MESSAGE_CANCELLATION_NOT_ALLOWED_YET");
    fixture.advance(1);
    assertThat(cancel(sent.message()).isAccepted()).isTrue();
  }

  @Test
  void trap06_everyAcceptedRequestRestartsTheClock() {
    SentMessage sent = fixture.send();
    start(sent.message()).orThrow();
    fixture.advance(DELAY + 5);
    UInt256 first = fixture.core.l1ToL2MessageCancellations(sent.hash());
    assertRefused(
        fixture.core.as(BOB).startL1ToL2MessageCancellation(sent.message()),
        "NO_MESSAGE_TO_CANCEL");
    assertThat(fixture.core.l1ToL2MessageCancellations(sent.hash())).isEqualTo(first);
    start(sent.message()).orThrow();
    assertRefused(cancel(sent.message()), "MESSAGE_CANCELLATION_NOT_ALLOWED_YET");
  }

  @Test
  void trap07_requestTimesSurvive() {
    SentMessage sent = fixture.send();
    start(sent.message()).orThrow();
    UInt256 time = fixture.core.l1ToL2MessageCancellations(sent.hash());
    fixture.advance(DELAY);
    cancel(sent.message()).orThrow();
    assertThat(fixture.core.l1ToL2MessageCancellations(sent.hash())).isEqualTo(time);
    assertRefused(start(sent.message()), "NO_MESSAGE_TO_CANCEL");
    assertRefused(cancel(sent.message()), "NO_MESSAGE_TO_CANCEL");

    SentMessage other = fixture.send();
    start(other.message()).orThrow();
    fixture.core.as(BOB).mockConsumeMessageToL2(other.message()).orThrow();
    assertThat(fixture.core.l1ToL2MessageCancellations(other.hash())).isNotEqualTo(UInt256.ZERO);
  }

  @Test
  void trap08_noMessageComesBeforeNotRequestedAlsoForAWrongSender() {
    SentMessage sent = fixture.send();
    assertRefused(cancel(sent.message()), "MESSAGE_CANCELLATION_NOT_REQUESTED");
    assertRefused(fixture.core.as(BOB).cancelL1ToL2Message(sent.message()), "NO_MESSAGE_TO_CANCEL");
  }

  @Test
  void trap09_cancellingRefundsNobody() {
    SentMessage sent = fixture.send();
    start(sent.message()).orThrow();
    fixture.advance(DELAY);
    UInt256 alice = fixture.chain.balance(ALICE);
    cancel(sent.message()).orThrow();
    assertThat(fixture.chain.balance(CORE)).isEqualTo(FEE);
    assertThat(fixture.chain.balance(ALICE)).isEqualTo(alice);
    assertThat(fixture.chain.balance(COLLECTOR)).isEqualTo(UInt256.ZERO);
  }

  @Test
  void trap10_aMessageUnderCancellationCanStillBeConsumed() {
    SentMessage sent = fixture.send();
    start(sent.message()).orThrow();
    fixture.advance(DELAY);
    ProgramOutput output = ProgramOutput.of(fixture.header(), List.of(), List.of(sent.message()));
    fixture.core.as(OPERATOR).updateState(output, UInt256.ZERO, UInt256.ZERO).orThrow();
    assertRefused(cancel(sent.message()), "NO_MESSAGE_TO_CANCEL");
  }

  @Test
  void trap18_oneNonceServesAllAndARefusedSendDoesNotUseIt() {
    assertThat(fixture.send().message().nonce()).isEqualTo(UInt256.ZERO);
    assertRefused(
        fixture.core.as(ALICE).sendMessageToL2(L2_CONTRACT, SELECTOR, PAYLOAD, UInt256.ZERO),
        "L1_MSG_FEE_MUST_BE_GREATER_THAN_0");
    fixture.chain.mint(BOB, FEE);
    assertThat(
            fixture
                .core
                .as(BOB)
                .sendMessageToL2(L2_CONTRACT, SELECTOR, PAYLOAD, FEE)
                .orThrow()
                .message()
                .nonce())
        .isEqualTo(UInt256.ONE);
  }

  @Test
  void trap19_equalHashesOfBothDirectionsAreTwoEntries() {
    L1ToL2Message down =
        L1ToL2Message.of(
            ALICE, BOB.toUInt256(), UInt256.of(5), Payload.of(UInt256.of(6)), UInt256.of(3));
    // The nonce takes the place of the length: selector, length and payload become a payload.
    L2ToL1Message up =
        L2ToL1Message.of(
            ALICE.toUInt256(), BOB, Payload.of(UInt256.of(5), UInt256.of(1), UInt256.of(6)));
    assertThat(up.hash()).isEqualTo(down.hash());
    CoreFixture both =
        new CoreFixture(
            setup ->
                setup
                    .l1ToL2Message(down.hash(), UInt256.of(8))
                    .l2ToL1Message(up.hash(), UInt256.ONE));
    both.core.as(BOB).consumeMessageFromL2(up).orThrow();
    assertThat(both.core.l2ToL1Messages(up.hash())).isEqualTo(UInt256.ZERO);
    assertThat(both.core.l1ToL2Messages(down.hash())).isEqualTo(UInt256.of(8));
  }

  @Test
  void trap20_theMocksConsumptionPaysNobodyAndTakesAnySender() {
    SentMessage sent = fixture.send();
    MockConsumeMessageToL2 wide =
        new MockConsumeMessageToL2(
            ALICE.toUInt256().plus(Felt.PRIME),
            sent.message().to().value(),
            sent.message().selector(),
            PAYLOAD,
            UInt256.ZERO);
    assertRefused(fixture.core.as(BOB).transact(wide), "INVALID_MESSAGE_TO_CONSUME");
    fixture.core.as(BOB).mockConsumeMessageToL2(sent.message()).orThrow();
    assertThat(fixture.chain.balance(CORE)).isEqualTo(FEE);
    assertThat(fixture.chain.balance(COLLECTOR)).isEqualTo(UInt256.ZERO);
  }

  @Test
  void trap24_calldataIsDecodedAsSolidityDoes() {
    Bytes tight =
        new SendMessageToL2(L2_CONTRACT.toUInt256(), SELECTOR.value().toUInt256(), PAYLOAD)
            .calldata(CoreRules.DEPLOYED);
    // The array one byte further, so that it is not aligned, and more behind it.
    Bytes shifted =
        Bytes.concat(
            tight.slice(0, 4 + 95),
            Bytes.of((byte) 0x61, (byte) 0xff),
            tight.slice(4 + 96),
            Bytes.parse("0xdead"));
    for (Bytes calldata : List.of(tight, shifted, Bytes.concat(tight, Bytes.parse("0x00")))) {
      assertThat(fixture.chain.transact(ALICE, CORE, FEE, calldata).isAccepted()).isTrue();
    }
    Bytes dirty =
        Bytes.concat(
            new MockSendMessageFromL2(UInt256.ONE, ALICE.toUInt256(), PAYLOAD)
                .calldata(CoreRules.DEPLOYED)
                .slice(0, 4 + 32),
            Bytes.parse("0x01"),
            new MockSendMessageFromL2(UInt256.ONE, ALICE.toUInt256(), PAYLOAD)
                .calldata(CoreRules.DEPLOYED)
                .slice(4 + 33));
    byte[] beyond = tight.toByteArray();
    beyond[4 + 96 + 31] = 3; // a length of 3 where 2 words follow
    for (Bytes calldata :
        List.of(tight.slice(0, tight.size() - 1), tight.slice(0, 50), dirty, Bytes.of(beyond))) {
      assertRefused(
          fixture.chain.transact(
              ALICE, CORE, calldata.equals(dirty) ? UInt256.ZERO : FEE, calldata),
          RawRevert.EMPTY);
    }
  }

  @Test
  void aDelayThatIsChangedActsOnRequestsAlreadyMade() {
    SentMessage sent = fixture.send();
    start(sent.message()).orThrow();
    fixture.core.as(GOVERNOR).transact(new SetMessageCancellationDelay(UInt256.of(10))).orThrow();
    fixture.advance(10);
    assertThat(cancel(sent.message()).isAccepted()).isTrue();
  }
}
