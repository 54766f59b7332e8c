// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.network;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A command that was given to a {@link Writer}, and what becomes of it. Completes when what the
 * command did is committed; fails with what the command threw, or with a {@link
 * io.crossline.messaging.store.StoreException} if nobody knows whether it is safe. A command that
 * is cancelled before its turn does not run.
 *
 * <p>Thread-safe.
 *
 * @param <T> what the command gives
 */
public final class Submitted<T extends @Nullable Object> extends CompletableFuture<T> {
  private final Callable<T> command;
  private final long number;
  private @Nullable T result;
  private @Nullable Throwable thrown;

  Submitted(Callable<T> command, long number) {
    this.command = command;
    this.number = number;
  }

  /**
   * Under which number the command runs. Commands run one after the other in the order of their
   * numbers, counted from 1 since the writer was made.
   *
   * @return the number; 0 if the command was refused and never runs
   */
  public long number() {
    return number;
  }

  void run() {
    if (isDone()) {
      return;
    }
    try {
      result = command.call();
    } catch (OutOfMemoryError | InternalError broken) {
      throw broken;
    } catch (Throwable failure) {
      // Whoever gave the command is told; a chain has undone what its transaction did.
      thrown = failure;
    }
  }

  @SuppressWarnings("NullAway") // A command that threw nothing has given its result.
  void complete() {
    if (thrown == null) {
      complete(result);
    } else {
      completeExceptionally(thrown);
    }
  }
}
