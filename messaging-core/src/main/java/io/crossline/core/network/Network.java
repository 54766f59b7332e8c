// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.network;

import io.crossline.core.fault.Faults;
import io.crossline.core.trace.Elapsed;
import io.crossline.core.trace.Timeline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A network of any protocol in this process, under a virtual clock: what all of them have.
 *
 * <p>One thread at a time makes calls; those of a second one are refused as long as the first is in
 * the middle of one. Threads that share a network give commands with {@link #submit}. A call that
 * comes while commands wait runs after them.
 *
 * <p>Listeners, of the network and of its timeline, are called on the thread that makes the call or
 * runs the command, when a step is complete and, on a store, committed. What one throws keeps
 * nobody else from being told, and comes out of the call when that is complete.
 *
 * @param <L> who listens to its events
 */
public abstract class Network<L> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Network.class);

  private final NetworkHost<?, L> host;

  /**
   * For the networks.
   *
   * @param host the process in which it runs
   */
  protected Network(NetworkHost<?, L> host) {
    this.host = host;
  }

  /**
   * What the clock shows.
   *
   * @return the time since the network was started first
   */
  public final Duration time() {
    return host.clock().now();
  }

  /**
   * All that happened so far, since this object was created.
   *
   * @return the timeline
   */
  public final Timeline timeline() {
    return host.timeline();
  }

  /**
   * What goes wrong, to add to it while the network runs, and to end it.
   *
   * @return the faults
   */
  public abstract Faults faults();

  /**
   * Where every message stands.
   *
   * @return those that are not forgotten, in the order in which they were sent first
   */
  public abstract List<? extends MessageStanding> messages();

  /**
   * Whether a store held the network already when it was created here.
   *
   * @return false if it began with this object
   */
  public final boolean isReopened() {
    return host.store().isReopened();
  }

  /**
   * What listeners are told, numbered and kept with what it tells of: whoever remembers the number
   * of the event that it has dealt with last goes on behind it, in another process too. Reading it
   * is thread-safe.
   *
   * @return the events that are safe; nothing if the network is in no store
   */
  public final Optional<Outbox> outbox() {
    return host.store().outbox();
  }

  /**
   * Tells a listener of everything that is safe and lies behind a number, such as an auditor after
   * a crash. What happens from now on it is told by {@link #listen}.
   *
   * @param after the number of the last event that it knows, 0 for none
   * @param listener is told before this returns
   * @return the number of the last event that it knows now
   * @throws IllegalStateException if the network is not in a store
   */
  public final long replay(long after, L listener) {
    return host.replay(after, listener);
  }

  /**
   * Forgets events of the {@link #outbox} that every {@link Subscription} has dealt with: never
   * past the slowest one, nor blocks that can still be undone. Who asks for them later gets a
   * {@link ForgottenEventsException} with the number of the first event that is left. Without a
   * subscription nothing is forgotten.
   *
   * @return the number of the first event that is left
   * @throws IllegalStateException if the network is not in a store
   */
  public final long forgetConsumed() {
    return host.forgetConsumed(Long.MAX_VALUE);
  }

  /**
   * The same, where there are readers that remember themselves how far they are, as those of {@link
   * #replay} do.
   *
   * @param upTo the number of the event up to which the slowest of them has dealt with all
   * @return the number of the first event that is left
   * @throws IllegalStateException if the network is not in a store
   */
  public final long forgetConsumed(long upTo) {
    return host.forgetConsumed(upTo);
  }

  /**
   * Shows somebody what happens from now on: after the step that it belongs to and, on a store, as
   * soon as it is safe there; in each case before the call that it happened in returns. What is
   * safe and was not told because the process ended, {@link #replay} tells. Thread-safe.
   *
   * @param listener is shown it; may read the network
   */
  public final void listen(L listener) {
    host.events().outside().add(listener);
  }

  /**
   * Has a command run: any use of this network, by any thread. Commands run one after the other on
   * a thread of the network; all that wait share one commit. Thread-safe.
   *
   * @param command what to do, such as {@code () -> network.advance(oneHour)}; it must not wait for
   *     another command. If it throws, what it did before stays.
   * @param <T> what it gives
   * @return completes when what the command did is safe, and tells under which number it ran; fails
   *     with what the command threw, or with a {@link io.crossline.messaging.store.StoreException}
   *     if it is not safe
   */
  public final <T extends @Nullable Object> Submitted<T> submit(Callable<T> command) {
    return host.writer().submit(command);
  }

  /**
   * Has something done when the clock has moved so far. No store keeps it: who opens the network
   * again schedules it again.
   *
   * @param delay from now on, not negative
   * @param action what is done then; it may use the network, but not move its clock. What it throws
   *     comes out of the call that moves the clock, which stops there.
   * @throws IllegalArgumentException if the delay is negative
   */
  public final void schedule(Duration delay, Runnable action) {
    host.schedule(delay, action);
  }

  /**
   * Moves the clock.
   *
   * @param by how far, not negative
   * @return what happened meanwhile
   * @throws IllegalArgumentException if it is negative
   * @throws MissingContractsException if the network was opened again and a contract was not
   *     deployed again
   */
  public final Elapsed advance(Duration by) {
    int before = timeline().size();
    host.advance(by);
    return new Elapsed(true, timeline().since(before));
  }

  /**
   * Reorganises the chain where messages begin, L1 of Starknet or the root of IPC: its latest
   * blocks are lost with all that ran in them, and empty ones of the same numbers and times take
   * their places.
   *
   * @param blocks how many of the latest blocks, at least 1
   * @return what it changed
   * @throws IllegalArgumentException if so many cannot be lost
   * @throws IllegalStateException if a contract calls this
   */
  public final Elapsed reorganise(int blocks) {
    int before = timeline().size();
    host.requireAtRest();
    host.writer().run(() -> lose(blocks));
    return new Elapsed(true, timeline().since(before));
  }

  /**
   * Reorganises, in a step of its own.
   *
   * @param blocks how many of the latest blocks
   */
  protected abstract void lose(int blocks);

  /**
   * Moves the clock until a condition holds, and no further.
   *
   * @param condition asked before time moves, and after each event
   * @param limit how far the clock may move, not negative
   * @return whether it holds, and what happened meanwhile
   * @throws MissingContractsException if the network was opened again and a contract was not
   *     deployed again
   */
  public final Elapsed runUntil(BooleanSupplier condition, Duration limit) {
    int before = timeline().size();
    boolean reached = host.until(condition, limit);
    return new Elapsed(reached, timeline().since(before));
  }

  /**
   * Ends the network, after the commands that wait. On a store it commits for the last time and
   * takes no calls any more; the store stays open, for who opened it. Planned faults that never
   * struck are named in the log. Throws nothing that a listener threw.
   *
   * @throws io.crossline.messaging.store.StoreException if the last commit failed
   */
  @Override
  public void close() {
    host.writer().close();
    List<String> unstruck = faults().unstruck();
    if (!unstruck.isEmpty()) {
      LOG.warn("planned faults that never struck: {}", String.join("; ", unstruck));
    }
    LOG.info("{} was closed at {}", host.writer().name(), time());
  }
}
