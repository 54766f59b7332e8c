// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.store;

import io.crossline.core.json.InvalidJsonException;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.store.StateStore;
import io.crossline.messaging.store.StoreException;
import io.crossline.messaging.store.StoreException.Reason;
import io.crossline.messaging.store.WriteBatch;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/**
 * The text form of a store: JSON, one value a line, the same whatever store it came from.
 *
 * <pre>
 * {"kind":"crossline store","format":1,"sequence":7}
 * {"table":"balances","key":"0x0a","value":"0x05"}
 * {"table":"balances","key":"0x0b","value":"0x"}
 * {"entries":2,"checksum":"0x64d702a1"}
 * </pre>
 *
 * <p>Entries are sorted by table (as Java compares text) and key. The checksum is the CRC32C of the
 * sequence number, as 8 bytes, and, for each entry, of table, key and value, each behind its size
 * in 4 bytes, all big-endian. So a text that was cut, changed or put in another order is noticed,
 * though not one that somebody changed on purpose.
 *
 * <p>The sequence number says how far the exported store was. The store that it is imported into
 * counts its own commits, from the first one of the import.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class StoreText {
  static final String KIND = "crossline store";
  static final int FORMAT = 1;

  /**
   * {@value}: the table that holds an entry from the first commit of an import that takes several
   * to the last one. No text may contain it.
   */
  public static final String UNFINISHED_IMPORT = "crossline.unfinished-import";

  private StoreText() {}

  /**
   * Writes all that a store holds. Nothing may be committed meanwhile.
   *
   * @param store the store
   * @param out takes the text; neither flushed nor closed
   * @return the number of entries
   * @throws IOException if {@code out} fails
   * @throws StoreException if the store cannot be read, or holds half an import, see {@link
   *     #requireWhole}
   * @throws IllegalStateException if there was a commit meanwhile; the text then lacks its last
   *     line
   * @throws IllegalArgumentException if a name, key or value has no text form: a key or value of
   *     more than 32 MiB, or half of a surrogate pair in a table's name
   */
  public static long export(StateStore store, Appendable out) throws IOException {
    requireWhole(store);
    return new TextExport(store, out).write();
  }

  /**
   * Reads a text into a store that holds nothing, in commits of about 1 MiB. What fits into one is
   * there whole or not at all. Otherwise the first commit sets an entry in {@link
   * #UNFINISHED_IMPORT}, and the last one, made once the checksum has been found right, removes it:
   * a store that was left half filled, by damage or by a kill, says so to {@link #requireWhole},
   * and is to be deleted.
   *
   * @param empty the store; nobody else may use it meanwhile
   * @param document what the text is called in messages
   * @param in the text; not closed
   * @return the number of entries
   * @throws IOException if {@code in} fails
   * @throws InvalidJsonException if the text is not what {@link #export} wrote, with the line
   * @throws StoreNotEmptyException if the store holds something
   * @throws StoreException if the store cannot be written
   */
  public static long importInto(StateStore empty, String document, Reader in) throws IOException {
    if (!empty.tables().isEmpty()) {
      throw new StoreNotEmptyException(empty.tables());
    }
    ImportedBatches batches = new ImportedBatches(empty);
    long entries = new TextImport(document, in, batches::put).read();
    batches.finish();
    return entries;
  }

  /**
   * Reads a text to its end and throws away what it says.
   *
   * @param document what the text is called in messages
   * @param in the text; not closed
   * @return the number of entries
   * @throws IOException if {@code in} fails
   * @throws InvalidJsonException if the text is not what {@link #export} wrote, with the line
   */
  public static long check(String document, Reader in) throws IOException {
    return new TextImport(document, in, (table, key, value) -> {}).read();
  }

  /**
   * Asks for a store that no import has left half filled. To be called before what a store holds is
   * used.
   *
   * @param store the store
   * @throws StoreException {@link Reason#DAMAGED} if an import into it did not come to its end
   */
  public static void requireWhole(StateStore store) {
    if (store.tables().contains(UNFINISHED_IMPORT)) {
      throw new StoreException(
          Reason.DAMAGED,
          "an import or an upgrade into this store did not come to its end, so it holds a part of"
              + " what it should: delete it and begin again",
          null);
    }
  }

  /** Takes the entries of a text. */
  @FunctionalInterface
  interface Entries {
    void put(String table, Bytes key, Bytes value);
  }

  /** Why a name cannot be a table's, or nothing. */
  static String faultOf(String table) {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(table)) {
      return "half of a surrogate pair stands in it";
    }
    int size = Bytes.utf8(table).size();
    if (size == 0 || size > WriteBatch.Write.LONGEST_NAME) {
      return "found " + size + " bytes, must be from 1 to " + WriteBatch.Write.LONGEST_NAME;
    }
    return table.equals(UNFINISHED_IMPORT) ? "the name is reserved" : "";
  }
}
