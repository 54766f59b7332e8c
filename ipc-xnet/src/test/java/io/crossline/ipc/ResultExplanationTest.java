// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc;

import static io.crossline.ipc.ErrorExamples.arguments;
import static io.crossline.ipc.ErrorExamples.data;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.abi.AbiValue;
import io.crossline.core.abi.Panic;
import io.crossline.core.abi.Require;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.OutcomeType;
import io.crossline.messaging.ResultMsg;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResultExplanationTest {
  private static final int CUT = 128;
  private static final EthAddress ONE = EthAddress.parse("0x" + "11".repeat(20));
  private static final EthAddress TWO = EthAddress.parse("0x" + "22".repeat(20));
  private static final SubnetId HERE = SubnetId.root(1).child(ONE);
  private static final SubnetId THERE = SubnetId.root(1).child(TWO);
  private static final IpcEnvelope CALL = call(HERE, THERE);
  private static final String SENDER = HERE + ":" + ONE;
  private static final String RECEIVER = THERE + ":" + TWO;

  private static IpcEnvelope call(SubnetId from, SubnetId to) {
    return IpcEnvelope.createCallMsg(
        IpcAddress.of(from, ONE),
        IpcAddress.of(to, TWO),
        UInt256.of(40),
        new CallMsg(Bytes.utf8("ping"), Bytes.EMPTY));
  }

  private static ResultMsg result(OutcomeType outcome, Bytes ret) {
    return new ResultMsg(Bytes32.ZERO, outcome, ret);
  }

  private static String explain(Bytes data) {
    return ResultExplanation.of(result(OutcomeType.ACTOR_ERR, data), named(MessageEnds.of(CALL)))
        .text();
  }

  private static String refused(InvalidXnetMessageReason reason, MessageEnds ends) {
    return ResultExplanation.of(
            result(OutcomeType.SYSTEM_ERR, IpcError.invalidXnetMessage(reason).data()), ends)
        .toString();
  }

  /** Names as a network gives them. */
  private static MessageEnds named(MessageEnds ends) {
    Map<SubnetId, String> names = Map.of(HERE, "games", THERE, "shop");
    return ends.named(
        id -> names.getOrDefault(id, id.toString()),
        address -> names.get(address.subnetId()) + ":" + address.rawAddress().evmAddress().get());
  }

  @ParameterizedTest
  @EnumSource(IpcError.class)
  void everyErrorIsUnderstoodAndExplained(IpcError error) {
    RevertReading reading = RevertReading.of(data(error));
    assertThat(reading.error()).contains(error);
    assertThat(reading.data()).isEqualTo(data(error));
    assertThat(reading)
        .isEqualTo(new RevertReading.Whole(error.revert(arguments(error.signature()))));
    ResultExplanation known =
        ResultExplanation.of(
            result(OutcomeType.ACTOR_ERR, data(error)), named(MessageEnds.of(CALL)));
    ResultExplanation unknown = ResultExplanation.of(result(OutcomeType.ACTOR_ERR, data(error)));
    for (ResultExplanation explanation : List.of(known, unknown)) {
      assertThat(explanation.text()).startsWith(error.errorName() + "(");
      assertThat(explanation.text()).doesNotContain("{").doesNotContain("}").doesNotContain("…");
      if (error != IpcError.METHOD_NOT_ALLOWED) {
        assertThat(explanation.meaning()).as("a meaning of its own").isNotEmpty();
      }
      if (error != IpcError.METHOD_NOT_ALLOWED && error != IpcError.INVALID_XNET_MESSAGE) {
        for (AbiValue argument : arguments(error.signature())) {
          assertThat(explanation.text()).contains(argument.toString());
        }
      }
    }
  }

  @Test
  void theEightReasonsNameThePlaces() {
    MessageEnds ends = named(MessageEnds.of(CALL)).answeredBy(HERE).withNonce(UInt64.of(7));
    String start = "SystemErr: InvalidXnetMessage(";
    assertThat(Stream.of(InvalidXnetMessageReason.values()).map(reason -> refused(reason, ends)))
        .containsExactly(
            start
                + "Sender): games:"
                + ONE
                + " is no contract, and only a contract may send a Call",
            start + "DstSubnet): no registered child of games leads to shop",
            start + "Nonce): nonce 7 is not the one that games expects next",
            start + "Value): the value must not be 0",
            start + "Kind): the kind of message is not allowed",
            start + "ReflexiveSend): shop is the network that it is sent from",
            start + "NoRoute): shop lies under another root than games",
            start
                + "IncompatibleSupplySource): the subnets that games joins between games and shop"
                + " do not count in the same asset");
  }

  @Test
  void differentRootsHaveNoCommonParent() {
    IpcEnvelope astray = call(HERE, SubnetId.root(2));
    assertThat(refused(InvalidXnetMessageReason.NO_ROUTE, MessageEnds.of(astray)))
        .isEqualTo(
            "SystemErr: InvalidXnetMessage(NoRoute): " + HERE + " and /r2 have no common parent");
    assertThat(
            ResultExplanation.ofError(
                IpcError.invalidXnetMessage(InvalidXnetMessageReason.NO_ROUTE).data(),
                MessageEnds.of(astray)))
        .isEqualTo("InvalidXnetMessage(NoRoute): " + HERE + " and /r2 have no common parent");
    IpcEnvelope nowhere = call(HERE, SubnetId.EMPTY);
    assertThat(refused(InvalidXnetMessageReason.DST_SUBNET, MessageEnds.of(nowhere)))
        .endsWith(": the message names no destination");
  }

  @Test
  void whatIsNotKnownIsSpokenOfInGeneral() {
    assertThat(refused(InvalidXnetMessageReason.NONCE, MessageEnds.UNKNOWN))
        .endsWith(": its nonce is not the one that a network on the way expects next");
    assertThat(refused(InvalidXnetMessageReason.NO_ROUTE, MessageEnds.UNKNOWN))
        .endsWith(": the sender's network and the destination have no common parent");
    IpcEnvelope answer = IpcEnvelope.createResultMsg(CALL, OutcomeType.ACTOR_ERR, Bytes.EMPTY);
    assertThat(
            ResultExplanation.of(
                    result(OutcomeType.ACTOR_ERR, IpcError.INVALID_SUBNET_ACTOR.revert().data()),
                    MessageEnds.behind(answer))
                .text())
        .contains(RECEIVER.split(":")[0])
        .contains("is no contract");
    assertThat(MessageEnds.behind(answer).from()).contains(CALL.from());
  }

  @Test
  void errorsOfTheDeliveryNameReceiverAndValue() {
    assertThat(explain(IpcError.NOT_ENOUGH_BALANCE.revert().data()))
        .isEqualTo("NotEnoughBalance(): the gateway of shop owns less than it has to pay, 40");
    assertThat(explain(IpcError.INVALID_SUBNET_ACTOR.revert().data()))
        .startsWith("InvalidSubnetActor(): shop:" + TWO + " is no contract");
    assertThat(
            explain(
                IpcError.ERC20_INSUFFICIENT_BALANCE
                    .revert(AbiValue.address(ONE), AbiValue.number(3), AbiValue.number(40))
                    .data()))
        .endsWith(ONE + " owns 3 of the token, and would need 40");
    assertThat(explain(Panic.MEMORY.data())).isEqualTo("Panic(0x41): too much memory");
    assertThat(explain(IpcError.INVALID_XNET_MESSAGE.revert(AbiValue.number(8)).data()))
        .isEqualTo("InvalidXnetMessage(8): the message is not valid for reason number 8");
    assertThat(
            ResultExplanation.of(
                result(OutcomeType.ACTOR_ERR, IpcError.NOT_ENOUGH_BALANCE.revert().data()), CALL))
        .hasToString(
            "ActorErr: NotEnoughBalance(): the gateway of "
                + THERE
                + " owns less than it has to pay, 40");
    assertThat(SENDER).as("the sender plays no role").startsWith(HERE.toString());
  }

  @Test
  void textsOfTheGatewayAreExplained() {
    assertThat(explain(IpcRequire.NO_BALANCE_INCREASE.data()))
        .startsWith("No balance increase: the gateway of shop owns no more of the token");
    assertThat(
            explain(
                IpcError.METHOD_NOT_ALLOWED
                    .revert(AbiValue.text(IpcRequire.NO_GENERAL_PURPOSE))
                    .data()
                    .truncate(CUT)))
        .isEqualTo("MethodNotAllowed(\"" + IpcRequire.NO_GENERAL_PURPOSE + "\")");
    for (Require text :
        List.of(
            IpcRequire.EXPECTING_TOP_DOWN_MESSAGES_ONLY,
            IpcRequire.MESSAGE_NOT_FOUND_IN_POSTBOX,
            IpcRequire.INSUFFICIENT_FUNDS,
            IpcRequire.UNEXPECTED_ASSET,
            IpcRequire.INVALID_ERC20_ADDRESS)) {
      assertThat(explain(text.data())).startsWith(text.reason() + ": ").doesNotContain("{");
    }
    assertThat(explain(new Require("my own reason").data())).isEqualTo("my own reason");
  }

  private static ResultExplanation ok(Bytes ret) {
    return ResultExplanation.of(result(OutcomeType.OK, ret));
  }

  private static Bytes returned(int length) {
    return Bytes.concat(
        UInt256.of(32).toBytes32().toBytes(),
        UInt256.of(length).toBytes32().toBytes(),
        Bytes.parse("0x" + "ab".repeat((length + 31) / 32 * 32)));
  }

  @Test
  void whatAReceiverReturnedIsUnwrapped() {
    assertThat(ok(Bytes.EMPTY)).hasToString("Ok");
    assertThat(ok(returned(0))).hasToString("Ok");
    assertThat(ok(returned(3))).hasToString("Ok(0xababab)");
    Bytes word = Bytes.concat(returned(32).truncate(64), UInt256.of(2).toBytes32().toBytes());
    assertThat(ok(word)).hasToString("Ok(2)");
    assertThat(ok(UInt256.ONE.toBytes32().toBytes()))
        .as("what a token returned for a Transfer")
        .hasToString("Ok(1)");
    assertThat(ok(returned(64)).returned().orElseThrow().isCut()).isFalse();
    assertThat(ok(returned(64)).returned().orElseThrow().length()).contains(UInt256.of(64));
  }

  @Test
  void trap3ReturnedBytesBeyond64AreLostAndToldSo() {
    ResultExplanation cut = ok(returned(65).truncate(CUT));
    assertThat(cut.returned().orElseThrow().isCut()).isTrue();
    assertThat(cut.returned().orElseThrow().content().size()).isEqualTo(64);
    assertThat(cut)
        .hasToString(
            "Ok(0x"
                + "ab".repeat(20)
                + "…): the first 64 of 65 bytes; the gateway cut off the rest");
    Bytes huge =
        Bytes.concat(
            UInt256.of(32).toBytes32().toBytes(),
            UInt256.MAX.toBytes32().toBytes(),
            Bytes.parse("0xabab"));
    assertThat(ok(huge).returned().orElseThrow().isCut()).isTrue();
    assertThat(ok(Bytes.parse("0x" + "cd".repeat(CUT))).text())
        .endsWith("raw return data of 128 bytes, beyond which the gateway cuts");
    assertThat(ok(Bytes.parse("0x" + "cd".repeat(CUT - 1))).meaning()).isEmpty();
  }
}
