// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import static io.crossline.starknet.l1.CoreFixture.ALICE;
import static io.crossline.starknet.l1.CoreFixture.CORE;
import static io.crossline.starknet.l1.CoreFixture.FEE;
import static io.crossline.starknet.l1.CoreFixture.GOVERNOR;
import static io.crossline.starknet.l1.CoreFixture.L2_CONTRACT;
import static io.crossline.starknet.l1.CoreFixture.PAYLOAD;
import static io.crossline.starknet.l1.CoreFixture.SELECTOR;
import static io.crossline.starknet.l1.CoreFixture.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.abi.RawRevert;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.CoreRules;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CalldataFaceTest {
  private final CoreFixture fixture = new CoreFixture();
  private final CoreOperation<SentMessage> send =
      new SendMessageToL2(L2_CONTRACT.toUInt256(), SELECTOR.value().toUInt256(), PAYLOAD);

  private static Bytes word(UInt256 word) {
    return word.toBytes32().toBytes();
  }

  private Outcome<Bytes> transact(CoreFixture on, UInt256 value, Bytes calldata) {
    return on.chain.transact(ALICE, CORE, value, calldata);
  }

  private Outcome<Bytes> view(String function, UInt256... arguments) {
    return fixture.chain.view(ALICE, CORE, CoreFixture.calldata(function, (Object[]) arguments));
  }

  @Test
  void sendsAndReturnsHashAndNonce() {
    Bytes calldata = send.calldata(CoreRules.DEPLOYED);
    assertThat(calldata.slice(0, 4)).isEqualTo(Bytes.parse("0x3e3aa6c5"));
    Outcome<Bytes> outcome = transact(fixture, FEE, calldata);
    SentMessage same = new CoreFixture().send();
    assertThat(outcome.orThrow())
        .isEqualTo(Bytes.concat(same.hash().toBytes(), word(UInt256.ZERO)));
    assertThat(view("l1ToL2Messages(bytes32)", same.hash().toUInt256()).orThrow())
        .isEqualTo(word(FEE.plus(UInt256.ONE)));
    assertThat(view("l1ToL2MessageNonce()").orThrow()).isEqualTo(word(UInt256.ONE));
  }

  @Test
  void returnsWhatTheVersionDeclares() {
    CoreFixture old = new CoreFixture(setup -> setup.rules(CoreRules.byName("counter")));
    Bytes hash = transact(old, UInt256.ZERO, send.calldata(old.core.rules())).orThrow();
    assertThat(hash.size()).isEqualTo(32);
    Bytes start =
        new StartL1ToL2MessageCancellation(
                L2_CONTRACT.toUInt256(), SELECTOR.value().toUInt256(), PAYLOAD, UInt256.ZERO)
            .calldata(old.core.rules());
    assertThat(transact(old, UInt256.ZERO, start).orThrow()).isEqualTo(Bytes.EMPTY);
  }

  @Test
  void hasTheFeeGetterOfTheVersion() {
    assertThat(view("getMaxL1MsgFee()").orThrow())
        .isEqualTo(word(UInt256.parse("1000000000000000000")));
    assertRefused(view("MAX_L1_MSG_FEE()"), RawRevert.EMPTY);
  }

  @Test
  void refusesDamagedCalldataWithoutData() {
    Bytes calldata = send.calldata(CoreRules.DEPLOYED);
    var before = fixture.state();
    for (int size : new int[] {0, 3, 4, 99, calldata.size() - 1}) {
      assertRefused(transact(fixture, FEE, calldata.slice(0, size)), RawRevert.EMPTY);
    }
    byte[] hugeLength = calldata.toByteArray();
    Arrays.fill(hugeLength, 4 + 96, 4 + 128, (byte) 0xff);
    assertRefused(transact(fixture, FEE, Bytes.of(hugeLength)), RawRevert.EMPTY);
    assertRefused(
        transact(fixture, FEE, Bytes.concat(Bytes.parse("0xdeadbeef"), calldata.slice(4))),
        RawRevert.EMPTY);
    assertThat(fixture.state()).isEqualTo(before);
    assertThat(transact(fixture, FEE, Bytes.concat(calldata, Bytes.parse("0x00ff"))).isAccepted())
        .isTrue();
  }

  @Test
  void takesNoValueButForSending() {
    Bytes nonce = CoreFixture.calldata("l1ToL2MessageNonce()");
    assertThat(transact(fixture, UInt256.ZERO, nonce).isAccepted()).isTrue();
    assertRefused(transact(fixture, UInt256.ONE, nonce), RawRevert.EMPTY);
    Bytes consume = new ConsumeMessageFromL2(UInt256.ONE, PAYLOAD).calldata(CoreRules.DEPLOYED);
    assertRefused(transact(fixture, UInt256.ONE, consume), RawRevert.EMPTY);
  }

  @Test
  void theMockChangedTheTypeOfItsReceiver() {
    MockSendMessageFromL2 wide = new MockSendMessageFromL2(UInt256.ONE, UInt256.MAX, PAYLOAD);
    CoreRules word = CoreRules.byName("v0.13.3");
    assertThat(wide.calldata(word).slice(0, 4)).isEqualTo(Bytes.parse("0xd1fb1509"));
    assertThat(wide.calldata(CoreRules.DEPLOYED).slice(0, 4)).isEqualTo(Bytes.parse("0x325b28ca"));
    CoreFixture before = new CoreFixture(setup -> setup.rules(word));
    assertThat(transact(before, UInt256.ZERO, wide.calldata(word)).isAccepted()).isTrue();
    assertRefused(
        transact(fixture, UInt256.ZERO, wide.calldata(CoreRules.DEPLOYED)), RawRevert.EMPTY);
  }

  @Test
  void administersThroughCalldata() {
    fixture
        .chain
        .transact(
            GOVERNOR,
            CORE,
            UInt256.ZERO,
            new SetMessageCancellationDelay(UInt256.of(60)).calldata(CoreRules.DEPLOYED))
        .orThrow();
    assertThat(view("messageCancellationDelay()").orThrow()).isEqualTo(word(UInt256.of(60)));
    assertThat(view("isOperator(address)", CoreFixture.OPERATOR.toUInt256()).orThrow())
        .isEqualTo(word(UInt256.ONE));
    assertThat(view("identify()").orThrow().slice(64, 64 + 26))
        .isEqualTo(Bytes.utf8("StarkWare_Starknet_2025_10"));
  }
}
