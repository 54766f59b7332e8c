// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.store.rocksdb;

import static io.crossline.store.rocksdb.StoreFiles.batch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crossline.messaging.store.StoreException;
import io.crossline.messaging.store.StoreException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

/** A log on Linux's device that is always full. */
class FullDiskTest {
  @TempDir Path folder;

  @Test
  @EnabledOnOs(OS.LINUX)
  void aLogThatCannotGrow() throws IOException {
    Path place = folder.resolve("store");
    StoreFiles files = new StoreFiles(place);
    List<Path> full = new ArrayList<>();
    try (RocksDbStore store = RocksDbStore.open(place)) {
      store.commit(batch(1));
      String name = files.log().getFileName().toString();
      int number = Integer.parseInt(name.substring(0, name.indexOf('.')));
      // The next log, whichever number it gets.
      for (int next = number + 1; next < number + 5; next++) {
        Path log = place.resolve("db").resolve(String.format("%06d.log", next));
        full.add(Files.createSymbolicLink(log, Path.of("/dev/full")));
      }
      store.compact();
      StoreException found =
          catchThrowableOfType(StoreException.class, () -> store.commit(batch(2)));
      assertThat(found.reason()).isEqualTo(Reason.DISK_FULL);
      assertThat(found).hasMessageContaining(place.toString());
      StoreException next =
          catchThrowableOfType(StoreException.class, () -> store.commit(batch(2)));
      assertThat(next.reason()).isEqualTo(Reason.FAILED);
      assertThat(store.sequence()).isEqualTo(1);
      for (Path log : full) {
        Files.deleteIfExists(log);
      }
    }
    try (RocksDbStore store = RocksDbStore.open(place)) {
      assertThat(store.sequence()).isEqualTo(1);
      assertThat(StoreFiles.contents(store).get(StoreFiles.TABLE)).hasSize(1);
      assertThat(store.commit(batch(2))).isEqualTo(2);
    }
  }

  @Test
  void whatItIsCalled() {
    Status full = new Status(Status.Code.IOError, Status.SubCode.NoSpace, null);
    assertThat(Failures.of(folder, new RocksDBException("some words", full)).reason())
        .isEqualTo(Reason.DISK_FULL);
    assertThat(Failures.ofCommit(folder, new RocksDBException("some words", full)).reason())
        .isEqualTo(Reason.DISK_FULL);
    assertThat(Failures.of(folder, new IOException("x: No space left on device")).reason())
        .isEqualTo(Reason.DISK_FULL);
    Status other = new Status(Status.Code.IOError, Status.SubCode.None, null);
    assertThat(Failures.ofCommit(folder, new RocksDBException("some words", other)).reason())
        .isEqualTo(Reason.FAILED);
  }
}
