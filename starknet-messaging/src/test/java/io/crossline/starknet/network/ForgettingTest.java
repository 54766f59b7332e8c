// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import static io.crossline.starknet.tracking.MessageStatus.SETTLED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.fault.FaultPlan;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.Felt;
import io.crossline.starknet.l2.SequencerPolicy;
import io.crossline.starknet.tracking.MessageTracker;
import io.crossline.starknet.tracking.StatusChange;
import io.crossline.starknet.tracking.TrackerListener;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A run that is too long to be kept: what is over is forgotten, and only that. */
class ForgettingTest {
  private static final int BLOCKS = 300;
  private static final int PER_BLOCK = 100;

  private final FaultyWorld world =
      new FaultyWorld(
          StarknetParameters.builder()
              .sequencer(new SequencerPolicy(1, Duration.ZERO, Duration.ofMinutes(5)))
              .settlementInterval(Duration.ofMinutes(2))
              .build(),
          FaultPlan.NONE);
  private final StarknetNetwork net = world.net;
  private final long[] settled = new long[1];

  private void send(int blocks) {
    net.automine(false);
    for (int block = 0; block < blocks; block++) {
      for (int i = 0; i < PER_BLOCK; i++) {
        world.send("nothing", Felt.ZERO);
      }
      world.advance(12);
      // The fixture, too, shall not grow without bound.
      world.blocks.clear();
    }
  }

  @Test
  void whatIsFinishedDisappearsAndMemoryStaysBounded() {
    MessageTracker own =
        new MessageTracker(
            net.parameters().tracking(),
            new TrackerListener() {
              @Override
              public void changed(StatusChange change) {
                settled[0] += change.to().status() == SETTLED ? 1 : 0;
              }

              @Override
              public void retracted(StatusChange change) {
                settled[0] -= change.to().status() == SETTLED ? 1 : 0;
              }
            });
    net.follow(own);
    net.forgetFinished(50);
    send(BLOCKS);

    assertThat(net.timeline().entries()).hasSize(50);
    assertThat(net.timeline().size()).isGreaterThan(BLOCKS * PER_BLOCK);
    // States are not asked for all at once: each costs the hash of its transaction.
    for (int gone : new int[] {1, 100, 5_000, 10_000}) {
      assertThatThrownBy(() -> net.await("m" + gone, SETTLED, Duration.ZERO))
          .hasMessageContaining("m" + gone + " was not sent");
    }
    // Names go on where they were, and what is not over is still there.
    net.await("m" + BLOCKS * PER_BLOCK, SETTLED, Duration.ofHours(1));
    // A tracker of one's own forgets when it is told to.
    assertThat(settled[0]).isEqualTo(BLOCKS * PER_BLOCK);
    int forgotten = own.forgetFinished(UInt64.MAX, UInt64.MAX);
    assertThat(forgotten).isBetween(20_000, 29_999);
    assertThat(own.forgetFinished(UInt64.MAX, UInt64.MAX)).isZero();
  }

  @Test
  void withoutBeingToldNothingIsForgotten() {
    send(3);
    net.advance(Duration.ofHours(2));
    assertThat(net.messages()).hasSize(3 * PER_BLOCK);
    assertThat(net.messages()).allMatch(message -> message.status() == SETTLED);
    net.await("m1", SETTLED, Duration.ZERO);
  }
}
