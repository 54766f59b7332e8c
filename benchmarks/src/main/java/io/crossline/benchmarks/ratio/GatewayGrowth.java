// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.ratio;

import io.crossline.benchmarks.input.BusyGateway;
import io.crossline.messaging.Outcome;

/** One hop through a gateway that holds much, against one through a gateway that holds little. */
final class GatewayGrowth implements Ratio {
  private static final double LIMIT = 1.5;
  private static final int FEW_CHILDREN = 10;
  private static final int MANY_CHILDREN = 1_000;
  private static final int FEW_ENVELOPES = 1_000;
  private static final int MANY_ENVELOPES = 100_000;

  private final String name;
  private final BusyGateway large;
  private final BusyGateway small;

  private GatewayGrowth(String name, BusyGateway large, BusyGateway small) {
    this.name = name;
    this.large = large;
    this.small = small;
    GatewayHop.check(large, name);
    GatewayHop.check(small, name);
  }

  /** A thousand subnets against ten. */
  static GatewayGrowth ofSubnets() {
    return new GatewayGrowth(
        "ipc-hop-1000-subnets", new BusyGateway(MANY_CHILDREN), new BusyGateway(FEW_CHILDREN));
  }

  /** 100,000 envelopes in batches and other postboxes against 1,000. */
  static GatewayGrowth ofEnvelopes() {
    BusyGateway large = new BusyGateway(FEW_CHILDREN);
    BusyGateway small = new BusyGateway(FEW_CHILDREN);
    large.fill(MANY_ENVELOPES);
    small.fill(FEW_ENVELOPES);
    return new GatewayGrowth("ipc-hop-100k-envelopes", large, small);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public double limit() {
    return LIMIT;
  }

  @Override
  public void prepare(int operations) {
    large.seal();
    small.seal();
  }

  @Override
  public Object work(int input) {
    return hop(large);
  }

  @Override
  public Object baseline(int input) {
    return hop(small);
  }

  private static Object hop(BusyGateway gateway) {
    Outcome<?> outcome = gateway.hop();
    outcome.orThrow();
    return outcome;
  }
}
