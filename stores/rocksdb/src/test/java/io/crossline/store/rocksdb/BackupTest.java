// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.store.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.store.StoreException;
import io.crossline.messaging.store.StoreException.Reason;
import io.crossline.messaging.store.WriteBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
  private static final VerifyListener QUIET = (part, count) -> {};

  @TempDir private Path folder;

  private static WriteBatch batch(long number) {
    // Both entries of a commit say which one it is.
    return new WriteBatch()
        .put("a", Bytes.ofLong(0), Bytes.ofLong(number))
        .put("b", Bytes.ofLong(0), Bytes.ofLong(number))
        .put("c", Bytes.ofLong(number), Bytes.ofLong(number));
  }

  private static long only(RocksDbStore store, String table) {
    long[] found = new long[1];
    store.scan(
        table,
        Bytes.EMPTY,
        (key, value) -> {
          found[0] = value.getLong(0);
          return true;
        });
    return found[0];
  }

  @Test
  void aCopyIsTheStateAfterOneCommitWhileOthersGoOn() throws InterruptedException {
    try (RocksDbStore store = RocksDbStore.open(folder.resolve("state"))) {
      AtomicBoolean stop = new AtomicBoolean();
      Thread writer =
          new Thread(
              () -> {
                for (long i = 1; !stop.get(); i++) {
                  store.commit(batch(i));
                }
              });
      writer.start();
      try {
        for (int i = 0; i < 3; i++) {
          Path copy = folder.resolve("copy" + i);
          StoreContents contents = store.backup(copy, QUIET);
          try (RocksDbStore read = RocksDbStore.open(copy)) {
            assertThat(only(read, "a")).isEqualTo(only(read, "b")).isEqualTo(read.sequence());
            assertThat(read.sequence()).isEqualTo(contents.sequence());
            assertThat(read.chain()).isEqualTo(contents.chain());
            assertThat(read.commit(batch(99))).isEqualTo(contents.sequence() + 1);
          }
        }
      } finally {
        stop.set(true);
        writer.join();
      }
    }
  }

  @Test
  void ofAClosedStoreAndOfOneThatIsOpenHere() {
    Path state = folder.resolve("state");
    try (RocksDbStore store = RocksDbStore.open(state)) {
      store.commit(batch(1));
      assertThatThrownBy(() -> RocksDbStore.backup(state, folder.resolve("no"), QUIET))
          .isInstanceOfSatisfying(
              StoreException.class, e -> assertThat(e.reason()).isEqualTo(Reason.IN_USE));
    }
    assertThat(folder.resolve("no")).doesNotExist();
    assertThat(RocksDbStore.backup(state, folder.resolve("copy"), QUIET).sequence()).isEqualTo(1);
    assertThatThrownBy(() -> RocksDbStore.backup(state, folder.resolve("copy"), QUIET))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_A_STORE));
    assertThat(RocksDbStore.verify(folder.resolve("copy"), QUIET).sequence()).isEqualTo(1);
  }

  @Test
  void aFailureLeavesNothing() throws IOException {
    Path copy = folder.resolve("copy");
    try (RocksDbStore store = RocksDbStore.open(folder.resolve("state"))) {
      for (int i = 1; i <= 2000; i++) {
        store.commit(batch(i));
      }
      VerifyListener failing =
          (part, count) -> {
            throw new IllegalStateException("stopped at " + part);
          };
      assertThatThrownBy(() -> store.backup(copy, failing)).hasMessageContaining("stopped at");
      assertThat(copy).doesNotExist();
      Files.createDirectory(copy);
      assertThatThrownBy(() -> store.backup(copy, failing)).hasMessageContaining("stopped at");
      assertThat(copy).isEmptyDirectory();
      assertThat(store.backup(copy, QUIET).sequence()).isEqualTo(2000);
    }
  }
}
