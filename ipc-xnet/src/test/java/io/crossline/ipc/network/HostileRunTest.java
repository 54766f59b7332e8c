// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import static io.crossline.ipc.network.FaultyTree.owns;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.fault.FaultKind;
import io.crossline.core.fault.FaultPlan;
import io.crossline.core.fault.FaultProfile;
import io.crossline.ipc.trace.MessageInfo;
import io.crossline.ipc.trace.MessageStatus;
import io.crossline.messaging.UInt256;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The harshest faults by chance, over three levels, until they stop. */
class HostileRunTest {
  private static final int CALLS = 300;
  private static final long SEEDS = Long.getLong("crossline.hostileSeeds", 3);

  private FaultyTree tree = new FaultyTree(FaultPlan.NONE);

  private String run(FaultPlan plan) {
    tree = new FaultyTree(plan);
    Random random = new Random(plan.seed());
    for (int i = 0; i < CALLS; i++) {
      int from = random.nextInt(3);
      int to = (from + 1 + random.nextInt(2)) % 3;
      FaultyTree.send(tree.contracts().get(from), tree.contracts().get(to));
      tree.net.advance(Duration.ofSeconds(random.nextInt(120)));
    }
    tree.net.faults().stop();
    // The longest absence that may have begun is a day.
    for (int i = 0; i < 300 && !allEnded(); i++) {
      tree.net.advance(Duration.ofMinutes(10));
    }
    tree.net.advance(Duration.ofMinutes(5));
    List<String> lines = new ArrayList<>();
    tree.net.timeline().entries().forEach(entry -> lines.add(entry.toString()));
    return String.join("\n", lines);
  }

  private boolean allEnded() {
    return tree.net.messages().stream().allMatch(message -> message.status().isFinal());
  }

  @Test
  void everythingEndsAndNothingIsDoubled() {
    Set<FaultKind> seen = EnumSet.noneOf(FaultKind.class);
    for (long seed = 1; seed <= SEEDS; seed++) {
      run(FaultPlan.seeded(seed, FaultProfile.HOSTILE));
      assertSound("seed " + seed);
      seen.addAll(tree.net.faults().injected().keySet());
    }
    assertThat(seen).isEqualTo(EnumSet.allOf(FaultKind.class));
  }

  private void assertSound(String which) {
    List<MessageInfo> messages = tree.net.messages();
    assertThat(messages)
        .as(which)
        .extracting(MessageInfo::status)
        .isSubsetOf(MessageStatus.ANSWERED, MessageStatus.DELIVERED, MessageStatus.LOST);
    assertThat(messages.stream().filter(message -> message.name().startsWith("c")))
        .as(which)
        .filteredOn(message -> message.status() == MessageStatus.ANSWERED)
        .hasSizeGreaterThan(CALLS / 2);
    UInt256 sum = UInt256.ZERO;
    for (Deployed<?> contract : tree.contracts()) {
      sum = sum.plus(contract.subnet().balance(contract.ethAddress()));
    }
    assertThat(sum).as(which).isEqualTo(UInt256.of(3_000_000));
    tree.requireConserved();
  }

  @Test
  void theSameSeedGivesTheSameTimeline() {
    String first = run(FaultPlan.seeded(7, FaultProfile.HOSTILE));
    assertThat(run(FaultPlan.seeded(7, FaultProfile.HOSTILE))).isEqualTo(first);
    assertThat(first).contains("fault: ");
    assertThat(run(FaultPlan.seeded(8, FaultProfile.HOSTILE))).isNotEqualTo(first);
  }

  @Test
  void withoutFaultsASeedChangesNothing() {
    tree = new FaultyTree(IpcNetwork.root(314).subnet("games").subnet("games/chess"));
    List<FaultyTree> trees =
        List.of(tree, new FaultyTree(FaultPlan.seeded(99, FaultProfile.CLEAN)));
    for (FaultyTree one : trees) {
      FaultyTree.send(one.root, one.chess);
      FaultyTree.send(one.chess, one.games);
      one.net.advance(Duration.ofMinutes(10));
    }
    assertThat(trees.get(1).net.timeline().entries())
        .isEqualTo(tree.net.timeline().entries())
        .isNotEmpty();
    assertThat(owns(tree.games)).isEqualTo(UInt256.of(1_000_005));
    assertThat(tree.net.faults().injected()).isEmpty();
  }
}
