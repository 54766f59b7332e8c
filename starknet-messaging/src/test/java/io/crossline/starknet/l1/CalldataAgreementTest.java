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
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.abi.AbiDecodeException;
import io.crossline.core.chain.Nothing;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.CoreRules;
import io.crossline.starknet.Int256;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.event.LogStateUpdate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every function has two faces, typed and calldata, which do the same to two equal contracts. */
class CalldataAgreementTest {
  private static final L2ToL1Message ANSWER = L2ToL1Message.of(L2_CONTRACT, ALICE, PAYLOAD);

  private final CoreFixture typed = new CoreFixture();
  private final CoreFixture encoded = new CoreFixture();

  private static Bytes word(UInt256 word) {
    return word.toBytes32().toBytes();
  }

  private static UInt256 nonce(long nonce) {
    return UInt256.of(nonce);
  }

  private static L1ToL2Message message(long nonce) {
    return L1ToL2Message.of(
        ALICE, L2_CONTRACT.toUInt256(), SELECTOR.value().toUInt256(), PAYLOAD, nonce(nonce));
  }

  private static SendMessageToL2 send() {
    return new SendMessageToL2(L2_CONTRACT.toUInt256(), SELECTOR.value().toUInt256(), PAYLOAD);
  }

  private static List<Object> everything(CoreFixture fixture) {
    StarknetCore core = fixture.core;
    List<Object> all =
        new ArrayList<>(
            fixture.state(message(0).hash(), message(1).hash(), message(2).hash(), ANSWER.hash()));
    all.addAll(
        List.of(
            core.programHash(),
            core.aggregatorProgramHash(),
            core.configHash(),
            core.isFinalized()));
    for (EthAddress user : List.of(BOB, GOVERNOR, OPERATOR)) {
      all.add(core.isGovernor(user));
      all.add(core.isOperator(user));
    }
    return all;
  }

  /** Runs an operation through both faces; the one gives the result, the other its encoding. */
  private <T> void agree(
      EthAddress caller, UInt256 value, CoreOperation<T> operation, T result, Bytes returned) {
    Bytes calldata = operation.calldata(CoreRules.DEPLOYED);
    assertThat(CoreOperation.decode(calldata, CoreRules.DEPLOYED)).contains(operation);
    Outcome<T> one = typed.core.as(caller).transact(operation, value);
    Outcome<Bytes> other = encoded.chain.transact(caller, CORE, value, calldata);
    assertThat(one.orThrow()).isEqualTo(result);
    assertThat(other.orThrow()).isEqualTo(returned);
    assertThat(other.logs()).isEqualTo(one.logs());
    assertThat(everything(encoded)).isEqualTo(everything(typed));
  }

  private void agree(EthAddress caller, CoreOperation<Bytes32> operation, Bytes32 hash) {
    agree(caller, UInt256.ZERO, operation, hash, hash.toBytes());
  }

  private void administer(EthAddress caller, CoreOperation<Nothing> operation) {
    List<Object> before = everything(encoded);
    agree(caller, UInt256.ZERO, operation, Nothing.NOTHING, Bytes.EMPTY);
    if (!(operation instanceof NominateNewGovernor) && !(operation instanceof CancelNomination)) {
      assertThat(everything(encoded)).isNotEqualTo(before);
    }
  }

  private void sendOne(long nonce) {
    L1ToL2Message message = message(nonce).withFee(FEE);
    agree(
        ALICE,
        FEE,
        send(),
        new SentMessage(message, message.hash()),
        Bytes.concat(message.hash().toBytes(), word(message.nonce())));
  }

  @Test
  void messagesToL2() {
    UInt256 to = L2_CONTRACT.toUInt256();
    UInt256 selector = SELECTOR.value().toUInt256();
    sendOne(0);
    agree(
        ALICE,
        new StartL1ToL2MessageCancellation(to, selector, PAYLOAD, nonce(0)),
        message(0).hash());
    typed.advance(432_000);
    encoded.advance(432_000);
    agree(ALICE, new CancelL1ToL2Message(to, selector, PAYLOAD, nonce(0)), message(0).hash());
    sendOne(1);
    agree(
        BOB,
        UInt256.ZERO,
        new MockConsumeMessageToL2(ALICE.toUInt256(), to, selector, PAYLOAD, nonce(1)),
        message(1).hash(),
        Bytes.EMPTY);
    assertThat(encoded.core.l1ToL2Messages(message(0).hash())).isEqualTo(UInt256.ZERO);
    assertThat(encoded.core.l1ToL2Messages(message(1).hash())).isEqualTo(UInt256.ZERO);
  }

