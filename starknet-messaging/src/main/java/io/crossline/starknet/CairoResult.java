// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

/**
 * Cairo's {@code Result}: what went well, or what did not.
 *
 * <p>Immutable and thread-safe, as far as what it holds is.
 *
 * @param <T> the type of what went well
 * @param <E> the type of what did not
 */
public sealed interface CairoResult<T, E> {
  /**
   * What went well; 0 on the wire.
   *
   * @param value the value
   * @param <T> its type
   * @param <E> the type of what might have gone wrong
   */
  record Ok<T, E>(T value) implements CairoResult<T, E> {}

  /**
   * What went wrong; 1 on the wire.
   *
   * @param error the error
   * @param <T> the type of what might have gone well
   * @param <E> its type
   */
  record Err<T, E>(E error) implements CairoResult<T, E> {}
}
