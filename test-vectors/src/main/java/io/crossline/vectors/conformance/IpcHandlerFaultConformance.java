// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.conformance;

import io.crossline.core.fault.FaultPlan;
import io.crossline.ipc.CallMsg;
import io.crossline.messaging.EthAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The rules of a contract of IPC where things go wrong, beside those of {@link
 * IpcHandlerConformance}: nodes and relayers crash, the root loses blocks, handlers fail, relays
 * come twice. The contract lives in a child of the root and is called from the root, from a child
 * of its own, and from another child of the root. Extend it in a test as the other one; where calls
 * are not all the same, override {@link #call(int)}:
 *
 * <pre>{@code
 * class CounterTest extends IpcHandlerFaultConformance {
 *   protected IpcHandler handler() { return new Counter(); }
 *   protected CallMsg call() { return call(1); }
 *   protected CallMsg call(int number) { return new CallMsg(ADD, UInt256.of(number).toBytes32().toBytes()); }
 *   protected String observe(Storage storage) { return sum(storage).get().toString(); }
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
public abstract class IpcHandlerFaultConformance extends IpcHandlerConformance {
  private final Map<Long, FaultRun> runs = new ConcurrentHashMap<>();

  /** For subclasses. */
  protected IpcHandlerFaultConformance() {}

  /**
   * A call of a run. The contract may refuse some of them.
   *
   * @param number which call, from 0 on
   * @return {@link #call()}, unless overridden
   */
  protected CallMsg call(int number) {
    return call();
  }

  /**
   * The accounts in its network that the contract pays, so that the auditor can count all coins.
   *
   * @return none, unless overridden
   */
  protected List<EthAddress> payees() {
    return List.of();
  }

  /**
   * How many calls are sent in a run.
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
   * What goes wrong in a run, until the last call is sent.
   *
   * @param seed the seed of the run
   * @return a plan that undoes blocks of every network, unless overridden. The networks are {@code
   *     root}, {@code home} with the contract, {@code home/low} and {@code away}
   */
  protected FaultPlan faults(long seed) {
    return ShortPlans.ipc(seed);
  }

  private void inEachRun(Consumer<FaultRun> check) {
    for (long seed : seeds()) {
      check.accept(runs.computeIfAbsent(seed, key -> new IpcFaultRun(this, key).run()));
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

  /** F4: every call is answered, unless the block that it was sent in was lost. */
  @Test
  protected void f4BringsEveryMessageToAnEnd() {
    inEachRun(FaultChecks::bringsEveryMessageToAnEnd);
  }

  /** F5: the invariants I1, I2, … hold. */
  @Test
  protected void f5BreaksNoInvariant() {
    inEachRun(FaultChecks::breaksNoInvariant);
  }
}
