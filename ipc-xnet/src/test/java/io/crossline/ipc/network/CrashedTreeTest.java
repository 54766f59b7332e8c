// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.fault.FaultPlan;
import io.crossline.core.fault.FaultProfile;
import io.crossline.messaging.store.StoreException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Processes that are killed: what they had committed goes on, wherever they were. */
class CrashedTreeTest {
  private final CommitLog log = new CommitLog();

  @Test
  void fromEveryCommitEverythingGoesOnToItsEnd() {
    FaultPlan plan = FaultPlan.seeded(3, FaultProfile.HOSTILE);
    KeptTree tree = new KeptTree(Optional.of(log), plan);
    Map<Long, List<String>> returned = new TreeMap<>();
    returned.put(log.sequence(), tree.contents());
    Random random = new Random(3);
    for (int i = 0; i < 30; i++) {
      int from = random.nextInt(3);
      tree.send(from, (from + 1 + random.nextInt(2)) % 3);
      returned.put(log.sequence(), tree.contents());
      tree.net.advance(Duration.ofSeconds(i % 20 == 19 ? 2000 : random.nextInt(20)));
      returned.put(log.sequence(), tree.contents());
    }
    long first = returned.keySet().iterator().next();
    // Commits in the middle of a call, too.
    assertThat(log.sequence() - first).isGreaterThan(returned.size());
    for (long commit = first; commit <= log.sequence(); commit++) {
      KeptTree again = new KeptTree(log.after(commit), FaultPlan.NONE, tree);
      if (returned.containsKey(commit)) {
        assertThat(again.contents()).as("commit " + commit).isEqualTo(returned.get(commit));
      }
      // A node may be away for long when it is killed.
      again.net.runUntil(again::allEnded, Duration.ofDays(3));
      again.net.advance(Duration.ofMinutes(2));
      again.requireSound("commit " + commit);
    }
  }

  @Test
  void aFailedCommitEndsTheNetwork() {
    KeptTree tree = new KeptTree(Optional.of(log), FaultPlan.NONE);
    tree.send(0, 1);
    List<String> before = tree.contents();
    log.failNext();
    assertThatThrownBy(() -> tree.send(0, 2))
        .isInstanceOfSatisfying(
            StoreException.class,
            e -> assertThat(e.reason()).isEqualTo(StoreException.Reason.FAILED))
        .hasMessageContaining("no room left");
    assertThatThrownBy(() -> tree.net.advance(Duration.ofSeconds(1)))
        .isInstanceOfSatisfying(
            StoreException.class,
            e -> assertThat(e.reason()).isEqualTo(StoreException.Reason.FAILED));
    assertThatThrownBy(() -> tree.net.messages()).isInstanceOf(StoreException.class);
    tree.net.close();
    KeptTree again = new KeptTree(log.after(log.sequence()), FaultPlan.NONE, tree);
    assertThat(again.contents()).isEqualTo(before);
  }

  @Test
  void aContractThatThrowsLeavesNothingUncommitted() {
    KeptTree tree = new KeptTree(Optional.of(log), FaultPlan.NONE);
    tree.send(0, 1);
    assertThatThrownBy(
            () ->
                tree.net.runUntil(
                    () -> {
                      if (tree.net.time().getSeconds() >= 5) {
                        throw new AssertionError("on purpose");
                      }
                      return false;
                    },
                    Duration.ofMinutes(1)))
        .hasMessage("on purpose");
    KeptTree again = new KeptTree(log.after(log.sequence()), FaultPlan.NONE, tree);
    assertThat(again.net.time()).isGreaterThanOrEqualTo(Duration.ofSeconds(5));
    assertThat(again.contents()).isEqualTo(tree.contents());
  }
}
