// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.store;

import io.crossline.core.state.Durable;
import io.crossline.messaging.spi.MessagingMetrics;
import io.crossline.messaging.store.StateStore;
import io.crossline.messaging.store.StoreException;
import io.crossline.messaging.store.WriteBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of everything that stands in a store. Commands of any number of threads run one
 * after the other on its thread; a command's future completes after what the command did is safe.
 * Commands that wait while a commit is under way share the next one.
 *
 * <p>If a commit fails, the engine stops: nothing it ran since is acknowledged, and every further
 * command fails until the store is opened again, with engines and chains made anew.
 *
 * <p>Thread-safe.
 */
public final class Engine implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

  /** How many commands may wait before those who give more have to. */
  private static final int MOST_WAITING = 8192;

  /** How many commands share a commit at most, so that the first does not wait for too many. */
  private static final int MOST_IN_COMMIT = 1024;

  private final StateStore store;
  private final List<Durable> parts;
  private final Outbox outbox;
  private final MessagingMetrics metrics;
  private final BlockingQueue<Waiting<?>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Thread writer;
  private volatile boolean closing;
  private volatile @Nullable StoreException failure;

  /** A command, and who waits for it. */
  private static final class Waiting<T> {
    private final Callable<T> command;
    private final CompletableFuture<T> future = new CompletableFuture<>();
    private @Nullable T result;
    private @Nullable Throwable thrown;

    Waiting(Callable<T> command) {
      this.command = command;
    }

    void run() {
      try {
        result = command.call();
      } catch (Exception | StackOverflowError e) {
        // Whoever gave the command is told; a chain has undone what it did.
        thrown = e;
      }
    }

    void complete() {
      if (thrown == null) {
        future.complete(result);
      } else {
        future.completeExceptionally(thrown);
      }
    }
  }

  /**
   * Starts an engine.
   *
   * @param store where everything stands; whoever opened it closes it, after the engine
   * @param outbox the outbox in the store
   * @param parts what stands in the store beside the outbox; from now on only commands use them
   * @param metrics is told of each commit
   * @throws StoreException {@link StoreException.Reason#DAMAGED} if an import has left the store
   *     half filled
   */
  public Engine(
      StateStore store, Outbox outbox, MessagingMetrics metrics, List<? extends Durable> parts) {
    StoreText.requireWhole(store);
    this.store = store;
    this.outbox = outbox;
    this.metrics = metrics;
    this.parts = List.copyOf(parts);
    writer = new Thread(this::write, "crossline-engine");
    writer.setDaemon(true);
    writer.start();
  }

  /**
   * Has a command run. Waits if very many wait already.
   *
   * <p>A command is no transaction: if it throws, what its transactions and the outbox took before
   * stays. Let it append an event only when what that tells of has happened.
   *
   * @param command runs on the engine's thread; it must not wait for another command
   * @param <T> what it gives
   * @return completes when what the command did is safe; fails with what the command threw, or with
   *     a {@link StoreException} if nobody knows whether it is safe
   */
  public <T> CompletableFuture<T> submit(Callable<T> command) {
    Waiting<T> given = new Waiting<>(command);
    StoreException refused = refusal();
    if (refused != null) {
      given.future.completeExceptionally(refused);
      return given.future;
    }
    try {
      waiting.put(given);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      given.future.cancel(false);
      return given.future;
    }
    if (failure != null || !writer.isAlive()) {
      // It stopped between the two looks and has answered all that waited then: nobody else will
      // answer this one.
      failWaiting();
    }
    return given.future;
  }

  /**
   * Runs a command and waits until what it did is safe.
   *
   * @param command runs on the engine's thread
   * @param <T> what it gives
   * @return what it gave
   * @throws StoreException if nobody knows whether it is safe
   * @throws IllegalStateException if a command calls this
   */
  public <T> T run(Callable<T> command) {
    if (Thread.currentThread() == writer) {
      throw new IllegalStateException("engine: a command must not wait for another one");
    }
    try {
      return submit(command).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /**
   * The events of what was committed.
   *
   * @return the outbox; commands append to it
   */
  public Outbox outbox() {
    return outbox;
  }

  /**
   * Runs what waits, and ends.
   *
   * @throws IllegalStateException if a command calls this
   */
  @Override
  public void close() {
    if (Thread.currentThread() == writer) {
      throw new IllegalStateException("engine: a command must not close it");
    }
    closing = true;
    // Something to wake up for, behind everything that waits.
    waiting.offer(new Waiting<>(() -> ""));
    boolean interrupted = false;
    while (writer.isAlive()) {
      try {
        writer.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    failWaiting();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void write() {
    List<Waiting<?>> group = new ArrayList<>();
    while (failure == null) {
      Waiting<?> first = next();
      if (first == null) {
        return;
      }
      group.add(first);
      waiting.drainTo(group, MOST_IN_COMMIT - 1);
      try {
        group.forEach(Waiting::run);
        commit();
        group.forEach(Waiting::complete);
      } catch (RuntimeException | Error e) {
        stop(e);
        group.forEach(one -> one.future.completeExceptionally(Objects.requireNonNull(failure)));
        failWaiting();
      }
      group.clear();
    }
  }

  /** What to run next; null at the end. */
  private @Nullable Waiting<?> next() {
    Waiting<?> next = waiting.poll();
    while (next == null && !closing) {
      try {
        next = waiting.take();
      } catch (InterruptedException e) {
        // A command was interrupted; nobody interrupts this thread to end it.
        LOG.debug("engine: an interrupt came too late for the command that it was meant for");
      }
    }
    return next;
  }

  private void commit() {
    Stopwatch watch = Stopwatch.start();
    WriteBatch batch = new WriteBatch();
    outbox.collect(batch);
    parts.forEach(part -> part.collect(batch));
    if (!batch.isEmpty()) {
      store.commit(batch);
    }
    outbox.committed();
    try {
      metrics.committed(watch.elapsed(), batch.writes().size(), batch.bytes());
    } catch (RuntimeException e) {
      LOG.warn("engine: the metrics failed", e);
    }
  }

  private void stop(Throwable cause) {
    failure =
        cause instanceof StoreException known
            ? known
            : new StoreException(
                StoreException.Reason.FAILED,
                "engine: stopped by " + cause + ". Open the store again.",
                cause);
    LOG.warn("engine stopped: {}", cause.toString());
  }

  private void failWaiting() {
    StoreException refused = Objects.requireNonNull(refusal());
    Waiting<?> left;
    while ((left = waiting.poll()) != null) {
      left.future.completeExceptionally(refused);
    }
  }

  private @Nullable StoreException refusal() {
    StoreException failed = failure;
    if (failed != null) {
      return new StoreException(
          StoreException.Reason.FAILED,
          "engine: stopped, open the store again: " + failed.getMessage(),
          failed);
    }
    return closing
        ? new StoreException(StoreException.Reason.CLOSED, "engine: it was closed", null)
        : null;
  }
}
