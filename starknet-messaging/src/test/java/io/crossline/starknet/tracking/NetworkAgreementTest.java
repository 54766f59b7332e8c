// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.messaging.EthAddress;
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
import io.crossline.starknet.network.MessageReport;
import io.crossline.starknet.network.StarknetNetwork;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A tracker that sees no more than the blocks of a running network comes to the same view of its
 * messages as the network, which makes them.
 */
class NetworkAgreementTest {
  private static final EthAddress BRIDGE =
      EthAddress.parse("0x00000000000000000000000000000000000000b1");
  private static final UInt256 FEE = UInt256.of(30_000);

  static final class TokenBridge {
    @L1Handler(from = "l1Bridge")
    void deposit(L2Context ctx, EthAddress from, Felt account) {
      ctx.sendMessageToL1(from, Payload.of(account));
    }

    @L1Handler(from = "l1Bridge")
    void fail(L2Context ctx, EthAddress from) {
      throw new CairoPanic("bridge paused");
    }
  }

  private final StarknetNetwork net = StarknetNetwork.create();
  private final Mirror mirror = new Mirror();
  private final MessageTracker tracker =
      new MessageTracker(TrackerSettings.of(net.parameters().core()), mirror);
  private final CoreCaller core = net.core(BRIDGE);
  private Felt bridge = Felt.ZERO;

  @BeforeEach
  void start() {
    net.follow(tracker);
    net.account("l1Bridge", BRIDGE, UInt256.parse("1000000000000000000"));
    bridge = net.deploy("tokenBridge", new TokenBridge(), r -> r.bind("l1Bridge", BRIDGE));
  }

  private L1ToL2Message send(String function, Payload payload) {
    return core.sendMessageToL2(bridge, function, payload, FEE).orThrow().message();
  }

  /** A tracker of one's own says the same as the network's, and what it told leads there. */
  private void assertAgreement() {
    List<MessageState> expected = net.messages().stream().map(MessageReport::state).toList();
    assertThat(tracker.states()).containsExactlyInAnyOrderElementsOf(expected);
    mirror.assertMirrors(tracker);
  }

  /** Advances step by step and compares at each. */
  private void advance(Duration by, Duration step) {
    for (Duration done = Duration.ZERO; done.compareTo(by) < 0; done = done.plus(step)) {
      net.advance(step);
      assertAgreement();
    }
  }

  @Test
  void aDepositAndItsAnswer() {
    L1ToL2Message sent = send("deposit", Payload.of(Felt.of(7)));
    assertAgreement();
    advance(Duration.ofMinutes(31), Duration.ofSeconds(6));
    L2ToL1Message answer = net.messagesFrom(bridge).get(0);
    assertThat(tracker.states(answer)).singleElement();
    core.consumeMessageFromL2(answer).orThrow();
    assertAgreement();
    assertThat(tracker.state(sent).orElseThrow().path())
        .extracting(Reached::status)
        .containsExactly(
            MessageStatus.SENT,
            MessageStatus.CONFIRMED,
            MessageStatus.ACCEPTED_ON_L2,
            MessageStatus.SETTLED);
    assertThat(tracker.state(sent).orElseThrow().execution().orElseThrow().transactionHash())
        .isEqualTo(net.messages().get(0).l2TransactionHash().orElseThrow());
  }

  @Test
  void aFailingHandlerAndItsCancellation() {
    L1ToL2Message sent = send("fail", Payload.EMPTY);
    advance(Duration.ofMinutes(6), Duration.ofSeconds(6));
    MessageState failed = tracker.state(sent).orElseThrow();
    assertThat(failed.status()).isEqualTo(MessageStatus.REVERTED_ON_L2);
    assertThat(failed.reason()).isEqualTo(net.messages().get(0).reason());
    core.startL1ToL2MessageCancellation(sent).orThrow();
    assertAgreement();
    advance(Duration.ofDays(1), Duration.ofHours(1));
    core.startL1ToL2MessageCancellation(sent).orThrow();
    assertAgreement();
    Advice cancel = tracker.state(sent).orElseThrow().advice().get(0);
    assertThat(cancel.operation()).isEqualTo(Advice.CoreFunction.CANCEL);
    Duration left =
        Duration.between(net.parameters().genesis().plus(net.time()), cancel.earliest());
    assertThat(left).isEqualTo(Duration.ofDays(5));
    net.advance(left.minusSeconds(1));
    assertThat(core.cancelL1ToL2Message(sent).isAccepted()).isFalse();
    assertAgreement();
    net.advance(Duration.ofSeconds(1));
    core.cancelL1ToL2Message(sent).orThrow();
    assertAgreement();
    assertThat(tracker.state(sent).orElseThrow().status()).isEqualTo(MessageStatus.CANCELLED);
  }

  @Test
  void aSettlementThatRevertsTakesL2Back() {
    L1ToL2Message sent = send("deposit", Payload.of(Felt.of(1)));
    L1ToL2Message other = send("deposit", Payload.of(Felt.of(2)));
    core.startL1ToL2MessageCancellation(sent).orThrow();
    advance(Duration.ofSeconds(270), Duration.ofSeconds(6));
    assertThat(tracker.state(sent).orElseThrow().status()).isEqualTo(MessageStatus.ACCEPTED_ON_L2);
    net.core(net.parameters().operator())
        .transact(CoreOperations.setMessageCancellationDelay(UInt256.ZERO))
        .orThrow();
    core.cancelL1ToL2Message(sent).orThrow();
    mirror.news();
    advance(Duration.ofMinutes(27), Duration.ofSeconds(6));
    assertThat(mirror.news()).contains("-ACCEPTED_ON_L2").contains("+ROLLED_BACK");
    assertThat(tracker.state(sent).orElseThrow().status()).isEqualTo(MessageStatus.CANCELLED);
    advance(Duration.ofMinutes(31), Duration.ofSeconds(6));
    assertThat(tracker.state(other).orElseThrow().status()).isEqualTo(MessageStatus.SETTLED);
  }

  @Test
  void aWordThatIsNoFelt() {
    L1ToL2Message sent = send("deposit", Payload.of(Felt.PRIME));
    net.advance(Duration.ofMinutes(10));
    assertAgreement();
    assertThat(tracker.state(sent).orElseThrow().status()).isEqualTo(MessageStatus.LEFT_OUT);
  }
}
