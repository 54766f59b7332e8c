// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.store.rocksdb;

import static io.crossline.store.rocksdb.StoreFiles.batch;
import static io.crossline.store.rocksdb.StoreFiles.contents;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.store.StateStore.EntryVisitor;
import io.crossline.messaging.store.StoreException;
import io.crossline.messaging.store.StoreException.Reason;
import io.crossline.messaging.store.WriteBatch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RocksDbStoreTest {
  @TempDir Path folder;
  private Path place;

  @BeforeEach
  void name() {
    place = folder.resolve("some").resolve("store");
  }

  private static Reason reason(StoreException e) {
    return e.reason();
  }

  @Test
  void everythingIsThereAfterReopening() {
    Map<String, SortedMap<Bytes, Bytes>> before;
    long chain;
    try (RocksDbStore store = RocksDbStore.open(place)) {
      assertThat(store.sequence()).isZero();
      assertThat(store.chain()).isZero();
      assertThat(store.commit(batch(1).put("other", Bytes.EMPTY, Bytes.EMPTY))).isEqualTo(1);
      assertThat(store.commit(batch(2).remove(StoreFiles.TABLE, Bytes.ofLong(1)))).isEqualTo(2);
      assertThat(store.commit(new WriteBatch())).isEqualTo(3);
      before = contents(store);
      chain = store.chain();
    }
    for (int i = 0; i < 3; i++) {
      try (RocksDbStore store = RocksDbStore.open(place)) {
        assertThat(store.sequence()).isEqualTo(3);
        assertThat(store.chain()).isEqualTo(chain).isNotZero();
        assertThat(contents(store)).isEqualTo(before).containsOnlyKeys("other", StoreFiles.TABLE);
      }
    }
  }

  @Test
  void aSyncForEachCommitOfOneThread() {
    try (RocksDbStore store = RocksDbStore.open(place)) {
      for (int i = 1; i <= 50; i++) {
        store.commit(i % 7 == 0 ? new WriteBatch() : batch(i));
        assertThat(store.syncs()).isEqualTo(i);
      }
    }
  }

  @Test
  void theChainTellsHistoriesApart() {
    List<WriteBatch> history = List.of(batch(1), batch(2), new WriteBatch(), batch(3));
    long chain = chainOf("one", history);
    assertThat(chainOf("same", history)).isEqualTo(chain);
    assertThat(chainOf("order", List.of(batch(2), batch(1), new WriteBatch(), batch(3))))
        .isNotEqualTo(chain);
    assertThat(chainOf("value", List.of(batch(1), batch(2), new WriteBatch(), batch(4))))
        .isNotEqualTo(chain);
    WriteBatch joined = batch(1);
    batch(2).writes().forEach(joined::add);
    assertThat(chainOf("cut", List.of(joined, new WriteBatch(), new WriteBatch(), batch(3))))
        .isNotEqualTo(chain);
  }

  private long chainOf(String name, List<WriteBatch> history) {
    try (RocksDbStore store = RocksDbStore.open(folder.resolve(name))) {
      history.forEach(store::commit);
      return store.chain();
    }
  }

  @Test
  void keysComeInTheOrderOfUnsignedBytesAcrossFiles() {
    List<Bytes> keys = new ArrayList<>();
    for (int first : new int[] {0, 1, 0x7f, 0x80, 0xff}) {
      keys.add(Bytes.of((byte) first));
      keys.add(Bytes.of((byte) first, (byte) 0));
      keys.add(Bytes.of((byte) first, (byte) 0xff));
    }
    List<Bytes> found = new ArrayList<>();
    try (RocksDbStore store = RocksDbStore.open(place)) {
      for (int i = keys.size() - 1; i >= 0; i--) {
        store.commit(new WriteBatch().put("k", keys.get(i), Bytes.EMPTY));
        if (i % 5 == 0) {
          store.compact();
        }
      }
      store.scan("k", Bytes.of((byte) 1), (key, value) -> found.add(key));
    }
    assertThat(found).isEqualTo(keys.subList(3, keys.size()));
  }

  @Test
  void tablesWithNamesOfAllLengths() {
    List<String> names = List.of("a", "\u00ff", "\uffff", "b".repeat(254), "b".repeat(255));
    try (RocksDbStore store = RocksDbStore.open(place)) {
      WriteBatch batch = new WriteBatch();
      names.forEach(name -> batch.put(name, Bytes.utf8("k"), Bytes.utf8(name)));
      store.commit(batch);
      assertThat(store.tables()).containsExactlyInAnyOrderElementsOf(names);
      names.forEach(
          name -> assertThat(contents(store).get(name).values()).containsExactly(Bytes.utf8(name)));
    }
  }

  @Test
  void aKeyAndAValueOfEveryVarintSize() {
    try (RocksDbStore store = RocksDbStore.open(place)) {
      for (int size : new int[] {0, 1, 120, 125, 126, 127, 128, 16_381, 16_384, 2_097_152}) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) size);
        store.commit(new WriteBatch().put("v", Bytes.of(bytes), Bytes.of(bytes)));
        List<Bytes> values = new ArrayList<>();
        store.scan("v", Bytes.of(bytes), (key, value) -> values.add(value) && !key.equals(value));
        assertThat(values).first().isEqualTo(Bytes.of(bytes));
      }
    }
  }

  @Test
  void lessThanTheCallerKnows() {
    try (RocksDbStore store = RocksDbStore.open(place)) {
      store.commit(batch(1));
      store.commit(batch(2));
    }
    RocksDbStore.open(place, RocksDbStoreOptions.DEFAULT.expecting(2)).close();
    assertThatThrownBy(() -> RocksDbStore.open(place, RocksDbStoreOptions.DEFAULT.expecting(3)))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(reason(e)).isEqualTo(Reason.BEHIND))
        .hasMessageContaining("ends with commit 2, expected at least 3");
    RocksDbStore.open(place).close();
    assertThatThrownBy(() -> RocksDbStoreOptions.DEFAULT.expecting(-1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void lookingChangesNoByte() {
    RocksDbStoreOptions looking = RocksDbStoreOptions.DEFAULT.expecting(2).readOnly();
    StoreFiles files = new StoreFiles(place);
    StoreFiles killed;
    try (RocksDbStore store = RocksDbStore.open(place)) {
      store.commit(batch(1));
      store.compact();
      store.commit(batch(2));
      killed = files.copy(folder.resolve("killed"));
    }
    for (StoreFiles each : List.of(files, killed)) {
      SortedMap<String, Bytes> before = each.bytes();
      try (RocksDbStore store = RocksDbStore.open(each.directory(), looking)) {
        assertThat(store.sequence()).isEqualTo(2);
        assertThat(contents(store).get(StoreFiles.TABLE)).hasSize(2);
        assertThatThrownBy(() -> store.commit(batch(3)))
            .isInstanceOfSatisfying(
                StoreException.class, e -> assertThat(reason(e)).isEqualTo(Reason.READ_ONLY));
        assertThatThrownBy(store::compact).isInstanceOf(StoreException.class);
        assertThat(each.bytes()).isEqualTo(before);
      }
      assertThat(RocksDbStore.verify(each.directory(), VerifyListener.NONE).entries()).isEqualTo(2);
      assertThat(each.bytes()).isEqualTo(before);
    }
  }

  @Test
  void compactingGivesSpaceBack() {
    try (RocksDbStore store = RocksDbStore.open(place)) {
      WriteBatch much = new WriteBatch();
      WriteBatch nothing = new WriteBatch();
      for (int i = 0; i < 100; i++) {
        much.put("v", Bytes.ofLong(i), Bytes.of(new byte[10_000]));
        nothing.remove("v", Bytes.ofLong(i));
      }
      store.commit(much);
      store.compact();
      store.commit(nothing);
      assertThat(store.sizeOnDisk()).isGreaterThan(1_000_000);
      store.compact();
      assertThat(store.sizeOnDisk()).isLessThan(500_000);
      assertThat(store.tables()).isEmpty();
    }
  }

  @Test
  void verifyingCountsWhatIsThere() {
    long chain;
    try (RocksDbStore store = RocksDbStore.open(place)) {
      store.commit(batch(1).put("other", Bytes.EMPTY, Bytes.EMPTY));
      store.compact();
      store.commit(batch(2));
      chain = store.chain();
    }
    List<String> parts = new ArrayList<>();
    StoreContents contents = RocksDbStore.verify(place, (part, count) -> parts.add(part));
    assertThat(contents.sequence()).isEqualTo(2);
    assertThat(contents.chain()).isEqualTo(chain);
    assertThat(contents.tables()).isEqualTo(Map.of(StoreFiles.TABLE, 2L, "other", 1L));
    assertThat(contents.hasTornEnd()).isFalse();
    assertThat(parts).containsExactly("logs", "tables", "entries");
  }

  @Test
  void closingFromWithinAScan() {
    try (RocksDbStore store = RocksDbStore.open(place)) {
      store.commit(batch(1));
      Runnable close = store::close;
      EntryVisitor visitor =
          (key, value) -> {
            close.run();
            return true;
          };
      assertThatThrownBy(() -> store.scan(StoreFiles.TABLE, Bytes.EMPTY, visitor))
          .isInstanceOf(IllegalStateException.class);
      assertThat(store.commit(batch(2))).isEqualTo(2);
    }
  }

  @Test
  void anInterruptIsKeptForLater() {
    Thread.currentThread().interrupt();
    try (RocksDbStore store = RocksDbStore.open(place)) {
      assertThat(store.commit(batch(1))).isEqualTo(1);
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
      assertThat(contents(store).get(StoreFiles.TABLE)).hasSize(1);
    }
    assertThat(Thread.interrupted()).isTrue();
    try (RocksDbStore store = RocksDbStore.open(place)) {
      assertThat(store.sequence()).isEqualTo(1);
    }
  }
}
