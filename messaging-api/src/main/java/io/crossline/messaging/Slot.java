// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.messaging;

import java.util.function.UnaryOperator;

/**
 * One stored value of a contract.
 *
 * <p>Not thread-safe: it is part of a contract's storage.
 *
 * @param <T> its type
 */
public interface Slot<T> {
  /**
   * Reads the value.
   *
   * @return the value written last, or the initial one
   */
  T get();

  /**
   * Writes the value.
   *
   * @param value the new value
   */
  void set(T value);

  /**
   * Changes the value.
   *
   * @param change makes the new value of the old one
   * @return the new value
   */
  default T update(UnaryOperator<T> change) {
    T value = change.apply(get());
    set(value);
    return value;
  }
}
