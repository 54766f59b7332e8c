// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.rpc;

import java.util.Arrays;

/**
 * The last rows that were added, by a key of 128 bits, each with a few numbers: what a stream of
 * any length can be held against in bounded memory. A row takes 24 bytes and 4 for each number; the
 * oldest row makes room for a new one.
 *
 * <p>The keys must be hashes, since their bits are taken for where a row lies.
 *
 * <p>Not thread-safe: one thread uses a table.
 */
public final class RecentTable {
  private static final int FIRST_ROWS = 1 << 10;
  private static final int NONE = -1;

  private final int capacity;
  private final int[][] columns;
  private long[] high = new long[FIRST_ROWS];
  private long[] low = new long[FIRST_ROWS];
  private int[] index = new int[2 * FIRST_ROWS];
  private int rows;
  private int oldest;

  /**
   * Makes an empty table.
   *
   * @param capacity how many rows it keeps, at least 1
   * @param columns how many numbers each row has
   */
  public RecentTable(int capacity, int columns) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity: must be at least 1, found " + capacity);
    }
    this.capacity = capacity;
    this.columns = new int[columns][FIRST_ROWS];
    Arrays.fill(index, NONE);
  }

  /**
   * Looks for a row.
   *
   * @param keyHigh the upper half of its key
   * @param keyLow the lower half
   * @return the row, or −1 if it is not there any more or never was
   */
  public int find(long keyHigh, long keyLow) {
    return index[position(keyHigh, keyLow)];
  }

  /**
   * Adds a row whose numbers are all 0. The oldest one goes if there is no room.
   *
   * @param keyHigh the upper half of its key, which must not be there
   * @param keyLow the lower half
   * @return the row, which stays the same until it goes
   */
  public int add(long keyHigh, long keyLow) {
    int row;
    if (rows < capacity) {
      row = rows++;
      makeRoom();
    } else {
      row = oldest;
      oldest = (oldest + 1) % capacity;
      remove(row);
    }
    high[row] = keyHigh;
    low[row] = keyLow;
    for (int[] column : columns) {
      column[row] = 0;
    }
    index[position(keyHigh, keyLow)] = row;
    return row;
  }

  /**
   * A number of a row.
   *
   * @param row the row
   * @param column which number, from 0
   * @return the number
   */
  public int get(int row, int column) {
    return columns[column][row];
  }

  /**
   * Changes a number of a row.
   *
   * @param row the row
   * @param column which number, from 0
   * @param value the number
   */
  public void set(int row, int column, int value) {
    columns[column][row] = value;
  }

  private void makeRoom() {
    if (rows > high.length) {
      int length = (int) Math.min(capacity, 2L * high.length);
      high = Arrays.copyOf(high, length);
      low = Arrays.copyOf(low, length);
      for (int i = 0; i < columns.length; i++) {
        columns[i] = Arrays.copyOf(columns[i], length);
      }
    }
    if (2L * rows > index.length) {
      index = new int[2 * index.length];
      Arrays.fill(index, NONE);
      for (int row = 0; row < rows - 1; row++) {
        index[position(high[row], low[row])] = row;
      }
    }
  }

  /** Where the index names a row of this key, or would. */
  private int position(long keyHigh, long keyLow) {
    int mask = index.length - 1;
    int at = home(keyHigh);
    while (index[at] != NONE && (high[index[at]] != keyHigh || low[index[at]] != keyLow)) {
      at = at + 1 & mask;
    }
    return at;
  }

  private int home(long keyHigh) {
    return (int) keyHigh & index.length - 1;
  }

  /** Closes the gap, so that what was pushed behind the row is found without it. */
  private void remove(int row) {
    int mask = index.length - 1;
    int gap = position(high[row], low[row]);
    for (int at = gap + 1 & mask; index[at] != NONE; at = at + 1 & mask) {
      int way = at - home(high[index[at]]) & mask;
      if (way >= (at - gap & mask)) {
        index[gap] = index[at];
        gap = at;
      }
    }
    index[gap] = NONE;
  }
}