  @Test
  void messagesFromL2() {
    agree(
        BOB,
        UInt256.ZERO,
        new MockSendMessageFromL2(L2_CONTRACT.toUInt256(), ALICE.toUInt256(), PAYLOAD),
        ANSWER.hash(),
        Bytes.EMPTY);
    assertThat(encoded.core.l2ToL1Messages(ANSWER.hash())).isEqualTo(UInt256.ONE);
    agree(ALICE, new ConsumeMessageFromL2(L2_CONTRACT.toUInt256(), PAYLOAD), ANSWER.hash());
    assertThat(encoded.core.l2ToL1Messages(ANSWER.hash())).isEqualTo(UInt256.ZERO);
  }

  @Test
  void aStateUpdate() {
    sendOne(0);
    ProgramOutput output = ProgramOutput.of(typed.header(), List.of(ANSWER), List.of(message(0)));
    agree(
        OPERATOR,
        UInt256.ZERO,
        new UpdateState(output, UInt256.of(7), UInt256.of(8)),
        new LogStateUpdate(UInt256.of(101), Int256.of(11), UInt256.of(201)),
        Bytes.EMPTY);
    assertThat(encoded.core.stateRoot()).isEqualTo(UInt256.of(101));
  }

  @Test
  void administration() {
    administer(GOVERNOR, new SetMessageCancellationDelay(UInt256.of(60)));
    administer(GOVERNOR, new SetFeeCollectionAddress(BOB));
    administer(GOVERNOR, new SetProgramHash(UInt256.of(0x44)));
    administer(GOVERNOR, new SetAggregatorProgramHash(UInt256.of(0x55)));
    administer(GOVERNOR, new SetConfigHash(UInt256.of(0x66)));
    administer(GOVERNOR, new RegisterOperator(BOB));
    administer(GOVERNOR, new UnregisterOperator(OPERATOR));
    administer(GOVERNOR, new NominateNewGovernor(ALICE));
    administer(GOVERNOR, new CancelNomination());
    administer(GOVERNOR, new NominateNewGovernor(BOB));
    administer(BOB, new AcceptGovernance());
    administer(BOB, new RemoveGovernor(GOVERNOR));
    administer(BOB, new Finalize());
  }

  @Test
  void newHashesAreLoggedWithTheOldOnes() {
    CoreCaller governor = typed.core.as(GOVERNOR);
    UInt256 hash = UInt256.of(0x77);
    assertThat(governor.transact(new SetProgramHash(hash)).logs())
        .singleElement()
        .extracting(Log::data)
        .isEqualTo(Bytes.concat(word(PROGRAM), word(hash)));
    assertThat(governor.transact(new SetAggregatorProgramHash(hash)).logs())
        .singleElement()
        .extracting(Log::data)
        .isEqualTo(Bytes.concat(word(AGGREGATOR), word(hash)));
    assertThat(governor.transact(new SetConfigHash(hash)).logs())
        .singleElement()
        .extracting(Log::data)
        .isEqualTo(Bytes.concat(word(CONFIG), word(hash)));
  }

  @Test
  void theMockTakesItsReceiverAsTheVersionDoes() {
    CoreRules rules = CoreRules.byName("v0.10.0");
    List<CoreRules.MockSendTo> both = new ArrayList<>();
    for (CoreRules version : List.of(rules, CoreRules.DEPLOYED)) {
      MockSendMessageFromL2 send =
          new MockSendMessageFromL2(UInt256.ONE, ALICE.toUInt256(), PAYLOAD);
      String type = version.mockSendTo() == CoreRules.MockSendTo.WORD ? "uint256" : "address";
      Object to = type.equals("address") ? ALICE : ALICE.toUInt256();
      String function = "mockSendMessageFromL2(uint256," + type + ",uint256[])";
      Bytes calldata = CoreFixture.calldata(function, UInt256.ONE, to, PAYLOAD);
      assertThat(send.calldata(version)).isEqualTo(calldata);
      assertThat(CoreOperation.decode(calldata, version)).contains(send);
      both.add(version.mockSendTo());
    }
    assertThat(both).doesNotHaveDuplicates();
  }

  @Test
  void decodesNothingThatOnlyReadsOrIsUnknown() {
    for (String call : List.of("0x", "0x3e3aa6", "0x01020304")) {
      assertThat(CoreOperation.decode(Bytes.parse(call), CoreRules.DEPLOYED)).isEmpty();
    }
    Bytes view = CoreFixture.calldata("l1ToL2MessageNonce()");
    assertThat(CoreOperation.decode(view, CoreRules.DEPLOYED)).isEmpty();
    Bytes cut = send().calldata(CoreRules.DEPLOYED).slice(0, 40);
    assertThatThrownBy(() -> CoreOperation.decode(cut, CoreRules.DEPLOYED))
        .isInstanceOf(AbiDecodeException.class);
  }
}
