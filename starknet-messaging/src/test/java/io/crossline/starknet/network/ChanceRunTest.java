// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import static io.crossline.starknet.tracking.MessageStatus.LEFT_OUT;
import static io.crossline.starknet.tracking.MessageStatus.REVERTED_ON_L2;
import static io.crossline.starknet.tracking.MessageStatus.ROLLED_BACK;
import static io.crossline.starknet.tracking.MessageStatus.SETTLED;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.fault.FaultPlan;
import io.crossline.core.fault.FaultProfile;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.l2.L2Receipt;
import io.crossline.starknet.tracking.MessageStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Faults of all kinds at once, by chance, for some hours. When they stop, each message that L1 did
 * not lose ends: it ran once and is settled, or its handler failed and L1 still holds it.
 */
class ChanceRunTest {
  private static final FaultProfile PROFILE =
      new FaultProfile(
          "test",
          FaultProfile.HOSTILE.perHour(),
          Duration.ofMinutes(20),
          StarknetNetwork.MAX_L1_REORG);

  private final List<L1ToL2Message> sent = new ArrayList<>();

  private FaultyWorld play(long seed) {
    FaultyWorld world =
        new FaultyWorld(
            StarknetParameters.builder().settlementInterval(Duration.ofMinutes(5)).build(),
            FaultPlan.seeded(seed, PROFILE).until(Duration.ofMinutes(90)));
    for (int i = 0; i < 200; i++) {
      sent.add(world.note(i));
      if (i % 50 == 49) {
        world.core.startL1ToL2MessageCancellation(sent.get(i));
      }
      world.advance(27);
    }
    world.net.faults().stop();
    world.net.advance(Duration.ofHours(2));
    return world;
  }

  // A request stands as it was where the block that decided against its message was taken back.
  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void whenFaultsStopEachMessageEnds(long seed) {
    FaultyWorld world = play(seed);
    assertThat(world.net.faults().injected()).hasSizeGreaterThan(6);
    List<UInt256> ran =
        world.blocks.values().stream()
            .flatMap(List::stream)
            .filter(L2Receipt::succeeded)
            .map(receipt -> receipt.transaction().nonce().toUInt256())
            .toList();
    assertThat(ran).as("in order and once").isSorted().doesNotHaveDuplicates();
    Map<MessageStatus, Long> ends =
        sent.stream().collect(Collectors.groupingBy(world::status, Collectors.counting()));
    assertThat(ends.keySet())
        .isSubsetOf(EnumSet.of(SETTLED, REVERTED_ON_L2, LEFT_OUT, ROLLED_BACK))
        .contains(SETTLED, REVERTED_ON_L2);
    assertThat(ran).hasSize(ends.get(SETTLED).intValue());
    Set<String> told = Set.of(world.told().split(" "));
    for (L1ToL2Message message : sent) {
      MessageStatus end = world.status(message);
      boolean held = end != SETTLED && end != ROLLED_BACK;
      assertThat(world.net.core().l1ToL2Messages(message.hash()))
          .as("%s", message)
          .isEqualTo(held ? FaultyWorld.FEE.plus(UInt256.ONE) : UInt256.ZERO);
      assertThat(told.contains(message.payloadWords().word(0).toString()))
          .isEqualTo(end == SETTLED);
    }
    assertThat(world.net.l1().balance(world.net.parameters().feeCollector()))
        .isEqualTo(UInt256.of(1000L * ran.size()));
  }
}
