// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.messaging;

/**
 * Where a contract lives, in one of the two systems. {@code toString} gives the canonical text
 * form, which the {@code parse} of the same class reads back; equality is by value.
 *
 * <p>Implementations are immutable and thread-safe.
 */
public interface Address {
  /**
   * The address as its system writes it into messages.
   *
   * @return the canonical encoding
   */
  Bytes encoded();
}
