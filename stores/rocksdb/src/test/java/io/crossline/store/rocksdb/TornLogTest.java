// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.store.rocksdb;

import static io.crossline.store.rocksdb.StoreFiles.batch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.store.StoreException;
import io.crossline.messaging.store.WriteBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a crash leaves of the last record. */
class TornLogTest {
  private static final int BLOCK = 32 << 10;

  @TempDir Path folder;

  /** A store killed right after a commit, and what it was before and after. */
  private record Killed(StoreFiles files, byte[] log, int lastRecord, State before, State after) {}

  private record State(long sequence, long chain, Map<String, SortedMap<Bytes, Bytes>> contents) {
    static State of(RocksDbStore store) {
      return new State(store.sequence(), store.chain(), StoreFiles.contents(store));
    }
  }

  private Killed killed(WriteBatch last) throws IOException {
    Path place = folder.resolve("origin");
    try (RocksDbStore store = RocksDbStore.open(place)) {
      StoreFiles files = new StoreFiles(place);
      store.commit(batch(1));
      store.commit(batch(2).remove(StoreFiles.TABLE, Bytes.ofLong(1)));
      State before = State.of(store);
      int lastRecord = (int) Files.size(files.log());
      store.commit(last);
      StoreFiles copy = files.copy(folder.resolve("killed"));
      return new Killed(copy, Files.readAllBytes(copy.log()), lastRecord, before, State.of(store));
    }
  }

  private void checkReopens(Killed killed, byte[] log, State expected) throws IOException {
    StoreFiles copy = killed.files().copy(folder.resolve("copy"));
    Files.write(copy.log(), log);
    if (log.length % 8 == 0) {
      assertThat(RocksDbStore.verify(copy.directory(), VerifyListener.NONE).sequence())
          .isEqualTo(expected.sequence());
    }
    try (RocksDbStore store = RocksDbStore.open(copy.directory())) {
      assertThat(State.of(store)).as("cut at %d", log.length).isEqualTo(expected);
      assertThat(store.commit(batch(9))).isEqualTo(expected.sequence() + 1);
    }
    try (RocksDbStore store = RocksDbStore.open(copy.directory())) {
      assertThat(store.sequence()).isEqualTo(expected.sequence() + 1);
    }
    copy.remove();
  }

  @Test
  void cutAtEveryOffsetItIsAsBeforeOrAfter() throws IOException {
    Killed killed = killed(batch(3).put("other", Bytes.EMPTY, Bytes.utf8("of the third")));
    byte[] log = killed.log();
    assertThat(log.length).isGreaterThan(killed.lastRecord() + 50);
    for (int size = killed.lastRecord(); size < log.length; size++) {
      checkReopens(killed, Arrays.copyOf(log, size), killed.before());
    }
    checkReopens(killed, log, killed.after());
  }

  @Test
  void cutWithinARecordOfSeveralBlocks() throws IOException {
    byte[] value = new byte[3 * BLOCK];
    new Random(1).nextBytes(value);
    Killed killed = killed(batch(3).put("large", Bytes.EMPTY, Bytes.of(value)));
    byte[] log = killed.log();
    for (int block = BLOCK; block < log.length; block += BLOCK) {
      for (int size : new int[] {block - 1, block, block + 1, block + 6, block + 7, block + 8}) {
        checkReopens(killed, Arrays.copyOf(log, size), killed.before());
      }
    }
    checkReopens(killed, log, killed.after());
  }

