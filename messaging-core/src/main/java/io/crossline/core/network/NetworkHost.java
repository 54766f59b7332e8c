// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.network;

import io.crossline.core.state.Durable;
import io.crossline.core.trace.TimelineLog;
import io.crossline.messaging.Codec;
import io.crossline.messaging.spi.MessagingMetrics;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The process in which a network runs, whatever protocol it has: its clock, its store, its one
 * writer, what is told of it, and which contracts have to be deployed before time moves.
 *
 * <p>Thread-safe where {@link Writer} is; everything else belongs to whoever has the turn.
 *
 * @param <E> the network's events
 * @param <L> who listens to them
 */
public final class NetworkHost<E, L> {
  /** After how many events it is looked again for what is consumed. */
  private static final int FORGET_EVERY = 5000;

  private final NetworkStore store;
  private final DurableClock clock;
  private final Writer writer;
  private final TimelineLog timeline;
  private final NetworkEvents<E, L> events;
  private final DeployedContracts contracts;
  private final Function<? super E, Optional<ToldBlock>> told;
  private BooleanSupplier transactionRunning = () -> false;
  private boolean forgetting;
  private long looked;

  /**
   * Opens what the store holds, or begins anew.
   *
   * @param name what people call the network, such as {@code the IPC network}
   * @param store where it is kept
   * @param codec how the outbox holds events
   * @param teller calls a listener
   * @param told the block that an event tells of; nothing if it tells of none
   */
  public NetworkHost(
      String name,
      NetworkStore store,
      Codec<E> codec,
      BiConsumer<? super E, ? super L> teller,
      Function<? super E, Optional<ToldBlock>> told) {
    this.told = told;
    this.store = store;
    clock = new DurableClock(store.state());
    writer = new Writer(store.store(), name);
    timeline = new TimelineLog(writer.outsiders());
    events = new NetworkEvents<>(store.outbox(), writer.outsiders(), codec, teller);
    contracts = new DeployedContracts(store.state());
  }

  /**
   * The network stands: it is committed as it is, and from now on each call is.
   *
   * @param parts what stands in the store beside what this host keeps; those that write into the
   *     host's tables bring them up to date when they are collected
   * @param running whether a transaction of any chain runs
   * @param before brings everything up to date for a commit
   * @param after runs after each commit, or without a store after each step
   */
  public void begin(
      List<? extends Durable> parts, BooleanSupplier running, Runnable before, Runnable after) {
    transactionRunning = running;
    parts.forEach(writer::add);
    writer.add(store.state());
    store.outbox().ifPresent(writer::add);
    writer.countWork(events::work);
    writer.whenCommitting(
        running,
        () -> {
          before.run();
          clock.note();
          forgetNowAndThen();
        },
        () -> {
          events.committed();
          after.run();
        });
    events.begin();
    writer.run(() -> {});
  }

  /**
   * Reports how messaging goes with each commit.
   *
   * @param metrics receives the reports
   * @param backlog tells them how messages stand
   */
  public void meter(MessagingMetrics metrics, Consumer<MessagingMetrics> backlog) {
    writer.meter(metrics, backlog);
  }

  /**
   * Where the network is kept.
   *
   * @return the store, or none
   */
  public NetworkStore store() {
    return store;
  }

  /**
   * The clock, and what is due.
   *
   * @return the clock
   */
  public DurableClock clock() {
    return clock;
  }

  /**
   * Who may change the network, and when it is committed.
   *
   * @return the writer
   */
  public Writer writer() {
    return writer;
  }

  /**
   * What happened, line by line.
   *
   * @return the timeline
   */
  public TimelineLog timeline() {
    return timeline;
  }

  /**
   * What happened, event by event.
   *
   * @return the events
   */
  public NetworkEvents<E, L> events() {
    return events;
  }

  /**
   * Which contracts users deployed.
   *
   * @return the contracts
   */
  public DeployedContracts contracts() {
    return contracts;
  }

  /**
   * Moves the clock.
   *
   * @param by how far, not negative
   * @throws IllegalArgumentException if it is negative
   * @throws IllegalStateException if a contract or an event of the clock calls this
   * @throws MissingContractsException if a contract is not deployed again
   */
  public void advance(Duration by) {
    if (by.isNegative()) {
      throw new IllegalArgumentException("cannot advance by " + by + ": time does not go back");
    }
    until(() -> false, by);
  }

