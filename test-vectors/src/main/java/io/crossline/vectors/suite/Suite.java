// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.suite;

import io.crossline.core.json.InvalidJsonException;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

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

  /**
   * A suite whose files have no fields of their own at the top.
   *
   * @param name the name that files give in {@code suite}
   * @param cases runs a case
   * @return the suite
   */
  static Suite of(String name, Consumer<VectorCase> cases) {
    return new Suite() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public void run(VectorCase vector) {
        cases.accept(vector);
      }
    };
  }

  /**
   * A suite of several kinds of cases.
   *
   * @param name the name that files give in {@code suite}
   * @param field the field of a case that says its kind
   * @param kinds runs a case of each kind
   * @return the suite
   */
  static Suite of(String name, String field, Map<String, Consumer<VectorCase>> kinds) {
    return of(name, vector -> vector.named(field, kinds).accept(vector));
  }
}
