// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.store.rocksdb;

import static io.crossline.store.rocksdb.StoreFiles.batch;
import static io.crossline.store.rocksdb.StoreFiles.flip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.store.StoreException;
import io.crossline.messaging.store.StoreException.Reason;
import io.crossline.messaging.store.WriteBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bits that changed after they were written. */
class DamagedStoreTest {
  private static final int BLOCK = 32 << 10;

  @TempDir Path folder;
  private final List<Integer> recordEnds = new ArrayList<>();

  private StoreFiles killed(WriteBatch... batches) throws IOException {
    StoreFiles files = new StoreFiles(folder.resolve("origin"));
    try (RocksDbStore store = RocksDbStore.open(files.directory())) {
      recordEnds.add(0);
      for (WriteBatch each : batches) {
        store.commit(each);
        recordEnds.add((int) Files.size(files.log()));
      }
      return files.copy(folder.resolve("killed"));
    }
  }

  private static StoreException damage(ThrowingCallable action, String what) {
    StoreException found = catchThrowableOfType(StoreException.class, action);
    assertThat(found).as(what).isNotNull();
    assertThat(found.reason()).as(what).isEqualTo(Reason.DAMAGED);
    return found;
  }

  private static void checkIsFound(StoreFiles files, Path file, long offset, String what) {
    StoreException found = damage(() -> RocksDbStore.open(files.directory()), what);
    assertThat(found.file()).as(what).contains(file.toString());
    assertThat(found.offset()).as(what).hasValue(offset);
    assertThat(found).hasMessageContaining(file.toString());
  }

  @Test
  void everyBitOfAnEarlierRecord() throws IOException {
    StoreFiles files = killed(batch(1), batch(2), batch(3));
    Path log = files.log();
    byte[] whole = Files.readAllBytes(log);
    for (int record = 0; record < 2; record++) {
      for (int at = recordEnds.get(record); at < recordEnds.get(record + 1); at++) {
        for (int bit = 0; bit < Byte.SIZE; bit++) {
          flip(log, at, bit);
          checkIsFound(files, log, recordEnds.get(record), "byte " + at + ", bit " + bit);
          Files.write(log, whole);
        }
      }
    }
    RocksDbStore.open(files.directory(), RocksDbStoreOptions.DEFAULT.expecting(3)).close();
  }

