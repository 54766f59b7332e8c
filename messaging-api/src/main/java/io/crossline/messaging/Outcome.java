// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.messaging;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How a state-changing operation ended: accepted, with a result and the logs it emitted, or
 * reverted, with nothing changed and no log kept.
 *
 * <p>Immutable, and as thread-safe as the result.
 *
 * @param <T> what an accepted operation returns
 */
public sealed interface Outcome<T> {
  /**
   * The operation took place.
   *
   * @param result what it returned
   * @param logs what it emitted, in order
   * @param <T> the type of the result
   */
  record Accepted<T>(T result, List<Log> logs) implements Outcome<T> {
    /** Copies the list of logs. */
    public Accepted {
      logs = List.copyOf(logs);
    }
  }

  /**
   * The operation was refused.
   *
   * @param revert why
   * @param <T> the type of the result that there is not
   */
  record Reverted<T>(Revert revert) implements Outcome<T> {}

  /**
   * An accepted outcome.
   *
   * @param result what the operation returned
   * @param logs what it emitted
   * @param <T> the type of the result
   * @return the outcome
   */
  static <T> Outcome<T> accepted(T result, List<Log> logs) {
    return new Accepted<>(result, logs);
  }

  /**
   * A reverted outcome.
   *
   * @param revert why the operation was refused
   * @param <T> the type of the result that there is not
   * @return the outcome
   */
  static <T> Outcome<T> reverted(Revert revert) {
    return new Reverted<>(revert);
  }

  /**
   * Goes one of two ways.
   *
   * @param accepted takes the result and the logs of an accepted operation
   * @param reverted takes the revert of a refused one
   * @param <R> what both ways give
   * @return what the way taken gave
   */
  default <R> R fold(
      BiFunction<? super T, ? super List<Log>, ? extends R> accepted,
      Function<? super Revert, ? extends R> reverted) {
    return this instanceof Accepted<T> there
        ? accepted.apply(there.result(), there.logs())
        : reverted.apply(((Reverted<T>) this).revert());
  }

  /**
   * Whether the operation took place.
   *
   * @return true for {@link Accepted}
   */
  default boolean isAccepted() {
    return this instanceof Accepted;
  }

  /**
   * The result of an accepted operation.
   *
   * @return the result
   * @throws RevertedException with the reason if the operation was refused
   */
  default T orThrow() {
    return fold(
        (result, logs) -> result,
        revert -> {
          throw new RevertedException(revert);
        });
  }

  /**
   * What was emitted.
   *
   * @return the logs in order, none if the operation was refused
   */
  default List<Log> logs() {
    return fold((result, logs) -> logs, revert -> List.of());
  }

  /**
   * The same outcome with another form of the result.
   *
   * @param change makes the new result
   * @param <R> the type of the new result
   * @return the outcome
   */
  default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
    return fold((result, logs) -> accepted(change.apply(result), logs), Outcome::reverted);
  }
}
