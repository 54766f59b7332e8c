// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.store.rocksdb;

import static io.crossline.store.rocksdb.StoreFiles.batch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.store.StoreException;
import io.crossline.messaging.store.StoreException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

class StoreDirectoryTest {
  private static final RocksDbStoreOptions LOOKING = RocksDbStoreOptions.DEFAULT.readOnly();

  @TempDir Path folder;

  private Path place() {
    return folder.resolve("store");
  }

  private static StoreException refusal(Path place, RocksDbStoreOptions options) {
    StoreException found =
        catchThrowableOfType(StoreException.class, () -> RocksDbStore.open(place, options));
    assertThat(found).as("opening of " + place).isNotNull();
    return found;
  }

  private void checkIsRefused(Reason reason) {
    SortedMap<String, Bytes> before = new StoreFiles(place()).bytes();
    for (RocksDbStoreOptions options : List.of(RocksDbStoreOptions.DEFAULT, LOOKING)) {
      StoreException found = refusal(place(), options);
      assertThat(found.reason()).isEqualTo(reason);
      assertThat(found).hasMessageContaining(place().toString());
    }
    assertThat(new StoreFiles(place()).bytes()).isEqualTo(before);
  }

  @Test
  void whatItConsistsOf() throws IOException {
    RocksDbStore.open(place()).close();
    assertThat(Folders.names(place())).containsExactly("CROSSLINE", "db");
    assertThat(place().resolve("CROSSLINE")).hasContent("crossline store on rocksdb\nformat 1\n");
  }

  @Test
  void openInThisProcess() throws IOException {
    try (RocksDbStore store = RocksDbStore.open(place())) {
      checkIsRefused(Reason.IN_USE);
      Path link = Files.createSymbolicLink(folder.resolve("link"), place());
      assertThat(refusal(link, RocksDbStoreOptions.DEFAULT).reason()).isEqualTo(Reason.IN_USE);
      assertThat(store.commit(batch(1))).isEqualTo(1);
    }
    RocksDbStore.open(place()).close();
  }

  @Test
  void aFutureFormatIsLeftAlone() throws IOException {
    RocksDbStore.open(place()).close();
    Path mark = place().resolve("CROSSLINE");
    String text = Files.readString(mark);
    for (String future : List.of("format 2\n", "format 2\nand more\n", "format 999999999\n")) {
      Files.writeString(mark, text.replace("format 1\n", future));
      checkIsRefused(Reason.FUTURE_FORMAT);
    }
    Files.writeString(mark, text);
    RocksDbStore.open(place()).close();
  }

  @Test
  void anotherKindOfStoreIsLeftAlone() throws IOException {
    RocksDbStore.open(place()).close();
    Path mark = place().resolve("CROSSLINE");
    String text = Files.readString(mark);
    for (String other : List.of(text.replace("rocksdb", "granite"), "", text.substring(5))) {
      Files.writeString(mark, other);
      checkIsRefused(Reason.NOT_A_STORE);
    }
  }

  @Test
  void aForeignDirectoryIsLeftAlone() throws IOException {
    Files.createDirectories(place());
    Path foreign = Files.writeString(place().resolve("thesis.txt"), "the only copy");
    checkIsRefused(Reason.NOT_A_STORE);
    Files.delete(foreign);
    RocksDbStore.open(place()).close();
  }

  @Test
  void aDatabaseWithoutTheMarkIsLeftAlone() throws IOException {
    RocksDbStore.open(place()).close();
    Files.delete(place().resolve("CROSSLINE"));
    checkIsRefused(Reason.NOT_A_STORE);
  }

  @Test
  void whereNothingIsLookingFindsNoStore() throws IOException {
    assertThat(refusal(place(), LOOKING).reason()).isEqualTo(Reason.NOT_A_STORE);
    assertThat(place()).doesNotExist();
    Files.createDirectory(place());
    assertThat(refusal(place(), LOOKING).reason()).isEqualTo(Reason.NOT_A_STORE);
    assertThat(place()).isEmptyDirectory();
  }

  @Test
  void aFileInThePlaceOfADirectory() throws IOException {
    Files.writeString(place(), "a file");
    assertThat(refusal(place(), RocksDbStoreOptions.DEFAULT).reason())
        .isEqualTo(Reason.NOT_A_STORE);
    assertThat(refusal(place().resolve("below"), RocksDbStoreOptions.DEFAULT).reason())
        .isEqualTo(Reason.NOT_A_STORE);
    assertThat(place()).hasContent("a file");
  }

  @Test
  void aFileInThePlaceOfTheDatabase() throws IOException {
    RocksDbStore.open(place()).close();
    new StoreFiles(place().resolve("db")).remove();
    Files.writeString(place().resolve("db"), "a file");
    checkIsRefused(Reason.DAMAGED);
  }

  /** What a crash may leave at any moment of a creation. */
  @Test
  void aCreationThatACrashCutShortBeginsAnew() throws IOException {
    Path whole = folder.resolve("whole");
    RocksDbStore.open(whole).close();
    byte[] mark = Files.readAllBytes(whole.resolve("CROSSLINE"));
    for (int step = 0; step < 4; step++) {
      Path draft = place().resolve("CROSSLINE.tmp");
      Files.createDirectories(place());
      Files.write(draft, step == 0 ? new byte[0] : mark);
      if (step == 2) {
        Files.createDirectory(place().resolve("db"));
        Files.writeString(place().resolve("db").resolve("CURRENT"), "MANIF");
      } else if (step == 3) {
        new StoreFiles(whole.resolve("db")).copy(place().resolve("db"));
      }
      try (RocksDbStore store = RocksDbStore.open(place())) {
        assertThat(store.sequence()).isZero();
        store.commit(batch(1));
      }
      assertThat(Folders.names(place())).containsExactly("CROSSLINE", "db");
      new StoreFiles(place()).remove();
    }
  }

  @Test
  void aDatabaseThatIsGoneIsNotMadeAnew() throws IOException {
    RocksDbStore.open(place()).close();
    new StoreFiles(place().resolve("db")).remove();
    checkIsRefused(Reason.DAMAGED);
    assertThat(place().resolve("db")).doesNotExist();
  }

  /** Root may write in spite of the bits; then only the mapping of the errors is tested. */
  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aDirectoryWithoutPermissionToWriteUnlessRoot() throws IOException {
    try (RocksDbStore store = RocksDbStore.open(place())) {
      store.commit(batch(1));
    }
    Path mark = place().resolve("CROSSLINE");
    Files.setPosixFilePermissions(mark, PosixFilePermissions.fromString("r--r--r--"));
    Files.setPosixFilePermissions(place(), PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      if (!Files.isWritable(mark)) {
        assertThat(refusal(place(), RocksDbStoreOptions.DEFAULT).reason())
            .isEqualTo(Reason.READ_ONLY);
      }
      try (RocksDbStore store = RocksDbStore.open(place(), LOOKING)) {
        assertThat(store.sequence()).isEqualTo(1);
      }
    } finally {
      Files.setPosixFilePermissions(place(), PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    Path database = place().resolve("db");
    for (String why : List.of("Read-only file system", "Permission denied")) {
      assertThat(Failures.of(place(), new IOException("CROSSLINE (" + why + ")")).reason())
          .isEqualTo(Reason.READ_ONLY);
      Status status = new Status(Status.Code.IOError, Status.SubCode.None, null);
      String message = "While open a file for appending: " + database + "/000004.log: " + why;
      assertThat(Failures.of(database, new RocksDBException(message, status)).reason())
          .isEqualTo(Reason.READ_ONLY);
    }
  }
}
