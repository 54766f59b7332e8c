// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.network;

import io.crossline.core.listener.Outsiders;
import io.crossline.core.state.Durable;
import io.crossline.messaging.spi.MessagingMetrics;
import io.crossline.messaging.store.StateStore;
import io.crossline.messaging.store.StoreException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of everything that an engine keeps: who may change it now, when it is committed,
 * and when outsiders are told.
 *
 * <p>How this works: there are two ways in. A {@link #call} runs on the caller's own thread and
 * ends with a commit, so that what it did is safe when it returns. Commands of any number of
 * threads ({@link #submit}) run one after the other on a thread of the writer, and all that wait
 * share one commit. The two never overlap ({@link Turns}): a call waits for the commands that were
 * there before it, and the commands behind it wait for the call. Calls of two threads are refused,
 * because two threads that call in turns do not know what they see. For example, with a store whose
 * commit takes 5 ms: thread A submits commands 1 to 9, thread B calls. Command 1 runs and is
 * committed; meanwhile 2 to 9 wait, so they run together and share the second commit; then the call
 * of B runs, with a third one.
 *
 * <p>A long call commits on its way too, {@link #between} two events of the clock. After each
 * commit, and without a store at the same points, the {@link #outsiders} are told. What a listener
 * throws comes out of the call, when the call is complete.
 *
 * <p>If a commit fails, the writer stops: nothing that ran since the commit before is acknowledged,
 * and whatever comes later is refused until the store is opened again.
 *
 * <p>Thread-safe where it says so; everything else belongs to whoever has the turn.
 */
public final class Writer {
  private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

  private final String name;
  private final Turns turns;
  private final Commits commits;
  private final Outsiders outsiders = new Outsiders();

  /**
   * Begins without parts.
   *
   * @param store where everything is kept, if anywhere
   * @param name what people call the engine, such as {@code the IPC network}
   */
  public Writer(Optional<StateStore> store, String name) {
    this.name = name;
    turns = new Turns(name, this::runTogether);
    commits = new Commits(store.orElse(null), name, outsiders);
  }

  /**
   * What people call the engine.
   *
   * @return its name
   */
  public String name() {
    return name;
  }

  /**
   * One more part that is kept.
   *
   * @param part comes after those that write into it
   */
  public void add(Durable part) {
    commits.add(part);
  }

  /**
   * What belongs to a commit.
   *
   * @param transactionRunning whether a transaction runs that nobody asked this writer for: nothing
   *     can be committed then, and what it does comes with the next call
   * @param before brings all parts up to date
   * @param after runs when it is safe, or, without a store, when a step is complete
   */
  public void whenCommitting(BooleanSupplier transactionRunning, Runnable before, Runnable after) {
    commits.whenCommitting(transactionRunning, before, after);
  }

  /**
   * How a long call knows that there is much to commit, beside events of the clock.
   *
   * @param done grows with each transaction
   */
  public void countWork(LongSupplier done) {
    commits.countWork(done);
  }

  /**
   * Reports each commit. What a metric throws is logged and stops nothing.
   *
   * @param told receives the reports
   * @param messages tells how messages stand
   */
  public void meter(MessagingMetrics told, Consumer<MessagingMetrics> messages) {
    commits.meter(told, messages);
  }

  /**
   * Whether there is a store. Thread-safe.
   *
   * @return false if nothing is kept
   */
  public boolean isDurable() {
    return commits.isDurable();
  }

  /**
   * Those who are told after each commit, or, without a store, after each step.
   *
   * @return the queue
   */
  public Outsiders outsiders() {
    return outsiders;
  }

  /**
   * Makes a call on this thread. When it has returned or thrown, what it did is safe, unless this
   * says otherwise. A call within a call or a command is a part of it. Thread-safe.
   *
   * @param call what is done
   * @param <T> what it gives
   * @return what it gives
   * @throws IllegalStateException if another thread is calling
   * @throws StoreException if it is not safe, or the engine has ended
   */
  public <T extends @Nullable Object> T call(Supplier<T> call) {
    turns.enter();
    Throwable thrown = null;
    try {
      requireOpen();
      return call.get();
    } catch (RuntimeException | Error failure) {
      if (commits.isDurable() && failure instanceof VirtualMachineError) {
        // Nobody knows where it broke off, so what is not committed must not be.
        StoreException stopped = commits.stop(failure);
        thrown = stopped;
        throw stopped;
      }
      thrown = failure;
      throw failure;
    } finally {
      leave(thrown);
    }
  }

  /**
   * Makes a call as {@link #call} does.
   *
   * @param call what is done
   */
  public void run(Runnable call) {
    call(
        () -> {
          call.run();
          return true;
        });
  }

  /**
   * Reads, without a commit: waits for its turn as a call does. Thread-safe.
   *
   * @param reading what is read
   * @param <T> what it gives
   * @return what it gave
   * @throws IllegalStateException if another thread is calling
   * @throws StoreException if a commit failed, so that what would be read is perhaps not safe
   */
  public <T extends @Nullable Object> T read(Supplier<T> reading) {
    turns.enter();
    try {
      requireSafe();
      return reading.get();
    } finally {
      turns.leave();
    }
  }

  /**
   * Has a command run, on the writer's thread and together with all others that wait. Thread-safe.
   *
   * <p>A command is no transaction: if it throws, what it did before stays.
   *
   * @param command must not wait for another command
   * @param <T> what it gives
   * @return completes when what the command did is safe
   */
  public <T extends @Nullable Object> Submitted<T> submit(Callable<T> command) {
    StoreException refused = commits.refusal();
    return refused == null
        ? turns.submit(command, commits::refusal)
        : turns.refuse(command, refused);
  }

  /** Somebody waits for what is not safe yet: commits as soon as the present event is over. */
  public void commitSoon() {
    commits.request();
  }

  /**
   * Between two events of the clock, when the engine is at rest: tells outsiders, after a commit if
   * somebody waits for one or much is not committed.
   */
  public void between() {
    commits.between(turns.depth() == 1);
  }

  /**
   * Whether this thread has the turn: what it does is a part of a call or a command.
   *
   * @return false outside
   */
  public boolean isInside() {
    return turns.depth() > 0;
  }

  /**
   * Refuses what comes behind the end. Thread-safe.
   *
   * @throws StoreException if a commit failed, or the engine was closed
   */
  public void requireOpen() {
    commits.requireOpen();
  }

  /**
   * Refuses to show what is perhaps not safe. Thread-safe.
   *
   * @throws StoreException if a commit failed
   */
  public void requireSafe() {
    commits.requireSafe();
  }

  /**
   * Runs the commands that wait. On a store it commits for the last time, if the store takes that,
   * and ends: whatever comes later is refused. Throws nothing that a listener threw. Thread-safe;
   * to close it again does nothing.
   *
   * @throws IllegalStateException if a command calls this, or another thread is calling
   * @throws StoreException if the last commit failed
   */
  public void close() {
    turns.requireNoCommand(name + ": a command must not close it");
    turns.enter();
    try {
      commits.close();
    } finally {
      outsiders.takeFailure(null);
      turns.leave();
      if (commits.refusal() != null) {
        turns.end(commits::refused);
      }
    }
  }

  /** Runs commands that waited, with one commit for all of them, and answers who gave them. */
  private void runTogether(List<Submitted<?>> commands) {
    try {
      commands.forEach(Submitted::run);
      commits.finishStep();
    } catch (RuntimeException | Error failure) {
      commits.stop(failure);
    }
    // What a listener threw is logged, and no fault of those who gave the commands.
    outsiders.takeFailure(null);
    StoreException failed = commits.failure();
    if (failed == null) {
      commands.forEach(Submitted::complete);
    } else {
      commands.forEach(command -> command.completeExceptionally(failed));
      turns.failWaiting(commits::refused);
    }
  }

  /** The end of a call or of a part of one; throws only if nothing is thrown already. */
  private void leave(@Nullable Throwable thrown) {
    Throwable failure = thrown;
    try {
      if (turns.depth() == 1) {
        try {
          commits.finishStep();
        } catch (RuntimeException | Error commitFailed) {
          if (failure == null) {
            failure = commitFailed;
          } else if (failure != commitFailed) {
            failure.addSuppressed(commitFailed);
          }
        }
        failure = outsiders.takeFailure(failure);
      }
    } finally {
      turns.leave();
    }
    if (thrown == null && failure != null) {
      rethrow(failure);
    }
  }

  private static void rethrow(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) failure;
  }
}
