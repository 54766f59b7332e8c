// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.fault.FaultPlan;
import io.crossline.core.fault.FaultProfile;
import io.crossline.core.store.HeapStore;
import io.crossline.ipc.trace.MessageInfo;
import io.crossline.ipc.trace.MessageStatus;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Trees that are closed and opened again in the middle of everything. */
class ReopenedTreeTest {
  /** What is done to a tree, drawn by chance: the same for each that it is done to. */
  private static List<Consumer<KeptTree>> script(long seed, int calls) {
    Random random = new Random(seed);
    List<Consumer<KeptTree>> script = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      int from = random.nextInt(3);
      int to = (from + 1 + random.nextInt(2)) % 3;
      int dice = random.nextInt(20);
      if (dice < 9) {
        script.add(tree -> tree.send(from, to));
      } else if (dice == 9) {
        script.add(tree -> tree.net.subnets().get(from).give(IpcSubnet.USER, UInt256.of(7)));
      } else if (dice == 10) {
        EthAddress friend = EthAddress.parse("0x00000000000000000000000000000000000000aa");
        script.add(
            tree -> {
              IpcSubnet subnet = tree.net.subnets().get(from);
              subnet.transact(IpcSubnet.USER, friend, UInt256.ONE, Bytes.EMPTY);
            });
      } else if (dice == 11) {
        // Each on its own, so that what is taken back was there before the tree was reopened.
        script.add(tree -> tree.send(0, 1));
        script.add(tree -> tree.net.subnets().get(0).give(IpcSubnet.USER, UInt256.of(9)));
        script.add(tree -> tree.net.advance(Duration.ofSeconds(3)));
        script.add(tree -> tree.net.reorganise(1 + to % 2));
      } else {
        int seconds = random.nextInt(9);
        script.add(tree -> tree.net.advance(Duration.ofSeconds(seconds)));
      }
    }
    script.add(tree -> tree.net.advance(Duration.ofMinutes(5)));
    return script;
  }

  @Test
  void oneThatIsReopenedBetweenAllCallsEndsAsOneThatNeverWas() {
    KeptTree whole = new KeptTree(Optional.empty(), FaultPlan.NONE);
    KeptTree torn = new KeptTree(Optional.of(new HeapStore()), FaultPlan.NONE);
    int call = 0;
    for (Consumer<KeptTree> step : script(11, 100)) {
      step.accept(whole);
      step.accept(torn);
      torn.reopen(FaultPlan.NONE);
      assertThat(torn.contents()).as("call " + ++call).isEqualTo(whole.contents());
    }
    assertThat(whole.net.messages()).hasSizeGreaterThan(50);
    assertThat(whole.net.messages())
        .extracting(MessageInfo::status)
        .contains(MessageStatus.ANSWERED, MessageStatus.LOST);
    whole.requireSound("whole");
    torn.requireSound("torn");
  }

  @Test
  void aStoreChangesNothingButThatItIsKept() {
    KeptTree without = new KeptTree(Optional.empty(), FaultPlan.seeded(5, FaultProfile.HOSTILE));
    KeptTree kept =
        new KeptTree(Optional.of(new HeapStore()), FaultPlan.seeded(5, FaultProfile.HOSTILE));
    for (Consumer<KeptTree> step : script(12, 60)) {
      step.accept(without);
      step.accept(kept);
    }
    assertThat(kept.net.timeline().entries()).isEqualTo(without.net.timeline().entries());
    assertThat(kept.contents()).isEqualTo(without.contents());
  }

  @Test
  void underTheHarshestFaultsEverythingEndsAndNothingIsDoubled() {
    for (long seed = 1; seed <= Long.getLong("crossline.hostileSeeds", 2); seed++) {
      Random random = new Random(seed);
      FaultPlan plan = FaultPlan.seeded(seed, FaultProfile.HOSTILE);
      KeptTree tree = new KeptTree(Optional.of(new HeapStore()), plan);
      for (int i = 0; i < 120; i++) {
        int from = random.nextInt(3);
        tree.send(from, (from + 1 + random.nextInt(2)) % 3);
        tree.net.advance(Duration.ofSeconds(random.nextInt(120)));
        if (random.nextInt(4) == 0) {
          tree.reopen(plan);
        }
      }
      tree.reopen(FaultPlan.NONE);
      tree.net.runUntil(tree::allEnded, Duration.ofDays(3));
      tree.net.advance(Duration.ofMinutes(5));
      tree.requireSound("seed " + seed);
    }
  }
}
