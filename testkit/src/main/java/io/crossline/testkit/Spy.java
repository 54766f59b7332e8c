// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.testkit;

import io.crossline.ipc.network.IpcNetwork;
import io.crossline.messaging.Envelope;
import io.crossline.starknet.network.StarknetNetwork;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Watches the messages of a network from the moment it is made, for assertions. What counts is what
 * stands: a message that was sent in a block which was lost by a reorganisation or a crash was not
 * sent, and one whose execution was taken back was not handled, until it is again.
 *
 * <pre>{@code
 * var spy = Spy.on(net);
 * …
 * spy.assertSent(m -> m.from(alice).to(bridge).calling("deposit")).times(2);
 * spy.assertNotHandled(m -> m.to(bridge));
 * }</pre>
 *
 * <p>A failed assertion throws {@link AssertionError} with all that was seen. Each assertion costs
 * a look at all that was seen; everything is kept.
 *
 * <p>Not thread-safe: it is used on the thread that uses its network.
 *
 * @param <M> what messages are
 * @param <C> what chooses among them
 */
public abstract sealed class Spy<M extends Envelope, C> permits StarknetSpy, IpcSpy {
  Spy() {}

  /**
   * Begins to watch.
   *
   * @param network the network
   * @return a spy that has seen nothing yet
   */
  public static StarknetSpy on(StarknetNetwork network) {
    return new StarknetSpy(network);
  }

  /**
   * Begins to watch.
   *
   * @param network the network
   * @return a spy that has seen nothing yet
   */
  public static IpcSpy on(IpcNetwork network) {
    return new IpcSpy(network);
  }

  /**
   * Asserts that at least one message was sent.
   *
   * @param which which messages are meant, such as {@code m -> m.to(bridge)}; {@code m -> m} means
   *     all
   * @return those that were sent
   * @throws AssertionError if there is none
   */
  public Found<M> assertSent(UnaryOperator<C> which) {
    return some(Sighting.What.SENT, criteria(which));
  }

  /**
   * Asserts that a message was sent, or one equal to it.
   *
   * @param message the message
   * @return those that were sent
   * @throws AssertionError if there is none
   */
  public Found<M> assertSent(Envelope message) {
    return some(Sighting.What.SENT, exactly(message));
  }

  /**
   * Asserts that no message was sent.
   *
   * @param which which messages are meant
   * @throws AssertionError if there is one
   */
  public void assertNotSent(UnaryOperator<C> which) {
    none(Sighting.What.SENT, criteria(which));
  }

  /**
   * Asserts that at least one message was handled: its receiver accepted it.
   *
   * @param which which messages are meant
   * @return those that were handled
   * @throws AssertionError if there is none
   */
  public Found<M> assertHandled(UnaryOperator<C> which) {
    return some(Sighting.What.HANDLED, criteria(which));
  }

  /**
   * Asserts that a message was handled, or one equal to it.
   *
   * @param message the message
   * @return those that were handled
   * @throws AssertionError if there is none
   */
  public Found<M> assertHandled(Envelope message) {
    return some(Sighting.What.HANDLED, exactly(message));
  }

  /**
   * Asserts that no message was handled; some may have failed.
   *
   * @param which which messages are meant
   * @throws AssertionError if there is one
   */
  public void assertNotHandled(UnaryOperator<C> which) {
    none(Sighting.What.HANDLED, criteria(which));
  }

  /**
   * Asserts that a message was not handled, nor one equal to it; it may have failed.
   *
   * @param message the message
   * @throws AssertionError if there is one
   */
  public void assertNotHandled(Envelope message) {
    none(Sighting.What.HANDLED, exactly(message));
  }

  /**
   * Asserts that at least one message failed where it was to be handled.
   *
   * @param which which messages are meant
   * @return those that failed
   * @throws AssertionError if there is none
   */
  public Found<M> assertFailed(UnaryOperator<C> which) {
    return some(Sighting.What.FAILED, criteria(which));
  }

  /**
   * Asserts that a message failed where it was to be handled, or one equal to it.
   *
   * @param message the message
   * @return those that failed
   * @throws AssertionError if there is none
   */
  public Found<M> assertFailed(Envelope message) {
    return some(Sighting.What.FAILED, exactly(message));
  }

  private Found<M> some(Sighting.What what, Criteria<M> criteria) {
    SpyReport<M> report = report(what.word, criteria);
    List<M> found = find(report, what);
    if (found.isEmpty()) {
      throw report.failure("a message", 0);
    }
    return new Found<>(found, report);
  }

  private void none(Sighting.What what, Criteria<M> criteria) {
    SpyReport<M> report = report("not " + what.word, criteria);
    List<M> found = find(report, what);
    if (!found.isEmpty()) {
      throw report.failure("a message", found.size());
    }
  }

  private SpyReport<M> report(String verb, Criteria<M> criteria) {
    return new SpyReport<>(verb, criteria, seen(), this::describe);
  }

  private static <M extends Envelope> List<M> find(SpyReport<M> report, Sighting.What what) {
    return report.seen().stream()
        .filter(sighting -> sighting.stands() && sighting.what() == what)
        .map(Sighting::message)
        .filter(report.criteria().test())
        .toList();
  }

  /** The message itself: nothing that a hop sets anew tells two messages apart. */
  private static <M extends Envelope> Criteria<M> exactly(Envelope message) {
    return Criteria.<M>none()
        .and(
            "with the tracing id " + message.tracingId(),
            other ->
                other.getClass() == message.getClass()
                    && other.tracingId().equals(message.tracingId()));
  }

  /** All that was seen, what ran in open blocks included. */
  abstract List<Sighting<M>> seen();

  /** What an expression means. */
  abstract Criteria<M> criteria(UnaryOperator<C> which);

  /** A message as people of its network say it. */
  abstract String describe(M message);
}
