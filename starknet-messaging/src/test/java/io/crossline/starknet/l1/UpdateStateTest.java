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
import static io.crossline.starknet.l1.CoreFixture.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.abi.Panic;
import io.crossline.core.abi.Require;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.CoreRules;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Int256;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.event.CoreEvent;
import io.crossline.starknet.event.CoreEvents;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpdateStateTest {
  private static final L2ToL1Message ANSWER = L2ToL1Message.of(L2_CONTRACT, ALICE, PAYLOAD);

  private final CoreFixture fixture = new CoreFixture();
  private final SentMessage sent = fixture.send();

  private static L1ToL2Message withoutFee(SentMessage sent) {
    L1ToL2Message message = sent.message();
    return L1ToL2Message.of(
        message.from(), message.to(), message.selector(), message.payloadWords(), message.nonce());
  }

  private ProgramOutput output() {
    return ProgramOutput.of(fixture.header(), List.of(ANSWER), List.of(sent.message()));
  }

  private Outcome<?> update(ProgramOutput output) {
    return fixture.core.as(OPERATOR).updateState(output, UInt256.of(7), UInt256.of(8));
  }

  /** The usual output with one word changed. */
  private ProgramOutput with(int index, UInt256 word) {
    List<UInt256> words = new ArrayList<>(output().words().words());
    words.set(index, word);
    return new ProgramOutput(Payload.of(words));
  }

  @Test
  void settlesBothDirectionsAndPaysTheCollector() {
    ProgramOutput output = output();
    Outcome<?> outcome = update(output);
    assertThat(CoreEvents.decodeAll(CORE, outcome.logs()).stream().map(CoreEvent::name))
        .containsExactly(
            "LogStateTransitionFact", "LogMessageToL1", "ConsumedMessageToL2", "LogStateUpdate");
    assertThat(fixture.core.stateBlockNumber()).isEqualTo(Int256.of(11));
    assertThat(fixture.core.stateRoot()).isEqualTo(UInt256.of(101));
    assertThat(fixture.core.stateBlockHash()).isEqualTo(UInt256.of(201));
    assertThat(fixture.core.l1ToL2Messages(sent.hash())).isEqualTo(UInt256.ZERO);
    assertThat(fixture.core.l2ToL1Messages(ANSWER.hash())).isEqualTo(UInt256.ONE);
    assertThat(fixture.chain.balance(COLLECTOR)).isEqualTo(FEE);
    assertThat(fixture.chain.balance(CORE)).isEqualTo(UInt256.ZERO);
    assertThat(output.messagesToL1()).containsExactly(ANSWER);
    assertThat(output.messagesToL2()).containsExactly(withoutFee(sent));
    assertThat(fixture.core.as(ALICE).consumeMessageFromL2(ANSWER).isAccepted()).isTrue();
  }

  @Test
  void everyHeaderWordIsChecked() {
    var before = fixture.state(sent.hash(), ANSWER.hash());
    assertRefused(update(with(0, UInt256.ONE)), "INVALID_PREVIOUS_ROOT");
    assertRefused(update(with(2, UInt256.ONE)), "INVALID_PREV_BLOCK_NUMBER");
    assertRefused(update(with(3, UInt256.of(10))), "INVALID_NEW_BLOCK_NUMBER");
    assertRefused(update(with(4, UInt256.ONE)), "INVALID_PREV_BLOCK_HASH");
    assertRefused(update(with(6, UInt256.ONE)), "AGGREGATOR_MODE_INVALID_OS_PROGRAM_HASH");
    assertRefused(update(with(7, UInt256.ONE)), "INVALID_CONFIG_HASH");
    assertRefused(update(with(8, UInt256.ONE)), "UNEXPECTED_KZG_DA_FLAG");
    assertRefused(update(with(9, UInt256.ONE)), "FULL_OUTPUT_NOT_SUPPORTED");
    assertRefused(update(with(1, Felt.PRIME)), "PROGRAM_OUTPUT_VALUE_OUT_OF_RANGE");
    assertThat(fixture.state(sent.hash(), ANSWER.hash())).isEqualTo(before);
    assertThat(update(output()).isAccepted()).isTrue();
  }

  @Test
  void theSegmentsAreChecked() {
    int size = output().words().size();
    assertRefused(update(with(10, UInt256.of(4))), "INVALID_MESSAGE_SEGMENT_SIZE");
    assertRefused(update(with(10, UInt256.of(1L << 30))), "INVALID_MESSAGE_SEGMENT_SIZE");
    assertRefused(update(with(13, UInt256.of(1L << 30))), "INVALID_PAYLOAD_LENGTH");
    assertRefused(update(with(13, UInt256.of(1000))), "TRUNCATED_MESSAGE_PAYLOAD");
    assertRefused(update(with(size - 1, UInt256.ZERO)), "INVALID_MESSAGE_TO_CONSUME");
    List<UInt256> words = new ArrayList<>(output().words().words());
    words.add(UInt256.ZERO);
    assertRefused(update(new ProgramOutput(Payload.of(words))), "STARKNET_OUTPUT_TOO_LONG");
    assertRefused(
        update(new ProgramOutput(output().words().slice(0, 10))), "STARKNET_OUTPUT_TOO_SHORT");
    assertRefused(update(new ProgramOutput(output().words().slice(0, 16))), Panic.INDEX);
  }

  @Test
  void onlyAnOperatorWithAProofUpdates() {
    assertRefused(
        fixture.core.as(ALICE).updateState(output(), UInt256.ZERO, UInt256.ZERO), "ONLY_OPERATOR");
    assertRefused(
        fixture.core.as(OPERATOR).updateState(output(), UInt256.ZERO, UInt256.MAX),
        Panic.ARITHMETIC);
    CoreFixture unproven = new CoreFixture(setup -> setup.facts(fact -> false));
    assertRefused(
        unproven
            .core
            .as(OPERATOR)
            .updateState(
                ProgramOutput.of(unproven.header(), List.of(), List.of()),
                UInt256.ZERO,
                UInt256.ZERO),
        "NO_STATE_TRANSITION_PROOF");
  }

  @Test
  void withoutACollectorTheOperatorIsPaid() {
    CoreFixture unset = new CoreFixture(setup -> setup.feeCollector(EthAddress.ZERO));
    SentMessage message = unset.send();
    unset
        .core
        .as(OPERATOR)
        .updateState(
            ProgramOutput.of(unset.header(), List.of(), List.of(message.message())),
            UInt256.ZERO,
            UInt256.ZERO)
        .orThrow();
    assertThat(unset.chain.balance(OPERATOR)).isEqualTo(FEE);
  }

  @Test
  void aCollectorThatRefusesBlocksTheUpdateOnlyWhenFeesAreDue() {
    fixture.chain.deploy(
        COLLECTOR,
        (frame, calldata) -> {
          throw frame.revert(new Require("no"));
        });
    assertRefused(update(output()), "ETH_TRANSFER_FAILED");
    assertThat(update(ProgramOutput.of(fixture.header(), List.of(ANSWER), List.of())).isAccepted())
        .isTrue();
  }

  @Test
  void aCollectorThatUpdatesAgainIsNoticed() {
    CoreFixture reentrant = new CoreFixture(setup -> setup.operator(COLLECTOR));
    SentMessage message = reentrant.send();
    reentrant.chain.deploy(
        COLLECTOR,
        (frame, calldata) -> {
          ProgramOutput next = ProgramOutput.of(reentrant.header(), List.of(), List.of());
          reentrant
              .core
              .call(frame, UInt256.ZERO, new UpdateState(next, UInt256.ZERO, UInt256.ZERO))
              .orBubble();
          return Bytes.EMPTY;
        });
    var before = reentrant.state(message.hash());
    assertRefused(
        reentrant
            .core
            .as(OPERATOR)
            .updateState(
                ProgramOutput.of(reentrant.header(), List.of(), List.of(message.message())),
                UInt256.ZERO,
                UInt256.ZERO),
        "REENTRANCY_FAILURE");
    assertThat(reentrant.state(message.hash())).isEqualTo(before);
  }

  @Test
  void blockMinusOneIsMatchedAgainstTheLargestFelt() {
    CoreFixture genesis =
        new CoreFixture(setup -> setup.l2State(UInt256.of(100), Int256.MINUS_ONE, UInt256.of(200)));
    ProgramOutput.Header header =
        new ProgramOutput.Header(
            UInt256.of(100),
            UInt256.of(101),
            Felt.MAX.toUInt256(),
            UInt256.ZERO,
            UInt256.of(200),
            UInt256.of(201),
            UInt256.ZERO,
            CoreFixture.CONFIG,
            UInt256.ZERO,
            UInt256.ZERO);
    genesis
        .core
        .as(OPERATOR)
        .updateState(ProgramOutput.of(header, List.of(), List.of()), UInt256.ZERO, UInt256.ZERO)
        .orThrow();
    assertThat(genesis.core.stateBlockNumber()).isEqualTo(Int256.ZERO);
  }

  @Test
  void countersGoDownByOneAndPayNobody() {
    CoreFixture old = new CoreFixture(setup -> setup.rules(CoreRules.byName("counter")));
    SentMessage message =
        old.core
            .as(ALICE)
            .sendMessageToL2(L2_CONTRACT, CoreFixture.SELECTOR, PAYLOAD, UInt256.ZERO)
            .orThrow();
    old.core
        .as(OPERATOR)
        .updateState(
            ProgramOutput.of(old.header(), List.of(), List.of(message.message())),
            UInt256.ZERO,
            UInt256.ZERO)
        .orThrow();
    assertThat(old.core.l1ToL2Messages(message.hash())).isEqualTo(UInt256.ZERO);
    assertThat(old.chain.balance(OPERATOR)).isEqualTo(UInt256.ZERO);
  }
}
