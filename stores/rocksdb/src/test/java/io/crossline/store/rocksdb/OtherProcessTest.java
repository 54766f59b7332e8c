// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.store.rocksdb;

import static io.crossline.store.rocksdb.StoreFiles.batch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.store.StoreException;
import io.crossline.messaging.store.StoreException.Reason;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OtherProcessTest {
  private static final RocksDbStoreOptions LOOKING = RocksDbStoreOptions.DEFAULT.readOnly();

  @TempDir Path folder;

  private Path place() {
    return folder.resolve("store");
  }

  private void checkIsInUse(RocksDbStoreOptions options) {
    StoreException found =
        catchThrowableOfType(StoreException.class, () -> RocksDbStore.open(place(), options));
    assertThat(found.reason()).isEqualTo(Reason.IN_USE);
    assertThat(found).hasMessageContaining(place().toString());
  }

  @Test
  void aStoreThatAnotherProcessHasOpen() throws Exception {
    try (OtherProcess other = OtherProcess.start(List.of(), "hold", place())) {
      assertThat(other.line()).isEqualTo("opened");
      SortedMap<String, Bytes> before = new StoreFiles(place()).bytes();
      checkIsInUse(RocksDbStoreOptions.DEFAULT);
      checkIsInUse(LOOKING);
      assertThat(new StoreFiles(place()).bytes()).isEqualTo(before);
      other.kill();
      RocksDbStore.open(place()).close();
    }
  }

  @Test
  void aStoreThatAnotherProcessLooksAt() throws Exception {
    RocksDbStore.open(place()).close();
    try (OtherProcess other = OtherProcess.start(List.of(), "look", place())) {
      assertThat(other.line()).isEqualTo("opened");
      checkIsInUse(RocksDbStoreOptions.DEFAULT);
      RocksDbStore.open(place(), LOOKING).close();
    }
  }

  @Test
  void killedWhileItCommits() throws Exception {
    long told = 0;
    for (int kills = 0; kills < 3; kills++) {
      try (OtherProcess other = OtherProcess.start(List.of(), "commit", place())) {
        assertThat(other.line()).isEqualTo("opened");
        for (int i = 0; i < 20 + 13 * kills; i++) {
          told = Long.parseLong(other.line());
        }
        other.kill();
        for (String line : other.rest()) {
          told = line.equals(Long.toString(told + 1)) ? told + 1 : told;
        }
      }
      try (RocksDbStore store =
          RocksDbStore.open(place(), RocksDbStoreOptions.DEFAULT.expecting(told))) {
        assertThat(store.sequence()).isBetween(told, told + 1);
        SortedMap<Bytes, Bytes> entries = StoreFiles.contents(store).get(StoreFiles.TABLE);
        assertThat(entries).hasSize((int) store.sequence());
        assertThat(entries.lastKey()).isEqualTo(Bytes.ofLong(store.sequence()));
      }
      RocksDbStore.verify(place(), VerifyListener.NONE);
    }
  }

  /** Files may not grow beyond 20 MiB, so that a write in the middle of a log fails. */
  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void afterAWriteThatFailsItTakesNoMore() throws Exception {
    List<String> limited = List.of("bash", "-c", "ulimit -f 20480; exec \"$@\"", "bash");
    RocksDbStore.open(place()).close();
    long told = 0;
    try (OtherProcess other = OtherProcess.start(limited, "fill", place())) {
      assertThat(other.line()).isEqualTo("opened");
      String line = other.line();
      while (line.matches("\\d+")) {
        told = Long.parseLong(line);
        line = other.line();
      }
      assertThat(line).isEqualTo("FAILED");
      assertThat(other.line()).isEqualTo("FAILED");
      assertThat(other.line()).isEqualTo("null");
      other.kill();
    }
    assertThat(told).isGreaterThan(5);
    try (RocksDbStore store =
        RocksDbStore.open(place(), RocksDbStoreOptions.DEFAULT.expecting(told))) {
      assertThat(store.sequence()).isBetween(told, told + 1);
      assertThat(store.commit(batch(1))).isEqualTo(store.sequence());
    }
  }
}
