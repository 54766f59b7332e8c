// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import static io.crossline.starknet.l1.CoreFixture.AGGREGATOR;
import static io.crossline.starknet.l1.CoreFixture.ALICE;
import static io.crossline.starknet.l1.CoreFixture.BOB;
import static io.crossline.starknet.l1.CoreFixture.CONFIG;
import static io.crossline.starknet.l1.CoreFixture.CORE;
import static io.crossline.starknet.l1.CoreFixture.FEE;
import static io.crossline.starknet.l1.CoreFixture.GOVERNOR;
import static io.crossline.starknet.l1.CoreFixture.L2_CONTRACT;
import static io.crossline.starknet.l1.CoreFixture.OPERATOR;
import static io.crossline.starknet.l1.CoreFixture.PAYLOAD;
import static io.crossline.starknet.l1.CoreFixture.PROGRAM;
import static io.crossline.starknet.l1.CoreFixture.SELECTOR;
import static io.crossline.starknet.l1.CoreFixture.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.abi.RawRevert;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.CoreRules;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The views of every version, and what a version does not have. */
class CalldataViewsTest {
  private static final L2ToL1Message ANSWER = L2ToL1Message.of(L2_CONTRACT, ALICE, PAYLOAD);

  private final CoreFixture fixture = new CoreFixture();

  private static Bytes word(UInt256 word) {
    return word.toBytes32().toBytes();
  }

  private static L1ToL2Message message(long nonce) {
    return L1ToL2Message.of(
        ALICE, L2_CONTRACT.toUInt256(), SELECTOR.value().toUInt256(), PAYLOAD, UInt256.of(nonce));
  }

  private Bytes view(String function, UInt256... arguments) {
    return view(fixture, function, arguments).orThrow();
  }

  private static Outcome<Bytes> view(CoreFixture on, String function, UInt256... arguments) {
    return on.chain.view(ALICE, CORE, CoreFixture.calldata(function, (Object[]) arguments));
  }

  @Test
  void theFeeGetterIsTheOneOfTheVersion() {
    CoreFixture capital = new CoreFixture(setup -> setup.rules(CoreRules.byName("v0.10.0")));
    CoreFixture absent = new CoreFixture(setup -> setup.rules(CoreRules.byName("v0.8.0")));
    assertThat(view(capital, "MAX_L1_MSG_FEE()").orThrow())
        .isEqualTo(word(UInt256.parse("1000000000000000000")));
    assertRefused(view(capital, "getMaxL1MsgFee()"), RawRevert.EMPTY);
    assertRefused(view(absent, "MAX_L1_MSG_FEE()"), RawRevert.EMPTY);
    assertRefused(view(absent, "getMaxL1MsgFee()"), RawRevert.EMPTY);
  }

  @Test
  void viewsOfTheMessages() {
    SentMessage sent = fixture.send();
    UInt256 hash = sent.hash().toUInt256();
    fixture.core.as(ALICE).startL1ToL2MessageCancellation(sent.message()).orThrow();
    fixture.core.as(BOB).mockSendMessageFromL2(ANSWER).orThrow();
    assertThat(view("l1ToL2Messages(bytes32)", hash)).isEqualTo(word(FEE.plus(UInt256.ONE)));
    assertThat(view("l1ToL2MessageCancellations(bytes32)", hash))
        .isEqualTo(word(UInt256.of(1_000_000)));
    assertThat(view("l2ToL1Messages(bytes32)", ANSWER.hash().toUInt256()))
        .isEqualTo(word(UInt256.ONE));
    assertThat(view("l2ToL1Messages(bytes32)", hash)).isEqualTo(word(UInt256.ZERO));
  }

