// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import static io.crossline.starknet.tracking.MessageStatus.ACCEPTED_ON_L2;
import static io.crossline.starknet.tracking.MessageStatus.CANCELLED;
import static io.crossline.starknet.tracking.MessageStatus.CONFIRMED;
import static io.crossline.starknet.tracking.MessageStatus.CONSUMABLE;
import static io.crossline.starknet.tracking.MessageStatus.CONSUMED;
import static io.crossline.starknet.tracking.MessageStatus.LEFT_OUT;
import static io.crossline.starknet.tracking.MessageStatus.REVERTED_ON_L2;
import static io.crossline.starknet.tracking.MessageStatus.ROLLED_BACK;
import static io.crossline.starknet.tracking.MessageStatus.SETTLED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.network.StatusNotReachedException;
import io.crossline.core.trace.TimelineEntry;
import io.crossline.messaging.Codec;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.RevertedException;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.l1.CoreCaller;
import io.crossline.starknet.l1.CoreOperations;
import io.crossline.starknet.l2.CairoPanic;
import io.crossline.starknet.l2.L1Handler;
import io.crossline.starknet.l2.L2Context;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StarknetNetworkTest {
  private static final EthAddress BRIDGE_ON_L1 =
      EthAddress.parse("0x00000000000000000000000000000000000000b1");
  private static final UInt256 ETHER = UInt256.parse("1000000000000000000");
  private static final UInt256 FEE = UInt256.of(30_000);
  private static final Felt ALICE = Felt.of(0xa11ce);

  static final class TokenBridge {
    @L1Handler(from = "l1Bridge")
    void deposit(L2Context ctx, EthAddress from, Felt account, UInt256 amount) {
      ctx.storage()
          .map("balance", Felt.CODEC, Codec.UINT256, UInt256.ZERO)
          .update(account, old -> old.plus(amount));
      ctx.sendMessageToL1(from, Payload.cairo(account));
    }

    @L1Handler(from = "l1Bridge")
    void fail(L2Context ctx, EthAddress from) {
      ctx.storage().slot("touched", Codec.UINT256, UInt256.ZERO).set(UInt256.ONE);
      ctx.sendMessageToL1(from, Payload.EMPTY);
      throw new CairoPanic("bridge paused");
    }
  }

  private StarknetNetwork net;
  private Felt bridge;
  private CoreCaller core;

  @BeforeEach
  void start() {
    net = StarknetNetwork.create();
    net.account("l1Bridge", BRIDGE_ON_L1, ETHER);
    bridge = net.deploy("tokenBridge", new TokenBridge(), r -> r.bind("l1Bridge", BRIDGE_ON_L1));
    core = net.core(BRIDGE_ON_L1);
  }

  private L1ToL2Message deposit() {
    return core.sendMessageToL2(bridge, "deposit", Payload.cairo(ALICE, UInt256.of(500)), FEE)
        .orThrow()
        .message();
  }

  @Test
  void aDepositIsHandledSettledAnsweredAndConsumed() {
    L1ToL2Message sent = deposit();
    net.await(sent, SETTLED);
    L2ToL1Message answer = net.messagesFrom(bridge).get(0);
    net.await(answer, CONSUMABLE);
    assertThat(core.consumeMessageFromL2(answer).orThrow()).isEqualTo(answer.hash());

    assertThat(net.messages()).extracting(MessageReport::status).containsExactly(SETTLED, CONSUMED);
    assertThat(net.core().l1ToL2Messages(sent.hash())).isEqualTo(UInt256.ZERO);
    assertThat(net.l1().balance(net.parameters().feeCollector())).isEqualTo(FEE);
    assertThat(core.consumeMessageFromL2(answer).isAccepted()).isFalse();
  }

  @Test
  void timeMovesNoFurtherThanNeeded() {
    L1ToL2Message sent = deposit();
    net.await(sent, CONFIRMED);
    assertThat(net.time()).isEqualTo(Duration.ofSeconds(36));
    net.await(sent, ACCEPTED_ON_L2);
    // The first L2 block after the cooldown of 255 seconds.
    assertThat(net.time()).isEqualTo(Duration.ofSeconds(258));
    net.await(sent, SETTLED);
    assertThat(net.time()).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void aFailingHandlerLeavesNothingButAPendingMessage() {
    L1ToL2Message sent =
        core.sendMessageToL2(bridge, "fail", Payload.EMPTY, FEE).orThrow().message();
    net.await(sent, REVERTED_ON_L2);

    assertThat(net.messages().get(0).reason()).contains("\"bridge paused\"");
    assertThat(net.messagesFrom(bridge)).isEmpty();
    assertThat(net.l2().storageOf(bridge).slot("touched", Codec.UINT256, UInt256.ZERO).get())
        .isEqualTo(UInt256.ZERO);
    net.advance(Duration.ofHours(2));
    assertThat(net.core().l1ToL2Messages(sent.hash())).isEqualTo(FEE.plus(UInt256.ONE));
    assertThatThrownBy(() -> net.await(sent, SETTLED))
        .isInstanceOf(StatusNotReachedException.class)
        .hasMessageContaining("cannot reach SETTLED")
        .hasMessageContaining("bridge paused")
        .hasMessageContaining("startL1ToL2MessageCancellation");
  }

  @Test
  void cancellationIsAllowedExactlyAfterFiveDays() {
    L1ToL2Message sent =
        core.sendMessageToL2(bridge, "fail", Payload.EMPTY, FEE).orThrow().message();
    net.await(sent, REVERTED_ON_L2);
    core.startL1ToL2MessageCancellation(sent).orThrow();
    net.advance(Duration.ofDays(5).minusSeconds(1));
    assertThatThrownBy(() -> core.cancelL1ToL2Message(sent).orThrow())
        .isInstanceOf(RevertedException.class)
        .hasMessage("MESSAGE_CANCELLATION_NOT_ALLOWED_YET");
    net.advance(Duration.ofSeconds(1));
    core.cancelL1ToL2Message(sent).orThrow();
    assertThat(net.messages().get(0).status()).isEqualTo(CANCELLED);
    assertThat(net.l1().balance(net.parameters().core())).isEqualTo(FEE);
  }

  @Test
  void aSettlementThatRevertsRollsL2Back() {
    L1ToL2Message sent = deposit();
    core.startL1ToL2MessageCancellation(sent).orThrow();
    net.await(sent, ACCEPTED_ON_L2);
    // The delay is shortened, so that the sender can cancel between inclusion and settlement.
    net.core(net.parameters().operator())
        .transact(CoreOperations.setMessageCancellationDelay(UInt256.ZERO))
        .orThrow();
    core.cancelL1ToL2Message(sent).orThrow();
    net.advance(Duration.ofMinutes(30));

    assertThat(net.timeline().entries())
        .extracting(TimelineEntry::what)
        .anyMatch(
            what -> what.contains("rolled back") && what.contains("INVALID_MESSAGE_TO_CONSUME"));
    assertThat(net.messagesFrom(bridge)).isEmpty();
    assertThat(net.messages())
        .extracting(MessageReport::status)
        .containsExactly(CANCELLED, ROLLED_BACK);
  }

  @Test
  void aWordThatIsNoFeltNeverBecomesATransaction() {
    L1ToL2Message sent =
        core.sendMessageToL2(bridge, "deposit", Payload.of(Felt.PRIME), FEE).orThrow().message();
    net.await(sent, LEFT_OUT);
    assertThat(net.core().l1ToL2Messages(sent.hash())).isEqualTo(FEE.plus(UInt256.ONE));
  }

  @Test
  void onlyTheDeclaredSenderIsHandled() {
    EthAddress stranger =
        net.account(
            "stranger", EthAddress.parse("0x00000000000000000000000000000000000000e1"), ETHER);
    L1ToL2Message sent =
        net.core(stranger)
            .sendMessageToL2(bridge, "deposit", Payload.cairo(ALICE, UInt256.ONE), FEE)
            .orThrow()
            .message();
    net.await(sent, REVERTED_ON_L2);
    assertThat(net.messages().get(0).reason()).contains("\"UNEXPECTED_L1_SENDER\"");
  }

  @Test
  void theSameCallsGiveTheSameTimeline() {
    deposit();
    net.advance(Duration.ofHours(1));
    var first = net.timeline().entries();
    start();
    deposit();
    net.advance(Duration.ofHours(1));
    assertThat(net.timeline().entries()).isEqualTo(first);
  }

  private List<String> timeline() {
    return net.timeline().entries().stream()
        .map(line -> line.what() + " " + line.changes())
        .toList();
  }

  @Test
  void aReorganisationTakesBackWhatRestedOnItsBlocks() {
    L1ToL2Message kept = deposit();
    net.advance(Duration.ofMinutes(1));
    core.startL1ToL2MessageCancellation(kept).orThrow();
    L1ToL2Message lost = deposit();
    List<TimelineEntry> lines = net.reorganise(2).entries();

    assertThat(lines)
        .singleElement()
        .satisfies(
            line ->
                assertThat(line.what())
                    .isEqualTo(
                        "reorganised: the blocks from here to 8 are lost, empty ones take their"
                            + " places"));
    assertThat(lines.get(0).changes())
        .hasToString(
            "[StatusChange[message=m1, status=CONFIRMED], StatusChange[message=m2, status=ROLLED_BACK]]");
    assertThat(net.core().l1ToL2MessageCancellations(kept.hash())).isEqualTo(UInt256.ZERO);
    assertThat(net.core().l1ToL2Messages(lost.hash())).isEqualTo(UInt256.ZERO);
    assertThat(net.l1().balance(BRIDGE_ON_L1)).isEqualTo(ETHER.minus(FEE));
    net.await(kept, SETTLED);
    assertThat(net.messages().get(1).status()).isEqualTo(ROLLED_BACK);
    assertThatThrownBy(() -> net.await(lost, SETTLED))
        .isInstanceOf(StatusNotReachedException.class)
        .hasMessageContaining("m2 cannot reach SETTLED")
        .hasMessageContaining("sendMessageToL2");
  }

  @Test
  void aLostMessageThatIsSentAgainIsTheSameMessage() {
    L1ToL2Message lost = deposit();
    net.reorganise(1);
    assertThat(deposit()).isEqualTo(lost);
    net.await(lost, SETTLED);
    assertThat(net.messages()).hasSize(2);
    assertThat(timeline()).anyMatch(line -> line.contains("this block is lost"));
  }

  @Test
  void aLostCancellationLeavesTheMessageToBeCancelledAgain() {
    L1ToL2Message sent =
        core.sendMessageToL2(bridge, "fail", Payload.EMPTY, FEE).orThrow().message();
    core.startL1ToL2MessageCancellation(sent).orThrow();
    net.advance(Duration.ofDays(5));
    core.cancelL1ToL2Message(sent).orThrow();
    net.reorganise(1);
    assertThat(net.messages().get(0).status()).isEqualTo(REVERTED_ON_L2);
    core.cancelL1ToL2Message(sent).orThrow();
    assertThat(net.messages().get(0).status()).isEqualTo(CANCELLED);
  }

  @Test
  void aReorganisationHasALimit() {
    deposit();
    assertThatThrownBy(() -> net.reorganise(2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("found a reorganisation of 2 blocks, must be from 1 to 1");
    net.advance(Duration.ofHours(1));
    assertThatThrownBy(() -> net.reorganise(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> net.reorganise(StarknetNetwork.MAX_L1_REORG + 1))
        .isInstanceOf(IllegalArgumentException.class);
    net.reorganise(StarknetNetwork.MAX_L1_REORG);
    deposit();
    net.advance(Duration.ofHours(2));
    assertThat(net.messages()).filteredOn(m -> m.status() == SETTLED).hasSize(2);
  }

  @Test
  void coinsThatWereGivenStayGiven() {
    net.reorganise(deposit().isFelts() ? 1 : 0);
    assertThat(net.l1().balance(BRIDGE_ON_L1)).isEqualTo(ETHER);
  }
}