  /**
   * Moves the clock until a condition holds, and no further.
   *
   * @param condition asked before time moves, and after each event
   * @param limit how far time may move, not negative
   * @return whether it holds
   * @throws IllegalArgumentException if the limit is negative
   * @throws IllegalStateException if a contract or an event of the clock calls this, and the
   *     condition does not hold yet
   * @throws MissingContractsException if a contract is not deployed again
   */
  public boolean until(BooleanSupplier condition, Duration limit) {
    return writer.call(
        () -> {
          contracts.requireAll();
          if (!limit.isNegative() && condition.getAsBoolean()) {
            return true;
          }
          requireAtRest();
          return clock
              .time()
              .runUntil(
                  () -> {
                    writer.between();
                    return condition.getAsBoolean();
                  },
                  limit);
        });
  }

  /**
   * Moves the clock until a message has a status.
   *
   * @param name what people call the message, for errors
   * @param message finds it; it may not be there yet
   * @param status the status to wait for
   * @param limit how far the clock may move
   * @param <M> messages
   * @return where it stands
   * @throws StatusNotReachedException if it does not get there in time, or cannot by itself
   */
  public <M extends MessageStanding> M await(
      String name, Supplier<Optional<M>> message, Enum<?> status, Duration limit) {
    until(
        () ->
            message
                .get()
                .filter(found -> found.status() == status || !found.canReach(status))
                .isPresent(),
        limit);
    M standing =
        message.get().orElseThrow(() -> new StatusNotReachedException(name, status.name(), limit));
    if (standing.status() != status) {
      Optional<Duration> allowed = Optional.of(limit).filter(time -> standing.canReach(status));
      throw new StatusNotReachedException(standing, status.name(), allowed);
    }
    return standing;
  }

  /**
   * Refuses what must not happen while a contract runs.
   *
   * @throws IllegalStateException if one does
   */
  public void requireAtRest() {
    if (transactionRunning.getAsBoolean()) {
      throw new IllegalStateException(
          "only the network moves time, and not while a contract runs: return from the contract and"
              + " wait outside, or take the Result in a handler");
    }
  }

  /**
   * Has something done when the clock has moved so far: an event of the caller's own, which no
   * store keeps.
   *
   * @param delay from now on, not negative
   * @param action what is done then; what it throws comes out of the call that moves the clock
   * @throws IllegalArgumentException if the delay is negative
   */
  public void schedule(Duration delay, Runnable action) {
    writer.run(() -> clock.time().after(delay, action));
  }

  /**
   * Makes a call that needs the code of all contracts.
   *
   * @param call what is done
   * @param <T> what it gives
   * @return what it gave
   * @throws MissingContractsException if a contract is not deployed again
   */
  public <T> T call(Supplier<T> call) {
    return writer.call(
        () -> {
          contracts.requireAll();
          return call.get();
        });
  }

  /** Forgets what is consumed, every few thousand events, from now on. */
  public void forgetWhenConsumed() {
    forgetting = true;
  }

  private void forgetNowAndThen() {
    long last = store.outbox().map(Outbox::last).orElse(0L);
    if (forgetting && last - looked >= FORGET_EVERY) {
      looked = last;
      forget(Long.MAX_VALUE);
    }
  }

  private void forget(long upTo) {
    long last = events.forgettable(upTo, told);
    store.outbox().ifPresent(outbox -> outbox.forget(last));
  }

  /**
   * Forgets events of the outbox that everybody has dealt with, and that tell of nothing that could
   * still be undone.
   *
   * @param upTo the number up to which readers without a subscription have dealt with events;
   *     {@code Long.MAX_VALUE} if there are none
   * @return the number of the first event that is left
   * @throws IllegalStateException if the network is in no store
   */
  public long forgetConsumed(long upTo) {
    Outbox outbox =
        store
            .outbox()
            .orElseThrow(
                () ->
                    new IllegalStateException("the network is in no store, so it keeps no events"));
    writer.run(() -> forget(upTo));
    return outbox.first();
  }

  /**
   * Tells a listener again what was committed so far.
   *
   * @param after the number of the event behind which to begin, 0 for the first one
   * @param listener is told before this returns
   * @return the number of the last event that was told, or the one to begin behind
   * @throws IllegalStateException if the network is in no store
   */
  public long replay(long after, L listener) {
    if (!store.isDurable()) {
      throw new IllegalStateException(
          "the network is in no store, so it keeps no events: listen to it instead");
    }
    return events.replay(after, listener);
  }
}
