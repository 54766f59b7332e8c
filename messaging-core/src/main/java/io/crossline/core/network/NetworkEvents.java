// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.network;

import io.crossline.core.listener.Listeners;
import io.crossline.core.listener.Outsiders;
import io.crossline.messaging.Codec;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * What happens in a network, and who is told: the network's own parts at once, everybody else
 * through the {@link Outsiders}. On a store each event is appended to the outbox too, so that it is
 * committed with what it tells of.
 *
 * <p>Not thread-safe, but for those who begin or cease to listen.
 *
 * @param <E> events
 * @param <L> listeners
 */
public final class NetworkEvents<E, L> {
  private final Optional<Outbox> outbox;
  private final Outsiders outsiders;
  private final Codec<E> codec;
  private final BiConsumer<? super E, ? super L> teller;
  private final Listeners<L> inside = new Listeners<>();
  private final Listeners<L> outside = new Listeners<>();
  private boolean begun;
  private long work;

  NetworkEvents(
      Optional<Outbox> outbox,
      Outsiders outsiders,
      Codec<E> codec,
      BiConsumer<? super E, ? super L> teller) {
    this.outbox = outbox;
    this.outsiders = outsiders;
    this.codec = codec;
    this.teller = teller;
  }

  /**
   * The network's own parts, which are told in the middle of a step. What one of them throws is a
   * fault of the network and comes out of the step.
   *
   * @return the listeners
   */
  public Listeners<L> inside() {
    return inside;
  }

  /**
   * Everybody else, told of nothing that could still be lost.
   *
   * @return the listeners
   */
  public Listeners<L> outside() {
    return outside;
  }

  /** The network stands: what happens from now on is told outside. */
  void begin() {
    begun = true;
  }

  /**
   * How much happened so far.
   *
   * @return grows with each event and each transaction
   */
  long work() {
    return work;
  }

  /**
   * Something happened.
   *
   * @param event what
   * @param transactions how many transactions it tells of, beside itself
   */
  public void happened(E event, int transactions) {
    work += 1L + transactions;
    inside.now().forEach(listener -> teller.accept(event, listener));
    if (begun) {
      outbox.ifPresent(kept -> kept.append(codec.encode(event)));
      outsiders.tell(outside, listener -> teller.accept(event, listener));
    }
  }

  /** Takes note that what was appended last is safe. */
  void committed() {
    outbox.ifPresent(Outbox::committed);
  }

  /** How far the outbox can be forgotten, if there is one. */
  long forgettable(long upTo, Function<? super E, Optional<ToldBlock>> block) {
    return outbox
        .map(kept -> kept.forgettable(upTo, event -> block.apply(codec.decode(event))))
        .orElse(0L);
  }

  /**
   * Tells somebody again what was committed.
   *
   * @param after the number of the event behind which to begin, 0 for the first one
   * @param listener is told before this returns
   * @return the number of the last event that was told, or the one to begin behind
   */
  long replay(long after, L listener) {
    long[] last = {after};
    outbox.ifPresent(
        kept ->
            kept.read(
                after,
                (position, event) -> {
                  teller.accept(codec.decode(event), listener);
                  last[0] = position;
                  return true;
                }));
    return last[0];
  }
}
