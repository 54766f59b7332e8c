// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.conformance;

import io.crossline.core.fault.FaultPlan;
import io.crossline.starknet.Payload;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The rules of a handler on Starknet's L2 where things go wrong, beside those of {@link
 * StarknetHandlerConformance}: the sequencer crashes, L1 loses blocks and takes L2 back with it,
 * handlers fail, relays come twice. Extend it in a test as the other one; where messages are not
 * all the same, override {@link #payload(int)}:
 *
 * <pre>{@code
 * class TokenBridgeTest extends StarknetHandlerFaultConformance {
 *   protected Object handler() { return new TokenBridge(); }
 *   protected void bind(Roles roles) { roles.bind("l1Bridge", sender()); }
 *   protected String function() { return "deposit"; }
 *   protected Payload payload() { return payload(0); }
 *   protected Payload payload(int number) { return Payload.cairo(ALICE, UInt256.of(number)); }
 *   protected String observe(Storage storage) { return balances(storage).get(ALICE).toString(); }
 * }
 * }</pre>
 *
 * <p>A run is made for each of {@link #seeds}, and all rules are held against it: for this one
 * instance of the class serves all its tests. A failure names the seed.
 *
 * <p>Not thread-safe: JUnit makes one for all its tests, which run one after the other.
 */
@SuppressWarnings("exports") // JUnit is required statically, see module-info
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class StarknetHandlerFaultConformance extends StarknetHandlerConformance {
  private final Map<Long, FaultRun> runs = new ConcurrentHashMap<>();

  /** For subclasses. */
  protected StarknetHandlerFaultConformance() {}

  /**
   * The handler method that a message of a run calls.
   *
   * @param number which message, from 0 on
   * @return {@link #function()}, unless overridden
   */
  protected String function(int number) {
    return function();
  }

  /**
   * The payload of a message of a run. The handler may refuse some of them.
   *
   * @param number which message, from 0 on
   * @return {@link #payload()}, unless overridden
   */
  protected Payload payload(int number) {
    return payload();
  }

  /**
   * How many messages are sent in a run.
   *
   * @return 40, unless overridden
   */
  protected int messages() {
    return 40;
  }

  /**
   * A run is made for each of these.
   *
   * @return 1, 2 and 3, unless overridden
   */
  protected long[] seeds() {
    return new long[] {1, 2, 3};
  }

  /**
   * What goes wrong in a run, until the last message is sent.
   *
   * @param seed the seed of the run
   * @return a plan that undoes blocks of both layers, unless overridden
   */
  protected FaultPlan faults(long seed) {
    return ShortPlans.starknet(seed);
  }

  private void inEachRun(Consumer<FaultRun> check) {
    for (long seed : seeds()) {
      check.accept(runs.computeIfAbsent(seed, key -> new StarknetFaultRun(this, key).run()));
    }
  }

  /**
   * F1: state and answers follow from the messages that were committed and their order alone: the
   * same ones, in the same blocks of a chain without faults, lead to the same.
   */
  @Test
  protected void f1DependsOnWhatWasCommittedAlone() {
    inEachRun(FaultChecks::dependsOnWhatWasCommittedAlone);
  }

  /** F2: what was undone or failed leaves no trace: after the same messages it keeps the same. */
  @Test
  protected void f2LeavesNoTraceOfWhatWasUndone() {
    inEachRun(FaultChecks::leavesNoTraceOfWhatWasUndone);
  }

  /** F3: no message is taken twice on the chain that stays. */
  @Test
  protected void f3HandlesNoMessageTwice() {
    inEachRun(FaultChecks::handlesNoMessageTwice);
  }

  /** F4: every message that L1 still has is taken or refused, and what was answered arrives. */
  @Test
  protected void f4BringsEveryMessageToAnEnd() {
    inEachRun(FaultChecks::bringsEveryMessageToAnEnd);
  }

  /** F5: the invariants S1, S2, … hold. */
  @Test
  protected void f5BreaksNoInvariant() {
    inEachRun(FaultChecks::breaksNoInvariant);
  }
}
