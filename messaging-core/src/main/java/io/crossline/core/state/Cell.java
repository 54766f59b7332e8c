// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.state;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.Codec;
import org.jspecify.annotations.Nullable;

/**
 * One journaled value.
 *
 * <p>Not thread-safe.
 *
 * @param <T> immutable values
 */
public final class Cell<T> extends Table {
  private static final Object ONLY = Bytes.EMPTY;

  private final Journal journal;
  private T value;

  Cell(Journal journal, String name, @Nullable Changes changes, Codec<T> codec, T initial) {
    super(name, changes, Codec.BYTES, codec);
    this.journal = journal;
    this.value = initial;
  }

  /**
   * Reads the value.
   *
   * @return the value written last
   */
  public T get() {
    return value;
  }

  /**
   * Writes the value.
   *
   * @param next the new value
   */
  public void set(T next) {
    journal.noteObject(this, ONLY, value);
    value = next;
    changed(ONLY);
  }

  /** Takes note that the store does not hold even the first value. */
  void isNew() {
    changed(ONLY);
  }

  @Override
  @SuppressWarnings("unchecked") // it is what was decoded, or what get() gave
  void restoreQuietly(Object key, @Nullable Object before) {
    if (before != null) {
      value = (T) before;
    }
  }

  @Override
  Object now(Object key) {
    return value;
  }
}
