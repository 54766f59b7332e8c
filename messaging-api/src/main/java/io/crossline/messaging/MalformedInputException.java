// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.messaging;

import java.util.Objects;

/**
 * Text or bytes that do not have the form that was asked for. Every decoder and every {@code parse}
 * of Crossline throws this type or a subtype of it for bad input, and nothing else.
 *
 * <p>Thread-safe.
 */
public class MalformedInputException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** {@value}: the place is not known, or the input as a whole is meant. */
  public static final long NO_OFFSET = -1;

  private final long offset;

  /**
   * Creates an exception that concerns the input as a whole.
   *
   * @param message what was found and what was allowed
   */
  public MalformedInputException(String message) {
    this(message, NO_OFFSET);
  }

  /**
   * Creates an exception that names a place.
   *
   * @param message what was found and what was allowed
   * @param offset where in the input, counted in bytes or characters from 0, or {@link #NO_OFFSET}
   */
  public MalformedInputException(String message, long offset) {
    super(message);
    this.offset = offset;
  }

  /**
   * Where in the input the trouble lies.
   *
   * @return bytes or characters from 0, or {@link #NO_OFFSET}
   */
  public final long offset() {
    return offset;
  }

  /** What was found and what was allowed; never null. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
