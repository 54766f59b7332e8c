// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import static io.crossline.starknet.l1.CoreFixture.ALICE;
import static io.crossline.starknet.l1.CoreFixture.COLLECTOR;
import static io.crossline.starknet.l1.CoreFixture.CORE;
import static io.crossline.starknet.l1.CoreFixture.FEE;
import static io.crossline.starknet.l1.CoreFixture.L2_CONTRACT;
import static io.crossline.starknet.l1.CoreFixture.OPERATOR;
import static io.crossline.starknet.l1.CoreFixture.PAYLOAD;
import static io.crossline.starknet.l1.CoreFixture.SELECTOR;
import static io.crossline.starknet.l1.CoreFixture.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.abi.Panic;
import io.crossline.core.abi.RawRevert;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Int256;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.MessageHash;
import io.crossline.starknet.Payload;
import io.crossline.starknet.event.CoreEvents;
import io.crossline.starknet.event.LogMessageToL1;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The traps of the specification, section 12, that state updates show, by number. */
class UpdateTrapsTest {
  private static final UInt256 ABOVE_160_BITS = UInt256.ofLimbs(0, 1L << 32, 0, 7);

  private final CoreFixture fixture = new CoreFixture();

  private Outcome<?> update(CoreFixture on, List<UInt256> words) {
    return on.core
        .as(OPERATOR)
        .updateState(new ProgramOutput(Payload.of(words)), UInt256.ZERO, UInt256.ZERO);
  }

  /** A header that fits, and words behind it. */
  private static List<UInt256> words(CoreFixture on, long... more) {
    List<UInt256> words =
        new ArrayList<>(
            ProgramOutput.of(on.header(), List.of(), List.of())
                .words()
                .slice(0, ProgramOutput.HEADER_SIZE)
                .words());
    for (long word : more) {
      words.add(UInt256.of(word));
    }
    return words;
  }

  @Test
  void trap11_aWordThatIsNoFeltIsSentAndCancelledButNeverConsumed() {
    L1ToL2Message message =
        fixture
            .core
            .as(ALICE)
            .sendMessageToL2(L2_CONTRACT, SELECTOR, Payload.of(Felt.PRIME), FEE)
            .orThrow()
            .message();
    ProgramOutput output = ProgramOutput.of(fixture.header(), List.of(), List.of(message));
    assertRefused(update(fixture, output.words().words()), "PROGRAM_OUTPUT_VALUE_OUT_OF_RANGE");
    fixture.core.as(ALICE).startL1ToL2MessageCancellation(message).orThrow();
    fixture.advance(432_000);
    assertThat(fixture.core.as(ALICE).cancelL1ToL2Message(message).isAccepted()).isTrue();
  }

  @Test
  void trap12_aReceiverAbove160BitsIsCutInTheEventOnly() {
    List<UInt256> words = words(fixture, 3, 1);
    words.add(ABOVE_160_BITS);
    words.addAll(List.of(UInt256.ZERO, UInt256.ZERO));
    Outcome<?> outcome = update(fixture, words);
    LogMessageToL1 event = (LogMessageToL1) CoreEvents.decodeAll(CORE, outcome.logs()).get(1);
    EthAddress cut = EthAddress.of(UInt256.of(7));
    assertThat(event.message().to().toEthAddress()).isEqualTo(cut);
    Bytes32 full = MessageHash.l2ToL1(UInt256.ONE, ABOVE_160_BITS, Payload.EMPTY);
    assertThat(fixture.core.l2ToL1Messages(full)).isEqualTo(UInt256.ONE);
    assertRefused(
        fixture.core.as(cut).consumeMessageFromL2(UInt256.ONE, Payload.EMPTY),
        "INVALID_MESSAGE_TO_CONSUME");
  }

  @Test
  void trap13_aSegmentIsMeasuredInWordsAndItsEndIsCheckedLast() {
    // The message of 4 words runs past a segment of 3, into what should be the other segment.
    assertRefused(
        update(fixture, words(fixture, 3, 1, 2, 1, 9, 0)), "INVALID_MESSAGE_SEGMENT_SIZE");
    // One that runs past the whole output is refused before that.
    assertRefused(update(fixture, words(fixture, 3, 1, 2, 3, 9, 0)), "TRUNCATED_MESSAGE_PAYLOAD");
    assertRefused(update(fixture, words(fixture, 1, 0)), "MESSAGE_TOO_SHORT");
    assertThat(update(fixture, words(fixture, 4, 1, 2, 1, 9, 0)).isAccepted()).isTrue();
  }