  @Test
  void everyBitOfTheLastRecordToo() throws IOException {
    StoreFiles files = killed(batch(1), batch(2));
    Path log = files.log();
    byte[] whole = Files.readAllBytes(log);
    for (int at = recordEnds.get(1); at < whole.length; at++) {
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        flip(log, at, bit);
        checkIsFound(files, log, recordEnds.get(1), "byte " + at + ", bit " + bit);
        Files.write(log, whole);
      }
    }
  }

  @Test
  void bitsOfARecordOfSeveralBlocks() throws IOException {
    byte[] value = new byte[3 * BLOCK];
    new Random(1).nextBytes(value);
    StoreFiles files = killed(batch(1), batch(2).put("v", Bytes.EMPTY, Bytes.of(value)));
    Path log = files.log();
    byte[] whole = Files.readAllBytes(log);
    for (int fragment = 0; fragment < 4; fragment++) {
      int start = fragment == 0 ? recordEnds.get(1) : fragment * BLOCK;
      for (int at : new int[] {start, start + 4, start + 5, start + 6, start + 7, start + 999}) {
        for (int bit = 0; bit < Byte.SIZE && at < whole.length; bit++) {
          flip(log, at, bit);
          checkIsFound(files, log, start, "byte " + at + ", bit " + bit);
          Files.write(log, whole);
        }
      }
    }
  }

  @Test
  void aRecordCutOutOfTheMiddle() throws IOException {
    StoreFiles files = killed(batch(1), batch(2), batch(3));
    Path log = files.log();
    byte[] whole = Files.readAllBytes(log);
    byte[] rest = Arrays.copyOfRange(whole, recordEnds.get(2), whole.length);
    byte[] joined = Arrays.copyOf(whole, recordEnds.get(1) + rest.length);
    System.arraycopy(rest, 0, joined, recordEnds.get(1), rest.length);
    Files.write(log, joined);
    checkIsFound(files, log, recordEnds.get(1), "a missing record");
  }

  @Test
  void aCutInALogThatAnotherGoesOnAfter() throws IOException {
    StoreFiles files = killed(batch(1), batch(2), batch(3));
    Path log = files.log();
    byte[] whole = Files.readAllBytes(log);
    // The third record alone is what the next log would begin with.
    Path next = log.resolveSibling("999999.log");
    Files.write(next, Arrays.copyOfRange(whole, recordEnds.get(2), whole.length));
    Files.write(log, Arrays.copyOf(whole, recordEnds.get(2) - 3));
    checkIsFound(files, log, recordEnds.get(1), "a cut in an earlier log");
  }

  @Test
  void everyByteOfTheManifest() throws IOException {
    StoreFiles files = killed(batch(1));
    Path manifest = files.newest("MANIFEST");
    byte[] whole = Files.readAllBytes(manifest);
    for (int at = 0; at < whole.length; at++) {
      for (int bit : new int[] {0, 3, 7}) {
        flip(manifest, at, bit);
        String what = "byte " + at + ", bit " + bit;
        StoreException found = damage(() -> RocksDbStore.open(files.directory()), what);
        assertThat(found.file()).as(what).contains(manifest.toString());
        assertThat(found.offset().orElseThrow())
            .as(what)
            .isBetween(Math.max(0L, at - 200), (long) at);
        Files.write(manifest, whole);
      }
    }
    RocksDbStore.open(files.directory()).close();
  }

  @Test
  void theFileThatNamesTheManifest() throws IOException {
    StoreFiles files = killed(batch(1));
    Path current = files.newest("CURRENT");
    byte[] whole = Files.readAllBytes(current);
    for (int at = 0; at < whole.length; at++) {
      flip(current, at, 1);
      damage(() -> RocksDbStore.open(files.directory()), "byte " + at);
    }
    Files.delete(current);
    StoreException found = damage(() -> RocksDbStore.open(files.directory()), "missing");
    assertThat(found.file()).contains(current.toString());
    Files.write(current, whole);
    try (RocksDbStore store = RocksDbStore.open(files.directory())) {
      assertThat(store.sequence()).isEqualTo(1);
    }
  }

  private StoreFiles sorted() throws IOException {
    StoreFiles files = new StoreFiles(folder.resolve("sorted"));
    try (RocksDbStore store = RocksDbStore.open(files.directory())) {
      for (int i = 0; i < 3; i++) {
        WriteBatch batch = new WriteBatch();
        for (int j = 0; j < 50; j++) {
          batch.put(StoreFiles.TABLE, Bytes.ofLong(1_000 * i + j), Bytes.of(new byte[50]));
        }
        store.commit(batch);
      }
      store.compact();
    }
    return files;
  }

  @Test
  void bitsOfATableFile() throws IOException {
    StoreFiles files = sorted();
    Path table = files.newest(".sst");
    byte[] whole = Files.readAllBytes(table);
    int named = 0;
    int tries = 0;
    for (int at = 0; at < whole.length; at += 97, tries++) {
      flip(table, at, at % Byte.SIZE);
      StoreException found =
          damage(() -> RocksDbStore.verify(files.directory(), VerifyListener.NONE), "byte " + at);
      assertThat(found.file()).as("byte " + at).contains(table.toString());
      if (found.offset().isPresent()) {
        named++;
        assertThat(found.offset().getAsLong()).isLessThan(whole.length);
      }
      Files.write(table, whole);
    }
    assertThat(named).isGreaterThan(tries * 9 / 10);
    assertThat(RocksDbStore.verify(files.directory(), VerifyListener.NONE).entries())
        .isEqualTo(150);
  }

  @Test
  void aScanReportsATableFileThatChanged() throws IOException {
    StoreFiles files = sorted();
    Path table = files.newest(".sst");
    // The first block holds the commit record, which opening reads.
    flip(table, 6_000, 0);
    try (RocksDbStore store = RocksDbStore.open(files.directory())) {
      StoreException found =
          damage(() -> store.scan(StoreFiles.TABLE, Bytes.EMPTY, (key, value) -> true), "scan");
      assertThat(found.file()).contains(table.toString());
      assertThat(found.offset().orElseThrow()).isBetween(1L, 6_000L);
    }
  }

  @Test
  void aTableFileThatIsMissing() throws IOException {
    StoreFiles files = sorted();
    Path table = files.newest(".sst");
    Files.delete(table);
    StoreException found = damage(() -> RocksDbStore.open(files.directory()), "missing");
    assertThat(found.file()).contains(table.toString());
  }
}
