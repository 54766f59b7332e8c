// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.fault.FaultPlan;
import io.crossline.core.fault.FaultProfile;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The same plan on the same network gives the same run. */
class SameRunTest {
  /** Messages of all kinds for two hours, then time to end. */
  private static FaultyWorld play(FaultyWorld world) {
    for (int i = 0; i < 120; i++) {
      world.note(i);
      world.send("ask", Felt.of(i));
      world.send("fail");
      L1ToL2Message unwanted = world.note(1000 + i);
      if (i % 5 == 0) {
        world.core.startL1ToL2MessageCancellation(unwanted);
      }
      world.advance(60);
    }
    world.net.faults().stop();
    world.advance(3600);
    return world;
  }

  private static String text(FaultPlan plan) {
    return play(new FaultyWorld(quick(), plan)).text();
  }

  private static StarknetParameters quick() {
    return StarknetParameters.builder().settlementInterval(Duration.ofMinutes(2)).build();
  }

  @Test
  void noFaultsIsTheSameAsNoPlan() {
    String text = play(new FaultyWorld(quick(), FaultPlan.NONE)).text();
    FaultyWorld without = new FaultyWorld(StarknetNetwork.create(quick()));
    assertThat(play(without).text()).isEqualTo(text).doesNotContain("fault");
    FaultyWorld clean = new FaultyWorld(quick(), FaultPlan.seeded(77, FaultProfile.CLEAN));
    assertThat(play(clean).text()).isEqualTo(text);
    assertThat(clean.net.faults().injected()).isEmpty();
  }

  @Test
  void aSeedSaysItAll() {
    String first = text(FaultPlan.seeded(5, FaultProfile.HOSTILE));
    assertThat(first).contains("fault: sequencer", "fault: reading of L1", "fault: L1 loses");
    assertThat(text(FaultPlan.seeded(5, FaultProfile.HOSTILE))).isEqualTo(first);
    assertThat(text(FaultPlan.seeded(6, FaultProfile.HOSTILE))).isNotEqualTo(first);
  }
}
