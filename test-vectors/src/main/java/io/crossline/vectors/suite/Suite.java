// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.suite;

import io.crossline.core.json.InvalidJsonException;
import java.util.Set;

/**
 * A kind of vectors: knows which fields its cases have, which of them are inputs and which
 * expectations, and compares every expectation with what Crossline computes. Stateless.
 *
 * <p>Implementations are thread-safe: they keep nothing between two cases.
 */
public interface Suite {
  /**
   * The name that files give in {@code suite}.
   *
   * @return such as {@code starknet.message-hash}
   */
  String name();

  /**
   * Fields at the top of a file beyond those that all files have.
   *
   * @return their names
   */
  default Set<String> headerFields() {
    return Set.of();
  }

  /**
   * Runs a case. Differences go to the fields that it was given; leaving a field alone is a
   * difference too.
   *
   * @param vector the case
   * @throws InvalidJsonException if the case has a field, function or value that is unknown or
   *     malformed
   */
  void run(VectorCase vector);
}
