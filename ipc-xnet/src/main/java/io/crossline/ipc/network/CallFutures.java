// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import io.crossline.ipc.network.message.TrackedMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The futures that wait for calls to end. Each time something ran, it is asked which have. */
final class CallFutures {
  private record Waiting<S>(CallHandle<S> call, TrackedMessage message, CallFuture<S> future) {
    /** Whether there is nothing more to wait for. */
    boolean hasEnded() {
      try {
        return message.status().isFinal() || call.end().isPresent();
      } catch (RuntimeException forgotten) {
        return true;
      }
    }

    /** Completes the future if there is nothing more to wait for. */
    boolean settle() {
      boolean lost = message.status().isFinal();
      try {
        call.end().ifPresent(future::complete);
      } catch (RuntimeException forgotten) {
        // Whoever waits is told; the network goes on.
        future.completeExceptionally(forgotten);
      }
      if (lost) {
        future.completeExceptionally(message.info().lost());
      }
      return future.isDone();
    }
  }

  private List<Waiting<?>> waiting = new ArrayList<>();
  private volatile Thread networkThread = Thread.currentThread();

  <S> CompletableFuture<S> add(CallHandle<S> call, TrackedMessage message) {
    networkThread = Thread.currentThread();
    Waiting<S> added = new Waiting<>(call, message, new CallFuture<>(() -> networkThread));
    if (!added.settle()) {
      waiting.add(added);
    }
    return added.future();
  }

  /** Completes what has ended. What hangs on a future may add others meanwhile. */
  void settle() {
    networkThread = Thread.currentThread();
    if (waiting.isEmpty()) {
      return;
    }
    List<Waiting<?>> now = waiting;
    waiting = new ArrayList<>();
    for (Waiting<?> one : now) {
      if (!one.settle()) {
        waiting.add(one);
      }
    }
  }

  /** Whether any of them would be completed. */
  boolean hasEnded() {
    return waiting.stream().anyMatch(Waiting::hasEnded);
  }

  /** Fails all that wait. */
  void fail(String why) {
    List<Waiting<?>> now = waiting;
    waiting = new ArrayList<>();
    now.forEach(one -> one.future().completeExceptionally(new IllegalStateException(why)));
  }
}
