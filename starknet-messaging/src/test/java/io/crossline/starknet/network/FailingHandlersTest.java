// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import static io.crossline.starknet.tracking.MessageStatus.LEFT_OUT;
import static io.crossline.starknet.tracking.MessageStatus.REVERTED_ON_L2;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.fault.FaultKind;
import io.crossline.core.fault.FaultPlan;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.l2.L2Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Handlers that fail by a fault: their messages stay on L1. */
class FailingHandlersTest {
  private FaultyWorld world = new FaultyWorld();

  private List<L1ToL2Message> send(int count) {
    List<L1ToL2Message> sent = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sent.add(world.note(i));
    }
    world.advance(3600);
    return sent;
  }

  private void assertFailed(L1ToL2Message message) {
    assertThat(world.status(message)).isEqualTo(REVERTED_ON_L2);
    assertThat(world.net.core().l1ToL2Messages(message.hash()))
        .isEqualTo(FaultyWorld.FEE.plus(UInt256.ONE));
  }

  @Test
  void once() {
    world.net.faults().handler(world.diary, "note").failsOnce();
    List<L1ToL2Message> sent = send(3);
    assertThat(world.faults()).containsExactly("258 L2 diary.note fails");
    assertThat(world.lines("reverted"))
        .singleElement()
        .asString()
        .contains("note reverted")
        .contains("fault");
    assertFailed(sent.get(0));
    world.assertAllOnce(sent.subList(1, 3));
    assertThat(world.net.faults().injected()).isEqualTo(Map.of(FaultKind.HANDLER, 1L));
  }

  @Test
  void always() {
    world.net.faults().handler(world.diary, "note").failsAlways();
    send(3).forEach(this::assertFailed);
    world.assertAllOnce();
    world.net.faults().stop();
    world.assertAllOnce(send(2));
  }

  @Test
  void everySecondTime() {
    world.net.faults().handler(world.diary).failsEvery(2);
    List<L1ToL2Message> sent = send(4);
    assertFailed(sent.get(1));
    assertFailed(sent.get(3));
    world.assertAllOnce(sent.get(0), sent.get(2));
  }

  @Test
  void onlyTheHandlerThatIsMeant() {
    world.net.faults().handler(world.diary, "ask").failsAlways();
    L1ToL2Message asked = world.send("ask", Felt.ONE);
    List<L1ToL2Message> sent = send(2);
    assertFailed(asked);
    world.assertAllOnce(sent);
  }

  @Test
  void beforeV14ItIsInNoBlock() {
    world =
        new FaultyWorld(
            StarknetParameters.builder().l2Rules(L2Rules.V0_13).build(), FaultPlan.NONE);
    world.net.faults().handler(world.diary, "note").failsOnce();
    List<L1ToL2Message> sent = send(2);
    assertThat(world.status(sent.get(0))).isEqualTo(LEFT_OUT);
    world.assertAllOnce(sent.get(1));
  }

  @Test
  void itFailsAgainOrNotWhenL2IsTakenBack() {
    world.net.faults().handler(world.diary, "note").failsOnce();
    L1ToL2Message failed = world.note(1);
    L1ToL2Message lost = world.note(2);
    world.advanceTo(300);
    assertThat(world.told()).isEqualTo("2");
    world.net.reorganise(
        world.net.l1().block().number().toUInt256().minus(UInt256.of(2)).toBigInteger().intValue());
    world.advance(7200);
    // It was to fail once, and did.
    assertThat(world.net.core().l1ToL2Messages(lost.hash())).isEqualTo(UInt256.ZERO);
    world.assertAllOnce(failed);
  }
}
