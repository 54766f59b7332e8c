// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.network;

import io.crossline.core.state.Durable;
import io.crossline.core.store.StoreText;
import io.crossline.messaging.spi.MessagingMetrics;
import io.crossline.messaging.store.StateStore;
import io.crossline.messaging.store.StoreException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Writer} for an engine of one's own: chains and other parts that stand in a store without
 * a network, with an outbox of what happened to them. Commands of any number of threads run one
 * after the other; a command's future completes after what the command did is safe, and commands
 * that wait share a commit.
 *
 * <p>If a commit fails, the engine stops: nothing it ran since is acknowledged, and every further
 * command fails until the store is opened again, with engines and chains made anew.
 *
 * <p>Thread-safe.
 */
public final class Engine implements AutoCloseable {
  private final Outbox outbox;
  private final Writer writer;

  /**
   * Starts an engine.
   *
   * @param store where everything stands; whoever opened it closes it, after the engine
   * @param outbox the outbox in the store
   * @param metrics is told of each commit
   * @param parts what stands in the store beside the outbox; from now on only commands use them
   * @throws StoreException {@link StoreException.Reason#DAMAGED} if an import has left the store
   *     half filled
   */
  public Engine(
      StateStore store, Outbox outbox, MessagingMetrics metrics, List<? extends Durable> parts) {
    StoreText.requireWhole(store);
    this.outbox = outbox;
    writer = new Writer(Optional.of(store), "the engine");
    writer.add(outbox);
    parts.forEach(writer::add);
    writer.whenCommitting(() -> false, () -> {}, outbox::committed);
    writer.meter(metrics, told -> {});
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
  public <T extends @Nullable Object> Submitted<T> submit(Callable<T> command) {
    return writer.submit(command);
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
  public <T extends @Nullable Object> T run(Callable<T> command) {
    if (writer.isInside()) {
      throw new IllegalStateException("the engine: a command must not wait for another one");
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
    writer.close();
  }
}
