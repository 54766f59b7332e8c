// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.l2.L2Receipt;
import io.crossline.starknet.tracking.MessageStatus;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The question at the end of a run whatever became of its processes: whether each message that L1
 * did not lose ended, ran once, in order, and left its effect once.
 */
final class EverythingEnds {
  private static final Set<MessageStatus> HELD =
      EnumSet.of(
          MessageStatus.REVERTED_ON_L2,
          MessageStatus.LEFT_OUT,
          MessageStatus.CANCELLATION_REQUESTED);
  private static final Set<MessageStatus> GONE =
      EnumSet.of(MessageStatus.ROLLED_BACK, MessageStatus.CANCELLED);

  private EverythingEnds() {}

  /** Lets a world come to its end without faults, and looks. */
  static void check(DurableWorld world, String what) {
    StarknetNetwork net = world.net;
    net.automine(true);
    net.faults().stop();
    net.advance(Duration.ofMinutes(100));
    List<L2Receipt> ran =
        world.history().l2.values().stream()
            .flatMap(block -> block.receipts().stream())
            .filter(L2Receipt::succeeded)
            .filter(receipt -> receipt.handled().isPresent())
            .toList();
    assertThat(ran.stream().map(receipt -> receipt.transaction().nonce().toUInt256()))
        .as(what)
        .isSorted()
        .doesNotHaveDuplicates();
    Map<Bytes32, L1ToL2Message> sent = new LinkedHashMap<>();
    world.sent.forEach(message -> sent.put(message.hash(), message));
    long settled = 0;
    for (L1ToL2Message message : sent.values()) {
      MessageStatus end = world.status(message);
      assertThat(end == MessageStatus.SETTLED || HELD.contains(end) || GONE.contains(end))
          .as("%s: %s is %s", what, message, end)
          .isTrue();
      assertThat(net.core().l1ToL2Messages(message.hash()))
          .as("%s: %s", what, message)
          .isEqualTo(HELD.contains(end) ? FaultyWorld.FEE.plus(UInt256.ONE) : UInt256.ZERO);
      settled += end == MessageStatus.SETTLED ? 1 : 0;
    }
    assertThat(ran).as(what).hasSize((int) settled);
    assertThat(world.told())
        .as(what)
        .isEqualTo(
            String.join(
                " ",
                ran.stream()
                    .map(one -> one.handled().orElseThrow().payload().word(0) + "")
                    .toList()));
    coins(world, settled, what);
  }

  private static void coins(DurableWorld world, long settled, String what) {
    StarknetNetwork net = world.net;
    UInt256 fees = net.l1().balance(net.parameters().feeCollector());
    assertThat(fees).as(what).isEqualTo(UInt256.of(1000 * settled));
    assertThat(
            fees.plus(net.l1().balance(net.parameters().core()))
                .plus(net.l1().balance(FaultyWorld.SENDER))
                .plus(net.l1().balance(net.parameters().operator())))
        .as(what)
        .isEqualTo(world.coins);
  }
}
