// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

/**
 * The rules of a handler, whatever its system, one test each. Extend {@link
 * StarknetHandlerConformance} or {@link IpcHandlerConformance}, which know how to deliver messages.
 *
 * <p>Not thread-safe: JUnit makes one for each test.
 */
@SuppressWarnings("exports") // JUnit is required statically, see module-info
public abstract class MessageHandlerConformance {
  /** A message that the handler is sent. */
  protected enum Sample {
    /** One that it takes. */
    GOOD,
    /** One whose arguments do not decode. */
    MALFORMED,
    /** One that it takes, from somebody who may not send. */
    FROM_A_STRANGER
  }

  /**
   * What a message led to.
   *
   * @param accepted whether the handler took it
   * @param answer how it ended, and what it sent and logged, as text
   * @param state what its storage holds afterwards, as text
   */
  protected record Ending(boolean accepted, String answer, String state) {}

  /** For subclasses of this package. */
  MessageHandlerConformance() {}

  /** Deploys a new handler on a new network, delivers a message to it, and looks. */
  abstract Ending deliver(Sample sample);

  /** What a new handler's storage holds before any message, as text. */
  abstract String untouched();

  /** Whether there is anybody who may not send. */
  abstract boolean knowsStrangers();

  /** H1: it takes a message that is right. */
  @Test
  protected void h1TakesAGoodMessage() {
    Ending ending = deliver(Sample.GOOD);
    assertTrue(ending.accepted(), ending.answer());
  }

  /** H2: the same message on the same state always does the same; no clock, no random number. */
  @Test
  protected void h2DoesTheSameEachTime() {
    assertEquals(deliver(Sample.GOOD), deliver(Sample.GOOD));
  }

  /** H3: a message that does not decode is refused and leaves nothing. */
  @Test
  protected void h3RefusesWhatIsMalformedAndKeepsNothingOfIt() {
    leavesNothing(deliver(Sample.MALFORMED));
  }

  /** H4: who may not send is refused and leaves nothing. */
  @Test
  protected void h4RefusesStrangersAndKeepsNothingOfThem() {
    assumeTrue(knowsStrangers(), "everybody may send");
    leavesNothing(deliver(Sample.FROM_A_STRANGER));
  }

  private void leavesNothing(Ending ending) {
    assertFalse(ending.accepted(), ending.answer());
    assertEquals(untouched(), ending.state());
  }
}
