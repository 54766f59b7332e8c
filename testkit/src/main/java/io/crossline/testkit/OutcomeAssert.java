// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.testkit;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.Log;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.Revert;
import java.util.List;
import java.util.Optional;

/**
 * Assertions on how an operation ended. A failed one throws {@link AssertionError} saying what was
 * found.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <T> what the operation returns
 */
public final class OutcomeAssert<T> {
  private final Outcome<T> outcome;

  private OutcomeAssert(Outcome<T> outcome) {
    this.outcome = outcome;
  }

  /**
   * Begins an assertion.
   *
   * @param outcome the outcome to look at
   * @param <T> what the operation returns
   * @return the assertion
   */
  public static <T> OutcomeAssert<T> assertThat(Outcome<T> outcome) {
    return new OutcomeAssert<>(outcome);
  }

  /**
   * Asserts that the operation took place.
   *
   * @return its result
   */
  public T accepted() {
    return outcome.fold(
        (result, logs) -> result,
        revert -> {
          throw new AssertionError(
              "expected an accepted outcome, but it reverted: " + words(revert));
        });
  }

  /**
   * Asserts that the operation was refused with a reason.
   *
   * @param description the reason in upstream's own words, such as {@code NO_MESSAGE_TO_CANCEL}
   * @return this assertion
   */
  public OutcomeAssert<T> revertedWith(String description) {
    Revert revert = reverted(description);
    if (!revert.description().equals(description)) {
      throw new AssertionError(
          "expected a revert with " + description + ", but it was " + words(revert));
    }
    return this;
  }

  /**
   * Asserts that the operation was refused with exact bytes.
   *
   * @param data the revert data
   * @return this assertion
   */
  public OutcomeAssert<T> revertedWithData(Bytes data) {
    Revert revert = reverted(data.toString());
    if (!revert.data().equals(data)) {
      throw new AssertionError(
          "expected a revert with the data " + data + ", but it was " + words(revert));
    }
    return this;
  }

  /**
   * Asserts what the operation emitted; nothing if it was refused.
   *
   * @param expected the logs, in order
   * @return this assertion
   */
  public OutcomeAssert<T> emitted(List<Log> expected) {
    if (!outcome.logs().equals(expected)) {
      throw new AssertionError("expected the logs " + expected + ", but found " + outcome.logs());
    }
    return this;
  }

  private Revert reverted(String expected) {
    Optional<Revert> revert = outcome.fold((result, logs) -> Optional.empty(), Optional::of);
    return revert.orElseThrow(
        () -> new AssertionError("expected a revert with " + expected + ", but it was accepted"));
  }

  private static String words(Revert revert) {
    return revert.description() + " (" + revert.data() + ")";
  }
}
