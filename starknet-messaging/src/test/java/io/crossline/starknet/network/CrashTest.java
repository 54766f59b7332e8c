// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.fault.FaultPlan;
import io.crossline.core.store.HeapStore;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.store.StateStore;
import io.crossline.messaging.store.WriteBatch;
import io.crossline.starknet.L1ToL2Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whichever commit is the last one before the process is killed, nothing is lost or doubled. */
class CrashTest {
  /** A store that remembers every commit, so that one can go back to any of them. */
  static final class EveryCommit implements StateStore {
    private final HeapStore now = new HeapStore();
    private final List<WriteBatch> batches = new ArrayList<>();

    /** What it held after so many commits. */
    HeapStore after(int commits) {
      HeapStore then = new HeapStore();
      batches.subList(0, commits).forEach(then::commit);
      return then;
    }

    int commits() {
      return batches.size();
    }

    @Override
    public long commit(WriteBatch batch) {
      batches.add(batch);
      return now.commit(batch);
    }

    @Override
    public long sequence() {
      return now.sequence();
    }

    @Override
    public SortedSet<String> tables() {
      return now.tables();
    }

    @Override
    public void scan(String table, Bytes from, EntryVisitor visitor) {
      now.scan(table, from, visitor);
    }

    @Override
    public void close() {
      now.close();
    }
  }

  /** What users knew when so many commits were made. */
  private record Known(int commits, int sent, UInt256 coins, String all) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void nothingIsLostAtAnyCommit(long seed) {
    FaultPlan plan = seed == 1 ? FaultPlan.NONE : FaultPlan.seeded(seed, DurableWorld.HOSTILE);
    EveryCommit store = new EveryCommit();
    DurableWorld world = new DurableWorld(store, plan);
    List<Known> known = new ArrayList<>();
    Random random = new Random(seed);
    for (int call = 0; call < 32; call++) {
      if (call == 20) {
        // Long enough for commits on its way.
        int before = store.commits();
        world.net.advance(Duration.ofHours(2));
        assertThat(store.commits()).isGreaterThan(before + 1);
      } else {
        world.act(random, 3);
      }
      known.add(new Known(store.commits(), world.sent.size(), world.coins, world.all()));
    }
    for (int commits = 4; commits <= store.commits(); commits++) {
      reopenAfter(store, commits, world.sent, known, plan);
    }
  }

  private static void reopenAfter(
      EveryCommit store, int commits, List<L1ToL2Message> sent, List<Known> known, FaultPlan plan) {
    DurableWorld again = new DurableWorld(store.after(commits), plan);
    assertThat(again.net.isReopened()).isTrue();
    int returned = (int) known.stream().filter(one -> one.commits <= commits).count();
    // The call that was under way may count or not; all before it do.
    Known last = known.get(Math.min(returned, known.size() - 1));
    if (returned > 0 && known.get(returned - 1).commits == commits) {
      last = known.get(returned - 1);
      assertThat(again.all()).as("after commit %d", commits).isEqualTo(last.all);
    }
    again.coins = last.coins;
    again.sent.addAll(sent.subList(0, returned == 0 ? 0 : known.get(returned - 1).sent));
    EverythingEnds.check(again, "after commit " + commits);
  }
}