  /** However few bytes are left of a block when a record begins. */
  @Test
  void recordsThatBeginAtTheEndOfABlock() throws IOException {
    for (int left = 0; left < 24; left++) {
      Path place = folder.resolve("left-" + left);
      try (RocksDbStore store = RocksDbStore.open(place)) {
        Path log = new StoreFiles(place).log();
        store.commit(batch(0));
        long small = Files.size(log);
        byte[] value = new byte[11_000];
        store.commit(new WriteBatch().put("v", Bytes.EMPTY, Bytes.of(value)));
        long record = Files.size(log) - small;
        store.commit(new WriteBatch().put("v", Bytes.EMPTY, Bytes.of(value)));
        long rest = BLOCK - left - Files.size(log) - (record - value.length);
        store.commit(new WriteBatch().put("v", Bytes.EMPTY, Bytes.of(new byte[(int) rest])));
        assertThat(Files.size(log)).isEqualTo(BLOCK - left);
        for (int i = 1; i < 4; i++) {
          store.commit(batch(i));
        }
        LogFile.End end = LogFile.read(log, true);
        assertThat(end.isTorn()).isFalse();
        assertThat(end.nextSequence() - end.firstSequence()).isEqualTo(14);
        new StoreFiles(place).copy(folder.resolve("copy"));
      }
      StoreFiles copy = new StoreFiles(folder.resolve("copy"));
      try (RocksDbStore store = RocksDbStore.open(copy.directory())) {
        assertThat(store.sequence()).isEqualTo(7);
      }
      copy.remove();
    }
  }

  @Test
  void aTornEndOfTheManifest() throws IOException {
    Killed killed = killed(batch(3));
    Path manifest = killed.files().newest("MANIFEST");
    byte[] whole = Files.readAllBytes(manifest);
    for (int cut = 1; cut < 12; cut++) {
      StoreFiles copy = killed.files().copy(folder.resolve("copy"));
      Files.write(copy.newest("MANIFEST"), Arrays.copyOf(whole, whole.length - cut));
      try (RocksDbStore store = RocksDbStore.open(copy.directory())) {
        assertThat(State.of(store)).isEqualTo(killed.after());
      }
      copy.remove();
    }
  }

  @Test
  void everyCutIsReadAsTornWhateverTheValuesHold() throws IOException {
    Random random = new Random(2);
    byte[] value = new byte[BLOCK + 500];
    for (int i = 0; i < value.length; i++) {
      value[i] = (byte) random.nextInt(6);
    }
    Killed killed = killed(batch(3).put("small numbers", Bytes.EMPTY, Bytes.of(value)));
    Path log = folder.resolve("000009.log");
    for (int size = killed.lastRecord() + 1; size < killed.log().length; size += 101) {
      Files.write(log, Arrays.copyOf(killed.log(), size));
      LogFile.End end = LogFile.read(log, true);
      assertThat(end.tornAt()).as("cut at %d", size).isEqualTo(killed.lastRecord());
    }
  }

  @Test
  void emptySectorsInThePlaceOfWhatWasWrittenLast() throws IOException {
    byte[] value = new byte[4_000];
    Arrays.fill(value, (byte) 7);
    Killed killed = killed(batch(3).put("v", Bytes.EMPTY, Bytes.of(value)));
    for (int from : new int[] {killed.lastRecord(), 512, 1_024, 3_584}) {
      byte[] log = killed.log().clone();
      Arrays.fill(log, from, log.length, (byte) 0);
      checkReopens(killed, log, killed.before());
    }
  }

  @Test
  void aTornLogThatWasRecoveredAndNotYetRemoved() throws IOException {
    Killed killed = killed(batch(3));
    byte[] torn = Arrays.copyOf(killed.log(), killed.log().length - 3);
    Path log = killed.files().log();
    Files.write(log, torn);
    try (RocksDbStore store = RocksDbStore.open(killed.files().directory())) {
      store.commit(batch(4));
    }
    assertThat(log).doesNotExist();
    Files.write(log, torn);
    try (RocksDbStore store = RocksDbStore.open(killed.files().directory())) {
      assertThat(store.sequence()).isEqualTo(3);
      assertThat(StoreFiles.contents(store).get(StoreFiles.TABLE))
          .containsOnlyKeys(Bytes.ofLong(2), Bytes.ofLong(4));
    }
  }

  @Test
  void theCallerWhoKnowsMoreIsTold() throws IOException {
    Killed killed = killed(batch(3));
    Files.write(killed.files().log(), Arrays.copyOf(killed.log(), killed.lastRecord()));
    Path place = killed.files().directory();
    assertThatThrownBy(() -> RocksDbStore.open(place, RocksDbStoreOptions.DEFAULT.expecting(3)))
        .isInstanceOfSatisfying(
            StoreException.class,
            e -> assertThat(e.reason()).isEqualTo(StoreException.Reason.BEHIND));
  }
}
