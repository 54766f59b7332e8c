// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.chain;

import io.crossline.messaging.Revert;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How a part of a call ended that may fail without failing the whole.
 *
 * <p>Immutable, and as thread-safe as the result.
 *
 * @param <T> what it returns
 */
public sealed interface Attempt<T> {
  /**
   * It went through.
   *
   * @param result what it returned
   * @param <T> the type of the result
   */
  record Done<T>(T result) implements Attempt<T> {}

  /**
   * It reverted, and what it did is undone.
   *
   * @param revert why
   * @param <T> the type of the result that there is not
   */
  record Failed<T>(Revert revert) implements Attempt<T> {}

  /**
   * Runs a part of a call and shows somebody how it ended. It is no call of its own: a failure
   * fails the call that it is part of, which undoes it afterwards.
   *
   * @param part what runs
   * @param end is shown how it ended
   * @param <T> what it returns
   * @return what it returned
   * @throws RevertSignal as the part did
   */
  static <T> T shown(Supplier<T> part, Consumer<? super Attempt<T>> end) {
    T result;
    try {
      result = part.get();
    } catch (RevertSignal signal) {
      end.accept(new Failed<>(signal.revert()));
      throw signal;
    }
    end.accept(new Done<>(result));
    return result;
  }

  /**
   * Goes one of two ways.
   *
   * @param done takes the result
   * @param failed takes the revert
   * @param <R> what both ways give
   * @return what the way taken gave
   */
  default <R> R fold(
      Function<? super T, ? extends R> done, Function<? super Revert, ? extends R> failed) {
    return this instanceof Done<T> there
        ? done.apply(there.result())
        : failed.apply(((Failed<T>) this).revert());
  }

  /**
   * The result; a failure fails the whole call with the same revert.
   *
   * @return the result
   */
  default T orBubble() {
    return fold(
        result -> result,
        revert -> {
          throw new RevertSignal(revert);
        });
  }
}
