// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.ratio;

import io.crossline.benchmarks.input.BusyGateway;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Outcome;

/**
 * One hop of a call through a gateway in between, by its typed face: applied, checked, stored in
 * the postbox, sent on, with all logs. Measured against what upstream's gateway computes of it: the
 * envelope's encoding and hash, and its tracing id twice.
 */
final class GatewayHop implements Ratio {
  private static final int CHILDREN = 10;
  private static final int HOP_LOGS = 3;

  private final BusyGateway gateway = new BusyGateway(CHILDREN);

  GatewayHop() {
    check(gateway, name());
  }

  /** One hop stores, sends on and takes out of the postbox. */
  static void check(BusyGateway gateway, String name) {
    int logs = gateway.hop().logs().size();
    if (logs != HOP_LOGS) {
      throw new IllegalStateException(name + ": found " + logs + " logs of a hop");
    }
  }

  @Override
  public String name() {
    return "ipc-hop";
  }

  @Override
  public double limit() {
    return 2.5;
  }

  @Override
  public void prepare(int operations) {
    gateway.seal();
  }

  @Override
  public Object work(int input) {
    Outcome<?> outcome = gateway.hop();
    outcome.orThrow();
    return outcome;
  }

  @Override
  public Object baseline(int input) {
    Bytes32 hash = gateway.call(input).hash();
    long first = gateway.call(input).tracingId().limb(0);
    return hash.limb(0) ^ first ^ gateway.call(input).tracingId().limb(1);
  }
}
