// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import static io.crossline.starknet.l1.CoreFixture.ALICE;
import static io.crossline.starknet.l1.CoreFixture.CORE;
import static io.crossline.starknet.l1.CoreFixture.FEE;
import static io.crossline.starknet.l1.CoreFixture.L2_CONTRACT;
import static io.crossline.starknet.l1.CoreFixture.OPERATOR;
import static io.crossline.starknet.l1.CoreFixture.PAYLOAD;
import static io.crossline.starknet.l1.CoreFixture.SELECTOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.CoreRules;
import io.crossline.starknet.L2ToL1Message;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Calldata from an enemy: cut anywhere, and with each byte changed. */
class DamagedCalldataTest {
  private static final UInt256 TO = L2_CONTRACT.toUInt256();
  private static final UInt256 HANDLER = SELECTOR.value().toUInt256();

  private record Sent(String name, EthAddress caller, UInt256 value, CoreOperation<?> operation) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Sent> calls() {
    CoreFixture fixture = new CoreFixture();
    SentMessage pending = fixture.send();
    L2ToL1Message answer = L2ToL1Message.of(L2_CONTRACT, ALICE, PAYLOAD);
    ProgramOutput output =
        ProgramOutput.of(fixture.header(), List.of(answer), List.of(pending.message()));
    UInt256 none = UInt256.ZERO;
    return Stream.of(
        new Sent("send", ALICE, FEE, new SendMessageToL2(TO, HANDLER, PAYLOAD)),
        new Sent("consume", ALICE, none, new ConsumeMessageFromL2(TO, PAYLOAD)),
        new Sent(
            "start", ALICE, none, new StartL1ToL2MessageCancellation(TO, HANDLER, PAYLOAD, none)),
        new Sent("cancel", ALICE, none, new CancelL1ToL2Message(TO, HANDLER, PAYLOAD, none)),
        new Sent(
            "mockSend", ALICE, none, new MockSendMessageFromL2(TO, ALICE.toUInt256(), PAYLOAD)),
        new Sent(
            "mockConsume",
            ALICE,
            none,
            new MockConsumeMessageToL2(ALICE.toUInt256(), TO, HANDLER, PAYLOAD, none)),
        new Sent("updateState", OPERATOR, none, new UpdateState(output, none, none)));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void damageIsRefusedOrMeansSomethingElseAndNeverHalf(Sent sent) {
    Bytes whole = sent.operation.calldata(CoreRules.DEPLOYED);
    for (int size = 0; size < whole.size(); size++) {
      refusedOrWhole(sent, whole.slice(0, size), true);
    }
    for (int at = 0; at < whole.size(); at++) {
      for (int change : new int[] {0x01, 0x80, 0xff}) {
        byte[] bytes = whole.toByteArray();
        bytes[at] ^= (byte) change;
        refusedOrWhole(sent, Bytes.of(bytes), false);
      }
    }
  }

  /** What is refused leaves everything as it was; what throws fails the test. */
  private static void refusedOrWhole(Sent sent, Bytes calldata, boolean mustBeRefused) {
    CoreFixture fixture = new CoreFixture();
    SentMessage pending = fixture.send();
    fixture.core.as(ALICE).mockSendMessageFromL2(L2ToL1Message.of(TO, ALICE, PAYLOAD)).orThrow();
    fixture.core.as(ALICE).startL1ToL2MessageCancellation(pending.message()).orThrow();
    fixture.advance(432_000);
    List<Object> before = fixture.state(pending.hash());
    Outcome<Bytes> outcome = fixture.chain.transact(sent.caller, CORE, sent.value, calldata);
    if (mustBeRefused) {
      assertThat(outcome.isAccepted()).as("%s", calldata).isFalse();
    }
    if (!outcome.isAccepted()) {
      assertThat(outcome.logs()).isEmpty();
      assertThat(fixture.state(pending.hash())).isEqualTo(before);
    }
  }
}