  @Test
  void viewsOfTheState() {
    assertThat(view("stateRoot()")).isEqualTo(word(UInt256.of(100)));
    assertThat(view("stateBlockNumber()")).isEqualTo(word(UInt256.of(10)));
    assertThat(view("stateBlockHash()")).isEqualTo(word(UInt256.of(200)));
    assertThat(view("programHash()")).isEqualTo(word(PROGRAM));
    assertThat(view("aggregatorProgramHash()")).isEqualTo(word(AGGREGATOR));
    assertThat(view("configHash()")).isEqualTo(word(CONFIG));
    assertThat(view("feeCollector()")).isEqualTo(word(CoreFixture.COLLECTOR.toUInt256()));
    assertThat(view("starknetIsGovernor(address)", GOVERNOR.toUInt256()))
        .isEqualTo(word(UInt256.ONE));
    assertThat(view("starknetIsGovernor(address)", BOB.toUInt256())).isEqualTo(word(UInt256.ZERO));
    assertThat(view("isFrozen()")).isEqualTo(word(UInt256.ZERO));
    assertThat(view("isFinalized()")).isEqualTo(word(UInt256.ZERO));
    fixture.core.as(GOVERNOR).transact(new Finalize()).orThrow();
    assertThat(view("isFinalized()")).isEqualTo(word(UInt256.ONE));
  }

  @Test
  void hashesAreFunctionsFromTheirVersionOn() {
    Bytes toL2 =
        CoreFixture.calldata(
            "l1ToL2MsgHash(address,uint256,uint256,uint256[],uint256)",
            ALICE,
            L2_CONTRACT.toUInt256(),
            SELECTOR.value().toUInt256(),
            PAYLOAD,
            UInt256.of(3));
    Bytes toL1 =
        CoreFixture.calldata(
            "l2ToL1MsgHash(uint256,address,uint256[])", L2_CONTRACT.toUInt256(), ALICE, PAYLOAD);
    assertThat(fixture.chain.view(BOB, CORE, toL2).orThrow())
        .isEqualTo(message(3).hash().toBytes());
    assertThat(fixture.chain.view(BOB, CORE, toL1).orThrow()).isEqualTo(ANSWER.hash().toBytes());
    CoreFixture before = new CoreFixture(setup -> setup.rules(CoreRules.byName("v0.13.1")));
    assertRefused(before.chain.view(BOB, CORE, toL2), RawRevert.EMPTY);
    assertRefused(before.chain.view(BOB, CORE, toL1), RawRevert.EMPTY);
  }

  @Test
  void aVersionWithoutACollectorHasNoneToSetOrRead() {
    CoreFixture before = new CoreFixture(setup -> setup.rules(CoreRules.byName("v0.13.3")));
    assertRefused(view(before, "feeCollector()"), RawRevert.EMPTY);
    assertRefused(
        before.core.as(GOVERNOR).transact(new SetFeeCollectionAddress(BOB)), RawRevert.EMPTY);
    Bytes calldata = new SetFeeCollectionAddress(BOB).calldata(before.core.rules());
    assertRefused(before.chain.transact(GOVERNOR, CORE, UInt256.ZERO, calldata), RawRevert.EMPTY);
    SentMessage sent = before.send();
    before
        .core
        .as(OPERATOR)
        .updateState(
            ProgramOutput.of(before.header(), List.of(), List.of(sent.message())),
            UInt256.ZERO,
            UInt256.ZERO)
        .orThrow();
    assertThat(before.chain.balance(OPERATOR)).isEqualTo(FEE);
  }

  @Test
  void withoutTheMockItsFunctionsAreUnknown() {
    CoreFixture real = new CoreFixture();
    StarknetCore core =
        StarknetCore.deploy(real.chain, CoreFixture.address(0xc0d), CoreSetup.builder().build());
    assertThat(core.hasMockFunctions()).isFalse();
    assertRefused(core.as(BOB).mockSendMessageFromL2(ANSWER), RawRevert.EMPTY);
    assertRefused(core.as(BOB).mockConsumeMessageToL2(message(0)), RawRevert.EMPTY);
    Bytes calldata =
        new MockSendMessageFromL2(L2_CONTRACT.toUInt256(), ALICE.toUInt256(), PAYLOAD)
            .calldata(core.rules());
    assertRefused(
        real.chain.transact(BOB, core.address(), UInt256.ZERO, calldata), RawRevert.EMPTY);
  }
}
