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
  private final Codec<T> codec;
  private T value;

  Cell(Journal journal, String name, @Nullable Changes changes, Codec<T> codec, T initial) {
    super(name, changes);
    this.journal = journal;
    this.codec = codec;
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
  void restore(Object key, @Nullable Object before) {
    restoreQuietly(key, before);
    changed(key);
  }

  @Override
  @SuppressWarnings("unchecked") // it is what value() or get() gave
  void restoreQuietly(Object key, @Nullable Object before) {
    if (before != null) {
      value = (T) before;
    }
  }

  @Override
  Bytes keyBytes(Object key) {
    return Bytes.EMPTY;
  }

  @Override
  Object key(Bytes bytes) {
    return ONLY;
  }

  @Override
  @SuppressWarnings("unchecked") // only values of this cell come here
  Bytes valueBytes(Object any) {
    return codec.encode((T) any);
  }

  @Override
  Object value(Bytes bytes) {
    return codec.decode(bytes);
  }

  @Override
  Object now(Object key) {
    return value;
  }
}
