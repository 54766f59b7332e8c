// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.messaging.store;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.Codec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Writes that belong together.
 *
 * <p>Not thread-safe; must not be changed while it is committed.
 */
public final class WriteBatch {
  private final List<Write> writes = new ArrayList<>();
  private long bytes;

  /** Creates an empty batch. */
  public WriteBatch() {}

  /**
   * One entry of a table set or removed.
   *
   * @param table the table's name, not empty, of at most 255 bytes in UTF-8
   * @param key the entry's key
   * @param value its new value; nothing to remove it
   */
  public record Write(String table, Bytes key, Optional<Bytes> value) {
    /** Most bytes of a table's name in UTF-8. */
    public static final int LONGEST_NAME = 255;

    /**
     * Creates a write.
     *
     * @throws IllegalArgumentException if the name is empty, too long, or no text that UTF-8 can
     *     write
     */
    public Write {
      Objects.requireNonNull(key);
      Objects.requireNonNull(value);
      int size = isPlain(table) ? table.length() : Codec.TEXT.encode(table).size();
      if (size == 0 || size > LONGEST_NAME) {
        throw new IllegalArgumentException(
            "table name: found " + size + " bytes, must be from 1 to " + LONGEST_NAME);
      }
    }

    private static boolean isPlain(String table) {
      for (int i = 0; i < table.length(); i++) {
        if (table.charAt(i) >= 0x80) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * Sets an entry.
   *
   * @param table the table's name
   * @param key the entry's key
   * @param value its new value
   * @return this
   * @throws IllegalArgumentException if the name is empty or too long
   */
  public WriteBatch put(String table, Bytes key, Bytes value) {
    return add(new Write(table, key, Optional.of(value)));
  }

  /**
   * Removes an entry, if it is there.
   *
   * @param table the table's name
   * @param key the entry's key
   * @return this
   * @throws IllegalArgumentException if the name is empty or too long
   */
  public WriteBatch remove(String table, Bytes key) {
    return add(new Write(table, key, Optional.empty()));
  }

  /**
   * Adds a write.
   *
   * @param write comes after those before it
   * @return this
   */
  public WriteBatch add(Write write) {
    writes.add(write);
    bytes += write.key().size() + write.value().map(Bytes::size).orElse(0);
    return this;
  }

  /**
   * The writes, in order.
   *
   * @return a view of them
   */
  public List<Write> writes() {
    return Collections.unmodifiableList(writes);
  }

  /**
   * How large the batch is.
   *
   * @return the bytes of all its keys and values
   */
  public long bytes() {
    return bytes;
  }

  /**
   * Whether there is nothing to write.
   *
   * @return true if it is empty
   */
  public boolean isEmpty() {
    return writes.isEmpty();
  }
}
