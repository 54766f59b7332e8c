// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * A future that only the network's thread can complete, so to wait for it there would never end:
 * that fails instead, also for futures made of this one.
 */
final class CallFuture<S> extends CompletableFuture<S> {
  private final Supplier<Thread> networkThread;

  CallFuture(Supplier<Thread> networkThread) {
    this.networkThread = networkThread;
  }

  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new CallFuture<>(networkThread);
  }

  @Override
  public S get() throws InterruptedException, ExecutionException {
    requireNoHang();
    return super.get();
  }

  @Override
  public S get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    requireNoHang();
    return super.get(timeout, unit);
  }

  @Override
  public S join() {
    requireNoHang();
    return super.join();
  }

  private void requireNoHang() {
    if (!isDone() && Thread.currentThread() == networkThread.get()) {
      throw new IllegalStateException(
          "only the network moves time, and this is the thread that runs it: to wait here would"
              + " never end. Use IpcNetwork.await(call), or advance the network and ask the call for"
              + " its state.");
    }
  }
}
