// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.network;

import io.crossline.core.store.Stopwatch;
import io.crossline.messaging.store.StoreException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is with an engine: that of the one thread that calls, or that of the thread which
 * runs the commands that wait. A call comes behind the commands that were given before it.
 *
 * <p>The thread for commands is there only while there are some, and a second longer, so that an
 * engine that nobody closes leaves none behind.
 *
 * <p>Thread-safe.
 */
final class Turns {
  /** How many commands may wait before those who give more have to. */
  private static final int MOST_WAITING = 8192;

  /** How many commands share a commit at most, so that the first does not wait for too many. */
  private static final int MOST_TOGETHER = 1024;

  private static final Duration IDLE = Duration.ofSeconds(1);

  private final String name;
  private final Consumer<List<Submitted<?>>> together;
  private final Deque<Submitted<?>> waiting = new ArrayDeque<>();

  /** Who has the turn, and how many calls deep. */
  private @Nullable Thread owner;

  private int depth;

  /** Which thread calls, or waits for its turn to call, and behind which command it comes. */
  private @Nullable Thread caller;

  private long callerBehind;
  private long submitted;
  private long finished;
  private @Nullable Thread commandThread;
  private boolean ended;

  Turns(String name, Consumer<List<Submitted<?>>> together) {
    this.name = name;
    this.together = together;
  }

  /**
   * Waits for the turn of this thread, or goes one call deeper.
   *
   * @throws IllegalStateException if another thread is calling
   */
  synchronized void enter() {
    Thread me = Thread.currentThread();
    if (owner == me) {
      depth++;
      return;
    }
    if (caller != null) {
      throw new IllegalStateException(
          name
              + " is used by one thread at a time: "
              + caller.getName()
              + " is calling it, and "
              + me.getName()
              + " calls too. Let one thread make all calls, or give commands with submit.");
    }
    caller = me;
    callerBehind = submitted;
    awaitUninterruptibly(() -> owner == null && finished >= callerBehind);
    owner = me;
    depth = 1;
  }

  /** One call is over, and with the outermost one the turn. */
  synchronized void leave() {
    depth--;
    if (depth == 0) {
      owner = null;
      caller = null;
      notifyAll();
    }
  }

  /** How many calls deep this thread is; 0 if it has not the turn. */
  synchronized int depth() {
    return owner == Thread.currentThread() ? depth : 0;
  }

  /**
   * Refuses what a command must not do.
   *
   * @throws IllegalStateException if this thread runs commands
   */
  synchronized void requireNoCommand(String refusal) {
    if (Thread.currentThread() == commandThread) {
      throw new IllegalStateException(refusal);
    }
  }

  /** Takes a command, unless the engine has ended. */
  <T extends @Nullable Object> Submitted<T> submit(
      Callable<T> command, Supplier<@Nullable StoreException> refusal) {
    Submitted<T> added;
    synchronized (this) {
      // A command or a call that submits must not wait for room: it would wait for itself.
      if (owner != Thread.currentThread()) {
        awaitUninterruptibly(() -> waiting.size() < MOST_WAITING || refusal.get() != null);
      }
      StoreException refused = refusal.get();
      if (refused != null) {
        return refuse(command, refused);
      }
      added = new Submitted<>(command, ++submitted);
      waiting.add(added);
      if (commandThread == null) {
        commandThread = new Thread(this::runCommands, "crossline-writer");
        commandThread.setDaemon(true);
        commandThread.start();
      }
      notifyAll();
    }
    return added;
  }

  <T extends @Nullable Object> Submitted<T> refuse(Callable<T> command, StoreException refused) {
    Submitted<T> never = new Submitted<>(command, 0);
    never.completeExceptionally(refused);
    return never;
  }

  /** Fails the commands that wait. */
  void failWaiting(Supplier<StoreException> refusal) {
    List<Submitted<?>> left;
    synchronized (this) {
      left = new ArrayList<>(waiting);
      waiting.clear();
      finished += left.size();
      notifyAll();
    }
    left.forEach(command -> command.completeExceptionally(refusal.get()));
  }

  /** No command comes any more: fails those that wait, and lets the thread end. */
  void end(Supplier<StoreException> refusal) {
    synchronized (this) {
      ended = true;
      notifyAll();
    }
    failWaiting(refusal);
  }

  private void runCommands() {
    List<Submitted<?>> group;
    while (!(group = next()).isEmpty()) {
      try {
        together.accept(group);
      } finally {
        synchronized (this) {
          finished += group.size();
          leave();
        }
      }
    }
  }

  /** Takes the turn and the commands that run together; none if this thread shall end. */
  private synchronized List<Submitted<?>> next() {
    Stopwatch idle = Stopwatch.start();
    while (owner != null || waiting.isEmpty() || (caller != null && finished >= callerBehind)) {
      long left = IDLE.minus(idle.elapsed()).toMillis();
      if (waiting.isEmpty() && (ended || left <= 0)) {
        commandThread = null;
        return List.of();
      }
      waitFor(waiting.isEmpty() ? left : 0);
    }
    owner = Thread.currentThread();
    depth = 1;
    long most = caller == null ? MOST_TOGETHER : Math.min(MOST_TOGETHER, callerBehind - finished);
    List<Submitted<?>> group = new ArrayList<>();
    while (group.size() < most && !waiting.isEmpty()) {
      group.add(waiting.remove());
    }
    notifyAll();
    return group;
  }

  private void awaitUninterruptibly(Supplier<Boolean> over) {
    boolean interrupted = false;
    while (!over.get()) {
      interrupted |= waitFor(0);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits to be notified, so many milliseconds at most or, with 0, for ever. */
  private boolean waitFor(long millis) {
    try {
      wait(millis);
      return false;
    } catch (InterruptedException e) {
      // A command was interrupted, or a thread that has to wait for its turn all the same.
      return true;
    }
  }
}