  @Test
  void trap14_anOutputWithOneSegmentPanics() {
    assertRefused(update(fixture, words(fixture, 0)), Panic.INDEX);
    assertRefused(update(fixture, words(fixture, 4, 1, 2, 1, 9)), Panic.INDEX);
  }

  @Test
  void trap15_theRangeIsCheckedAfterBlockNumberFlagAndKzgSegment() {
    List<UInt256> outOfRange = words(fixture, 0, 0);
    outOfRange.set(1, Felt.PRIME);
    assertRefused(update(fixture, outOfRange), "PROGRAM_OUTPUT_VALUE_OUT_OF_RANGE");
    outOfRange.set(8, UInt256.of(2));
    assertRefused(update(fixture, outOfRange), "UNEXPECTED_KZG_DA_FLAG");
    outOfRange.set(2, UInt256.of(99));
    assertRefused(update(fixture, outOfRange), "INVALID_PREV_BLOCK_NUMBER");

    List<UInt256> blobs = words(fixture, 5);
    blobs.set(8, UInt256.ONE);
    blobs.add(UInt256.MAX);
    assertRefused(
        fixture
            .core
            .as(OPERATOR)
            .updateStateKzgDA(new ProgramOutput(Payload.of(blobs)), List.of(), List.of()),
        Panic.ARITHMETIC);
  }

  @Test
  void trap16_theStoredBlockMinusOneIsExpectedAsPMinusOne() {
    CoreFixture fresh =
        new CoreFixture(setup -> setup.l2State(UInt256.of(1), Int256.MINUS_ONE, UInt256.of(2)));
    List<UInt256> words = words(fixture, 0, 0);
    words.set(0, UInt256.of(1));
    words.set(2, UInt256.MAX);
    words.set(3, UInt256.ZERO);
    words.set(4, UInt256.of(2));
    assertRefused(update(fresh, words), "INVALID_PREV_BLOCK_NUMBER");
    words.set(2, Felt.MAX.toUInt256());
    assertThat(update(fresh, words).isAccepted()).isTrue();
    assertThat(fresh.core.stateBlockNumber()).isEqualTo(Int256.of(0));
  }

  @Test
  void trap17_anUnsetCollectorMeansTheOperatorAndARefusalBlocksOnlyWhereFeesAreDue() {
    CoreFixture unset = new CoreFixture(setup -> setup.feeCollector(EthAddress.ZERO));
    L1ToL2Message message = unset.send().message();
    ProgramOutput paid = ProgramOutput.of(unset.header(), List.of(), List.of(message));
    update(unset, paid.words().words()).orThrow();
    assertThat(unset.chain.balance(OPERATOR)).isEqualTo(FEE);

    CoreFixture refusing = new CoreFixture();
    refusing.chain.deploy(
        COLLECTOR,
        (frame, calldata) -> {
          throw frame.revert(RawRevert.EMPTY);
        });
    L1ToL2Message due = refusing.send().message();
    ProgramOutput blocked = ProgramOutput.of(refusing.header(), List.of(), List.of(due));
    assertRefused(update(refusing, blocked.words().words()), "ETH_TRANSFER_FAILED");
    assertThat(refusing.core.l1ToL2Messages(due.hash())).isEqualTo(FEE.plus(UInt256.ONE));
    assertThat(update(refusing, words(refusing, 0, 0)).isAccepted()).isTrue();
  }

  @Test
  void trap26_theFeesOfOneUpdateAreSentOnceAsASum() {
    List<UInt256> payments = new ArrayList<>();
    fixture.chain.deploy(
        COLLECTOR,
        (frame, calldata) -> {
          payments.add(frame.value());
          return calldata;
        });
    List<L1ToL2Message> messages =
        List.of(fixture.send().message(), fixture.send().message(), fixture.send().message());
    ProgramOutput output = ProgramOutput.of(fixture.header(), List.of(), messages);
    update(fixture, output.words().words()).orThrow();
    assertThat(payments).containsExactly(UInt256.of(3000));
  }

  @Test
  void equalMessagesToL1AreCounted() {
    L2ToL1Message same = L2ToL1Message.of(L2_CONTRACT, ALICE, PAYLOAD);
    ProgramOutput output = ProgramOutput.of(fixture.header(), List.of(same, same), List.of());
    update(fixture, output.words().words()).orThrow();
    assertThat(fixture.core.l2ToL1Messages(same.hash())).isEqualTo(UInt256.of(2));
  }
}
