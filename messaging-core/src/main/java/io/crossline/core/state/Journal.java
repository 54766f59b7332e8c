// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.state;

import io.crossline.messaging.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what every write replaced, so that writes can be undone back to a mark. Tables note in
 * it before they write. Word tables note into an array of longs: a write makes no garbage.
 *
 * <p>How this works: there are two lists, because tables of words are written most. The one holds
 * {@value #WORD_ENTRY} longs an entry, four of the key and four of the value before, and beside it
 * the table that they are of; the other holds an object for each write of any other table. A {@link
 * Mark} is the lengths of both. To go back to it is to put the values back from the end of each
 * list down to the mark; the order between the two lists plays no role, because no table notes in
 * both. A key that is written twice is noted twice, and the older value, which is put back last, is
 * what stays.
 *
 * <p>For example, a transaction begins at mark (3, 1), writes a balance and calls a contract, which
 * takes mark (4, 1), writes two cells and reverts: the entries 4 to 6 are undone and dropped. The
 * transaction goes on with the balance alone written. At the end of the block everything is taken
 * out with {@link #seal}: the journal is empty again, and the {@link Sealed} writes can undo the
 * block for as long as blocks after it are undone before it. {@link #takeNew} gives a store what
 * came since it was asked last, without taking it out.
 *
 * <p>Not thread-safe.
 */
public final class Journal {
  static final int WORD_ENTRY = 8;

  private @Nullable WordTable[] wordTables = new WordTable[64];
  private long[] words = new long[64 * WORD_ENTRY];
  private int wordEntries;
  private final List<Undo> objects = new ArrayList<>();

  /** How much of what is in here {@link #takeNew} gave already. */
  private Mark taken = new Mark(0, 0);

  /** Creates an empty journal. */
  public Journal() {}

  /**
   * A place in the journal, to which writes can be undone. Valid until an earlier place is gone
   * back to, or the journal is cleared or sealed.
   */
  public record Mark(int wordEntries, int objectEntries) {}

  /** What an entry of an object table was before one write. */
  record Undo(Table table, Object key, @Nullable Object before) {
    void undo() {
      table.restore(key, before);
    }
  }

  /**
   * Writes that were taken out of the journal and can still be undone, as one block's are.
   *
   * <p>They must be undone in the opposite order of their making, on a journal that holds no later
   * writes.
   */
  public static final class Sealed {
    private final @Nullable WordTable[] tables;
    private final long[] words;
    private final List<Undo> objects;

    Sealed(@Nullable WordTable[] tables, long[] words, List<Undo> objects) {
      this.tables = tables;
      this.words = words;
      this.objects = objects;
    }

    /** Undoes these writes. */
    public void undo() {
      undoWords(tables, words, tables.length, 0);
      undoObjects(objects, 0);
    }

    /**
     * These writes for a store.
     *
     * @return nothing if there are none
     */
    public Bytes toBytes() {
      return new JournalRecord(tables, words, objects).write();
    }

    /**
     * Writes as a store kept them.
     *
     * @param state whose tables they are of
     * @param record what {@link #toBytes} gave
     * @return the writes
     * @throws IllegalStateException if a table is not there
     */
    public static Sealed of(State state, Bytes record) {
      return JournalRecord.read(state, record);
    }
  }

  /**
   * The present place.
   *
   * @return a mark for {@link #revertTo}
   */
  public Mark mark() {
    return new Mark(wordEntries, objects.size());
  }

  /**
   * Undoes all writes that were made after a mark.
   *
   * @param mark the place to go back to
   * @throws IllegalArgumentException if the mark lies behind the present place: it is not valid any
   *     more, and nothing is undone
   */
  public void revertTo(Mark mark) {
    if (mark.wordEntries > wordEntries || mark.objectEntries > objects.size()) {
      throw new IllegalArgumentException(
          "journal: "
              + mark
              + " is not valid any more, the journal is at "
              + mark()
              + ". It was cleared, sealed or taken back further since; take a new mark.");
    }
    undoWords(wordTables, words, wordEntries, mark.wordEntries);
    Arrays.fill(wordTables, mark.wordEntries, wordEntries, null);
    wordEntries = mark.wordEntries;
    undoObjects(objects, mark.objectEntries);
    objects.subList(mark.objectEntries, objects.size()).clear();
  }

  /** Forgets all writes: they can no longer be undone. */
  public void clear() {
    taken = new Mark(0, 0);
    Arrays.fill(wordTables, 0, wordEntries, null);
    wordEntries = 0;
    objects.clear();
  }

  /**
   * Takes all writes out of the journal.
   *
   * @return the writes, which can still be undone together
   */
  public Sealed seal() {
    Sealed sealed = since(new Mark(0, 0));
    clear();
    return sealed;
  }

  /**
   * The writes since this was asked last or the journal was emptied; they stay in it.
   *
   * @return the writes, to be kept in a store
   */
  public Sealed takeNew() {
    Sealed added = since(taken);
    taken = mark();
    return added;
  }

  private Sealed since(Mark mark) {
    return new Sealed(
        Arrays.copyOfRange(wordTables, mark.wordEntries, wordEntries),
        Arrays.copyOfRange(words, mark.wordEntries * WORD_ENTRY, wordEntries * WORD_ENTRY),
        List.copyOf(objects.subList(mark.objectEntries, objects.size())));
  }

  void noteWord(
      WordTable table,
      long k0,
      long k1,
      long k2,
      long k3,
      long before0,
      long before1,
      long before2,
      long before3) {
    if (wordEntries == wordTables.length) {
      // Both or none: if memory runs out here, the journal still fits together and can be undone.
      long[] moreWords = Arrays.copyOf(words, 2 * words.length);
      wordTables = Arrays.copyOf(wordTables, 2 * wordEntries);
      words = moreWords;
    }
    wordTables[wordEntries] = table;
    int at = wordEntries++ * WORD_ENTRY;
    words[at] = k0;
    words[at + 1] = k1;
    words[at + 2] = k2;
    words[at + 3] = k3;
    words[at + 4] = before0;
    words[at + 5] = before1;
    words[at + 6] = before2;
    words[at + 7] = before3;
  }

  /** With null for an entry that was not there. */
  void noteObject(Table table, Object key, @Nullable Object before) {
    objects.add(new Undo(table, key, before));
  }

  private static void undoWords(@Nullable WordTable[] tables, long[] words, int from, int downTo) {
    for (int i = from - 1; i >= downTo; i--) {
      int at = i * WORD_ENTRY;
      WordTable table = tables[i];
      if (table != null) {
        table.write(
            words[at],
            words[at + 1],
            words[at + 2],
            words[at + 3],
            words[at + 4],
            words[at + 5],
            words[at + 6],
            words[at + 7]);
      }
    }
  }

  private static void undoObjects(List<Undo> undos, int downTo) {
    for (int i = undos.size() - 1; i >= downTo; i--) {
      undos.get(i).undo();
    }
  }
}
